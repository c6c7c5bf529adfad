"""Match -> verdict with reasons; one file per rule."""

from duibiao.judging.judge import Judgement, judge
from duibiao.judging.registry import RULES, pages

__all__ = ["RULES", "Judgement", "judge", "pages"]
