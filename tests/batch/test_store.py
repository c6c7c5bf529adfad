"""The store: locked in use, refused where newer, rebuilt where damaged; a spoilt row is done again."""

import sqlite3
from pathlib import Path

import pytest

from duibiao.batch import rows
from duibiao.batch.store import DAMAGED, NAME, VERSION, open_store
from duibiao.batch.values import Cell, PlanRow, Sheet
from duibiao.model.errors import OutputError
from duibiao.model.report import PlanInfo, Severity, Verdict
from tests.batch.making import batch, counties, digests, folder

CELL = Cell("T-1", Verdict.COVERED, Severity.NONE, 0.9, False, (), (), None, "f", "p", None)
SHEET = Sheet("b", (CELL,))
PACKED = rows.packed(SHEET)
PLAN = PlanRow(info=PlanInfo(path="a.txt", sha256="0"))


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    store, rebuilt = open_store(tmp_path)
    assert not rebuilt
    store.keep("k", PLAN, {"list": PACKED}, ("a.txt", "stamp"))
    store.close()
    store, _ = open_store(tmp_path)
    assert store.plan("k") == (PLAN, 1)
    assert store.sheet("k", "list") == SHEET
    assert store.page("a.txt") == "stamp"
    store.close()


def test_a_run_that_was_killed_goes_on_under_its_number(tmp_path: Path) -> None:
    for finish, expected in ((False, 1), (False, 1), (True, 1), (False, 2)):
        store, _ = open_store(tmp_path)
        assert store.run == expected
        store.keep(f"k{expected}", PLAN, {"list": PACKED}, None)
        if finish:
            store.finish(["k1"])
        store.close()


def test_what_a_run_had_no_use_for_goes(tmp_path: Path) -> None:
    store, _ = open_store(tmp_path)
    for key in ("old", "new"):
        store.keep(key, PLAN, {"list": PACKED}, None)
    store.finish(["new"])
    assert store.plan("old") is None
    assert store.sheets("old") == {}
    assert store.plan("new") is not None
    store.close()


def test_two_at_once_are_told(tmp_path: Path) -> None:
    store, _ = open_store(tmp_path)
    with pytest.raises(OutputError, match="another batch is at work"):
        open_store(tmp_path)
    store.close()
    open_store(tmp_path)[0].close()


def test_a_newer_store_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    open_store(tmp_path)[0].close()
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()
    before = (tmp_path / NAME).read_bytes()
    with pytest.raises(OutputError, match="made by a newer duibiao"):
        open_store(tmp_path)
    assert (tmp_path / NAME).read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 4096]
)
def test_a_damaged_store_is_put_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    store, rebuilt = open_store(tmp_path)
    assert rebuilt
    assert (tmp_path / DAMAGED).read_bytes() == content
    store.keep("k", PLAN, {}, None)
    store.close()


def test_a_database_of_somebody_else_is_not_taken_for_ours(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute("CREATE TABLE theirs (x)")
    database.close()
    store, rebuilt = open_store(tmp_path)
    store.close()
    assert rebuilt
    assert (tmp_path / DAMAGED).exists()


def test_a_spoilt_row_is_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plans, out = folder(tmp_path, counties(2)), tmp_path / "out"
    batch(plans, out)
    before = digests(out)
    with sqlite3.connect(out / NAME) as database:
        database.execute("UPDATE sheet SET content = x'00' WHERE rowid = 1")
    database.close()
    capsys.readouterr()
    batch(plans, out)
    assert "本次检查 1，沿用 1" in capsys.readouterr().out
    after = digests(out)
    assert {name for name in before if before[name] != after[name]} == {"summary.json", "index.html"}
