"""The results of a batch in its folder: SQLite, one transaction for each plan, so that a killed run loses only plans
that it was still at.

A *run* lasts until its outputs are written. One that was killed goes on under its number, so that what it had stored
counts as its own work and not as reused, and its outputs are those of a run that nothing disturbed.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from duibiao.batch import rows
from duibiao.batch.values import PlanRow, Sheet
from duibiao.model.errors import OutputError
from duibiao.model.message import Message

NAME = "store.sqlite"
DAMAGED = "store.damaged.sqlite"
VERSION = 1
_OURS = 0x64756269  # "dubi": what `file` and we know the store by
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE plan (key TEXT PRIMARY KEY, run INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TABLE sheet (key TEXT, list TEXT, run INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (key, list)) STRICT;
CREATE TABLE page (path TEXT PRIMARY KEY, stamp TEXT NOT NULL) STRICT;
"""


class Store:
    """An open store, which nobody else can open meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.run = self._next_run()

    def plan(self, key: str) -> tuple[PlanRow, int] | None:
        """The plan and the run that read it; a spoilt row is no row."""
        found = self._one("SELECT content, run FROM plan WHERE key = ?", key)
        with suppress(rows.SpoiltError):
            return (rows.plan(found[0]), found[1]) if found else None
        return None

    def sheet(self, key: str, checklist: str) -> Sheet | None:
        """The plan of this key held against the baseline of this digest."""
        found = self.packed(key, checklist)
        with suppress(rows.SpoiltError):
            return rows.sheet(found) if found else None
        return None

    def packed(self, key: str, checklist: str) -> bytes | None:
        """The same as it is kept."""
        found = self._one("SELECT content FROM sheet WHERE key = ? AND list = ?", key, checklist)
        return found[0] if found else None

    def has(self, key: str, checklist: str) -> bool:
        """Whether that sheet is there and sound."""
        found = self.packed(key, checklist)
        return found is not None and rows.is_sound(found)

    def sheets(self, key: str) -> dict[str, int]:
        """The baselines that the plan was held against, and the run that did it."""
        return dict(self._db.execute("SELECT list, run FROM sheet WHERE key = ?", (key,)))

    def page(self, path: str) -> str | None:
        found: tuple[str] | None = self._db.execute("SELECT stamp FROM page WHERE path = ?", (path,)).fetchone()
        return found[0] if found else None

    def keep(self, key: str, plan: PlanRow, sheets: Mapping[str, bytes], page: tuple[str, str] | None) -> None:
        """All of a plan, or nothing of it: its sheets as they were packed, and the path and stamp of its page."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute("INSERT OR REPLACE INTO plan VALUES (?, ?, ?)", (key, self.run, rows.packed(plan)))
            for checklist, sheet in sheets.items():
                row = (key, checklist, self.run, sheet)
                self._db.execute("INSERT OR REPLACE INTO sheet VALUES (?, ?, ?, ?)", row)
            if page:
                self._db.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", page)

    def forget_page(self, path: str) -> None:
        """Before it is written anew: killed in between, the old stamp must not vouch for it. The path stays known."""
        self.stamp(path, "")

    def drop_page(self, path: str) -> None:
        self._db.execute("DELETE FROM page WHERE path = ?", (path,))

    def stamp(self, path: str, stamp: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", (path, stamp))

    def pages(self) -> list[str]:
        return [path for (path,) in self._db.execute("SELECT path FROM page ORDER BY path")]

    def finish(self, keys: Iterable[str]) -> None:
        """The run is complete; what it had no use for goes."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
            self._db.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))
            for table in ("plan", "sheet"):
                self._db.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM used)")  # noqa: S608  a name of ours
            self._db.execute("DROP TABLE used")
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('finished', ?)", (self.run,))

    def close(self) -> None:
        self._db.close()

    def _next_run(self) -> int:
        known = dict(self._db.execute("SELECT name, value FROM meta"))
        run = int(known.get("run", 0))
        if known.get("finished", 0) == run:
            run += 1
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('run', ?)", (run,))
        return run

    def _one(self, query: str, *values: object) -> tuple[bytes, int] | None:
        found: tuple[bytes, int] | None = self._db.execute(query, values).fetchone()
        return found


def open_store(folder: Path) -> tuple[Store, bool]:
    """The store of `folder`, made where there is none; and whether a damaged one was put aside for it.

    Raises:
        OutputError: Another batch is at it, a newer version made it, or it cannot be opened.
    """
    path = folder / NAME
    try:
        return _open(path), False
    except sqlite3.OperationalError as error:
        raise _refused(path, error) from error
    except sqlite3.DatabaseError:
        _put_aside(path)
    try:
        return _open(path), True
    except sqlite3.DatabaseError as error:
        raise _refused(path, error) from error


def _open(path: Path) -> Store:
    connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        # The lock is the file's own: it goes with the process, however that ends.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        _check(connection, path)
        return Store(connection)
    except BaseException:
        connection.close()
        raise


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables:
        connection.executescript(
            f"BEGIN;{_TABLES}PRAGMA application_id = {_OURS};PRAGMA user_version = {VERSION};COMMIT;"
        )
        return
    if ours == _OURS and version > VERSION:
        raise OutputError(
            Message(
                f"{path.as_posix()} 由更新版本的 duibiao 建立（格式 {version}，本程序支持到 {VERSION}）",
                f"{path.as_posix()} was made by a newer duibiao (format {version}; this one knows {VERSION})",
            ),
            Message("请升级 duibiao，或换一个输出文件夹", "update duibiao, or give another folder"),
        )
    (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if ours != _OURS or version != VERSION or told != "ok":
        raise sqlite3.DatabaseError(told)


def _put_aside(path: Path) -> None:
    path.replace(path.with_name(DAMAGED))
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(NAME + suffix).unlink(missing_ok=True)


def _refused(path: Path, error: sqlite3.Error) -> OutputError:
    shown = path.parent.as_posix()
    if "locked" in str(error):
        return OutputError(
            Message(f"另一次批量检查正在使用 {shown}", f"another batch is at work in {shown}"),
            Message("请等它结束，或换一个输出文件夹", "wait for it to end, or give another folder"),
        )
    return OutputError(
        Message(f"无法使用 {path.as_posix()}：{error}", f"cannot use {path.as_posix()}: {error}"),
        Message("请检查磁盘空间和写入权限", "check free space on the disk, and that you may write there"),
    )
