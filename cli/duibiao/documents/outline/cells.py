"""Places the lines of a flattened table's row in its columns.

A row with more lines than columns has a value that was broken over two lines, one with fewer has empty cells; what
kind of thing each column usually holds tells which: 应建 / 尽建 under 2025年, 市民政局、 / 市财政局 under 责任单位.
"""

from collections.abc import Sequence
from functools import cache

from duibiao.documents.outline.pieces import Piece, joined
from duibiao.documents.outline.shapes import WORDS, either
from duibiao.documents.outline.tables import is_value
from duibiao.language.late import late
from duibiao.model.span import Plain

OFFICE = late(rf"(?:.*(?:{either(WORDS['offices'])})|.*[、,])(?:\(.{{1,20}}\))?")
OFFICE_END = late(rf"(?:{either(WORDS['offices'])})$")


def kind_of(line: str) -> str:
    if is_value(line):
        return "value"
    return "office" if OFFICE.fullmatch(line) else "text"


def usual(kinds: Sequence[str]) -> str:
    return max(("value", "office", "text"), key=lambda kind: (kinds.count(kind), kind))


def aligned(lines: Sequence[Piece], kinds: Sequence[str]) -> list[list[Piece]]:
    """Shares the lines of one row out among its columns, at the least cost."""
    if len(lines) == len(kinds):
        return [[line] for line in lines]

    @cache
    def best(line: int, column: int) -> tuple[float, tuple[int, ...]]:
        """The cost of sharing out the lines from `line` among the columns from `column`, and how many each takes."""
        if column == len(kinds):
            return (0.0 if line == len(lines) else 99.0), ()
        options = []
        for count in (1, 0, 2, 3):  # of equals the first wins: empty cells go to the end of the row
            if count > len(lines) - line:
                continue
            cost, rest = best(line + count, column + 1)
            options.append((cost + _cost([p.text for p in lines[line : line + count]], kinds[column]), (count, *rest)))
        return min(options, key=lambda option: option[0])

    shared: list[list[Piece]] = []
    at = 0
    for count in best(0, 0)[1]:
        shared.append(list(lines[at : at + count]))
        at += count
    return shared


def _cost(lines: Sequence[str], kind: str) -> float:
    if not lines:
        return 1.2
    cost = 0.3 * (len(lines) - 1)
    for line in lines:
        own = kind_of(line)
        if own != kind:
            cost += {("value", "text"): 0.6, ("text", "office"): 0.5}.get((kind, own), 1.0)
    if kind == "value" and len(lines) > 1 and any(is_value(line) for line in lines):
        cost += 1.5
    return cost


def row_of(cells: Sequence[Sequence[Piece]], table: int) -> Piece:
    """A row piece; the lines of one cell are joined without a mark, an empty cell stands where the one before ends."""
    flat = [line for cell in cells for line in cell]
    block, end = flat[0].block, flat[0].plain.places[0]
    plains: list[Plain] = []
    ends: list[int] = []
    for cell in cells:
        whole = _one([line.plain for line in cell])
        end = whole.places[-1] + 1 if cell else end
        plains.append(whole)
        ends.append(end)
    plain, marks = joined(plains, ends)
    return Piece(plain=plain, block=block, table=table, cells=marks)


def _one(lines: Sequence[Plain]) -> Plain:
    """The lines of one cell as one text; two offices on two lines are told apart by a 、."""
    text = ""
    places: tuple[int, ...] = ()
    for line in lines:
        if OFFICE_END.search(text) and OFFICE.match(line.text):
            text, places = text + "、", (*places, places[-1] + 1)
        text, places = text + line.text, (*places, *line.places)
    return Plain(text, places)


def group_of(line: Piece, width: int, table: int) -> Piece:
    size = len(line.plain)
    cells = row_of([[line], *([[]] * (width - 1))], table).cells
    return Piece(plain=line.plain, block=line.block, table=table, cells=(cells[0],) if size else (), group=True)
