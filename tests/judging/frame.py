"""Puts the words of a case where a user would have them: the plan in a file, the requirement in a checklist."""

import re
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

from duibiao import baselines, documents
from duibiao.check import Given, known, wanted_of
from duibiao.facts import read_clauses
from duibiao.matching import match as search
from duibiao.matching.match import MOST
from duibiao.matching.windows import Part, Window, cut, passage
from duibiao.model.baseline import Requirement
from duibiao.model.document import Document
from duibiao.model.fact import Facts
from duibiao.model.match import Candidate, Match, Passage
from tests.wrapping import wrapped

Case: TypeAlias = dict[str, Any]

# No year, no number and no words of any case: the frame must not govern what it frames.
HEAD = "青山县有关工作实施方案\n\n一、工作安排\n"
# A text is taken for one broken at a fixed width only where there is enough of it.
TAIL = "\n二、其他\n" + "各单位要把握好节奏，遇到问题及时会商，好的做法要及时总结，并向其他单位介绍。" * 6 + "\n"
SURROUNDINGS = Path(__file__).with_name("surroundings.yaml")


class Framed(Struct, frozen=True, kw_only=True):
    """A case's plan as it was read, with the parts of it that the case is about."""

    document: Document
    facts: tuple[Facts, ...]
    parts: tuple[Part, ...]
    own: tuple[Part, ...]

    def passage(self, first: int, last: int) -> Passage:
        return passage(self.parts, Window(first, last), self.facts, self.document)


def requirements(listed: list[Case], folder: Path) -> tuple[Requirement, ...]:
    """Requirements as the loader completes them from what a checklist says."""
    data = {
        "schema": 1,
        "baseline": {"id": "case", "level": "province"},
        "requirements": [{"id": f"C-{number}", **fields} for number, fields in enumerate(listed)],
    }
    path = folder / "baseline.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return baselines.load(path).requirements


def matched(case: Case, folder: Path) -> tuple[Match, Document]:
    """The match that a case describes: its passages are taken for the answer, so that only judging is tried."""
    (asked,) = requirements([case["requirement"]], folder)
    plan = _framed(case, folder)
    chosen = [_passage(plan, quote) for quote in case["passages"]] if "passages" in case else _whole(plan)
    others = [_passage(plan, quote) for quote in case.get("elsewhere", ())]
    match = Match(
        wanted=wanted_of(asked, case.get("region")),
        present=True,
        presence=1.0,
        whole=1.0,
        complete=case.get("complete", True),
        passages=tuple(chosen),
        candidates=tuple(Candidate(passage=p, score=0.5, features=()) for p in (*chosen, *others)),
    )
    return match, plan.document


def searched(case: Case, folder: Path) -> tuple[Match, Document]:
    """The match that the program itself finds, in a checklist and a plan that are mostly about other things."""
    around = yaml.safe_load(SURROUNDINGS.read_text("utf-8"))
    listed = [case["requirement"], *({"text": text} for text in around["requirements"])]
    wanted = [wanted_of(r, case.get("region")) for r in requirements(listed, folder)]
    plan = _read(around["before"] + case["plan"] + around["after"], case, folder)
    return search(wanted, plan, read_clauses(plan))[0], plan


def _framed(case: Case, folder: Path) -> Framed:
    head, tail = HEAD, TAIL if "wrap" in case else "\n"
    document = _read(head + case["plan"].strip("\n") + tail, case, folder)
    facts = read_clauses(document)
    parts = cut(document, facts)
    first, end = document.text.index("一、") + len("一、工作安排\n"), document.text.find("\n二、其他")
    own = tuple(p for p in parts if first <= p.clause.span.start < (end if end >= 0 else len(document.text)))
    return Framed(document=document, facts=facts, parts=parts, own=own)


def _read(text: str, case: Case, folder: Path) -> Document:
    if "wrap" in case:
        text = wrapped(text, case["wrap"])
    path = folder / "plan.txt"
    path.write_text(text, "utf-8")
    issued = str(case["issued"]) if "issued" in case else None  # YAML takes it for a date
    return known(documents.read(path), Given(issued=issued, region=case.get("region")))


def _passage(plan: Framed, quote: str) -> Passage:
    """The comma parts that hold the words of `quote`, which may run over a hard line break."""
    found = re.search(r"\n?".join(map(re.escape, quote)), plan.document.text)
    inside = [p.index for p in plan.parts if found and _touches(p, *found.span())]
    if not inside:
        raise ValueError(f"no part of the plan says {quote!r}")
    return plan.passage(inside[0], inside[-1])


def _touches(part: Part, start: int, end: int) -> bool:
    span = part.clause.plain.origin(part.start, part.end)
    return span.start < end and start < span.end


def _whole(plan: Framed) -> list[Passage]:
    """Each sentence or row of the case as a passage of its own."""
    clauses = dict.fromkeys(part.clause.index for part in plan.own)
    if not 1 <= len(clauses) <= MOST:
        raise ValueError(f"{len(clauses)} sentences: say which are the passages")
    inside = [[p.index for p in plan.own if p.clause.index == clause] for clause in clauses]
    return [plan.passage(indices[0], indices[-1]) for indices in inside]
