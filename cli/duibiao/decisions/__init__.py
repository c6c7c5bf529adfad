"""Human rulings: read from their file, applied to a run, added to the file."""

from duibiao.decisions.applying import apply
from duibiao.decisions.pattern import fits, is_literal, is_pattern
from duibiao.decisions.reading import read_decisions
from duibiao.decisions.writing import add, frame

__all__ = ["add", "apply", "fits", "frame", "is_literal", "is_pattern", "read_decisions"]
