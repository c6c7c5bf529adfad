"""A file in, a Document out: finds the format, calls its reader, hands the extract to the outline."""

from importlib import import_module
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from duibiao.desk.opening import is_kept
from duibiao.documents import refuse
from duibiao.documents.sniff import Format, sniff
from duibiao.language.late import late
from duibiao.model.document import Clause, Document, Extract
from duibiao.model.errors import UsageError
from duibiao.model.limits import DEFAULT, MB, Limits, over
from duibiao.model.message import Message

# Readers are named, not imported: a text file must not pay for lxml, docx and pdf.
_FROM_BYTES = {
    Format.TEXT: ("duibiao.documents.text", "read_text"),
    Format.MARKDOWN: ("duibiao.documents.markdown", "read_markdown"),
    Format.HTML: ("duibiao.documents.html", "read_html"),
}
_FROM_PATH = {
    Format.DOCX: ("duibiao.documents.docx", "read_docx"),
    Format.PDF: ("duibiao.documents.pdf", "read_pdf"),
    Format.OFFICE: ("duibiao.documents.office", "read_office"),
}

_SURROGATE = late(r"[\ud800-\udfff]")
_CHINESE = late(r"[\u4e00-\u9fff]")
_FEWEST_CHARACTERS = 4  # 建成一所: fewer promise nothing, and a page without Chinese is no plan


def read(path: Path, limits: Limits = DEFAULT) -> Document:
    """Read a plan.

    Raises:
        UnreadableError: It cannot be read, or holds nothing that could be checked.
        UsageError: There is no such file.
    """
    from duibiao.documents import outline  # noqa: PLC0415  not needed where only the text is wanted

    document: Document = outline.build(extract(path, limits))
    if over(len(document.clauses), limits.clauses):
        raise refuse.beyond("clauses", len(document.clauses), limits.clauses)
    if not any(_may_commit(clause) for clause in document.clauses):
        raise refuse.no_clause()
    return document


def _may_commit(clause: Clause) -> bool:
    """Whether a clause could promise anything: it stands in the right place and holds a few Chinese characters."""
    return clause.role.commits and len(_CHINESE.findall(clause.plain.text)) >= _FEWEST_CHARACTERS


def extract(path: Path, limits: Limits = DEFAULT) -> Extract:
    """The text of a plan with its paragraphs and table rows, before any of it is understood."""
    data = _bytes(path, limits)
    form = sniff(data, path, limits)
    if form in _FROM_BYTES:
        module, function = _FROM_BYTES[form]
        found = getattr(import_module(module), function)(data)
    else:
        module, function = _FROM_PATH[form]
        found = getattr(import_module(module), function)(path, limits)
    taken = cast("Extract", found)
    if not taken.blocks:
        raise refuse.no_clause() if taken.text.strip() else refuse.empty()
    _hold(taken, limits)
    return _writable(taken)


def _hold(taken: Extract, limits: Limits) -> None:
    """What is read is still small beside what is made of it."""
    cells = sum(len(block.cells) for block in taken.blocks)
    for name, found, limit in (
        ("characters", len(taken.text), limits.characters),
        ("cells", cells, limits.cells),
    ):
        if over(found, limit):
            raise refuse.beyond(name, found, limit)


def _writable(taken: Extract) -> Extract:
    """Half of a pair of surrogates, as a broken pdf or page may hold, stands in no file: it gives way to U+FFFD."""
    try:
        taken.text.encode()
    except UnicodeEncodeError:
        return replace(taken, text=_SURROGATE.sub("\ufffd", taken.text))
    return taken


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if over(size := path.stat().st_size / MB, limits.size):
            raise refuse.beyond("size", round(size), limits.size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(
            Message(f"找不到文件：{path}", f"no such file: {path}"),
            Message("请检查路径是否写对", "check the spelling of the path"),
        ) from error
    except IsADirectoryError as error:
        raise UsageError(
            Message(f"这是文件夹，不是文件：{path}", f"this is a folder, not a file: {path}"),
            Message("请指定其中的文件", "name a file in it"),
        ) from error
    except OSError as error:
        raise (refuse.in_use() if is_kept(error) else refuse.no_permission()) from error
