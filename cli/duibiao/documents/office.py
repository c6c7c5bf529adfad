"""Old Word, WPS, RTF and OpenDocument files: LibreOffice turns a copy into docx, which is then read.

The copy is opened in a throw-away profile with macros off and links not followed; a document that keeps LibreOffice
busy is given up after a time limit, together with every process it started.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from duibiao.documents import refuse
from duibiao.documents.archive import check_if_archive
from duibiao.documents.docx import read_docx
from duibiao.model.document import Extract
from duibiao.model.errors import UnreadableError
from duibiao.model.limits import DEFAULT, Limits
from duibiao.model.message import Message

_SECONDS = 120
_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SUFFIXES = frozenset({".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".xml"})

# Macro security 3 runs nothing but macros of trusted places, of which there are none; no link is updated on loading.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def read_office(path: Path, limits: Limits = DEFAULT) -> Extract:
    """The text of a doc, wps, rtf or odt file.

    Raises:
        UnreadableError: office-missing, timeout, damaged, too-large, and what `read_docx` raises.
    """
    with converted(path, limits) as made:
        return read_docx(made, limits)


@contextmanager
def converted(path: Path, limits: Limits = DEFAULT) -> Iterator[Path]:
    """The docx made of a doc, wps, rtf or odt file; it is gone afterwards.

    Raises:
        UnreadableError: office-missing, timeout, damaged, too-large.
    """
    program = find_office()
    if program is None:
        raise _missing()
    if path.stat().st_size == 0:
        raise refuse.empty()
    check_if_archive(path, limits)
    with tempfile.TemporaryDirectory(prefix="duibiao-", ignore_cleanup_errors=True) as folder:
        yield _convert(program, path, Path(folder))


def find_office() -> str | None:
    """The LibreOffice on PATH or in its usual places."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _convert(program: str, path: Path, folder: Path) -> Path:
    # A plain name: LibreOffice must not read a leading dash as an option, nor the name as a pattern.
    suffix = path.suffix.lower()
    source = folder / f"plan{suffix if suffix in _SUFFIXES else '.doc'}"
    shutil.copyfile(path, source)
    out = folder / "out"
    profile = folder / "profile"
    _write_profile(profile)
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--nologo", "--nodefault", "--norestore",
        "--nolockcheck", "--nofirststartwizard", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out),
        str(source),
    ]  # fmt: skip
    _run(command, folder)
    made = out / "plan.docx"
    if not made.is_file():
        raise refuse.damaged()
    return made


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{setting}</value></prop></item>\n'
        for path, name, setting in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n' + items + "</oor:items>\n",
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path) -> None:
    """Runs to the end or to the time limit; LibreOffice starts processes of its own, which go with it."""
    own_group = sys.platform != "win32"
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=own_group,
    )
    try:
        process.wait(timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise _too_slow() from error
    finally:
        _kill(process)


def _environment(folder: Path) -> dict[str, str]:
    """Ours, with proxies that lead nowhere: a linked picture in a draft must not be fetched."""
    nowhere = "http://127.0.0.1:9"
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), nowhere)
    return {**os.environ, **proxies, "no_proxy": "", "NO_PROXY": "", "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
    process.wait()


def _missing() -> UnreadableError:
    return UnreadableError(
        "office-missing",
        Message(
            "读取 doc、wps、rtf、odt 需要 LibreOffice，本机没有找到",
            "doc, wps, rtf and odt files are read through LibreOffice, which was not found",
        ),
        Message(
            "请用 Word 或 WPS 打开后“另存为” docx，再检查一次；或安装 LibreOffice",
            "open it in Word or WPS, save it as docx, try again; or install LibreOffice",
        ),
    )


def _too_slow() -> UnreadableError:
    return UnreadableError(
        "timeout",
        Message(f"LibreOffice 转换超过 {_SECONDS} 秒，已放弃", f"LibreOffice took over {_SECONDS} seconds; given up"),
        Message("请用 Word 或 WPS 打开后另存为 docx", "open it in Word or WPS and save it as docx"),
    )
