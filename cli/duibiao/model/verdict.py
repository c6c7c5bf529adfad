"""What is said of a requirement, and how much it weighs."""

from enum import StrEnum


class Verdict(StrEnum):
    COVERED = "covered"
    EXCEEDED = "exceeded"
    WEAKENED = "weakened"
    OMITTED = "omitted"
    NOT_APPLICABLE = "not-applicable"


class Severity(StrEnum):
    """Lowest first."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)
