"""Findings as lines of a table, for csv and parquet: codes as they are, for programs in any language."""

from collections.abc import Iterator, Mapping

from duibiao.batch.places import Place
from duibiao.batch.run import Known
from duibiao.batch.values import Cell, Sheet
from duibiao.model.baseline import Requirement

Line = tuple[str | float | bool | int | None, ...]

COLUMNS = (
    "plan", "province", "city", "county", "level", "issued", "baseline", "requirement", "title", "kind", "strength",
    "verdict", "severity", "confidence", "review", "rules", "reasons", "expected", "found", "evidence", "clause",
    "line", "page", "decision", "fingerprint",
)  # fmt: skip


# what stands there comes from a plan, a checklist or a file name; the others are codes and numbers of ours
WORDED = (
    "plan", "province", "city", "county", "baseline", "requirement", "title", "reasons", "expected", "found",
    "evidence", "clause",
)  # fmt: skip


def lines(
    place: Place, known: Known, sheet: Sheet, requirements: Mapping[str, Requirement], language: str
) -> Iterator[Line]:
    info = known.plan.info
    head = (known.found.shown, place.province, place.city, place.county, info.level or place.level, info.issued)
    for cell in sheet.cells:
        yield (*head, sheet.baseline, *_of(cell, requirements[cell.requirement], language))


def _of(cell: Cell, requirement: Requirement, language: str) -> Line:
    first = cell.evidence[0] if cell.evidence else None
    worded = [told.message.say(language) for told in cell.reasons]
    return (
        cell.requirement,
        requirement.title,
        requirement.kind,
        requirement.strength.word,
        cell.verdict,
        cell.severity,
        cell.confidence,
        cell.review,
        " ".join(told.rule for told in cell.reasons),
        "; ".join(worded),
        "; ".join(told.expected for told in cell.reasons if told.expected),
        "; ".join(told.found for told in cell.reasons if told.found),
        " … ".join(passage.text for passage in cell.evidence),
        first.clause if first else None,
        first.line if first else None,
        first.page if first else None,
        cell.decision.action if cell.decision else None,
        cell.fingerprint,
    )
