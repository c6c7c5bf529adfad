"""Comments written into a copy of the drafter's own Word file, of which nothing else changes."""

from duibiao.annotate.write import annotate

__all__ = ["annotate"]
