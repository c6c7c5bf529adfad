"""Requirement × clauses -> matches: retrieval, then a decision with confidence."""

from duibiao.matching.match import match

__all__ = ["match"]
