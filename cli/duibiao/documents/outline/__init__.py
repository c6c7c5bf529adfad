"""From blocks to a document: sections, clauses with their roles, and what the document says about itself."""

from duibiao.documents.outline.assemble import build

__all__ = ["build"]
