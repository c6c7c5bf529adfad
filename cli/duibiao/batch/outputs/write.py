"""All outputs of a batch from its store, in one pass over the plans: no more of them is in memory than one at a time.

Each file is written under a passing name beside its place, and moved there when all of them are whole.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from duibiao import check as engine
from duibiao.batch.outputs import parquet, workbook
from duibiao.batch.outputs.index import index
from duibiao.batch.outputs.lines import Line, lines
from duibiao.batch.outputs.matrix import Gatherer, Matrix, in_order
from duibiao.batch.outputs.overview import overview
from duibiao.batch.outputs.parquet import Parquet
from duibiao.batch.outputs.summary import summary
from duibiao.batch.outputs.tables import Findings, errors
from duibiao.batch.places import Place
from duibiao.batch.run import Known, Wish
from duibiao.batch.store import Store
from duibiao.batch.values import Sheet
from duibiao.model.errors import OutputError
from duibiao.model.message import Message

INDEX, MATRIX, FINDINGS, PARQUET, SUMMARY, ERRORS = (
    "index.html", "matrix.xlsx", "findings.csv", "findings.parquet", "summary.json", "errors.csv",
)  # fmt: skip


Add = Callable[[Sequence[Line]], None]


class Written(Struct, frozen=True, kw_only=True):
    """`parquet` says whether that one could be written."""

    matrix: Matrix
    parquet: bool


def write(out: Path, wish: Wish, known: Sequence[Known], store: Store) -> Written:
    """Write all of them.

    Raises:
        OutputError: One cannot be written; then none is.
    """
    plans = in_order(known)
    pages = engine.rule_pages()
    columnar = parquet.there()
    names = (INDEX, MATRIX, FINDINGS, SUMMARY, ERRORS, *((PARQUET,) if columnar else ()))
    with _staged(out, names) as passing:
        gatherer = Gatherer(wish.baselines, sorted(page.rule for page in pages))
        with _tables(passing) as add:
            _gather(plans, wish, store, gatherer, add)
        matrix = gatherer.matrix()
        shown = overview(matrix, plans, pages, wish.language, linked=wish.pages != "none")
        workbook.write(passing[MATRIX], shown)
        _text(passing[INDEX], index(shown))
        _text(passing[SUMMARY], summary(known, matrix, wish.baselines))
        _text(passing[ERRORS], "".join(errors(plans, wish.language)))
    if not columnar:
        (out / PARQUET).unlink(missing_ok=True)  # of an older run: it would not be this one's
    return Written(matrix=matrix, parquet=columnar)


@contextmanager
def _tables(passing: dict[str, Path]) -> Iterator[Add]:
    """What takes lines into the tables."""
    with passing[FINDINGS].open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        tables = [Findings(file).add]
        columnar = Parquet(passing[PARQUET]) if PARQUET in passing else None
        if columnar:
            tables.append(columnar.add)

        def add(told: Sequence[Line]) -> None:
            for table in tables:
                table(told)

        yield add
        if columnar:
            columnar.close()


def _gather(plans: Sequence[tuple[Place, Known]], wish: Wish, store: Store, gatherer: Gatherer, add: Add) -> None:
    requirements = {b.id: {r.id: r for r in b.active} for b in wish.baselines}
    for place, known in plans:
        if known.plan.trouble:
            continue
        sheets = _sheets(known, store)
        gatherer.take(place, known, sheets)
        for sheet in sheets:
            add(tuple(lines(place, known, sheet, requirements[sheet.baseline], wish.language)))


def _sheets(known: Known, store: Store) -> tuple[Sheet, ...]:
    found = tuple(store.sheet(known.key, name) for name in known.lists)
    return tuple(sheet for sheet in found if sheet is not None)


@contextmanager
def _staged(out: Path, names: Sequence[str]) -> Iterator[dict[str, Path]]:
    passing = {name: out / f".{name}.part" for name in names}
    try:
        yield passing
        for name, path in passing.items():
            path.replace(out / name)
    except OSError as error:
        raise OutputError(
            Message(
                f"无法写入 {out.as_posix()}：{error.strerror}", f"cannot write to {out.as_posix()}: {error.strerror}"
            ),
            Message(
                "请检查磁盘空间和写入权限；结果都在，再运行一次即可",
                "check disk and permissions; results are kept, run again",
            ),
        ) from error
    finally:
        for path in passing.values():
            path.unlink(missing_ok=True)


def _text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "backslashreplace"))
