"""The questions of `duibiao decide`: a finding, the keys, a reason."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto

from msgspec import Struct

from duibiao.commands import streams
from duibiao.commands.keys import key, line
from duibiao.commands.messages import say
from duibiao.model.decision import Ruling
from duibiao.model.report import Finding, Verdict
from duibiao.reports.finding import blocks
from duibiao.reports.format import Options
from duibiao.reports.styled import FAINT, STRONG, VERDICTS, flow, join, to_text, word
from duibiao.reports.text import printable
from duibiao.reports.view import VERDICTS as ORDER
from duibiao.reports.words import say as told


class Answer(Enum):
    """What is no ruling."""

    SKIP = auto()
    BACK = auto()
    QUIT = auto()


class Step(Struct, frozen=True, kw_only=True):
    """A finding to rule on. `today` is when; nothing can expire before it."""

    plan: str
    finding: Finding
    today: date


ANSWERS: Mapping[str, Answer] = {"s": Answer.SKIP, "": Answer.SKIP, "b": Answer.BACK, "q": Answer.QUIT}
ACTIONS: Mapping[str, str] = {"c": "confirm", "o": "overrule", "w": "waive"}


def opening(total: int, by: str, path: str, options: Options) -> str:
    return say("decide-opening", options.language, n=total, by=by, path=path) + "\n"


def ask(step: Step, number: str, options: Options) -> Answer | Ruling:
    """A ruling, without who made it and when.

    Raises:
        LeftError: Nobody answers any more.
    """
    streams.put(_page(step, number, options))
    while True:
        pressed = key(say("decide-keys", options.language) + " ").lower()
        if pressed in ANSWERS:
            return ANSWERS[pressed]
        if pressed in ACTIONS:
            ruling = _ruling(ACTIONS[pressed], step, options)
            if ruling:
                return ruling
        else:
            streams.put(say("decide-help", options.language) + "\n")


def _page(step: Step, number: str, options: Options) -> str:
    finding = step.finding
    verdict = word(told(finding.verdict, options.language), f"bold {VERDICTS[finding.verdict]}")
    head = join((word(number, STRONG), verdict, word(printable(step.plan), FAINT)), "  ")
    rows = [word(""), word("─" * options.width, FAINT), *flow(head, options.width), *blocks(finding, options), word("")]
    return to_text(rows, options)


def _ruling(action: str, step: Step, options: Options) -> Ruling | None:
    """None where the person thought better of it."""
    language = options.language
    verdict = _verdict(language) if action == "overrule" else None
    if action == "overrule" and verdict is None:
        return None
    usual = say("confirm-reason", language) if action == "confirm" else ""
    prompt = say("ask-reason-or", language, usual=usual) if usual else say("ask-reason", language)
    reason = line(prompt) or usual
    if not reason:
        streams.put(say("no-reason", language) + "\n")
        return None
    expires = _expiry(step.today, language) if action == "waive" else None
    return Ruling(action=action, reason=reason, by="", date="", verdict=verdict, expires=expires)


def _verdict(language: str) -> Verdict | None:
    listed = "  ".join(f"{number} {told(verdict, language)}" for number, verdict in enumerate(ORDER, 1))
    pressed = key(f"{say('ask-verdict', language)} {listed} ")
    return ORDER[int(pressed) - 1] if pressed in {str(n) for n in range(1, len(ORDER) + 1)} else None


def _expiry(today: date, language: str) -> str | None:
    """Asked until it is a day that is still to come, or nothing."""
    while True:
        typed = line(say("ask-expiry", language))
        if not typed:
            return None
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            day = None
        if day is not None and day >= today and len(typed) == 10:
            return day.isoformat()
        streams.put(say("bad-expiry", language, value=printable(typed), today=today) + "\n")
