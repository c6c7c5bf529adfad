"""Makes the pictures of the READMEs: the report on the screen and in the browser, as they look now.

    .venv/bin/python -m tests.pictures

They want chromium and the font Noto Sans Mono CJK SC, in which a Chinese character is as wide as two letters. No test
compares them with what the tool says now: another font draws other bytes, and a picture may be a few words behind.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tests.remake import BASELINE, PLAN, READMES, ROOT, WIDTH
from tests.reports.html.browser import launched

FOLDER = "reports/pictures"
KINDS = ("terminal", "page")
# How much of the screen is shown: the counts and the first findings.
MOST_LINES = 38
PAGE = (1280, 860)
COLOURS = 96
# a terminal gives these one cell, the font two
WIDE = re.compile("[·─]")
DULL = [
    *((70, 71, 75), (236, 106, 94), (125, 190, 110), (232, 176, 84)),
    *((110, 160, 225), (200, 140, 210), (100, 190, 200), (222, 220, 214)),
]
BRIGHT = [
    *((130, 131, 136), (255, 135, 125), (150, 215, 135), (250, 200, 110)),
    *((140, 185, 245), (220, 165, 230), (130, 215, 225), (255, 255, 255)),
]
THEME = TerminalTheme((28, 29, 32), (222, 220, 214), DULL, BRIGHT)
FRAME = """<!DOCTYPE html><meta charset="utf-8"><style>
  body {{ margin: 0; display: inline-block; padding: 18px 22px; background: {background}; color: {foreground} }}
  pre {{ margin: 0; font: 15px/1.42 "Noto Sans Mono CJK SC", monospace }}
  i {{ display: inline-block; width: .5em; height: 1em; overflow: hidden; text-indent: -.25em; font-style: normal;
       line-height: 1; vertical-align: -.12em }}
</style><pre>{code}</pre>"""


def call(language: str) -> list[str]:
    return ["check", PLAN, "-b", BASELINE, *(["--lang", "en"] if language == "en" else [])]


def terminal(language: str) -> str:
    """What the screen shows, as a page of its own."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "COLORTERM": "truecolor", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    command = (sys.executable, "-m", "duibiao", *call(language))
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).stdout.decode()
    lines = shown.splitlines()[:MOST_LINES]
    while lines[-1].strip():  # not in the middle of a finding
        lines.pop()
    console = Console(record=True, file=io.StringIO(), width=WIDTH + 2, force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ duibiao {' '.join(call(language))}", style="bold"))
    console.print(Text.from_ansi("\n".join(lines)))
    return WIDE.sub(r"<i>\g<0></i>", console.export_html(theme=THEME, code_format=FRAME, inline_styles=True))


def page(language: str, folder: Path) -> Path:
    path = folder / f"report.{language}.html"
    command = (sys.executable, "-m", "duibiao", *call(language), "-f", "html", "-o", str(path), "--fail-on", "never")
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return path


def small(png: bytes) -> bytes:
    """The same picture in few colours, which text needs no more of."""
    image = (
        Image.open(io.BytesIO(png))
        .convert("RGB")
        .quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    )
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def drawn(browser: Browser, language: str, folder: Path) -> dict[str, bytes]:
    screen = folder / f"terminal.{language}.html"
    screen.write_text(terminal(language), "utf-8")
    tab = browser.new_page(viewport={"width": PAGE[0], "height": PAGE[1]}, color_scheme="light")
    tab.goto(screen.as_uri())
    pictures = {"terminal": tab.locator("body").screenshot()}
    tab.goto(page(language, folder).as_uri())
    pictures["page"] = tab.screenshot()
    tab.close()
    return {f"{FOLDER}/{kind}.{language}.png": small(pictures[kind]) for kind in KINDS}


def main() -> int:
    (ROOT / FOLDER).mkdir(exist_ok=True)
    with launched() as browser, tempfile.TemporaryDirectory() as folder:
        for language in READMES.values():
            for name, content in drawn(browser, language, Path(folder)).items():
                (ROOT / name).write_bytes(content)
                print(f"{name}: {len(content) / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
