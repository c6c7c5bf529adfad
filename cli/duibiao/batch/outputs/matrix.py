"""Every place against every requirement, gathered plan by plan: a letter for each verdict, not the findings."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from duibiao.batch.places import NOWHERE, Place, order, place_of
from duibiao.batch.run import Known
from duibiao.batch.values import Cell, Sheet
from duibiao.model.baseline import Baseline, Requirement
from duibiao.model.report import Verdict

NONE = "-"  # not held against the requirement
LETTERS = {
    Verdict.COVERED: "c",
    Verdict.EXCEEDED: "e",
    Verdict.WEAKENED: "w",
    Verdict.OMITTED: "o",
    Verdict.NOT_APPLICABLE: "n",
}


class Column(Struct, frozen=True, kw_only=True):
    """A requirement of one of the baselines."""

    baseline: str
    requirement: Requirement


class Row(Struct, frozen=True, kw_only=True):
    """A plan. `verdicts` has a letter for each column, `rules` the first reason's rule by its number, `review` a 1."""

    shown: str
    place: Place
    level: str
    title: str
    verdicts: str
    rules: str
    review: str
    key: str
    lists: tuple[str, ...]

    @property
    def counts(self) -> Counter[str]:
        return Counter(self.verdicts)

    @property
    def rate(self) -> float | None:
        return rate(self.counts)


class Matrix(Struct, frozen=True, kw_only=True):
    columns: tuple[Column, ...]
    rules: tuple[str, ...]
    rows: tuple[Row, ...]


def rate(counts: Counter[str]) -> float | None:
    """Covered or exceeded, of all that bind; None where nothing binds."""
    bound = sum(counts[letter] for letter in "cewo")
    return (counts["c"] + counts["e"]) / bound if bound else None


def columns_of(baselines: Sequence[Baseline]) -> tuple[Column, ...]:
    return tuple(Column(baseline=b.id, requirement=r) for b in baselines for r in b.active)


def placed(known: Known) -> Place:
    region = known.plan.info.region
    return place_of(region) if region else NOWHERE


def in_order(known: Sequence[Known]) -> list[tuple[Place, Known]]:
    """By the official order of places, each place's plans by path."""
    pairs = [(placed(plan), plan) for plan in known]
    return sorted(pairs, key=lambda pair: (order(pair[0]), pair[1].found.shown))


class Gatherer:
    """Takes the plans one after another."""

    def __init__(self, baselines: Sequence[Baseline], rules: Sequence[str]) -> None:
        self.columns = columns_of(baselines)
        self.rules = tuple(rules)
        self._at = {(c.baseline, c.requirement.id): at for at, c in enumerate(self.columns)}
        self._rule = {rule: chr(ord("A") + at) for at, rule in enumerate(self.rules)}
        self._rows: list[Row] = []

    def take(self, place: Place, known: Known, sheets: Sequence[Sheet]) -> None:
        verdicts, rules, review = ([mark] * len(self.columns) for mark in (NONE, " ", "0"))
        for sheet in sheets:
            for cell in sheet.cells:
                at = self._at[sheet.baseline, cell.requirement]
                verdicts[at], rules[at], review[at] = LETTERS[cell.verdict], self._first(cell), "01"[cell.review]
        info = known.plan.info
        self._rows.append(
            Row(
                shown=known.found.shown,
                place=place,
                level=info.level or place.level or "",
                title=info.title or "",
                verdicts="".join(verdicts),
                rules="".join(rules),
                review="".join(review),
                key=known.key,
                lists=known.lists,
            )
        )

    def matrix(self) -> Matrix:
        return Matrix(columns=self.columns, rules=self.rules, rows=tuple(self._rows))

    def _first(self, cell: Cell) -> str:
        return next((self._rule[told.rule] for told in cell.reasons if told.rule in self._rule), " ")
