"""Requirements that stand twice: in the file, or in the file and in a layer above it."""

from collections.abc import Iterator
from itertools import combinations

from duibiao.baselines.linting.remark import Remark, Sheet
from duibiao.language.late import late
from duibiao.model.baseline import Requirement
from duibiao.model.message import Message
from duibiao.model.report import Severity

# Of 100. Set on the labelled checklists, whose neighbours (建设…平台, 建设…数据库; 县级…, 乡镇…) reach 88.
_ALIKE = 93
_SIGNS = late(r"[\s，。；：、,.;:（）()“”\"'《》]")
_FIGURES = late(r"\d+(?:\.\d+)?")


def check(sheet: Sheet) -> Iterator[Remark]:
    own = [(index, requirement, _bare(requirement.text)) for index, requirement in sheet.own()]
    for (_, first, words), (index, _, others) in combinations(own, 2):
        if words == others:
            yield _same(sheet, index, first)
        elif _figures(words) == _figures(others) and _likeness(words, others) >= _ALIKE:
            yield _near(sheet, index, first)
    above = [r for r in sheet.resolved.baseline.active if r.layer != sheet.resolved.baseline.id]
    for index, _, words in own:
        yield from _above(sheet, index, words, above)


def _above(sheet: Sheet, index: int, words: str, above: list[Requirement]) -> Iterator[Remark]:
    """Figures are left aside here: a sharper number is what a layer below is for."""
    bare = _FIGURES.sub("", words)
    for other in above:
        if _likeness(bare, _FIGURES.sub("", _bare(other.text))) >= _ALIKE:
            told = Message(
                f"与 {other.layer} 的 {other.id} 几乎相同，两项都会检查；如是细化请写 refines: {other.id}",
                f"almost {other.id} of {other.layer}, and both are checked; to sharpen it write refines: {other.id}",
            )
            yield sheet.remark("refines-missing", Severity.WARNING, sheet.at(index, "text"), told, index)


def _same(sheet: Sheet, index: int, other: Requirement) -> Remark:
    told = Message(f"与 {other.id} 的原文相同；请删去一项", f"the same text as {other.id}; take one of them out")
    return sheet.remark("duplicate", Severity.ERROR, sheet.at(index, "text"), told, index)


def _near(sheet: Sheet, index: int, other: Requirement) -> Remark:
    told = Message(
        f"与 {other.id} 的原文几乎相同；如是同一项请删去一项",
        f"almost the same text as {other.id}; if they are one thing take one of them out",
    )
    return sheet.remark("near-duplicate", Severity.WARNING, sheet.at(index, "text"), told, index)


def _bare(text: str) -> str:
    return _SIGNS.sub("", text)


def _figures(text: str) -> list[str]:
    return _FIGURES.findall(text)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415  a plain check never lints

    return float(fuzz.ratio(one, other, score_cutoff=_ALIKE))
