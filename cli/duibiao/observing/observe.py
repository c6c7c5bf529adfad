"""Everything that the rules have to say of a plan, in the order of their codes."""

from collections.abc import Sequence

from duibiao.model.report import Observation
from duibiao.observing.registry import RULES
from duibiao.observing.rule import Rule, Subject, observation


def observe(subject: Subject, rules: Sequence[Rule] = RULES) -> tuple[Observation, ...]:
    """Observations rule by rule, each rule's in the order in which it finds them."""
    return tuple(observation(rule, noticed, subject.document) for rule in rules for noticed in rule.check(subject))
