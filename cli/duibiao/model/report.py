"""What is reported: findings, observations, and the plans they are about."""

from msgspec import Struct

from duibiao.model.baseline import Kind, Requirement, Source
from duibiao.model.change import Change
from duibiao.model.decision import Lapsed, Ruling
from duibiao.model.document import Level, Role
from duibiao.model.frame import Frame
from duibiao.model.message import Message
from duibiao.model.span import Span
from duibiao.model.verdict import Severity, Verdict

__all__ = [
    "BaselineInfo", "Before", "Checked", "Evidence", "Finding", "Lapsed", "Observation", "Paragraph", "PlanInfo",
    "Reason", "RulePage", "Ruling", "Run", "Severity", "Task", "Unreadable", "Verdict",
]  # fmt: skip


class RulePage(Struct, frozen=True, kw_only=True):
    """A rule as reports and `explain` show it; the sections come from the rule's docstring."""

    rule: str
    code: str
    title: Message
    finds: Message
    matters: Message
    limits: Message


class Reason(Struct, frozen=True, kw_only=True):
    """Why a verdict is not plain `covered`.

    `expected` and `found` are short values ("90%", "2025"), as written or canonical. `span` is the differing word in
    the plan's text, `wanted` the one in the requirement's `text`; either may be None.
    """

    code: str
    rule: str
    message: Message
    expected: str | None = None
    found: str | None = None
    span: Span | None = None
    wanted: Span | None = None


class Evidence(Struct, frozen=True, kw_only=True):
    """A passage of the plan: `text` is exactly `Document.text[span.start:span.end]`.

    `line`, `page` and `column` count from 1; a column is a code point of its line.
    """

    text: str
    span: Span
    clause: str
    line: int
    page: int | None = None
    column: int = 1


class Finding(Struct, frozen=True, kw_only=True):
    """The verdict on one requirement. `nearest` is, for an omission, the closest passage that was refused.

    Where the run was compared with an earlier one, `change` is what became of it and `was` its verdict there.
    """

    requirement: Requirement
    verdict: Verdict
    severity: Severity
    confidence: float
    review: bool
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...]
    fingerprint: str
    passage: str
    nearest: Evidence | None = None
    decision: Ruling | None = None
    change: Change | None = None
    was: Verdict | None = None

    @property
    def kind(self) -> Kind:
        return self.requirement.kind


class Observation(Struct, frozen=True, kw_only=True):
    """Something about the plan as a whole; never part of a verdict."""

    code: str
    rule: str
    message: Message
    severity: Severity = Severity.NOTE
    evidence: tuple[Evidence, ...] = ()


class Task(Struct, frozen=True, kw_only=True):
    """A task of the plan: who is to do it, and by when, as the plan says it.

    `title` is its heading or its first words, `clause` its place. `departments` are all that the plan names, `leads`
    those that it says lead. `deadlines` are the dates that bind it, earliest first, `recurring` the words that say
    how often (每年).
    """

    title: str
    clause: str
    line: int
    departments: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    recurring: tuple[str, ...] = ()


class PlanInfo(Struct, frozen=True, kw_only=True):
    """`path` is relative and uses `/`. `sha256` is of the file's bytes. `clauses` counts them."""

    path: str
    sha256: str
    title: str | None = None
    number: str | None = None
    issued: str | None = None
    region: str | None = None
    level: Level | None = None
    clauses: int = 0


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph or table row of the plan, for a report that shows the plan itself.

    `text` is exactly `Document.text[span.start:span.end]`, and `cells` are the spans of a row's cells in that text.
    `level` is above 0 where a section begins; `heading` is then its heading as written, empty where the section has
    none of its own. `departments` are those that answer for it, as the plan names them.
    """

    text: str
    span: Span
    role: Role
    label: str
    level: int = 0
    heading: str = ""
    cells: tuple[Span, ...] = ()
    departments: tuple[str, ...] = ()


class Before(Struct, frozen=True, kw_only=True):
    """What a plan was compared with: `name` is a git ref, or a saved report's file.

    `path` is what the plan was called there, None where it did not exist or could not be read. `gone` are the
    requirements that were asked of it then and are no more.
    """

    name: str
    path: str | None = None
    gone: tuple[str, ...] = ()


class Checked(Struct, frozen=True, kw_only=True, tag=True):
    """One plan held against one baseline (`baseline` is its id); one finding per requirement, in baseline order.

    `tasks` are the plan's own, in its order. `before` is there where the run was compared with an earlier one.
    """

    plan: PlanInfo
    baseline: str
    findings: tuple[Finding, ...]
    observations: tuple[Observation, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    tasks: tuple[Task, ...] = ()
    before: Before | None = None

    def count(self, verdict: Verdict) -> int:
        return sum(finding.verdict is verdict for finding in self.findings)


class Unreadable(Struct, frozen=True, kw_only=True, tag=True):
    """One plan that could not be read. `code` is stable API, as in UnreadableError.

    `known` where the earlier run that this one was compared with could not read it either.
    """

    plan: PlanInfo
    code: str
    message: Message
    advice: Message | None = None
    known: bool = False


class BaselineInfo(Struct, frozen=True, kw_only=True):
    """`sources` are the upstream documents that its requirements were taken from."""

    id: str
    title: str
    sha256: str
    requirements: int
    sources: tuple[Source, ...] = ()


class Run(Struct, frozen=True, kw_only=True):
    """Everything one run of `check` found, ready to be painted by any format.

    `lapsed` are the decisions that do not hold, `frame` is where new ones go in their file.
    """

    version: str
    baselines: tuple[BaselineInfo, ...]
    reports: tuple[Checked | Unreadable, ...]
    pages: tuple[RulePage, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    frame: Frame | None = None
