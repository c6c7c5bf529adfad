"""What a plan must cite, and what it must not cite any more, by the sources of its baseline."""

from collections.abc import Iterator

from msgspec import Struct

from duibiao.language.late import late
from duibiao.model.baseline import Baseline, Source
from duibiao.model.document import Document, Role
from duibiao.model.span import Span
from duibiao.observing.citations import Cited, Named, citations, cites, named, stands_in

_PURPOSE = late(r"贯彻|落实|根据|依据|按照|遵照")
_REPEALED = late(r"废止|失效|停止执行|不再执行|替代|取代")
_NAMED = frozenset({Role.TITLE, Role.COVER, Role.HEADING})


class Superseded(Struct, frozen=True, kw_only=True):
    """An old document that the plan cites, and the one that has taken its place."""

    old: str
    by: Source
    span: Span


def missing(document: Document, baseline: Baseline) -> Iterator[Source]:
    """The sources that the plan does not name, neither by number nor by title."""
    found = _cited(document)
    own = named(document.title or "", document.number)
    text = "\n".join(clause.plain.text for clause in document.clauses if clause.role not in _NAMED)
    for source in _due(document, baseline):
        wanted = named(source.title, source.number)
        if not _is_itself(own, wanted) and not cites(found, wanted, own) and not stands_in(wanted, text):
            yield source


def superseded(document: Document, baseline: Baseline) -> Iterator[Superseded]:
    """Citations of documents that a source has replaced, unless the plan is older or says so itself."""
    replacing = [source for source in baseline.sources if source.supersedes]
    found = _cited(document) if replacing else []
    own = named(document.title or "", document.number)
    for source in replacing:
        if document.issued and source.issued and document.issued < source.issued:
            continue
        for old in source.supersedes:
            cited = cites(found, named(old), own)
            if cited and not _REPEALED.search(cited.clause.plain.text):
                yield Superseded(old=old, by=source, span=cited.span)


def opening(document: Document) -> Span | None:
    """Where the plan says what it implements: the first sentence of purpose before or at the head of its text."""
    for clause in document.clauses:
        if clause.role in _NAMED:
            continue
        if _PURPOSE.search(clause.plain.text):
            return clause.span
        if clause.role is Role.BODY:
            return None
    return None


def _cited(document: Document) -> list[Cited]:
    return [cited for cited in citations(document) if cited.clause.role not in _NAMED]


def _due(document: Document, baseline: Baseline) -> Iterator[Source]:
    """The sources of the baseline's own layer that its requirements come from and that the plan could have known."""
    used = {r.document for r in baseline.active if r.layer in ("", baseline.id)} - {None}
    replaced = [named(old) for source in baseline.sources for old in source.supersedes]
    for source in baseline.sources:
        if used and source.id not in used:
            continue
        if document.issued and source.issued and document.issued < source.issued:
            continue
        if not any(_is_itself(named(source.title, source.number), old) for old in replaced):
            yield source


def _is_itself(own: Named, wanted: Named) -> bool:
    """Whether two names are of one document: a plan checked against its own checklist cites nothing."""
    if own.number and wanted.number:
        return own.number.is_(wanted.number)
    return bool(own.whole) and own.whole == wanted.whole
