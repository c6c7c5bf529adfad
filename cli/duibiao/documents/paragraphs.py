"""The plan once more, paragraph by paragraph: what a report needs that shows the plan beside its findings.

Clauses of one paragraph stand together again; a section that begins inside a paragraph (a text whose line breaks are
lost) opens a new one: "…的实施意见|一、指导思想以…为指导|二、基本原则…".
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from duibiao.model.document import Clause, Document, Role
from duibiao.model.fact import Facts
from duibiao.model.report import Paragraph
from duibiao.model.span import Span


def paragraphs(document: Document, facts: Sequence[Facts]) -> tuple[Paragraph, ...]:
    """Everything that was taken for the plan, in reading order; `facts` are those of its clauses."""
    return tuple(_paragraphs(document, facts))


def _paragraphs(document: Document, facts: Sequence[Facts]) -> Iterator[Paragraph]:
    opened = {section.span.start: section for section in document.sections if section.level}
    for _, members in groupby(document.clauses, key=lambda clause: (clause.block, clause.section)):
        clauses = tuple(members)
        first = clauses[0]
        span = Span(first.span.start, max(clause.span.end for clause in clauses))
        section = opened.get(span.start)
        offices = (department.name for clause in clauses for department in facts[clause.index].departments)
        yield Paragraph(
            text=document.quote(span),
            span=span,
            role=first.role,
            label=first.label,
            level=section.level if section else 0,
            heading=document.quote(first.span) if section and first.role is Role.HEADING else "",
            cells=_cells(first),
            departments=tuple(dict.fromkeys(offices)),
        )


def _cells(clause: Clause) -> tuple[Span, ...]:
    return tuple(clause.plain.origin(cell.start, cell.end) for cell in clause.cells)
