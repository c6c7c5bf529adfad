"""PDF files with a text layer: characters, lines, paragraphs, tables."""

from duibiao.documents.pdf.read import read_pdf

__all__ = ["read_pdf"]
