"""Reads damaged documents in a contained process, and counts what became of them."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, field

from duibiao.baselines import load
from duibiao.check import Given, check_plan, read_plan
from duibiao.contain import Contained, CrashedError
from duibiao.documents.read import extract
from duibiao.model.baseline import Baseline
from duibiao.model.document import Document
from duibiao.model.errors import UnreadableError
from duibiao.model.limits import Limits
from duibiao.model.report import BaselineInfo, PlanInfo, Run, Unreadable
from duibiao.reports.format import Options
from duibiao.reports.registry import FORMATS, render
from duibiao.reports.view import arrange
from tests.documents.shared import lawful
from tests.hostile.fuzz.corpus import corpus
from tests.hostile.fuzz.mutate import mutated

ROOT = Path(__file__).resolve().parents[3]
LIMITS = Limits(seconds=120, memory=1500, characters=1_000_000)  # seconds of a machine that has much else to do
# LibreOffice takes a second for each document, whatever we make of it: its files are only looked at.
OFFICE = frozenset({"rtf", "doc", "odt"})
_WHOLE = 25  # every so many documents that can be read are checked and painted as well
_NEIGHBOUR = 40  # after so many, a sound document is read again
# what a file may be refused for; anything else is a fault of ours
_REFUSALS = frozenset(
    {"empty", "damaged", "encrypted", "unsupported", "no-clause", "too-large", "scan", "no-unicode-map", "ofd"}
)


class Count(Struct, kw_only=True):
    """`outcomes` by suffix and what became of it; `faults` are those that must not be."""

    documents: int = 0
    neighbours: int = 0
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0


def fuzz(seeds: Iterator[int], until: float = float("inf")) -> Count:
    """Reads the document of each seed; `until` is of `time.monotonic`."""
    count = Count()
    with TemporaryDirectory(prefix="duibiao-fuzz-") as folder:
        answer = Reader(folder=Path(folder), baseline=load(ROOT / "baselines/yl-elderly-2023.yaml"))
        neighbours = list(corpus())
        right = {suffix: answer(-1 - at) for at, suffix in enumerate(neighbours)}
        with Contained(answer, str, LIMITS) as reader:
            for number, seed in enumerate(seeds):
                if time.monotonic() > until:
                    break
                _one(reader, seed, count)
                if number % _NEIGHBOUR == 0:
                    at = (number // _NEIGHBOUR) % len(neighbours)
                    count.neighbours += 1
                    if reader.ask(-1 - at) != right[neighbours[at]]:
                        count.faults.append(f"after seed {seed} a sound {neighbours[at]} was read differently")
    return count


def _one(reader: Contained[str], seed: int, count: Count) -> None:
    started = time.monotonic()
    suffix, _ = mutated(seed)
    try:
        outcome = reader.ask(seed)
    except CrashedError as error:
        outcome = "bug"
        count.faults.append(f"seed {seed} ({suffix}): {error.what}\n{error.trace}")
    except UnreadableError as error:
        outcome = error.code
        count.faults.append(f"seed {seed} ({suffix}): {error.code}: {error.message.en}")
    count.documents += 1
    count.outcomes[suffix, outcome.partition(" ")[0]] += 1
    count.slowest = max(count.slowest, time.monotonic() - started)


class Reader(Struct):
    """Called in the child with a seed, or with a number below 0 for a sound document. Says what became of it."""

    folder: Path
    baseline: Baseline
    read: int = 0

    def __call__(self, seed: int) -> str:
        suffix, data = mutated(seed) if seed >= 0 else _neighbour(seed)
        path = self.folder / f"plan.{suffix}"
        path.write_bytes(data)
        try:
            return self._read(path, whole=seed < 0)
        except UnreadableError as error:
            if error.code not in _REFUSALS or error.advice is None:
                raise AssertionError(f"refused as {error.code}") from error
            return f"{error.code} {error.message.en}"

    def _read(self, path: Path, *, whole: bool) -> str:
        if _is_office(path):
            return "office"
        taken = extract(path, LIMITS)
        lawful(taken)
        read = read_plan(path, path.name, Given(), LIMITS)
        if isinstance(read, Unreadable):
            raise UnreadableError(read.code, read.message, read.advice)
        self.read += 1
        if whole or self.read % _WHOLE == 0:
            self._paint(*read)
        return f"read {len(taken.text)} {len(read[0].clauses)}"

    def _paint(self, document: Document, plan: PlanInfo) -> None:
        reports = check_plan(document, plan, (self.baseline,), None)
        info = BaselineInfo(id=self.baseline.id, title=self.baseline.title, sha256="", requirements=1)
        view = arrange(Run(version="0", baselines=(info,), reports=reports, pages=()))
        for form in FORMATS.values():
            if not form.annotates:
                render(form, view, Options(language="en", everything=True))


def _neighbour(number: int) -> tuple[str, bytes]:
    suffix = list(corpus())[-1 - number]
    return suffix, corpus()[suffix][0]


def _is_office(path: Path) -> bool:
    from duibiao.documents.sniff import Format, sniff  # noqa: PLC0415  as readers do

    return sniff(path.read_bytes(), path, LIMITS) is Format.OFFICE
