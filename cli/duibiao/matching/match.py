"""Finds what answers each requirement of a checklist in a plan."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duibiao.language.normalise import plain_text
from duibiao.matching import decide
from duibiao.matching.features import Prepared, Seen, measure, prepare, recall
from duibiao.matching.retrieve import Hit, Index, best_rivals, rival
from duibiao.matching.terms import Terms, Weights, terms, weigh
from duibiao.matching.windows import Part, Window, cut, passage
from duibiao.model.document import Document
from duibiao.model.fact import Facts
from duibiao.model.match import Candidate, Match, Passage, Wanted

MOST = 3  # passages of evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate window with its features; the decision comes after."""

    hit: Hit
    features: Mapping[str, float]


def match(
    wanted: Sequence[Wanted], document: Document, facts: Sequence[Facts], models: decide.Models | None = None
) -> tuple[Match, ...]:
    """One match for each requirement, in their order.

    Args:
        wanted: The requirements.
        document: The plan.
        facts: The facts of each clause of the plan, in order.
        models: Weights to decide by; the shipped ones unless given.
    """
    models = models or decide.shipped()
    search = Search(wanted, document, facts)
    return tuple(search.decide(number, models) for number in range(len(wanted)))


class Search:
    """A checklist and a plan brought together; holds what all requirements share."""

    def __init__(self, wanted: Sequence[Wanted], document: Document, facts: Sequence[Facts]) -> None:
        self.document, self.facts = document, facts
        self.parts: tuple[Part, ...] = cut(document)
        contents = [_content(w) for w in wanted]
        asked = [terms(content) for content in contents]
        self.weights: Weights = weigh(asked, _clause_terms(self.parts))
        self.prepared: list[Prepared] = [
            prepare(w, t, terms(plain_text(w.requirement.title)), _parts(content), self.weights)
            for w, t, content in zip(wanted, asked, contents, strict=True)
        ]
        index = Index(self.parts, self.weights)
        self.hits = [index.search(p.terms) for p in self.prepared]
        self._rivals = best_rivals(self.hits)
        self._blocks = _block_terms(self.parts)
        self._headings: dict[int, Terms] = {}

    def candidates(self, number: int) -> tuple[Scored, ...]:
        """The candidates of requirement `number` with their features, by similarity."""
        return tuple(self._score(number, hit) for hit in self.hits[number])

    def decide(self, number: int, models: decide.Models) -> Match:
        prepared = self.prepared[number]
        scored = [(models.evidence(c.features), c) for c in self.candidates(number)]
        scored.sort(key=lambda x: (-x[0], x[1].hit.window))
        chosen = self.choose(number, scored)
        overall = self.summary(number, chosen)
        presence = models.presence(overall) if chosen else 0.0
        whole = models.whole(overall) if chosen else 0.0
        return Match(
            wanted=prepared.wanted,
            present=presence >= models.present_at,
            presence=presence,
            whole=whole,
            complete=whole >= models.whole_at,
            passages=tuple(self._passage(c.hit.window) for _, c in chosen),
            candidates=tuple(
                Candidate(passage=self._passage(c.hit.window), score=s, features=tuple(c.features.items()))
                for s, c in scored[:5]
            ),
        )

    def choose(self, number: int, scored: Sequence[tuple[float, Scored]]) -> list[tuple[float, Scored]]:
        """The passages to show: the best, then others that hold more of the requirement and are nearly as good."""
        prepared = self.prepared[number]
        chosen: list[tuple[float, Scored]] = []
        held: frozenset[str] = frozenset()
        for score, candidate in scored:
            window = candidate.hit.window
            if any(_overlap(window, other.hit.window) for _, other in chosen):
                continue
            grams = self.terms(window).grams
            gain = recall(prepared.terms.grams, held | grams, self.weights.grams) - recall(
                prepared.terms.grams, held, self.weights.grams
            )
            if chosen and (gain < 0.05 or score < 0.3 * chosen[0][0]):
                continue
            chosen.append((score, candidate))
            held |= grams
            if len(chosen) == MOST:
                break
        return chosen

    def summary(self, number: int, chosen: Sequence[tuple[float, Scored]]) -> dict[str, float]:
        """The features of a requirement as a whole, given the passages that answer it."""
        held = frozenset[str]().union(*(self.terms(c.hit.window).grams for _, c in chosen))
        prepared = self.prepared[number]
        return decide.summary(
            [score for score, _ in chosen],
            [c.features for _, c in chosen],
            recall(prepared.terms.grams, held, self.weights.grams),
            [recall(part, held, self.weights.grams) for part in prepared.parts],
        )

    def text(self, window: Window) -> str:
        return "".join(part.text for part in self.parts[window.first : window.last + 1])

    def terms(self, window: Window) -> Terms:
        inside = [part.terms for part in self.parts[window.first : window.last + 1]]
        return Terms(
            frozenset().union(*(t.grams for t in inside)),
            frozenset().union(*(t.words for t in inside)),
        )

    def _passage(self, window: Window) -> Passage:
        return passage(self.parts, window, self.facts, self.document)

    def _score(self, number: int, hit: Hit) -> Scored:
        window = hit.window
        head = self.parts[window.first].clause
        inside = {part.clause.index: part.clause for part in self.parts[window.first : window.last + 1]}
        near = Facts(quantities=tuple(q for index in inside for q in self.facts[index].quantities))
        seen = Seen(
            hit=hit,
            text=self.text(window),
            terms=self.terms(window),
            near=self._heading(head.section),
            block=self._blocks[head.block],
            facts=near,
            role=head.role,
            rival=rival(self._rivals, window, number),
        )
        features = measure(self.prepared[number], seen, self.weights)
        return Scored(hit=hit, features=features)

    def _heading(self, section: int) -> Terms:
        if section not in self._headings:
            self._headings[section] = terms("/".join(plain_text(t) for t in self.document.headings(section)))
        return self._headings[section]


def _content(wanted: Wanted) -> str:
    """The text of a requirement without its numbers and dates, which the judging compares."""
    text = wanted.plain.text
    spans = [(d.start, d.end) for d in wanted.facts.dates] + [(q.start, q.end) for q in wanted.facts.quantities]
    for start, end in spans:
        text = text[:start] + "," * (end - start) + text[end:]
    return text


def _parts(content: str) -> tuple[frozenset[str], ...]:
    """The character pairs of each comma part, or item of a list, that is long enough to be a thing of its own."""
    parts = [terms(part).grams for part in re.split(r"[,;。:、]", content)]
    return tuple(part for part in parts if len(part) >= 2)


def _overlap(a: Window, b: Window) -> bool:
    return a.first <= b.last and b.first <= a.last


def _clause_terms(parts: Sequence[Part]) -> list[Terms]:
    by: dict[int, list[Terms]] = {}
    for part in parts:
        by.setdefault(part.clause.index, []).append(part.terms)
    return [_union(group) for group in by.values()]


def _block_terms(parts: Sequence[Part]) -> dict[int, Terms]:
    by: dict[int, list[Terms]] = {}
    for part in parts:
        by.setdefault(part.clause.block, []).append(part.terms)
    return {block: _union(group) for block, group in by.items()}


def _union(group: Sequence[Terms]) -> Terms:
    return Terms(frozenset().union(*(t.grams for t in group)), frozenset().union(*(t.words for t in group)))
