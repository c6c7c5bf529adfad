"""The one place that composes the stages: read, facts, match, judge, report."""

from duibiao.facts import read_facts
from duibiao.language.normalise import normalise
from duibiao.model.baseline import Requirement
from duibiao.model.match import Wanted


def wanted_of(requirement: Requirement) -> Wanted:
    """A requirement as it is compared with a plan."""
    plain = normalise(requirement.text)
    return Wanted(requirement=requirement, plain=plain, facts=read_facts(plain.text))
