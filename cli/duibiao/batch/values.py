"""What a batch hands from stage to stage: the plan that was found, the task that travels, the result that is kept."""

from pathlib import Path

from msgspec import Struct

from duibiao.batch.places import NOWHERE, Place
from duibiao.check import Given
from duibiao.model.decision import Decision
from duibiao.model.message import Message
from duibiao.model.report import PlanInfo, Ruling, Severity, Verdict

# What went wrong for a reason that may be gone the next time: never taken from the store.
PASSING = frozenset(
    {"timeout", "too-large", "crashed", "internal", "office-missing", "permission", "in-use", "missing"}
)


class Found(Struct, frozen=True, kw_only=True):
    """A plan in the folder.

    `near` is the place that its path names, a hint that the plan's own title may refine; what `given` says was said by
    a person. `baselines` are the ids that the manifest names, empty for those that the place asks for; `decisions` are
    the rulings about this plan.
    """

    path: Path
    shown: str
    given: Given = Given()
    near: Place = NOWHERE
    baselines: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Task(Struct, frozen=True, kw_only=True):
    """One plan to check, complete in itself: it may be carried out on a machine that has none of our files.

    `suffix` is of the plan's file name, for formats that are told by it. `kept` are sheets that a former run made, with
    the plan as that run knew it; there is no `content` then, and only the page is painted anew.
    """

    shown: str
    suffix: str = ""
    content: bytes = b""
    given: Given = Given()
    near: Place = NOWHERE
    baselines: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    today: str = ""
    language: str = "zh"
    pages: str = "short"
    kept: "tuple[PlanRow, tuple[bytes, ...]] | None" = None


class Told(Struct, frozen=True, array_like=True):
    """A reason without its places."""

    rule: str
    code: str
    message: Message
    expected: str | None
    found: str | None


class Passage(Struct, frozen=True, array_like=True):
    text: str
    clause: str
    line: int
    page: int | None


class Cell(Struct, frozen=True, array_like=True):
    """A finding without its requirement's text, which the baseline has."""

    requirement: str
    verdict: Verdict
    severity: Severity
    confidence: float
    review: bool
    reasons: tuple[Told, ...]
    evidence: tuple[Passage, ...]
    nearest: Passage | None
    fingerprint: str
    passage: str
    decision: Ruling | None


class Seen(Struct, frozen=True, array_like=True):
    """An observation about the plan as a whole."""

    rule: str
    code: str
    severity: Severity
    message: Message
    evidence: tuple[Passage, ...]


class Sheet(Struct, frozen=True, array_like=True):
    """One plan held against one baseline."""

    baseline: str
    cells: tuple[Cell, ...]
    seen: tuple[Seen, ...] = ()


class Packed(Struct, frozen=True, array_like=True):
    """A sheet as the store keeps it, and its baseline."""

    baseline: str
    content: bytes


class Trouble(Struct, frozen=True, array_like=True):
    """Why a plan could not be read."""

    code: str
    message: Message
    advice: Message | None


class PlanRow(Struct, frozen=True, kw_only=True):
    """What is known of a plan once it was read, or why it could not be."""

    info: PlanInfo
    trouble: Trouble | None = None


class Outcome(Struct, frozen=True, kw_only=True):
    """What a task gives back. `engine` names what made it; `page` is empty where none was asked for.

    Sheets are packed where they were made: the one process that keeps them has all the others to wait for it.
    """

    engine: str
    plan: PlanRow
    sheets: tuple[Packed, ...] = ()
    page: str = ""
