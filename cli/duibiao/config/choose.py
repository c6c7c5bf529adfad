"""Which baselines a plan is to be held against, where nobody has said so.

A baseline fits a plan that is on its topic, for a place in its region, on a rung below it, and issued after its
documents and before all its dates have passed. Only what a reader would point at counts as on the topic: the plan's
title names it, or the plan cites one of the baseline's documents. Whether the text is *about* the topic was refused as
a ground: every five-year plan is about everything, and a checklist that nobody meant fills a report with omissions.
A plan that cites a document of its own rung binds itself to it (a department carries out what its city decided).

Baselines of different rungs or topics bind together. Two of the same rung, region and topic contradict each other,
unless one extends or supersedes the other, or the plan cites only one of them: then nobody but a person can tell.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from duibiao.config.heads import Head
from duibiao.config.places import is_below, is_national, is_open
from duibiao.language.normalise import plain_text
from duibiao.model.document import Level
from duibiao.model.message import Message

_LISTED = re.compile(r"[、,，;；/\s]+")  # not 和, which is part of words (碳中和)
_NOTE = re.compile(r"\([^()]*\)$")  # (征求意见稿), (试行): cited with and without it
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


class About(Struct, frozen=True, kw_only=True):
    """What a plan says of itself, or somebody says of it. `cited` are the ids of baselines whose documents it cites."""

    title: str = ""
    region: str | None = None
    level: Level | None = None
    issued: str | None = None
    cited: tuple[str, ...] = ()

    @property
    def begins(self) -> str | None:
        """When it was issued, else the first year that its title names: 三年行动方案（2023—2025年）."""
        found = _YEAR.search(self.title)
        return self.issued or (found[1] if found else None)


class Fit(Struct, frozen=True, kw_only=True):
    """A baseline that fits, and what speaks for it."""

    head: Head
    reasons: tuple[Message, ...]


class Choice(Struct, frozen=True, kw_only=True):
    """What was settled for a plan.

    Where `rivals` is not empty, these contradict each other and nothing was chosen; where `fits` is empty as well,
    nothing fits, and `misfits` says of each baseline why.
    """

    fits: tuple[Fit, ...] = ()
    rivals: tuple[Fit, ...] = ()
    misfits: tuple[tuple[Head, Message], ...] = ()


def choose(about: About, heads: Iterable[Head]) -> Choice:
    """The baselines that bind the plan, or why none was chosen."""
    fits: list[Fit] = []
    misfits: list[tuple[Head, Message]] = []
    for head in heads:
        against = _against(about, head)
        if against is None:
            fits.append(Fit(head=head, reasons=tuple(_reasons(about, head))))
        else:
            misfits.append((head, against))
    misfits.sort(key=lambda misfit: _topic(about, misfit[0]) is not None)  # a person looks for those on the topic
    left = _without_replaced(fits)
    for fit in left:
        rivals = [other for other in left if other is fit or _is_rival(fit.head, other.head)]
        cited = [other for other in rivals if other.head.id in about.cited]
        if len(rivals) > 1 and len(cited) != 1:
            return Choice(rivals=tuple(rivals))
    kept = [fit for fit in left if fit.head.id in about.cited or not _has_cited_rival(fit, left, about)]
    return Choice(fits=tuple(kept), misfits=tuple(misfits))


def cites(text: str, title: str, head: Head) -> bool:
    """Whether the plain text of a plan cites a document of the baseline, by its number or by its whole title.

    The document itself, printed in its own letter (印发《…》的通知), is no citation.
    """
    if any(_NOTE.sub("", plain_text(source.title)) == _NOTE.sub("", plain_text(title)) for source in head.sources):
        return False
    for source in head.sources:
        number = plain_text(source.number) if source.number else ""
        name = _NOTE.sub("", plain_text(source.title))
        if (len(number) > 5 and number in text) or (len(name) > 9 and f"《{name}" in text):
            return True
    return False


def _against(about: About, head: Head) -> Message | None:
    """The first thing that speaks against it: the topic, since a person would look at that first."""
    return next(filter(None, (ask(about, head) for ask in (_topic, _rung, _region, _begun, _over))), None)


def _topic(about: About, head: Head) -> Message | None:
    if head.id in about.cited or _named(about.title, head.topic):
        return None
    return Message(
        f"主题“{head.topic or head.title}”，方案标题没有提到，也没有引用它的文件",
        f"on {head.topic or head.title}, which the plan's title does not name, nor does the plan cite its documents",
    )


def _rung(about: About, head: Head) -> Message | None:
    if about.level is None or head.level is None or head.level.rank < about.level.rank:
        return None
    if head.level is about.level and head.id in about.cited:
        return None
    return Message("与方案同级或更低，不是上级要求", "of the plan's own level or below it, not upstream")


def _region(about: About, head: Head) -> Message | None:
    if is_national(head.region, head.level):
        return None
    region = head.region or ""
    if head.id in about.cited and (about.region is None or is_open(about.region)):
        return None  # a plan that leaves its province out cites it; one from elsewhere was copied
    if about.region is None:
        return Message(
            f"地区 {region}，而从方案中读不出地区", f"for {region}, and the plan does not say where it is for"
        )
    if is_below(about.region, region):
        return None
    return Message(f"地区 {region}，方案属 {about.region}", f"for {region}, the plan is for {about.region}")


def _begun(about: About, head: Head) -> Message | None:
    begins = about.begins
    if begins is None or head.issued is None or begins >= head.issued[: len(begins)]:
        return None
    return Message(f"{head.issued} 才印发，晚于方案（{begins}）", f"issued {head.issued}, after the plan ({begins})")


def _over(about: About, head: Head) -> Message | None:
    begins = about.begins
    if begins is None or head.until is None or head.until >= begins[: len(head.until)]:
        return None
    return Message(
        f"时限到 {head.until} 为止，方案从 {begins} 开始",
        f"its dates end with {head.until}, the plan begins in {begins}",
    )


def _reasons(about: About, head: Head) -> Iterable[Message]:
    if named := _named(about.title, head.topic):
        yield Message(f"标题提到“{'、'.join(named)}”", f"the title names {', '.join(named)}")
    if head.id in about.cited:
        yield Message("方案引用了它的文件", "the plan cites its document")
    if is_national(head.region, head.level):
        yield Message("全国适用", "it is national")
    elif about.region and is_below(about.region, head.region or ""):
        yield Message(f"{about.region} 属 {head.region}", f"{about.region} lies in {head.region}")


def _named(title: str, topic: str) -> tuple[str, ...]:
    """The topics that the title names (养老服务、托育服务 are two)."""
    plain = plain_text(title)
    return tuple(part for part in topics(topic) if part in plain)


def topics(topic: str) -> tuple[str, ...]:
    return tuple(plain for part in _LISTED.split(topic) if len(plain := plain_text(part)) > 1)


def _without_replaced(fits: Sequence[Fit]) -> list[Fit]:
    """Without layers that another one brings along, and those whose documents another one's have superseded."""
    replaced = {name for fit in fits for name in _above(fit.head, fits)}
    replaced |= {other.head.id for fit in fits for other in fits if _supersedes(fit.head, other.head)}
    return [fit for fit in fits if fit.head.id not in replaced]


def _above(head: Head, fits: Sequence[Fit]) -> set[str]:
    known = {fit.head.id: fit.head for fit in fits}
    found: set[str] = set()
    waiting = list(head.extends)
    while waiting:
        name = waiting.pop()
        if name not in found and name != head.id:
            found.add(name)
            waiting += known[name].extends if name in known else ()
    return found


def _supersedes(head: Head, other: Head) -> bool:
    """Whether every document of the other one was superseded by this one's."""
    gone = {plain_text(name) for source in head.sources for name in source.supersedes}
    return (
        head.id != other.id
        and bool(other.sources)
        and all(plain_text(source.number or "") in gone or plain_text(source.title) in gone for source in other.sources)
    )


def _is_rival(head: Head, other: Head) -> bool:
    same_place = head.level == other.level and (head.region or "") == (other.region or "")
    return head.id != other.id and same_place and bool(set(topics(head.topic)) & set(topics(other.topic)))


def _has_cited_rival(fit: Fit, fits: Sequence[Fit], about: About) -> bool:
    return any(other.head.id in about.cited and _is_rival(fit.head, other.head) for other in fits)
