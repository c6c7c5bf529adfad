"""Word documents (docx): the package, its styles and numbering, the walk through its paragraphs and tables."""

from duibiao.documents.docx.read import read_docx

__all__ = ["read_docx"]
