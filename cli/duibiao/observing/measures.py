"""The numbers of a plan with what they are numbers of: name, year, whom they reach.

    "到2025年,全县社区日间照料机构覆盖率达到90%以上" -> 社区日间照料机构覆盖率 · 2025 · 90 %

A number may be held against another one only where all of this is known to be the same; where a part cannot be read
the number is left out. Ages, grades, durations and marks are no promises that a plan could contradict.
"""

from collections.abc import Iterator

from msgspec import Struct

from duibiao.language.late import late
from duibiao.model.document import Clause, Document, Role
from duibiao.model.fact import Date, DateKind, Facts, Quantity, Reach, Scope
from duibiao.model.span import Span

_LEFT_OUT = frozenset({"age", "month-of-age", "rank", "duration", "score", "lesson", "times", "ratio", "multiple", ""})
# what stands before a name and is none of it
_LEAD = late(
    r"^(?:到|至|在|使|将|让|的|其中|并|且|力争|确保|争取|努力|实现|做到|保持|推动|推进|全面|总体|累计|基本|按照|"
    r"(?:全|我|本)(?:国|省|市|县|区|州|旗|域)|全自治区|各(?:地|级|县|区|市)|\d{4}年(?:底|末)?前?)+"
)
_VERBS = late(
    r"^(?:建成|建设|打造|培育|培养|培训|创建|建立|设立|引进|发展|完成|改造|组建|支持|扶持|认定|举办|开展|新增|新建)"
)
_TAIL = late(r"(?:均|都|分别|总体|稳定|力争|要|将|须|应|比例|占比|比重|比率|数量|个数|总数|人数|数){1,12}$")
_BRACKET = late(r"\([^()]*\)")
_MARKS = late(r"[^一-鿿a-z0-9]")
_NEW = late(r"新增|新建|新培育|新引进|净增|再")
_SHORTEST = 4
# numbers that grade or share out: a subsidy for each class, a limit for each case
_CASES = late(r"最高|补[助贴]|奖[励补]|贴息|额度|罚款|的,|分别|不同|档|其余|其他|其它|以外|除外|超过.{0,12}部分")
_REACHES = (Reach.AREA, Reach.LOCAL, Reach.GROUP, Reach.KIND, Reach.SOME)


class Measure(Struct, frozen=True, kw_only=True):
    """A number that the plan promises. `year` is None where no date governs it; `core` is the name in bare words.

    `row` marks the cell of a table, `new` an increase and not a level.
    """

    core: str
    name: str
    quantity: Quantity
    year: tuple[int, int] | None
    clause: Clause
    scopes: tuple[Scope, ...]
    row: bool
    new: bool

    @property
    def reach(self) -> frozenset[str]:
        """Whom or what area the words of its comma part limit it to."""
        part, _ = _part(self.clause.plain.text, self.quantity)
        inside = (s for s in self.scopes if part <= s.start < max(self.quantity.end, part + 1))
        return frozenset(s.concept for s in inside if s.reach in _REACHES)

    @property
    def loose(self) -> bool:
        """Whether a case or a class limits it."""
        return not self.clause.cells and _CASES.search(self.clause.plain.text[: self.quantity.end]) is not None

    @property
    def span(self) -> Span:
        return self.clause.plain.origin(self.quantity.start, self.quantity.end)


def measures(document: Document, facts: tuple[Facts, ...]) -> Iterator[Measure]:
    for clause, own in zip(document.clauses, facts, strict=True):
        if clause.role in (Role.BODY, Role.TABLE, Role.ATTACHMENT):
            yield from _of_clause(clause, own)


def _of_clause(clause: Clause, facts: Facts) -> Iterator[Measure]:
    text = clause.plain.text
    for quantity in facts.quantities:
        if quantity.base or quantity.upper is not None or quantity.dimension in _LEFT_OUT:
            continue
        part, before = _part(text, quantity)
        core = _core(quantity.indicator)
        if len(core) < _SHORTEST or _is_repeated(facts, text, part, quantity):
            continue
        yield Measure(
            core=core,
            name=_BRACKET.sub("", quantity.indicator).strip(),
            quantity=quantity,
            year=_year(facts, quantity),
            clause=clause,
            scopes=facts.scopes,
            row=any(cell.start <= quantity.start < cell.end for cell in clause.cells),
            new=_NEW.search(before) is not None,
        )


def _part(text: str, quantity: Quantity) -> tuple[int, str]:
    """Where the comma part of a number begins, and its words before the number."""
    start = max(text.rfind(mark, 0, quantity.start) for mark in ",;。:\t") + 1
    return start, text[start : quantity.start]


def _core(indicator: str) -> str:
    bare = _VERBS.sub("", _LEAD.sub("", _BRACKET.sub("", indicator)))
    return _TAIL.sub("", _MARKS.sub("", bare))


def _is_repeated(facts: Facts, text: str, part: int, quantity: Quantity) -> bool:
    """每年培训100名 promises something else than 到2025年培训500名."""
    said = text[part : quantity.start]
    return any(d.kind is DateKind.RECURRING and d.start < quantity.start for d in facts.dates) or "年均" in said


def _year(facts: Facts, quantity: Quantity) -> tuple[int, int] | None:
    binding = [d for d in facts.dates if d.kind is DateKind.BY]
    column = [d for d in binding if d.source == "column"]
    if column:
        return next((_when(d) for d in column if d.start <= quantity.start < d.end), None)
    before = [d for d in binding if d.source != "clause" or d.start < quantity.start]
    return _when(before[-1]) if before else None


def _when(date: Date) -> tuple[int, int]:
    return date.last_day[:2]


def said(measure: Measure) -> str:
    """The number as the plan prints it; the bare number of a cell with its row's unit."""
    quantity = measure.quantity
    return quantity.shown or measure.clause.plain.text[quantity.start : quantity.end]
