"""Tells the plan from what stands around it: cover notice, title, signature, contacts, attachments.

A letter comes first (关于印发《…方案》的通知: salutation, 现印发给你们, signature), then the plan with its own name,
then its attachments. A notice that is itself the plan has sections of its own and no second name.
"""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from duibiao.documents.outline import contents, naming, shapes
from duibiao.documents.outline.numbering import Marker, Style
from duibiao.documents.outline.pieces import Piece
from duibiao.language.late import late
from duibiao.model.document import Role

_SHORT = 40
# How many lines below the name may still be its letter's head, and how many may lead up to the first section.
_HEAD = 8
_FRONT = 12
_LONGEST_HEADING = 25
# 总体要求与目标:… before the first section is already the plan.
_AIMS = late(r"(?:总体|主要|工作|发展|具体)?(?:要求|目标|指标|任务)[^,。;:]{0,6}:")
_PURPOSE = late(r"^(?:为|根据|按照|依据).{4,400}(?:制定|提出|如下|通知|现就)")


class Frame(Struct):
    """`roles[i]` is settled for the pieces around the plan, None for those inside it.

    `names` are the lines of the plan's own name, `letter` those of the cover notice's. `attachments` are the pieces at
    which an attachment begins, `first` the first section of the plan.
    """

    roles: list[Role | None]
    names: range = range(0)
    letter: range = range(0)
    first: int = 0
    attachments: list[int] = field(default_factory=list)


def read(pieces: Sequence[Piece], markers: Sequence[Marker | None], hint: str | None) -> Frame:
    frame = Frame(roles=[None] * len(pieces))
    for at in contents.lines(pieces):
        frame.roles[at] = Role.COVER
    candidates = naming.candidates(pieces, markers, hint)
    frame.first = _first_section(pieces, markers, frame, candidates)
    before = [names for names in candidates if names.stop <= frame.first]
    if before:
        frame.names = naming.own(pieces, before, hint)
        frame.letter = next((names for names in before if names.stop <= frame.names.start), range(0))
    _front(pieces, frame)
    _repeated(pieces, frame)
    _attachments(pieces, markers, frame)
    _back(pieces, markers, frame)
    return frame


def _first_section(
    pieces: Sequence[Piece], markers: Sequence[Marker | None], frame: Frame, names: Sequence[range]
) -> int:
    """The first numbering or heading under the name that stands last before 一、, 第一章 or 第一条.

    A draft put out for comment may number its letter too (1.电子邮件: …), above the name.
    """
    opened = min((run.stop for run in names), default=0)
    free = [at for at in range(opened, len(pieces)) if frame.roles[at] is None and not pieces[at].cells]
    strong = next((at for at in free if _is_strong(markers[at])), len(pieces))
    under = max((run.stop for run in names if run.stop <= strong), default=opened)
    named = {at for run in names for at in run}
    return next(
        (
            at
            for at in free
            if at >= under and at not in named and (markers[at] is not None or pieces[at].heading is not None)
        ),
        len(pieces),
    )


def _is_strong(marker: Marker | None) -> bool:
    return marker is not None and marker.value == 1 and marker.style <= Style.HAN


def _front(pieces: Sequence[Piece], frame: Frame) -> None:
    """Between the name and the first section: the letter's head (COVER) and what the plan is made for (PREAMBLE)."""
    start = frame.names.stop
    for at in range(frame.names.start):
        frame.roles[at] = Role.COVER
    for at in frame.names:
        frame.roles[at] = Role.TITLE
    sectioned = frame.first < len(pieces)
    for at in range(start, min(frame.first, start + _FRONT)):
        line = pieces[at].text
        if frame.roles[at] is not None or pieces[at].cells:
            continue
        if _is_head(line) and at < start + _HEAD:
            frame.roles[at] = Role.COVER
        elif _AIMS.match(line) or _is_heading(pieces, at):
            break
        elif sectioned or _PURPOSE.search(line):
            frame.roles[at] = Role.PREAMBLE


def _is_heading(pieces: Sequence[Piece], at: int) -> bool:
    """总体目标 over its paragraph: a heading without number; the plan begins here."""
    line = pieces[at].text
    if len(line) > _LONGEST_HEADING or re.search(r"[\d,。;:!?()]", line) or at + 1 >= len(pieces):
        return False
    below = pieces[at + 1].text
    return len(below) > 2 * len(line) and below.endswith("。")


def _repeated(pieces: Sequence[Piece], frame: Frame) -> None:
    """Some pages carry the whole document twice: what begins again like the letter or the plan is no second plan."""
    openings: dict[str, list[str]] = {}
    for at in range(min(frame.names.stop + 1, frame.first, len(pieces) - 2)):
        window = [piece.text for piece in pieces[at : at + 3]]
        if len("".join(window)) > _SHORT:
            openings.setdefault(window[0], window)
    for at in range(frame.first + 1, len(pieces) - 2):
        window = openings.get(pieces[at].text, [])
        if window and [piece.text for piece in pieces[at : at + 3]] == window:
            frame.roles[at:] = [Role.CONTACT] * (len(pieces) - at)
            return


def _is_head(line: str) -> bool:
    return (
        shapes.is_number(line)
        or shapes.is_date(line)
        or shapes.is_salutation(line)
        or shapes.is_subtitle(line)
        or shapes.is_disclosure(line)
        or shapes.is_contact(line)
        or shapes.is_attachment(line)
        or (len(line) < _SHORT and shapes.is_organ(line))
    )


def _attachments(pieces: Sequence[Piece], markers: Sequence[Marker | None], frame: Frame) -> None:
    """附件 after the plan; a mere list of attachments (附件:1.… 2.…) opens none."""
    listed = -1
    for at in range(frame.first, len(pieces)):
        line = pieces[at].text
        if pieces[at].cells or frame.roles[at] is not None:
            continue
        rest = shapes.after_attachment(line)
        if shapes.is_attachment(line) or (rest is not None and len(rest) < _SHORT * 2 and _opens(pieces, at, markers)):
            frame.attachments.append(at)
        elif (rest is not None and len(rest) < _SHORT * 3 and not rest.endswith("。")) or (
            listed == at - 1 and listed >= 0 and _is_listed(line, markers[at])
        ):
            frame.roles[at] = Role.CONTACT
            listed = at


def _opens(pieces: Sequence[Piece], at: int, markers: Sequence[Marker | None]) -> bool:
    """Whether an attachment's text follows 附件1:…, and not only the next line of a list or the signature."""
    if at + 1 >= len(pieces):
        return False
    following = pieces[at + 1]
    line = following.text
    if following.cells:
        return True
    marker = markers[at + 1]
    if shapes.after_attachment(line) is not None or shapes.is_date(line) or shapes.is_organ(line):
        return False
    if shapes.is_contact(line) or shapes.is_disclosure(line):
        return False
    return not (marker is not None and marker.style is Style.DIGIT and marker.value == 2)


def _is_listed(line: str, marker: Marker | None) -> bool:
    return marker is not None and marker.style is Style.DIGIT and marker.value > 1 and len(line) < _SHORT * 2


def _back(pieces: Sequence[Piece], markers: Sequence[Marker | None], frame: Frame) -> None:
    """Signature and date after the text, and what the page adds below it."""
    signed = False
    for at in range(min(frame.first, len(pieces)), len(pieces)):
        line = pieces[at].text
        if frame.roles[at] is not None or pieces[at].cells:
            continue
        if at in frame.attachments:
            signed = False
        elif shapes.is_date(line) or shapes.is_signed(line):
            signed = True
            _sign(pieces, frame, at)
        elif _is_foot(line, markers[at], signed=signed):
            frame.roles[at] = Role.CONTACT
    _tail(pieces, markers, frame)


def _is_foot(line: str, marker: Marker | None, *, signed: bool) -> bool:
    """(此件公开发布), 联系人:…, and whatever is no sentence once the plan is signed."""
    if shapes.is_disclosure(line) or shapes.is_imprint(line):
        return True
    return marker is None and (shapes.is_contact(line) or (signed and not line.endswith("。")))


def _sign(pieces: Sequence[Piece], frame: Frame, date: int) -> None:
    frame.roles[date] = Role.SIGNATURE
    at = date - 1
    while at >= frame.first and frame.roles[at] in (None, Role.CONTACT) and shapes.is_organ(pieces[at].text):
        frame.roles[at] = Role.SIGNATURE
        at -= 1


def _tail(pieces: Sequence[Piece], markers: Sequence[Marker | None], frame: Frame) -> None:
    """Upward from the end: contacts, and the short lines between them."""
    last = len(pieces)
    for at in range(len(pieces) - 1, max(frame.first, frame.names.stop) - 1, -1):
        piece, line = pieces[at], pieces[at].text
        if frame.roles[at] in (Role.CONTACT, Role.SIGNATURE):
            last = at
        elif piece.cells or markers[at] is not None or len(line) > _SHORT or line.endswith(("。", ";", ":")):
            break
    for at in range(last, len(pieces)):
        if frame.roles[at] is None and not pieces[at].cells:
            frame.roles[at] = Role.CONTACT
