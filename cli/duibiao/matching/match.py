"""Finds what answers each requirement of a checklist in a plan."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from duibiao.language.normalise import plain_text
from duibiao.matching import decide
from duibiao.matching.features import NAMES, Prepared, Seen, likeness, measure, prepare
from duibiao.matching.retrieve import Hit, Index, best_rivals, mass, rival
from duibiao.matching.terms import Terms, Weighted, terms, union, weigh
from duibiao.matching.windows import Part, Window, cut, passage
from duibiao.model.document import Document
from duibiao.model.fact import Facts
from duibiao.model.match import Candidate, Match, Passage, Wanted

MOST = 3  # passages of evidence
# A further passage must be nearly as likely as the best and hold this much more of the requirement.
NEARLY, MORE = 0.3, 0.05
CANDIDATES = 3  # handed on with a target, which may stand in one of them
_STOPS = (";", "。", "!", "?")
IDLE = 0.05  # of the requirement's weight: a sentence at the rim of a passage that brings less is cut off


class Scored(Struct, frozen=True, kw_only=True):
    """A candidate window with its features; the decision comes after."""

    hit: Hit
    values: tuple[float, ...]

    @property
    def features(self) -> dict[str, float]:
        return dict(zip(NAMES, self.values, strict=True))


def match(
    wanted: Sequence[Wanted],
    document: Document,
    facts: Sequence[Facts],
    models: decide.Models | None = None,
    *,
    keep: int | None = None,
) -> tuple[Match, ...]:
    """One match for each requirement, in their order.

    Args:
        wanted: The requirements.
        document: The plan.
        facts: The facts of each clause of the plan, in order.
        models: Weights to decide by; the shipped ones unless given.
        keep: How many candidates to hand on with each match; as many as are of use unless given.
    """
    models = models or decide.shipped()
    search = Search(wanted, document, facts)
    return tuple(search.decide(number, models, keep) for number in range(len(wanted)))


class Search:
    """A checklist and a plan brought together; holds what all requirements share."""

    def __init__(self, wanted: Sequence[Wanted], document: Document, facts: Sequence[Facts]) -> None:
        self.document, self.facts = document, facts
        self.parts: tuple[Part, ...] = cut(document, facts)
        contents = [_content(w) for w in wanted]
        asked = [terms(content) for content in contents]
        self.weights = weigh(asked, _clause_terms(self.parts))
        self.prepared: list[Prepared] = [
            prepare(w, content, found, self.weights) for w, content, found in zip(wanted, contents, asked, strict=True)
        ]
        index = Index(self.parts, self.weights)
        self.hits = [index.search(p.grams) for p in self.prepared]
        self._rivals = best_rivals(self.hits)
        self._blocks = _block_terms(self.parts)
        self._headings: dict[int, Terms] = {}
        self._windows: dict[Window, Terms] = {}
        self._seen: dict[Window, Seen] = {}
        self._passages: dict[Window, Passage] = {}
        self._masses = [mass(part.terms.words, self.weights.words) for part in self.parts]

    def candidates(self, number: int) -> tuple[Scored, ...]:
        """The candidates of requirement `number` with their features, by similarity."""
        hits, wanted = self.hits[number], self.prepared[number]
        seen = [self._see(hit.window) for hit in hits]
        alike = likeness(wanted.text, [each.text for each in seen])
        blocks = {block: wanted.grams.share(self._blocks[block].grams) for block in {each.block for each in seen}}
        return tuple(
            Scored(
                hit=hit,
                values=measure(wanted, hit, one, fuzzy, blocks[one.block], rival(self._rivals, hit.window, number)),
            )
            for hit, one, fuzzy in zip(hits, seen, alike, strict=True)
        )

    def decide(self, number: int, models: decide.Models, keep: int | None = None) -> Match:
        """The match of requirement `number`; `keep` says how many candidates to hand on, for `explain`.

        Without it as many as judging and the report can use: the one that was refused, or three for a target that
        may stand elsewhere than its task.
        """
        scored = [(models.likelihood(c.values), c) for c in self.candidates(number)]
        scored.sort(key=lambda x: (-x[0], x[1].hit.window))
        chosen = self.choose(number, scored)
        overall = self.summary(number, chosen)
        presence = models.presence(overall) if chosen else 0.0
        whole = models.whole(overall) if chosen else 0.0
        wanted, present = self.prepared[number].wanted, presence >= models.present_at
        keep = keep or (CANDIDATES if present and wanted.targets else 1)
        return Match(
            wanted=wanted,
            present=present,
            presence=presence,
            whole=whole,
            complete=whole >= models.whole_at,
            passages=tuple(self._passage(self._trimmed(number, c.hit.window)) for _, c in chosen) if present else (),
            candidates=tuple(
                Candidate(passage=self._passage(c.hit.window), score=s, features=tuple(c.features.items()))
                for s, c in scored[:keep]
            ),
        )

    def choose(self, number: int, scored: Sequence[tuple[float, Scored]]) -> list[tuple[float, Scored]]:
        """The passages to show: the best, then others that hold more of the requirement and are nearly as good."""
        wanted = self.prepared[number].grams
        chosen: list[tuple[float, Scored]] = []
        held: frozenset[str] = frozenset()
        for score, candidate in scored:
            window = candidate.hit.window
            if chosen and score < NEARLY * chosen[0][0]:
                break
            if any(_overlap(window, other.hit.window) for _, other in chosen):
                continue
            both = held | self.terms(window).grams
            if chosen and wanted.share(both) - wanted.share(held) < MORE:
                continue
            chosen.append((score, candidate))
            held = both
            if len(chosen) == MOST:
                break
        return chosen

    def summary(self, number: int, chosen: Sequence[tuple[float, Scored]]) -> dict[str, float]:
        """The features of a requirement as a whole, given the passages that answer it."""
        held = union(self.terms(c.hit.window) for _, c in chosen).grams
        prepared = self.prepared[number]
        return decide.summary(
            [score for score, _ in chosen],
            chosen[0][1].features if chosen else {},
            prepared.grams.share(held),
            [part.share(held) for part in prepared.parts],
            [item.share(held) for item in prepared.items],
        )

    def _trimmed(self, number: int, window: Window) -> Window:
        """The window without sentences at its rims that hold nothing of the requirement: their dates are not its."""
        wanted = self.prepared[number].grams
        ends = [i for i in range(window.first, window.last + 1) if self.parts[i].text.endswith(_STOPS)]
        while ends and ends[0] < window.last and self._is_idle(wanted, window, Window(ends[0] + 1, window.last)):
            window = Window(ends.pop(0) + 1, window.last)
        ends = [i for i in ends if i < window.last]
        while ends and self._is_idle(wanted, window, Window(window.first, ends[-1])):
            window = Window(window.first, ends.pop())
        return window

    def _is_idle(self, wanted: Weighted, window: Window, rest: Window) -> bool:
        return wanted.share(self.terms(window).grams) - wanted.share(self.terms(rest).grams) < IDLE

    def text(self, window: Window) -> str:
        return "".join(part.text for part in self.parts[window.first : window.last + 1])

    def terms(self, window: Window) -> Terms:
        if window.first == window.last:
            return self.parts[window.first].terms
        if window not in self._windows:
            self._windows[window] = union(part.terms for part in self.parts[window.first : window.last + 1])
        return self._windows[window]

    def _passage(self, window: Window) -> Passage:
        if window not in self._passages:
            self._passages[window] = passage(self.parts, window, self.facts, self.document)
        return self._passages[window]

    def _see(self, window: Window) -> Seen:
        if window not in self._seen:
            inside = self.parts[window.first : window.last + 1]
            head = inside[0].clause
            clauses = {part.clause.index for part in inside}
            live = [q for index in clauses for q in self.facts[index].quantities if not q.base]
            self._seen[window] = Seen(
                text=self.text(window),
                terms=self.terms(window),
                mass=sum(self._masses[window.first : window.last + 1]),
                near=self._heading(head.section),
                block=head.block,
                role=head.role,
                dimensions=frozenset(q.dimension for q in live),
                values=frozenset(q.value for q in live),
            )
        return self._seen[window]

    def _heading(self, section: int) -> Terms:
        if section not in self._headings:
            self._headings[section] = terms(
                "/".join(plain_text(t) for t in self.document.headings(section)), wider=True
            )
        return self._headings[section]


def _content(wanted: Wanted) -> str:
    """The text of a requirement without its numbers and dates, which the judging compares."""
    text = wanted.plain.text
    spans = [(d.start, d.end) for d in wanted.facts.dates] + [(q.start, q.end) for q in wanted.facts.quantities]
    for start, end in spans:
        text = text[:start] + "," * (end - start) + text[end:]
    return text


def _overlap(a: Window, b: Window) -> bool:
    return a.first <= b.last and b.first <= a.last


def _clause_terms(parts: Sequence[Part]) -> list[Terms]:
    return [union(p.terms for p in group) for _, group in groupby(parts, key=lambda p: p.clause.index)]


def _block_terms(parts: Sequence[Part]) -> dict[int, Terms]:
    return {block: union(p.terms for p in group) for block, group in groupby(parts, key=lambda p: p.clause.block)}
