"""Pieces of styled text laid out in lines and columns, for the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from duibiao.model.report import Severity, Verdict
from duibiao.reports.format import Options
from duibiao.reports.marks import Piece, Tone
from duibiao.reports.text import cells, lines, printable

Line = Text

STRONG = "bold"
FAINT = "dim"
TONES = {
    Tone.PLAIN: "",
    Tone.WANTED: "bold underline cyan",
    Tone.WORSE: "bold underline red",
    Tone.STRICTER: "bold underline green",
    Tone.OTHER: "underline",
}
SEVERITIES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold blue",
    Severity.NONE: "dim",
}
VERDICTS = {
    Verdict.COVERED: "green",
    Verdict.EXCEEDED: "cyan",
    Verdict.WEAKENED: "yellow",
    Verdict.OMITTED: "red",
    Verdict.NOT_APPLICABLE: "bright_black",
}
# What a bar is made of where there are no colours: ASCII, which every console shows in one cell.
GLYPHS = {
    Verdict.COVERED: "#",
    Verdict.EXCEEDED: "+",
    Verdict.WEAKENED: "!",
    Verdict.OMITTED: ".",
    Verdict.NOT_APPLICABLE: "-",
}


def word(text: str, style: str = "") -> Text:
    """Text of our own or of a plan, made harmless. Never rich markup: a plan may hold [brackets]."""
    return Text(printable(text), style=style)


def join(parts: Iterable[Text], separator: str = "") -> Text:
    joined = Text()
    for number, part in enumerate(parts):
        if number:
            joined.append(separator, style=FAINT)
        joined.append_text(part)
    return joined


def marked(pieces: Sequence[Piece], *, colour: bool, base: str = "") -> Text:
    """The pieces in one text; without colours a mark is set in 【】, as print does."""
    text = Text()
    for piece in pieces:
        body = piece.text if piece.tone is Tone.PLAIN or colour else f"【{piece.text}】"
        text.append(body, style=TONES[piece.tone] or base)
    return text


def flow(text: Text, width: int, *, first: str = "", rest: str = "") -> Iterator[Line]:
    """The text wrapped; `first` stands before the first line and `rest` before the others."""
    room = width - max(cells(first), cells(rest))
    for number, (start, end) in enumerate(lines(text.plain, room)):
        yield Text(rest if number else first).append_text(text[start:end])


def columns(left: Iterable[Line], right: Iterable[Line], width: int, *, gap: int = 3) -> Iterator[Line]:
    """Two columns side by side, the left one `width` cells wide."""
    for one, other in zip_longest(left, right, fillvalue=Text()):
        if not other.plain:
            yield one
            continue
        yield one + Text(" " * (width - cells(one.plain) + gap)) + other


def bar(counts: Sequence[tuple[Verdict, int]], width: int, *, colour: bool) -> Text:
    """A bar whose segments are as long as the counts; nothing that occurs is too small to be seen."""
    text = Text()
    for (verdict, _), size in zip(counts, shares([count for _, count in counts], width), strict=True):
        if colour:
            text.append(" " * size, style=f"on {VERDICTS[verdict]}")
        else:
            text.append(GLYPHS[verdict] * size)
    return text


def shares(counts: Sequence[int], width: int) -> list[int]:
    """`width` divided in proportion, at least 1 for each count that is not 0 (the largest gives way)."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    sizes = [max(1, count * width // total) if count else 0 for count in counts]
    largest = max(range(len(counts)), key=lambda at: counts[at])
    sizes[largest] = max(1, sizes[largest] + width - sum(sizes))
    return sizes


def to_text(rows: Iterable[Line], options: Options) -> str:
    """The lines as a terminal takes them; what the environment says about terminals plays no part."""
    out = StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.colour is not None,
        force_jupyter=False,
        color_system=options.colour,  # type: ignore[arg-type]  # rich lists the systems as literals, we carry a string
        no_color=False,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for row in rows:
        console.print(row, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)
    return out.getvalue()
