"""What lasts from one run to the next: reports read back and compared, with each other and with a git revision."""

from duibiao.review.compare import compare, worst_fallen
from duibiao.review.marking import mark
from duibiao.review.saved import read_saved

__all__ = ["compare", "mark", "read_saved", "worst_fallen"]
