"""The verdict follows from the reasons, by DESIGN's definitions and nothing else."""

from collections.abc import Sequence

from msgspec import Struct

from duibiao.judging.registry import RULES
from duibiao.judging.rule import Rule
from duibiao.model.match import Match
from duibiao.model.report import Reason, Verdict


class Judgement(Struct, frozen=True):
    verdict: Verdict
    reasons: tuple[Reason, ...]


def judge(match: Match, rules: Sequence[Rule] = RULES) -> Judgement:
    """What a match amounts to: omitted, weakened where anything is worse, exceeded where only stricter, or covered."""
    fired = [(rule, reason) for rule in rules for reason in rule.check(match)]
    reasons = tuple(reason for _, reason in fired)
    if not match.present:
        return Judgement(Verdict.OMITTED, reasons)
    if any(rule.worse for rule, _ in fired):
        return Judgement(Verdict.WEAKENED, reasons)
    if any(rule.stricter for rule, _ in fired):
        return Judgement(Verdict.EXCEEDED, reasons)
    return Judgement(Verdict.COVERED, reasons)
