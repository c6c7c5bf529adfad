"""Text files: Markdown as an editor writes it, and plain text as it is pasted from a document."""

from tests.samples.source import Block, Part, Sample, numbered

_MARKS = {Part.CHAPTER: "## ", Part.SECTION: "### "}


def markdown(sample: Sample) -> bytes:
    lines = [f"# {sample.title}", sample.number]
    lines += [_marked(block, number) for block, number in numbered(sample)]
    return ("\n\n".join(lines) + "\n").encode()


def text(sample: Sample) -> bytes:
    """Indented as typists do it, the table as cells between tabs."""
    lines = [sample.title, sample.number, ""]
    lines += [_indented(block, number) for block, number in numbered(sample)]
    return ("\n".join(lines) + "\n").encode()


def _marked(block: Block, number: str) -> str:
    if block.part is Part.TABLE:
        head, *rows = (f"| {' | '.join(row)} |" for row in block.rows)
        return "\n".join([block.text, "", head, "|" + " --- |" * len(block.rows[0]), *rows])
    if block.part is Part.ITEM:
        return f"{number} {block.text}"
    return f"{_MARKS.get(block.part, '')}{number}{block.text}"


def _indented(block: Block, number: str) -> str:
    if block.part is Part.TABLE:
        return "\n".join([block.text, *("\t".join(row) for row in block.rows)])
    if block.part is Part.SIGNATURE:
        return f"　　　　　　　　{block.text}"
    return f"　　{number}{block.text}"
