"""A batch from end to end: what it leaves, what a second one does, that it depends on its input alone."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.batch.making import OUTPUTS, batch, counties, digests, folder, plan


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return folder(tmp_path, counties(5) | {"broken.docx": b"PK\x03\x04no"})


def counts(out: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads((out / "summary.json").read_text("utf-8"))["plans"]
    return found


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_outputs_and_a_second_run(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert batch(plans, out, jobs=2) == 3
    assert all((out / name).is_file() for name in OUTPUTS)
    assert counts(out) == {"found": 6, "checked": 5, "reused": 0, "unreadable": 1}
    assert [row["code"] for row in rows(out / "errors.csv")] == ["damaged"]
    found = rows(out / "findings.csv")
    assert len(found) == 15
    assert {row["city"] for row in found} == {"青川市", "南屏市"}
    assert {row["county"] for row in found} >= {"澜溪县", "灵溪县"}
    assert all((out / "pages" / f"{name}.html").is_file() for name in {row["plan"] for row in found})

    assert batch(plans, out, jobs=2) == 3
    assert counts(out) == {"found": 6, "checked": 0, "reused": 5, "unreadable": 1}

    changed = plans / "云岭省/南屏市/澜溪县0.txt"
    changed.write_text(plan("澜溪县", 60), "utf-8")
    (plans / "云岭省/青川市/灵溪县1.txt").unlink()
    assert batch(plans, out, jobs=1) == 3
    assert counts(out) == {"found": 5, "checked": 1, "reused": 3, "unreadable": 1}
    assert not (out / "pages/plans/云岭省/青川市/灵溪县1.txt.html").exists()
    assert "60%" in (out / "pages/plans/云岭省/南屏市/澜溪县0.txt.html").read_text("utf-8")


def test_the_same_bytes_with_one_process_and_with_two(plans: Path, tmp_path: Path) -> None:
    batch(plans, tmp_path / "one", jobs=1)
    batch(plans, tmp_path / "two", jobs=2)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_another_language_paints_anew_and_checks_nothing(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(plans, out)
    batch(plans, out, "--lang", "en")
    assert counts(out)["reused"] == 5
    page = (out / "pages/plans/云岭省/南屏市/澜溪县0.txt.html").read_text("utf-8")
    assert "Back to all plans" in page
    page_path = out / "pages/plans/云岭省/南屏市/澜溪县0.txt.html"
    page_path.unlink()
    batch(plans, out, "--lang", "en")
    assert page_path.read_text("utf-8") == page, "a page that somebody deleted is made again from what is kept"


def test_whole_pages_and_none(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(plans, out, "--pages", "full")
    page = out / "pages/plans/云岭省/南屏市/澜溪县0.txt.html"
    assert 'class="frame"' in page.read_text("utf-8")
    batch(plans, out, "--pages", "none")
    assert not (out / "pages").exists() or not list((out / "pages").rglob("*.html"))
    assert counts(out)["reused"] == 5
    assert "plans/" not in json.loads(_data(out))["rows"][0][7]


def test_the_workbook_says_what_the_table_says(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(plans, out)
    book = openpyxl.load_workbook(out / "matrix.xlsx")
    assert book.sheetnames == ["热力图", "各地落实率", "各项要求", "无法读取的方案"]
    matrix = list(book["热力图"].values)
    words = {"covered": "落实", "weakened": "弱化", "omitted": "缺失", "exceeded": "加码"}
    told = {(row["plan"], row["requirement"]): words[row["verdict"]] for row in rows(out / "findings.csv")}
    heads = [str(head).split()[0] for head in matrix[0]]
    assert {(str(row[3]), heads[at]): row[at] for row in matrix[1:] for at in range(5, 8)} == told
    areas = {tuple(str(name or "") for name in row[:3]): row[3] for row in list(book["各地落实率"].values)[1:]}
    assert areas["云岭省", "", ""] == 5


def test_the_columns_of_parquet_are_those_of_the_table(plans: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    out = tmp_path / "out"
    batch(plans, out)
    table = parquet.read_table(out / "findings.parquet").to_pylist()
    lines = rows(out / "findings.csv")
    assert [row["fingerprint"] for row in table] == [row["fingerprint"] for row in lines]
    assert [row["review"] for row in table] == [row["review"] == "True" for row in lines]
    assert table[0].keys() == lines[0].keys()


def test_a_name_cannot_break_out(tmp_path: Path) -> None:
    name = "=1+1</script><img src=x onerror=alert(1)>.txt" if Path("/").drive == "" else "=1+1.txt"
    plans = folder(tmp_path, {name.replace("/", "∕"): plan("<b>澜溪县</b>"), "名" * 80 + ".txt": plan("灵溪县")})
    out = tmp_path / "out"
    assert batch(plans, out) == 0
    index = (out / "index.html").read_text("utf-8")
    assert "<img" not in index
    assert index.count("</script>") == 2
    assert all(not row["plan"].startswith("=") for row in rows(out / "findings.csv"))
    assert len(list((out / "pages").rglob("*.html"))) == 2


def test_a_manifest_names_level_region_and_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plans = folder(tmp_path, {"a.txt": plan("某县"), "b.txt": plan("某县")})
    lines = "路径,地区,层级,印发日期\r\na.txt,云岭省青川市石泉县,县,2023-5-1\r\ngone.txt,云岭省,省,\r\n"
    (plans / "plans.csv").write_bytes(lines.encode("gb18030"))
    out = tmp_path / "out"
    assert batch(plans, out) == 3
    found = {row["plan"]: (row["county"], row["level"], row["issued"]) for row in rows(out / "findings.csv")}
    assert found["plans/a.txt"] == ("石泉县", "county", "2023-05-01")
    (missing,) = rows(out / "errors.csv")
    assert (missing["plan"], missing["province"], missing["code"]) == ("plans/gone.txt", "云岭省", "missing")


def test_what_is_not_ours_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of results may be one that somebody uses, even the one that holds the plans."""
    monkeypatch.chdir(tmp_path)
    plans = folder(tmp_path, {"a.txt": plan("澜溪县"), "b.txt": plan("石桥县")})
    theirs = (tmp_path / "pages/plans/notes.html", plans / "pages/letter.txt")
    for path in theirs:
        path.parent.mkdir(parents=True)
        path.write_text(plan("白水县"), "utf-8")
    for out in (tmp_path, plans):
        assert batch(plans, out, "--glob", "?.txt") == 0
        (plans / "b.txt").rename(tmp_path / "kept.txt")
        assert batch(plans, out, "--glob", "?.txt") == 0
        assert counts(out) == {"found": 1, "checked": 0, "reused": 1, "unreadable": 0}
        (tmp_path / "kept.txt").rename(plans / "b.txt")
    assert all(path.is_file() for path in theirs)
    assert (plans / "a.txt").is_file()


def _data(out: Path) -> str:
    text = (out / "index.html").read_text("utf-8")
    return text.partition('id="data">')[2].partition("</script>")[0]
