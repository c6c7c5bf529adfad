"""Everything that the rules have to say of a plan, in the order of their codes."""

from collections.abc import Sequence

from duibiao.model.report import Observation
from duibiao.observing.registry import RULES
from duibiao.observing.rule import Rule, Subject, observation


def observe(subject: Subject, rules: Sequence[Rule] = RULES, *, again: bool = False) -> tuple[Observation, ...]:
    """Observations rule by rule, each rule's in the order in which it finds them.

    `again` is for the second baseline that a plan is held against, and any further: what is said of the plan alone has
    been said.
    """
    asked = [rule for rule in rules if not (again and rule.alone)]
    return tuple(observation(rule, noticed, subject.document) for rule in asked for noticed in rule.check(subject))
