"""A batch as a whole: its folder is locked, its plans worked off, its outputs written, its run finished."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec import Struct

from duibiao.batch.outputs.summary import counts
from duibiao.batch.outputs.write import write
from duibiao.batch.pages import Pages
from duibiao.batch.pool import Pool
from duibiao.batch.run import Known, Tell, Wish, run
from duibiao.batch.store import open_store
from duibiao.model.errors import OutputError
from duibiao.model.message import Message


class Result(Struct, frozen=True, kw_only=True):
    """`counts` as in summary.json; `rebuilt` where a damaged store was put aside; `parquet` where that was written."""

    counts: dict[str, int]
    known: tuple[Known, ...]
    rebuilt: bool
    parquet: bool


def batch(wish: Wish, out: Path, pool: Callable[[], AbstractContextManager[Pool]], tell: Tell) -> Result:
    """Carry out `wish` in the folder `out`.

    Raises:
        OutputError: The folder cannot be used, or another batch is at it.
        UsageError: The cluster does not answer.
    """
    _folder(out)
    store, rebuilt = open_store(out)
    try:
        pages = Pages(out, wish.pages)
        with pool() as workers:
            known = run(wish, store, pages, workers, tell)
        written = write(out, wish, known, store)
        shown = {plan.found.shown for plan in known if plan.plan.trouble is None and wish.pages != "none"}
        pages.sweep(shown, store)
        store.finish(plan.key for plan in known)
    finally:
        store.close()
    return Result(counts=counts(known), known=known, rebuilt=rebuilt, parquet=written.parquet)


def _folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        shown = out.as_posix()
        raise OutputError(
            Message(f"{shown} 不能用作输出文件夹", f"{shown} cannot be the folder for results"),
            Message("请给出一个可以写入的文件夹", "give a folder that you may write to"),
        ) from error
