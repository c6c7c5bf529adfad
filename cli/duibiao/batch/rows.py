"""From the engine's findings to the rows that are kept, and from rows to bytes and back."""

import zlib

import msgspec

from duibiao.batch.values import Cell, Passage, PlanRow, Seen, Sheet, Told, Trouble
from duibiao.model.report import Checked, Evidence, Finding, Observation, Reason, Unreadable

_FAST = 1  # of zlib: a fifth of the size for a millisecond; the higher levels gain a tenth for five
_encoder = msgspec.msgpack.Encoder()
_plans = msgspec.msgpack.Decoder(PlanRow)
_sheets = msgspec.msgpack.Decoder(Sheet)


class SpoiltError(Exception):
    """The bytes of a row are not what was written."""


def sheet_of(report: Checked) -> Sheet:
    return Sheet(report.baseline, tuple(map(_cell, report.findings)), tuple(map(_seen, report.observations)))


def trouble_of(plan: Unreadable) -> PlanRow:
    return PlanRow(info=plan.plan, trouble=Trouble(plan.code, plan.message, plan.advice))


def packed(row: Sheet | PlanRow) -> bytes:
    return zlib.compress(_encoder.encode(row), _FAST)


def sheet(content: bytes) -> Sheet:
    """The sheet that was packed.

    Raises:
        SpoiltError: It was damaged.
    """
    try:
        return _sheets.decode(zlib.decompress(content))
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise SpoiltError from error


def is_sound(content: bytes) -> bool:
    """Whether the bytes are those that were packed: zlib's checksum says so at a fifth of the cost of reading them."""
    try:
        zlib.decompress(content)
    except zlib.error:
        return False
    return True


def plan(content: bytes) -> PlanRow:
    """The plan that was packed.

    Raises:
        SpoiltError: It was damaged.
    """
    try:
        return _plans.decode(zlib.decompress(content))
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise SpoiltError from error


def _cell(finding: Finding) -> Cell:
    return Cell(
        requirement=finding.requirement.id,
        verdict=finding.verdict,
        severity=finding.severity,
        confidence=round(finding.confidence, 3),
        review=finding.review,
        reasons=tuple(map(_told, finding.reasons)),
        evidence=tuple(map(_passage, finding.evidence)),
        nearest=_passage(finding.nearest) if finding.nearest else None,
        fingerprint=finding.fingerprint,
        passage=finding.passage,
        decision=finding.decision,
    )


def _seen(observation: Observation) -> Seen:
    passages = tuple(map(_passage, observation.evidence))
    return Seen(observation.rule, observation.code, observation.severity, observation.message, passages)


def _told(reason: Reason) -> Told:
    return Told(reason.rule, reason.code, reason.message, reason.expected, reason.found)


def _passage(evidence: Evidence) -> Passage:
    return Passage(evidence.text, evidence.clause, evidence.line, evidence.page)
