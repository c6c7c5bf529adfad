"""What can be said of a plan as a whole, beside the verdicts."""

from duibiao.observing.tasks import tasks

__all__ = ["tasks"]
