"""What became of a finding from one run to the next."""

from enum import StrEnum


class Change(StrEnum):
    """What must be looked at first comes first.

    ALTERED is neither worse nor better: another reason for weakening, or from covered to exceeded. Only `duibiao diff`
    says so; a gate must decide, and takes it for worse or unchanged (`review/standing.py`).
    """

    WORSE = "worse"
    NEW = "new"
    ALTERED = "altered"
    BETTER = "better"
    GONE = "gone"
    UNCHANGED = "unchanged"


# what `--new-only` fails on
BLOCKING = (Change.WORSE, Change.NEW)
