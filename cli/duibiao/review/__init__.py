"""What lasts from one run to the next: reports read back and compared."""

from duibiao.review.compare import compare, worst_fallen
from duibiao.review.saved import read_saved

__all__ = ["compare", "read_saved", "worst_fallen"]
