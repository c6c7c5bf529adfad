"""What can be said of a plan as a whole, beside the verdicts."""

from duibiao.observing.observe import observe
from duibiao.observing.registry import pages
from duibiao.observing.rule import Subject
from duibiao.observing.tasks import tasks

__all__ = ["Subject", "observe", "pages", "tasks"]
