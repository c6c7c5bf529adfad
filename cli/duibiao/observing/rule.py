"""What a rule about the plan as a whole is: a code, a page, and a function from a subject to observations."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from types import ModuleType

from msgspec import Struct

from duibiao.judging.rule import page_of
from duibiao.model.baseline import Baseline
from duibiao.model.document import Clause, Document
from duibiao.model.fact import Facts
from duibiao.model.message import Message
from duibiao.model.report import Evidence, Finding, Observation, RulePage, Severity, Task
from duibiao.model.span import Span


class Subject(Struct, frozen=True, kw_only=True):
    """A plan that has been held against a baseline: all that a rule may look at.

    `facts` are those of the document's clauses, in their order.
    """

    document: Document
    facts: tuple[Facts, ...]
    baseline: Baseline
    findings: tuple[Finding, ...] = ()
    tasks: tuple[Task, ...] = ()


class Noticed(Struct, frozen=True, kw_only=True):
    """What a rule says once; the frame adds the rule's names and weight. `spans` are the places that prove it."""

    message: Message
    spans: tuple[Span, ...] = ()


Check = Callable[[Subject], Iterator[Noticed]]


class Rule(Struct, frozen=True, kw_only=True):
    """`severity` follows from how often readers agree with the rule, which its page says.

    `alone` marks a rule that looks at the plan and at no baseline: it speaks once, however many there are.
    """

    rule: str
    code: str
    severity: Severity
    check: Check
    module: ModuleType
    alone: bool = False

    @property
    def page(self) -> RulePage:
        return page_of(self.module)


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module holds: RULE, CODE, SEVERITY, an optional ALONE, `check`, its page as the docstring."""
    return Rule(
        rule=module.RULE,
        code=module.CODE,
        severity=module.SEVERITY,
        check=module.check,
        module=module,
        alone=getattr(module, "ALONE", False),
    )


def clauses_over(document: Document, span: Span) -> range:
    """The indices of the clauses that a span runs over; they stand in order."""
    first = bisect_right(document.clauses, span.start, key=lambda clause: clause.span.start) - 1
    return range(max(first, 0), bisect_left(document.clauses, span.end, key=lambda clause: clause.span.start))


def observation(rule: Rule, noticed: Noticed, document: Document) -> Observation:
    return Observation(
        code=rule.code,
        rule=rule.rule,
        message=noticed.message,
        severity=rule.severity,
        evidence=tuple(_evidence(document, span) for span in noticed.spans),
    )


def _evidence(document: Document, span: Span) -> Evidence:
    clause = _clause_at(document, span)
    return Evidence(
        text=document.quote(span),
        span=span,
        clause=clause.label if clause else "",
        line=document.text.count("\n", 0, span.start) + 1,
        column=span.start - document.text.rfind("\n", 0, span.start),
        page=bisect_right(document.pages, span.start) if document.pages else None,
    )


def _clause_at(document: Document, span: Span) -> Clause | None:
    at = bisect_right(document.clauses, span.start, key=lambda clause: clause.span.start) - 1
    return document.clauses[at] if at >= 0 else None
