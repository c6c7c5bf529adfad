"""What is written into a draft: comments on its own words."""

from dataclasses import dataclass

from duibiao.model.span import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a comment; `strong` sets them off."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment on the words at `span` of the plan's text.

    `lines` are its paragraphs. `aside` opens it where the words lie in a text box, on which a word processor takes no
    comment, so that it stands beside the box.
    """

    span: Span
    lines: tuple[tuple[Words, ...], ...]
    aside: tuple[Words, ...] = ()
