"""One reader per format, and the outline that makes their paragraphs a document."""

from duibiao.documents.find import find_plans
from duibiao.documents.read import extract, read

__all__ = ["extract", "find_plans", "read"]
