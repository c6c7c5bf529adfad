"""Tables that a plain text draws with tabs, bars or aligned columns."""

from collections.abc import Sequence

from duibiao.documents.lines import Line, cut
from duibiao.language.late import late
from duibiao.model.document import Block, BlockKind
from duibiao.model.span import Span

_RULE = late(r"[\s|+:=\-—─━┼├┤┬┴┌┐└┘│┃╋]+")
_GAP = late(r"\t+| {2,}|\u3000{2,}")
_BAR = late(r"[|│┃｜]")
_SENTENCE = late(r"[。；;！？]")
_FEWEST_ROWS = 2
_FEWEST_ALIGNED = 3


def rows(written: Sequence[Line]) -> dict[int, Block]:
    """The lines that are rows of a table, by line number."""
    found: dict[int, Block] = {}
    table = 0
    run: list[tuple[Line, tuple[Span, ...]]] = []
    for line in (*written, Line(number=-1, start=0, end=0, text="。")):
        if _RULE.fullmatch(line.text) and run:
            continue
        cells = _cells(line)
        if run and (not cells or (not _BAR.search(line.text) and len(cells) != len(run[-1][1]))):
            if len(run) >= _least(run[0][0]):
                found |= {at.number: _row(at, spans, table) for at, spans in run}
                table += 1
            run = []
        if cells:
            run.append((line, cells))
    return found


def _least(line: Line) -> int:
    return _FEWEST_ROWS if "\t" in line.text or _BAR.search(line.text) else _FEWEST_ALIGNED


def _row(line: Line, cells: tuple[Span, ...], table: int) -> Block:
    return Block(span=line.span, kind=BlockKind.ROW, cells=cells, table=table)


def _cells(line: Line) -> tuple[Span, ...]:
    """The cells of a line, or nothing where it is no row: columns of prose are no table, nor is a signature."""
    bars = len(_BAR.findall(line.text)) >= 2
    cells: list[Span] = []
    start = 1 if bars and _BAR.match(line.text) else 0
    for gap in (_BAR if bars else _GAP).finditer(line.text, start):
        cells.append(cut(line, start, gap.start()).span)
        start = gap.end()
    if not bars or line.text[start:].strip():
        cells.append(cut(line, start).span)
    if len(cells) < (2 if bars or "\t" in line.text else 3) or not any(len(cell) for cell in cells):
        return ()
    return tuple(cells)
