"""In which encoding output goes out, and what becomes of a character that the encoding lacks."""

import codecs
from collections.abc import Mapping

# as json writes a character that it cannot print, so that json stays json: \u33a1, and a pair for what lies beyond
ESCAPE = "duibiao-escape"


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (lost[at : at + 2].hex() for at in range(0, len(lost), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end


codecs.register_error(ESCAPE, _escape)


def chosen(environment: Mapping[str, str], *, watched: bool) -> tuple[str | None, str]:
    """The encoding of an output (None: as it is) and what to do with a character that it lacks.

    A pipe or a file gets UTF-8 on every system: a Chinese Windows would write cp936 there, in which a plan's rarer
    characters (㎡ beside 𬭁) are errors. Whoever needs the old code page says PYTHONIOENCODING=gbk, as everywhere in
    Python. A console is left alone: Windows takes any text there, another system has said what it can show.
    """
    if watched:
        return None, "replace"
    name, _, errors = environment.get("PYTHONIOENCODING", "").partition(":")
    encoding = _known(name) or "utf-8"
    return encoding, errors if errors and _is_handler(errors) else ESCAPE


def of_table(data: bytes) -> str | None:
    r"""The text of a table that a spreadsheet has saved, or None where neither of its two encodings reads it.

    A Chinese Excel writes csv in the old code page. What a document's encoding is told by, everyday characters, is no
    help in a table of file names: 子\x.docx was read as Japanese.
    """
    for encoding in ("utf-8-sig", "gb18030") if b"\0" not in data else ():
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _is_handler(name: str) -> bool:
    try:
        codecs.lookup_error(name)
    except LookupError:
        return False
    return name != "strict"  # a report is never lost to one character
