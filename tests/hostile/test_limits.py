"""Every limit refuses what is beyond it, says how to lift it, and harms no neighbour."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from duibiao.commands.session import read_session
from duibiao.documents.read import extract, read
from duibiao.model.errors import UnreadableError, UsageError
from duibiao.model.limits import DEFAULT, NAMES, Limits, changed
from tests.documents.docx_making import para, write
from tests.hostile.fuzz.corpus import zipped
from tests.hostile.running import BASELINE, PLAN, plan, run

MANY_CELLS = "青溪县养老服务实施方案\n" + "".join(f"指标{n}\t张\t{n}\n" for n in range(20))
MANY_CLAUSES = "青溪县养老服务实施方案\n一、主要任务\n" + "".join(f"{n}.建成站点{n}个。\n" for n in range(1, 20))


def document(folder: Path, name: str) -> Path:
    """A document that is beyond the limit of that name when the limit is 10 (or 1, of MB)."""
    path = folder / f"{name}.txt"
    match name:
        case "size":
            path.write_bytes(b"a" * 1_500_000)
        case "unpacked":
            return write(folder / "x.docx", para("甲" * 50_000))
        case "ratio":
            path = folder / "x.docx"
            path.write_bytes(zipped({"word/document.xml": b" " * 6_000_000}))
        case "depth":
            return write(folder / "x.docx", "<w:sdt>" * 9 + para("甲") + "</w:sdt>" * 9)
        case "pages":
            return pages(folder / "x.pdf", 12)
        case "cells":
            path.write_text(MANY_CELLS, "utf-8")
        case _:
            path.write_text(MANY_CLAUSES, "utf-8")
    return path


def pages(path: Path, count: int) -> Path:
    canvas = Canvas(str(path))
    for number in range(count):
        canvas.drawString(100, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return path


COUNTED = [name for name in NAMES if name not in ("seconds", "memory")]


@pytest.mark.parametrize("name", COUNTED)
def test_what_is_beyond_is_refused(name: str, tmp_path: Path) -> None:
    path = document(tmp_path, name)
    with pytest.raises(UnreadableError) as refused:
        read(path, changed(DEFAULT, [f"{name}={1 if name in ('size', 'unpacked') else 10}"]))
    assert refused.value.code == "too-large"
    assert refused.value.advice is not None
    if name != "depth":  # where the parser itself stops
        assert f"--limit {name}=" in refused.value.advice.en
        assert f"--limit {name}=" in refused.value.advice.zh


@pytest.mark.parametrize("name", ["characters", "clauses"])
def test_no_limit_is_no_limit(name: str, tmp_path: Path) -> None:
    assert read(document(tmp_path, name), changed(DEFAULT, [f"{name}=0"])).clauses


def test_limits_are_set_on_the_command_line_or_in_the_environment() -> None:
    session, left = read_session(
        ["check", "--limit", "pages=5", "x", "--limit=cells=7"], {"DUIBIAO_LIMITS": "pages=9,size=3"}
    )
    assert left == ["check", "x"]
    assert session.limits == Limits(pages=5, cells=7, size=3)


@pytest.mark.parametrize("setting", ["pages", "pages=", "pages=-1", "pages=1e9", "sheets=3", "pages=٣", ""])
def test_a_setting_that_is_none_is_refused_with_the_names(setting: str) -> None:
    with pytest.raises(UsageError) as refused:
        changed(DEFAULT, [setting])
    assert refused.value.advice is not None
    assert all(name in refused.value.advice.en for name in NAMES)


@pytest.mark.parametrize("suffix", ["docx", "odt", "xlsx"])
def test_a_bomb_in_an_archive_is_not_unpacked(suffix: str, tmp_path: Path) -> None:
    parts = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}
    path = tmp_path / f"bomb.{suffix}"
    path.write_bytes(zipped({"mimetype": b"application/vnd.oasis.opendocument.text", parts[suffix]: bytes(60_000_000)}))
    assert path.stat().st_size < 100_000
    with pytest.raises(UnreadableError) as refused:
        extract(path)
    assert refused.value.code == "too-large"


@pytest.mark.parametrize("name", ["mimetype", "[Content_Types].xml"])
def test_a_bomb_where_the_format_is_told_is_not_unpacked(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(zipped({name: bytes(60_000_000)}))
    with pytest.raises(UnreadableError) as refused:
        extract(path)
    assert refused.value.code == "too-large"


def test_an_archive_that_lies_about_its_sizes_is_damaged(tmp_path: Path) -> None:
    data = bytearray(write(tmp_path / "x.docx", para("甲" * 5_000)).read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    at = data.rfind(real)
    data[at : at + 4] = (100).to_bytes(4, "little")
    (tmp_path / "x.docx").write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        extract(tmp_path / "x.docx")
    assert refused.value.code == "damaged"


ENTITIES = """<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY secret SYSTEM "{secret}">
<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
<w:t>建成站点30个。</w:t><w:t>&secret;&e;</w:t></w:r></w:p></w:body></w:document>"""


def test_entities_of_a_docx_are_not_fetched_and_not_unfolded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret", "utf-8")
    path = write(tmp_path / "x.docx", para("甲"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = ENTITIES.format(secret=(tmp_path / "secret").as_uri()).encode()
    path.write_bytes(zipped(parts))
    text = extract(path).text
    assert "secret" not in text
    assert len(text) < 100


def test_entities_of_a_page_are_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret", "utf-8")
    entity = f'<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">'
    page = f"<!DOCTYPE html [{entity}]><html><body><p>建成站点30个。&s;</p></body></html>"
    (tmp_path / "x.html").write_text(page, "utf-8")
    assert "the secret" not in extract(tmp_path / "x.html").text


def test_elements_nested_a_hundred_thousand_deep_are_read_flat(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<html><body>" + "<div>" * 100_000 + PLAN.replace("\n", "<br>"), "utf-8")
    assert "培训养老护理员3万名" in read(tmp_path / "x.html").text


def test_a_page_that_begins_with_comments_without_end_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("<!--甲--> " * 800 + PLAN, "utf-8")
    assert "3万名" in read(tmp_path / "x.txt").text


def test_a_plan_beyond_a_limit_harms_no_neighbour(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for name in ("a.txt", "c.txt"):
        plan(tmp_path / "plans", name)
    document(tmp_path / "plans", "ratio")
    done = run("check", "plans", "-b", BASELINE, "-f", "json", "--limit", "clauses=5", folder=tmp_path)
    reports = json.loads(done.stdout)["reports"]
    assert [report["status"] for report in reports] == ["checked", "checked", "unreadable"]
    assert reports[2]["error"]["code"] == "too-large"
    assert b"--limit ratio=" in done.stdout
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


@pytest.mark.parametrize("settings", ["seconds=1", "memory=1"])
def test_time_and_memory_are_held(settings: str, tmp_path: Path) -> None:
    plan(
        tmp_path,
        "plan.txt",
        PLAN + "".join(f"{n}.建成示范站点{n}个，覆盖率达到{n % 100}%以上。\n" for n in range(40_000)),
    )
    plan(tmp_path, "z.txt")
    done = run("check", ".", "-b", BASELINE, "-f", "json", "--limit", settings, folder=tmp_path)
    first = json.loads(done.stdout)["reports"][0]
    assert first["error"]["code"] in ("timeout", "too-large")
    assert b"--limit" in done.stdout
