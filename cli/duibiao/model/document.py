"""A plan as it was read: its text, its outline, its clauses."""

from enum import StrEnum

from msgspec import Struct

from duibiao.model.span import Plain, Span


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    ROW = "row"


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph or a table row, as a reader found it.

    `span` covers it in `Extract.text`, which may run over several lines of a hard-wrapped text file. `cells` are the
    spans of a row's cells, left to right, and are empty for a paragraph. `table` counts the tables of the document
    from 0. `heading` is the level (1 = highest) that the format itself declares (h2, `Heading 2`, `##`). `gaps` are
    the spans inside `span` that are not the author's sentence: a page number where the paragraph runs over to the
    next page of a hard-wrapped text. They ascend and do not overlap.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[Span, ...] = ()
    table: int | None = None
    heading: int | None = None
    gaps: tuple[Span, ...] = ()


class Extract(Struct, frozen=True, kw_only=True):
    """What a reader hands on.

    `text` is the paragraphs and table rows in reading order joined by a line feed (cells of a row by a tab), except
    for a text file, where it is the decoded file itself. Blocks are in order and do not overlap. `pages` holds the
    offset at which each page begins, and is empty where the format has no pages. `title` is what the format itself
    declares (a page's <title>, a Word core property), a hint only.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[int, ...] = ()
    title: str | None = None


class Role(StrEnum):
    """What a part of the document is there for; only the first three can commit to anything."""

    BODY = "body"
    TABLE = "table"
    ATTACHMENT = "attachment"
    HEADING = "heading"
    TITLE = "title"
    COVER = "cover"
    PREAMBLE = "preamble"
    BACKGROUND = "background"
    RESPONSIBILITY = "responsibility"
    SIGNATURE = "signature"
    CONTACT = "contact"

    @property
    def commits(self) -> bool:
        return self in (Role.BODY, Role.TABLE, Role.ATTACHMENT)


class Section(Struct, frozen=True, kw_only=True):
    """A node of the outline.

    `number` is the number as printed without white space ("二、", "(二)", "第三条"), `label` the path of bare
    numbers ("二(二)3"), `title` the heading's own words without the number. `responsibility` is the plain text of
    the note that names who is responsible for this section, its own or the nearest one that governs it.
    """

    index: int
    parent: int | None
    level: int
    label: str
    number: str
    title: str
    span: Span
    responsibility: str = ""


class Column(StrEnum):
    """What a column of an indicator table holds."""

    NUMBER = "number"
    INDICATOR = "indicator"
    UNIT = "unit"
    BASE = "base"
    TARGET = "target"
    DEPARTMENT = "department"
    OTHER = "other"


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of a row clause: `start`/`end` in the clause's plain text; `header` the words above it ("2025年")."""

    start: int
    end: int
    header: str = ""
    column: Column = Column.OTHER


class Clause(Struct, frozen=True, kw_only=True):
    """The smallest piece that can commit to something: a sentence, a heading or a table row.

    In `plain`, the cells of a row stand joined by a tab. `block` counts the blocks of the extract: clauses of one
    block are one paragraph. `label` is that of its section. `responsibility` is the plain text of the note that
    governs the clause ("市民政局、市财政局按职责分工负责"), or empty.
    """

    index: int
    plain: Plain
    section: int
    block: int
    label: str
    role: Role
    cells: tuple[Cell, ...] = ()
    responsibility: str = ""

    @property
    def span(self) -> Span:
        return self.plain.origin(0, len(self.plain))


class Level(StrEnum):
    """The rungs of administration, highest first."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"

    @property
    def rank(self) -> int:
        return list(Level).index(self)


class Document(Struct, frozen=True, kw_only=True):
    """A plan that has been read.

    `sections[0]` is the document itself (level 0, empty label). `pages` as in `Extract`. Title, number
    ("衡政办发〔2023〕14号"), issue date (ISO), region ("四川省雅安市") and level are what stands in the text, or None.
    """

    text: str
    pages: tuple[int, ...]
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    title: str | None = None
    number: str | None = None
    issued: str | None = None
    region: str | None = None
    level: Level | None = None

    def quote(self, span: Span) -> str:
        """The author's own characters at `span`."""
        return self.text[span.start : span.end]

    def headings(self, section: int) -> tuple[str, ...]:
        """The titles above a clause of this section, outermost first."""
        titles: list[str] = []
        at: int | None = section
        while at is not None:
            titles.append(self.sections[at].title)
            at = self.sections[at].parent
        return tuple(title for title in reversed(titles) if title)
