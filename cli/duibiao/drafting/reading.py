"""The requirements of one upstream document, in its order."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from duibiao.drafting import aims, heads, naming, outline, rows, worth
from duibiao.drafting.drafted import Drafted
from duibiao.drafting.firmness import strength
from duibiao.drafting.groups import Group, Parting, groups
from duibiao.drafting.parts import Part, parts
from duibiao.drafting.wording import author, restored, wording
from duibiao.facts import read_clauses
from duibiao.model.baseline import Kind
from duibiao.model.document import Clause, Document, Level, Role
from duibiao.model.fact import Date, DateKind, Facts

_UNSURE = "与前后是一项还是几项，请核对拆分"
_GOVERNED = "时限取自本段前面的句子，请核对是否也管这一项"
_NO_UNIT = "有一个数字没有写单位，没有列为指标，请补充"
_PREAMBLE = (Role.PREAMBLE, Role.BACKGROUND)


class Reading(Struct, frozen=True, kw_only=True):
    """`rows_left` counts the table rows from which nothing could be drafted."""

    requirements: tuple[Drafted, ...]
    rows_left: int = 0


class Origin(Struct, frozen=True, kw_only=True):
    """Where a document's requirements come from, and at what level it was issued."""

    id: str
    level: Level | None
    parting: Parting | None = None


class Place(Struct, frozen=True, kw_only=True):
    document: Document
    clause: Clause
    origin: Origin
    governed: bool = False


def read_requirements(document: Document, origin: Origin) -> Reading:
    """One for each thing a reviewer would tick."""
    found: list[Drafted] = []
    left = since = 0
    block = -1
    framed = _framed(document)
    skipped = outline.openings(document) | outline.run_in_headings(document)
    near = outline.near(document, read_clauses(document))
    goals = outline.goal_dates(document, near)
    for clause, said in zip(document.clauses, near, strict=True):
        if clause.section in framed and not _sets_goal(said):
            continue
        facts = _dated(said, goals.get(clause.index))
        if clause.index in skipped and not _commits(facts):
            continue
        if found and not clause.cells and outline.goes_on(clause):
            found[-1] = replace(found[-1], text=f"{found[-1].text}；{author(document, clause).strip('；。;')}")
            continue
        since = len(found) if clause.block != block else since
        block = clause.block
        if noted := outline.note(clause):
            found[since:] = [replace(each, departments=noted) for each in found[since:]]
            since = len(found)
        if clause.cells:
            asked = rows.requirements(rows.Row(document=document, clause=clause, facts=facts, source=origin.id))
            found += asked if clause.role.commits else ()
            left += clause.role.commits and not asked
        elif clause.role.commits or (clause.role in _PREAMBLE and outline.aims(clause)):
            found += _sentence(
                Place(
                    document=document,
                    clause=clause,
                    origin=origin,
                    governed=outline.is_governed(said) and clause.index not in goals,
                ),
                facts,
            )
    return Reading(requirements=_once(found), rows_left=left)


def _framed(document: Document) -> frozenset[int]:
    """The sections of principles and spirit, those inside them included."""
    framed: set[int] = set()
    for section in document.sections:
        if section.parent in framed or (section.level and worth.is_frame(section.title)):
            framed.add(section.index)
    return frozenset(framed)


def _sets_goal(facts: Facts) -> bool:
    """到2022年,全面建立…: a goal, wherever it stands."""
    return any(d.kind is DateKind.BY and d.source == "clause" for d in facts.dates)


def _commits(facts: Facts) -> bool:
    return any(d.kind is DateKind.BY for d in facts.dates) or any(not q.base for q in facts.quantities)


def _dated(facts: Facts, goal: Date | None) -> Facts:
    """The facts with the date of the goals that they stand among, where no nearer one governs them."""
    if goal is None or any(d.kind is DateKind.BY for d in facts.dates):
        return facts
    return replace(facts, dates=(*facts.dates, goal))


def _sentence(place: Place, facts: Facts) -> Iterator[Drafted]:
    text = place.clause.plain.text
    goal_only = not place.clause.role.commits or worth.is_tone(text)
    inherited = [d for d in facts.dates if d.source != "clause"]
    lead: Date | None = None
    for group in groups(text, place.origin.parting, _goal(text) if goal_only else outline.numbered(text)):
        own = aims.within(facts, group.start, group.end)
        governing = [lead] if lead else inherited
        lead = next((d for d in own.dates if d.kind is DateKind.BY and (d.lead or goal_only)), lead)
        if worth.is_worth(group.text, own):
            yield _drafted(place, _trimmed(group, own), own, governing)


def _trimmed(group: Group, own: Facts) -> Group:
    """Without the slogans that it opens or ends with; a number or a date keeps its part."""
    kept = list(group.parts)
    for end in (0, -1):
        while len(kept) > 1 and _is_slogan(kept[end], own):
            del kept[end]
    return replace(group, parts=tuple(kept))


def _is_slogan(part: Part, own: Facts) -> bool:
    """以…为重点,落实…: what says how or on what belongs to the work behind it."""
    if heads.read(part.words).kind == "manner" or heads.waits(part.words):
        return False
    return not worth.is_worth(part.text, aims.within(own, part.start, part.end))


def _goal(sentence: str) -> int:
    """Where, in a sentence that says in what spirit, its goal begins: at the date."""
    return next((part.start for part in parts(sentence) if heads.read(part.words).kind == "date"), len(sentence))


def _drafted(place: Place, group: Group, own: Facts, governing: Sequence[Date]) -> Drafted:
    document, clause = place.document, place.clause
    words = group.text
    targets = aims.targets(own, group.parts)
    heading = document.sections[clause.section].title
    name = naming.title(group.parts, targets[0].indicator if len(targets) == 1 else "", heading)
    as_written = partial(restored, text=clause.plain.text, written=author(document, clause))
    by = aims.deadline(own, governing, words, document.issued, group.start)
    return Drafted(
        text=worth.trimmed(wording(document, clause, group)),
        title=as_written(name),
        kind=Kind.TARGET if targets else Kind.TASK,
        strength=strength(group.parts),
        document=place.origin.id,
        clause=clause.label,
        targets=tuple(replace(t, indicator=as_written(t.indicator) or as_written(name)) for t in targets),
        deadline=str(by) if by else None,
        departments=_departments(facts=own),
        applies_to=aims.addressees([part.text for part in group.parts], place.origin.level),
        doubts=tuple(_doubts(group, own, governed=place.governed and by is not None and not own.dates)),
    )


def _doubts(group: Group, own: Facts, *, governed: bool) -> Iterator[str]:
    if group.unsure:
        yield _UNSURE
    if governed:
        yield _GOVERNED
    if any(not quantity.unit and not quantity.base for quantity in own.quantities):
        yield _NO_UNIT


def _departments(facts: Facts) -> tuple[str, ...]:
    """Those named; 各级人民政府 and 各有关部门 are everybody."""
    return tuple(d.name for d in facts.departments if not d.name.startswith(("各", "有关", "相关")))


def _once(found: Sequence[Drafted]) -> tuple[Drafted, ...]:
    """Goals are told in the preamble and again below: the same words at the same time are one requirement."""
    kept: dict[tuple[str, str | None], Drafted] = {}
    for each in found:
        kept.setdefault((each.text, each.deadline), each)
    return tuple(kept.values())
