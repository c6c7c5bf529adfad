"""The page in a wheelhouse: what to do and what to expect, in Chinese, with its pictures inside."""

import base64
import re
from pathlib import Path

from duibiao import __version__

ROOT = Path(__file__).resolve().parents[2]
SETUP = Path(__file__).with_name("setup")
_PICTURE = re.compile(r'src="([\w./-]+\.png)"')
_ONLY = re.compile(r"<!-- (windows|others) -->\n(.*?)<!-- /\1 -->\n", re.DOTALL)


def made(system: str) -> str:
    """The page for one system, one file that needs no other."""
    kind = "windows" if system.startswith("windows") else "others"
    text = (SETUP / "page.html").read_text("utf-8").replace("{version}", __version__).replace("{system}", system)
    text = _ONLY.sub(lambda match: match[2] if match[1] == kind else "", text)
    return _PICTURE.sub(lambda match: f'src="{_inside(match[1])}"', text)


def _inside(name: str) -> str:
    path = SETUP / name if (SETUP / name).exists() else ROOT / name
    return f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode()}"
