"""The rules, one explicit line each, in the order of their codes."""

from duibiao.judging.rule import rule_of
from duibiao.judging.rules import (
    n301_target_not_comparable,
    o100_task_omitted,
    s201_target_higher,
    s202_deadline_earlier,
    s203_scope_wider,
    s204_strength_firmer,
    w101_target_lower,
    w102_target_dropped,
    w103_deadline_later,
    w104_deadline_dropped,
    w105_strength_softer,
    w106_scope_narrower,
    w107_partial,
)
from duibiao.model.report import RulePage

RULES = tuple(
    rule_of(module)
    for module in (
        o100_task_omitted,
        w101_target_lower,
        w102_target_dropped,
        w103_deadline_later,
        w104_deadline_dropped,
        w105_strength_softer,
        w106_scope_narrower,
        w107_partial,
        s201_target_higher,
        s202_deadline_earlier,
        s203_scope_wider,
        s204_strength_firmer,
        n301_target_not_comparable,
    )
)


def pages() -> tuple[RulePage, ...]:
    return tuple(rule.page for rule in RULES)
