"""The rules about the plan as a whole, one explicit line each, in the order of their codes."""

from duibiao.model.report import RulePage
from duibiao.observing.rule import rule_of
from duibiao.observing.rules import (
    b401_basis_missing,
    b402_basis_superseded,
    c501_internal_conflict,
    c502_deadline_passed,
    d302_department_missing,
    d303_responsibility_missing,
    l601_verbatim_copy,
    l602_local_addition,
    l603_foreign_place,
)

RULES = tuple(
    rule_of(module)
    for module in (
        b401_basis_missing,
        b402_basis_superseded,
        c501_internal_conflict,
        c502_deadline_passed,
        d302_department_missing,
        d303_responsibility_missing,
        l601_verbatim_copy,
        l602_local_addition,
        l603_foreign_place,
    )
)


def pages() -> tuple[RulePage, ...]:
    return tuple(rule.page for rule in RULES)
