"""What is written into a draft: comments on its own words."""

from msgspec import Struct

from duibiao.model.span import Span


class Words(Struct, frozen=True):
    """Some words of a comment; `strong` sets them off."""

    text: str
    strong: bool = False


class Comment(Struct, frozen=True, kw_only=True):
    """A comment on the words at `span` of the plan's text.

    `lines` are its paragraphs. `aside` opens it where the words lie in a text box, on which a word processor takes no
    comment, so that it stands beside the box.
    """

    span: Span
    lines: tuple[tuple[Words, ...], ...]
    aside: tuple[Words, ...] = ()
