"""Where the time of one plan goes, and what others take to find but the sentence most like each requirement."""

import time
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from duibiao import check as engine
from duibiao import judging, observing
from duibiao.baselines import load
from duibiao.batch import rows, work
from duibiao.batch.outputs.page import page
from duibiao.batch.values import PlanRow, Task
from duibiao.documents import read
from duibiao.documents.paragraphs import paragraphs
from duibiao.facts import read_clauses
from duibiao.judging.finding import finding
from duibiao.language.segment import words
from duibiao.matching import match
from duibiao.model.limits import DEFAULT
from duibiao.model.report import Unreadable
from tests.measure.peers import difflib, tfidf

TIMES = 5


def seconds(act: Callable[[], object], times: int = TIMES) -> float:
    """The best of several, the first of which loads what is loaded once."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - start)
    return best


def stages(plan: Path, checklist: Path) -> Mapping[str, float]:
    """The parts of a check in its order; `segmenting` is within them, and is the floor."""
    baseline = load(checklist)
    document = read(plan)
    facts = read_clauses(document)
    wanted = [engine.wanted_of(requirement) for requirement in baseline.active]
    matches = match(wanted, document, facts)
    found = [finding(m, judging.judge(m), document, plan.name, baseline.id) for m in matches]
    report = engine.check_file(plan, plan.name, [baseline], engine.Given())[0]
    assert not isinstance(report, Unreadable)
    row, sheet = PlanRow(info=report.plan), rows.sheet_of(report)
    subject: Any = observing.Subject(
        document=document, facts=tuple(facts), baseline=baseline, findings=tuple(found), tasks=report.tasks
    )

    def write() -> None:
        rows.packed(rows.sheet_of(report))
        page(row, (sheet,), (baseline,), "zh")

    return {
        "reading": seconds(lambda: (read(plan), read_clauses(document))),
        "requirements": seconds(lambda: [engine.wanted_of(requirement) for requirement in baseline.active]),
        "matching": seconds(lambda: match(wanted, document, facts)),
        "judging": seconds(lambda: [finding(m, judging.judge(m), document, "p", "b") for m in matches]),
        "observing": seconds(lambda: (observing.tasks(document, facts), observing.observe(subject))),
        "paragraphs": seconds(lambda: paragraphs(document, facts)),
        "writing": seconds(write),
        "whole": seconds(lambda: engine.check_file(plan, plan.name, [baseline], engine.Given())),
        "segmenting": seconds(lambda: [words(clause.plain.text) for clause in document.clauses]),
    }


def peers(plan: Path, checklist: Path) -> Mapping[str, float]:
    """The same plan and checklist, read already, with the other ways of `make measure`."""
    requirements = tuple(engine.wanted_of(r).plain.text for r in load(checklist).active)
    sentences = tuple(clause.plain.text for clause in read(plan).clauses if clause.role.commits)
    return {
        "difflib, all pairs": seconds(lambda: all_pairs(requirements, sentences), 1),
        "difflib, with its quick bounds": seconds(lambda: difflib(requirements, sentences), 1),
        "TF-IDF of character pairs": seconds(lambda: tfidf(requirements, sentences), 3),
    }


def all_pairs(requirements: tuple[str, ...], sentences: tuple[str, ...]) -> list[float]:
    """As people write it: every requirement against every sentence."""
    return [max(SequenceMatcher(None, r, s).ratio() for s in sentences) for r in requirements]


def check_once(plan: Path, checklist: Path) -> Callable[[], object]:
    """What a worker of a batch does for a plan."""
    baselines = (load(checklist),)
    task = Task(shown=plan.name, suffix=plan.suffix, content=plan.read_bytes())
    checklists = work.carried(baselines)
    return lambda: work.do(checklists, task, DEFAULT)
