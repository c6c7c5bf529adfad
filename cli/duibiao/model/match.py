"""What answers a requirement: passages of the plan, how well they fit, and the facts to compare."""

from msgspec import Struct

from duibiao.model.baseline import Requirement
from duibiao.model.document import Role
from duibiao.model.fact import Facts, Quantity
from duibiao.model.span import Plain


class Passage(Struct, frozen=True, kw_only=True):
    """Neighbouring comma parts of one paragraph, or a table row.

    `facts` counts characters of `plain`. `clauses` are the indices of the clauses it takes parts of, `label` the
    place of the first. `context` is the plain text of the headings above it.
    """

    plain: Plain
    facts: Facts
    clauses: tuple[int, ...]
    block: int
    label: str
    role: Role
    context: str = ""


class Candidate(Struct, frozen=True, kw_only=True):
    """A passage that was considered; `score` in [0, 1] says how likely it answers the requirement."""

    passage: Passage
    score: float
    features: tuple[tuple[str, float], ...]


class Wanted(Struct, frozen=True, kw_only=True):
    """A requirement as it is compared: its plain text, the facts of that text, and its targets as quantities.

    `targets` stand in the order of `requirement.targets`; a target that the text prints keeps its place there, any
    other has the empty range 0..0.
    """

    requirement: Requirement
    plain: Plain
    facts: Facts
    targets: tuple[Quantity, ...] = ()


class Match(Struct, frozen=True, kw_only=True):
    """A requirement and the passages that answer it, best first.

    `presence` in [0, 1] says how likely the plan has the thing at all; `present` is the decision on it. `whole` in
    [0, 1] says how likely the passages have all of it, and `complete` is the decision on that. Where `present` is
    false, `candidates` holds what was refused.
    """

    wanted: Wanted
    present: bool
    presence: float
    whole: float
    complete: bool
    passages: tuple[Passage, ...]
    candidates: tuple[Candidate, ...]
