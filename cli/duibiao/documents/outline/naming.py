"""Finds the document's own name, which may run over several lines and stand below the letter that carries it."""

import re
from collections.abc import Sequence

from duibiao.documents.outline import shapes
from duibiao.documents.outline.numbering import Marker
from duibiao.documents.outline.pieces import Piece
from duibiao.language.late import late
from duibiao.language.normalise import plain_text

_MOST_LINES = 5
_FAR = 200  # a name stands above the text, though a page may put much above it
_CARRIED = late(r"(?:印发|转发|公布|下发|发布)(?:关于)?(?:《)?(.{4,100}?)(?:》)?的?(?:通知|公告|决定|函)$")
_QUOTED = late(r"《([^《》]{4,100})》")
_SITE = late(r"[_|]| - |-(?=[^-]{2,20}(?:局|委|厅|部|政府|网|中心)$)")


def candidates(pieces: Sequence[Piece], markers: Sequence[Marker | None], hint: str | None) -> list[range]:
    """The runs of lines that read as a document's name, in order."""
    known = _known(pieces, hint)
    runs: list[range] = []
    at = 0
    while at < min(len(pieces), _FAR):
        run = _run(pieces, at, known) if markers[at] is None else None
        if run is None:
            at += 1
            continue
        runs.append(run)
        at = run.stop
    return runs


def own(pieces: Sequence[Piece], runs: Sequence[range], hint: str | None) -> range:
    """The plan's own name: the last that the letter or the page names, else the last before the text."""
    known = _known(pieces, hint)
    best = next((run for run in reversed(runs) if _bare(_joined(pieces, run)) in known), runs[-1])
    if best.stop <= runs[-1].start and shapes.is_notice(_joined(pieces, best)):
        best = runs[-1]
    stop = best.stop
    while stop < len(pieces) and not pieces[stop].cells and shapes.is_subtitle(pieces[stop].text):
        stop += 1
    return range(best.start, stop)


def _known(pieces: Sequence[Piece], hint: str | None) -> set[str]:
    names: set[str] = set()
    opening = [piece.text for piece in pieces[:40] if not piece.cells]
    for line in [plain_text(_SITE.split(hint)[0])] if hint else []:
        names.add(_bare(line))
        names.update(_bare(found) for found in _CARRIED.findall(line))
    for line in opening:
        if len(line) < 160 and shapes.is_notice(line):
            names.update(_bare(found) for found in _CARRIED.findall(line))
        if "印发" in line or len(line) < 100:
            names.update(_bare(found) for found in _QUOTED.findall(line))
    return names - {""}


def _bare(name: str) -> str:
    """A name for comparing: without quotation marks and what stands in brackets at its end."""
    return re.sub(r"(?:\([^()]{1,24}\)){0,2}$", "", re.sub(r"[《》\"]", "", name)).strip()


def _joined(pieces: Sequence[Piece], run: range) -> str:
    return "".join(pieces[at].text for at in run)


def _run(pieces: Sequence[Piece], at: int, known: set[str]) -> range | None:
    """The name that begins at this line, if one does."""
    lines: list[str] = []
    if shapes.is_subtitle(pieces[at].text) or shapes.is_disclosure(pieces[at].text):
        return None
    for stop in range(at, min(at + _MOST_LINES, len(pieces))):
        line = pieces[stop].text
        if pieces[stop].cells or len(line) > 120 or line.endswith(("。", ";", ":", "!")):
            break
        lines.append(line)
        joined = "".join(lines)
        if _bare(joined) in known or (shapes.is_title(joined) and _belong(lines)):
            return _extended(pieces, range(at, stop + 1))
        if shapes.is_date(line) or shapes.is_number(line):
            break
    return None


def _belong(lines: Sequence[str]) -> bool:
    """Whether lines that no one named together still make one name: 国务院关于加强… / 工作的意见."""
    if len(lines) == 1:
        return True
    head = "".join(lines[:-1])
    return ("关于" in head or lines[-1].startswith("关于") or head.endswith(("关于", "的"))) and not any(
        shapes.is_contact(line) or shapes.is_date(line) or shapes.is_number(line) for line in lines
    )


def _extended(pieces: Sequence[Piece], run: range) -> range:
    """…第十四个五年规划 / 和二〇三五年远景目标纲要."""
    if run.stop < len(pieces):
        line = pieces[run.stop].text
        if line.startswith(("和", "及", "暨")) and shapes.is_title(line):
            return range(run.start, run.stop + 1)
    return run
