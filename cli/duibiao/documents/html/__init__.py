"""A web page: the article, not the portal around it."""

from duibiao.documents.html.reader import read_html

__all__ = ["read_html"]
