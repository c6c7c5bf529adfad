"""The manual pages of rules, as `duibiao explain` shows them."""

from collections.abc import Iterator, Sequence

from duibiao.model.report import RulePage
from duibiao.reports.format import Options
from duibiao.reports.styled import FAINT, STRONG, Line, flow, join, to_text, word
from duibiao.reports.words import say

SECTIONS = ("finds", "matters", "limits")


def render_page(page: RulePage, options: Options) -> str:
    return to_text(_page(page, options), options)


def render_index(pages: Sequence[RulePage], options: Options) -> str:
    return to_text(_index(pages, options), options)


def _page(page: RulePage, options: Options) -> Iterator[Line]:
    language = options.language
    yield join((word(page.rule, STRONG), word(page.code, STRONG)), " ")
    yield from flow(word(page.title.say(language)), options.width)
    for section in SECTIONS:
        yield word("")
        yield word(say(section, language), STRONG)
        yield from flow(word(getattr(page, section).say(language)), options.width, first="  ", rest="  ")


def _index(pages: Sequence[RulePage], options: Options) -> Iterator[Line]:
    longest = max((len(page.code) for page in pages), default=0)
    for page in pages:
        head = f"{page.rule}  {page.code.ljust(longest)}  "
        yield from flow(word(page.title.say(options.language)), options.width, first=head, rest=" " * len(head))
    yield word("")
    yield word(say("page-hint", options.language), FAINT)
