"""The one view that all formats of a comparison share: order, groups, counts, and which words were changed."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from duibiao.model.comparison import Change, Compared, Comparison, PlanComparison
from duibiao.model.report import Evidence
from duibiao.model.saved import SavedFinding
from duibiao.model.span import Span
from duibiao.reports.marks import Piece, Tone, cleaned, cut
from duibiao.reports.words import say

# What a person looks at, in this order; what is unchanged is only counted.
SHOWN = (Change.WORSE, Change.NEW, Change.ALTERED, Change.BETTER, Change.GONE)
TONES = {
    Change.WORSE: Tone.WORSE,
    Change.NEW: Tone.OTHER,
    Change.ALTERED: Tone.OTHER,
    Change.BETTER: Tone.STRICTER,
    Change.GONE: Tone.OTHER,
    Change.UNCHANGED: Tone.PLAIN,
}
# Longer passages are shown without marks: comparing them letter by letter would take longer than the check.
LONGEST = 1500
# a number counts as a whole, and 2.2024年 is the second item, not a number
_TOKEN = re.compile(r"\d+(?:\.\d{1,2}(?!\d))?%?|[A-Za-z]+|.", re.DOTALL)


class Group(Struct, frozen=True, kw_only=True):
    """What changed in one way, most severe first, in the order of the run otherwise."""

    change: Change
    members: tuple[Compared, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """One plan; groups without members are left out, what is unchanged stands last."""

    plan: PlanComparison
    counts: tuple[tuple[Change, int], ...]
    groups: tuple[Group, ...]


class View(Struct, frozen=True, kw_only=True):
    comparison: Comparison
    sheets: tuple[Sheet, ...]


def arrange(comparison: Comparison) -> View:
    return View(comparison=comparison, sheets=tuple(map(_sheet, comparison.plans)))


def _sheet(plan: PlanComparison) -> Sheet:
    counts = tuple((change, plan.count(change)) for change in Change)
    groups = (Group(change=change, members=_members(plan.changes, change)) for change in (*SHOWN, Change.UNCHANGED))
    return Sheet(plan=plan, counts=counts, groups=tuple(group for group in groups if group.members))


def _members(changes: Sequence[Compared], change: Change) -> tuple[Compared, ...]:
    found = (compared for compared in changes if compared.change is change)
    return tuple(sorted(found, key=lambda compared: -compared.latest.severity.rank))


def verdicts(compared: Compared, language: str) -> str:
    """落实 → 弱化"""
    return " → ".join(
        dict.fromkeys(say(finding.verdict, language) for finding in (compared.old, compared.new) if finding)
    )


def passages(compared: Compared) -> tuple[tuple[Evidence, tuple[Piece, ...]] | None, ...]:
    """The first passage of the old side and of the new, with the words that the other does not have."""
    old, new = _passage(compared.old), _passage(compared.new)
    removed, added = _differences(old.text, new.text) if old and new else ((), ())
    return _marked(old, removed, Tone.WANTED), _marked(new, added, TONES[compared.change])


def _marked(side: Evidence | None, spans: Sequence[Span], tone: Tone) -> tuple[Evidence, tuple[Piece, ...]] | None:
    return (side, cleaned(cut(side.text, ((span, tone) for span in spans)))) if side else None


def _differences(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What stands in one text only; a number counts as a whole."""
    if max(len(old), len(new)) > LONGEST:
        return (), ()
    before, after = ([match.span() for match in _TOKEN.finditer(text)] for text in (old, new))
    words = [[text[start:end] for start, end in spans] for text, spans in ((old, before), (new, after))]
    codes = SequenceMatcher(a=words[0], b=words[1], autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    removed = (Span(before[start][0], before[end - 1][1]) for _, start, end, _, _ in changed if end > start)
    added = (Span(after[start][0], after[end - 1][1]) for _, _, _, start, end in changed if end > start)
    return tuple(removed), tuple(added)


def _passage(finding: SavedFinding | None) -> Evidence | None:
    return finding.evidence[0] if finding and finding.evidence else None


def notes(view: View, language: str) -> tuple[str, ...]:
    """What else differs between the two runs, and may be why something changed."""
    old, new = view.comparison.old, view.comparison.new
    before = {baseline.id: baseline.sha256 for baseline in old.baselines}
    told = [
        say("other-baseline", language, id=baseline.id)
        for baseline in new.baselines
        if before.get(baseline.id, baseline.sha256) != baseline.sha256
    ]
    if old.version != new.version:
        told.append(say("other-version", language, old=old.version, new=new.version))
    return tuple(told)
