"""Text that may stand in XML 1.0: a few characters must not, not even escaped."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with a visible replacement for every character that no XML file can hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
