"""Old formats go through LibreOffice, where there is one; where there is none, the message says what to do."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from duibiao.documents import office
from duibiao.documents.office import find_office, read_office
from duibiao.model.errors import UnreadableError
from tests.documents.docx_making import cell, definition, item, level, para, table, use, write
from tests.documents.shared import REAL, lawful, needs_real, quotes

# In CI a missing program is a fault of the set-up and must not pass unseen.
needs_office = pytest.mark.skipif(
    find_office() is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not installed"
)
_NUMBERING = definition([level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")]) + use(1)
_BODY = "".join(
    (
        para("示例县养老服务实施方案"), item("总体要求"), para("到2025年，建成10所。"), item("重点任务"),
        item("健全设施", 1), table([cell("指标"), cell("2025年")], [cell("床位"), cell("1200")], widths=(4000, 4000)),
        item("附则"),
    )
)  # fmt: skip


@needs_office
@pytest.mark.parametrize("suffix", ["wps", "odt"])
def test_each_format_reads_as_its_docx(tmp_path: Path, suffix: str) -> None:
    source = write(tmp_path / "plan.docx", _BODY, numbering=_NUMBERING)
    made = _convert(source, tmp_path / "made", "doc" if suffix == "wps" else suffix)
    plan = made.rename(tmp_path / f"-示例县 方案（征求意见稿）.{suffix}")
    before = plan.read_bytes()
    extract = read_office(plan)
    lawful(extract)
    assert [quote.replace(" ", "") for quote in quotes(extract)] == [
        "示例县养老服务实施方案", "一、总体要求", "到2025年，建成10所。", "二、重点任务", "（一）健全设施",
        "指标\t2025年", "床位\t1200", "三、附则",
    ]  # fmt: skip
    assert plan.read_bytes() == before


@needs_office
def test_rtf_is_read(tmp_path: Path) -> None:
    lines = ["一、总体要求", "到2025年，建成10所。"]
    coded = "".join(f"\\u{ord(char)}?" for char in "\n".join(lines)).replace("\\u10?", "\\par ")
    plan = tmp_path / "plan.rtf"
    plan.write_text(f"{{\\rtf1\\ansi\\uc1 {coded}\\par}}", encoding="ascii")
    assert quotes(read_office(plan)) == lines


@needs_office
def test_a_file_that_is_no_document_is_damaged(tmp_path: Path) -> None:
    plan = tmp_path / "plan.doc"
    plan.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    with pytest.raises(UnreadableError) as refused:
        read_office(plan)
    assert refused.value.code == "damaged"


def test_without_libreoffice_the_message_says_how_to_convert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    plan = tmp_path / "plan.doc"
    plan.write_bytes(b"x")
    with pytest.raises(UnreadableError) as refused:
        read_office(plan)
    assert refused.value.code == "office-missing"
    assert refused.value.advice is not None
    assert "docx" in refused.value.advice.zh


def test_an_empty_file_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: "never-called")
    plan = tmp_path / "plan.doc"
    plan.touch()
    with pytest.raises(UnreadableError) as refused:
        read_office(plan)
    assert refused.value.code == "empty"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are a thing of POSIX")
def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    witness = tmp_path / "witness"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(sleep 2; touch '{witness}') &\nsleep 30\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_office", lambda: str(program))
    monkeypatch.setattr(office, "_SECONDS", 0.2)
    plan = tmp_path / "plan.doc"
    plan.write_bytes(b"x")
    started = time.monotonic()
    with pytest.raises(UnreadableError) as refused:
        read_office(plan)
    assert refused.value.code == "timeout"
    assert time.monotonic() - started < 5
    time.sleep(2.3)
    assert not witness.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_libreoffice_gets_a_profile_of_its_own_with_macros_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{tmp_path}/arguments'\ncp -r . '{tmp_path}/seen'\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_office", lambda: str(program))
    plan = tmp_path / "-x.doc"
    plan.write_bytes(b"x")
    with pytest.raises(UnreadableError):
        read_office(plan)
    arguments = (tmp_path / "arguments").read_text().splitlines()
    assert arguments[0].startswith("-env:UserInstallation=file://")
    assert "--headless" in arguments
    assert not any(plan.name in argument for argument in arguments)
    settings = (tmp_path / "seen" / "profile" / "user" / "registrymodifications.xcu").read_text()
    assert 'oor:name="MacroSecurityLevel" oor:op="fuse"><value>3<' in settings
    assert not Path(arguments[-1]).exists()


@needs_office
@needs_real
def test_a_real_word_97_file_is_read() -> None:
    plan = read_office(next(REAL.glob("F02*.doc")))
    assert len(plan.blocks) == 45


def _convert(source: Path, folder: Path, suffix: str) -> Path:
    """Makes an old file from a docx, by the same program the other way round."""
    program = find_office()
    if program is None:
        pytest.fail("LibreOffice (soffice) is not installed")
    folder.mkdir()
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", suffix,
        "--outdir", str(folder), str(source),
    ]  # fmt: skip
    office._run(command, folder)
    made = folder / f"{source.stem}.{suffix}"
    assert made.is_file(), shutil.which(program)
    return made
