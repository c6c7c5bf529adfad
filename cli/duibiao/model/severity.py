"""How much a finding weighs."""

from duibiao.model.fact import Strength
from duibiao.model.verdict import Severity, Verdict

_OWN = {
    Strength.MUST: Severity.ERROR,
    Strength.SHOULD: Severity.WARNING,
    Strength.ENCOURAGE: Severity.NOTE,
    Strength.EXPLORE: Severity.NOTE,
}


def severity(verdict: Verdict, strength: Strength, *, review: bool) -> Severity:
    """By the strength of the requirement, and nothing where nothing is missing. Doubt makes no error."""
    if verdict not in (Verdict.WEAKENED, Verdict.OMITTED):
        return Severity.NONE
    own = _OWN[strength]
    return Severity.WARNING if review and own is Severity.ERROR else own
