"""What became of a finding, for a gate that must decide: worse, new, better, gone or unchanged.

`diff` tells a fifth thing, altered, where two findings weigh the same and differ. A gate has no use for "perhaps":
where another reason for weakening came in, or one of several numbers became worse, it is worse; where only words
changed, it is unchanged. What a reviewer waived weighs nothing, so that a finding whose waiver has lapsed is worse
than it was.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from duibiao.model.change import Change
from duibiao.model.report import Reason, Verdict
from duibiao.model.saved import SavedFinding
from duibiao.review.compare import change_of, worse_reasons
from duibiao.review.distance import further

# which part is named as missing depends on the wording, and says little about how much is missing
_PARTIAL = "partial"
_COUNTING = (Verdict.WEAKENED, Verdict.OMITTED)


def standing(old: SavedFinding | None, new: SavedFinding | None) -> Change:
    if old and new and old.waived and not new.waived and new.verdict in _COUNTING:
        return Change.WORSE
    change = change_of(_unruled(old), _unruled(new))
    if change is not Change.ALTERED or old is None or new is None:
        return change
    return Change.WORSE if _worsened(old, new) else Change.UNCHANGED


def _unruled(finding: SavedFinding | None) -> SavedFinding | None:
    return replace(finding, decision=None) if finding else None


def _worsened(old: SavedFinding, new: SavedFinding) -> bool:
    before, after = worse_reasons(old), worse_reasons(new)
    if after.keys() - before.keys():
        return True
    return any(_another(before[code], after[code]) for code in before.keys() & after.keys())


def _another(before: Sequence[Reason], after: Sequence[Reason]) -> bool:
    """Whether something else is asked for in vain now, or something is further off than it was."""
    asked = {reason.expected: reason for reason in before}
    return any(
        reason.code != _PARTIAL if reason.expected not in asked else further(asked[reason.expected], reason) == 1
        for reason in after
    )
