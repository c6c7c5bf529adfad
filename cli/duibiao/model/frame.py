"""Where new entries go in a text that must otherwise stay as it is."""

from msgspec import Struct


class Frame(Struct, frozen=True, kw_only=True):
    """A list in `file`: `head`, `lead`, the new entries with `between` in between, `tail`.

    With `flow` the list is written in brackets, and entries in braces; else each begins with a dash, `indent` deep.
    """

    file: str = ""
    head: str = ""
    lead: str = ""
    between: str = ""
    tail: str = ""
    flow: bool = False
    indent: int = 0
    newline: str = "\n"
