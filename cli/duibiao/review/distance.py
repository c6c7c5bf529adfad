"""Whether a reason has come to weigh more: 80% instead of 90% asked for, and now 70%."""

import re

from duibiao.model.fact import Strength
from duibiao.model.report import Reason

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*([万亿]?)")
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8}
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_STRENGTHS = {strength.word: strength for strength in Strength}


def further(old: Reason, new: Reason) -> int | None:
    """1 where the plan is further from what is asked for than before, -1 where it is nearer, 0 where it is the same.

    None where something changed and the two cannot be told apart so: another demand, other words.
    """
    if (old.code, old.expected) != (new.code, new.expected):
        return None
    if old.found == new.found:
        return 0
    before, after = _distance(old), _distance(new)
    if before is None or after is None or before == after:
        return None
    return 1 if after > before else -1


def _distance(reason: Reason) -> float | None:
    """How far what was found lies from what is asked for; only weakenings have a distance."""
    if reason.expected is None or reason.found is None:
        return None
    match reason.code:
        case "target-lower":
            asked, found = _number(reason.expected), _number(reason.found)
            return None if asked is None or found is None else abs(asked - found)
        case "deadline-later":
            return _day(reason.found)
        case "strength-softer":
            firmness = _STRENGTHS.get(reason.found)
            return None if firmness is None else -float(firmness)
        case _:
            return None


def _number(text: str) -> float | None:
    match = _NUMBER.search(text)
    return float(match[1]) * _SCALE[match[2]] if match else None


def _day(text: str) -> float | None:
    """The last day that a date names, as a number that grows with it."""
    match = _DATE.fullmatch(text)
    return float(match[1]) * 10_000 + float(match[2] or 12) * 100 + float(match[3] or 31) if match else None
