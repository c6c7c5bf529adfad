"""What a report on a screen says beside the findings: observations, and the matrix of duties where all is asked for."""

from collections.abc import Iterator

from duibiao.reports.duties import Duties, Duty, said_date
from duibiao.reports.finding import passage_head
from duibiao.reports.format import Options
from duibiao.reports.styled import FAINT, SEVERITIES, STRONG, Line, flow, join, word
from duibiao.reports.text import printable
from duibiao.reports.view import Sheet
from duibiao.reports.words import say

QUOTED = 3  # passages of one observation; a list of twenty copied sentences is for --all
LONGEST = 80


def observations(sheet: Sheet, options: Options) -> Iterator[Line]:
    seen = sheet.report.observations
    if not seen:
        return
    yield word("")
    yield word(say("count", options.language, word=say("observations", options.language), n=len(seen)), STRONG)
    for observation in seen:
        rule = word(observation.rule, SEVERITIES[observation.severity])
        text = join((rule, word(observation.message.say(options.language))), " ")
        yield from flow(text, options.width, first="  ", rest=" " * 7)
        shown = observation.evidence if options.everything else observation.evidence[:QUOTED]
        for evidence in shown:
            quote = join((passage_head(evidence, options), word(_cut(evidence.text, options))), "  ")
            yield from flow(quote, options.width, first=" " * 7, rest=" " * 7)


def duties(plan: Duties, options: Options) -> Iterator[Line]:
    """Who does what by when; what is not named stands out, since it is what the list is looked through for."""
    if not plan.duties:
        return
    language = options.language
    nobody, endless = (sum(map(test, plan.duties)) for test in (_is_nobodys, _is_endless))
    gaps = (
        f"{say(key, language)} {say('missing', language)} {n}"
        for key, n in (("owners", nobody), ("deadline", endless))
        if n
    )
    head = say("count", language, word=say("sheet-matrix", language), n=len(plan.duties))
    yield word("")
    yield from flow(join((word(head, STRONG), *(word(gap, "yellow") for gap in gaps)), "  "), options.width)
    for duty in plan.duties:
        yield from _duty(duty, options)


def _duty(duty: Duty, options: Options) -> Iterator[Line]:
    language, task = options.language, duty.task
    place = printable(task.clause or say("line", language, n=task.line))
    title = join((word(place, FAINT), word(printable(task.title))), "  ")
    yield from flow(title, options.width, first="  ", rest="    ")
    missing = word(say("missing", language), "bold yellow")
    comma = say("comma", language)
    owners = missing if duty.is_nobodys else word(comma.join(task.departments), FAINT)
    dates = (*(said_date(deadline, language) for deadline in task.deadlines), *task.recurring)
    when = missing if duty.is_endless else word(comma.join(dates), FAINT)
    labels = (word(say(key, language) + say("colon", language), FAINT) for key in ("owners", "deadline"))
    told = join((label + value for label, value in zip(labels, (owners, when), strict=True)), "  ")
    yield from flow(told, options.width, first="      ", rest="        ")


def _cut(text: str, options: Options) -> str:
    return text if options.everything or len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _is_nobodys(duty: Duty) -> bool:
    return duty.is_nobodys


def _is_endless(duty: Duty) -> bool:
    return duty.is_endless
