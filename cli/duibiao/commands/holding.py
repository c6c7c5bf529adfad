"""Holds one requirement against a plan of a few sentences, for the verbs that test a checklist itself."""

from msgspec.structs import replace

from duibiao.check import check
from duibiao.documents.outline import build
from duibiao.documents.text import read_text
from duibiao.facts import read_clauses
from duibiao.model.baseline import Baseline, Requirement
from duibiao.model.report import Finding, PlanInfo

_BARE = Baseline(id="lint", title="lint", topic="", level=None, region=None, requirements=())
_PLAN = PlanInfo(path="plan.txt", sha256="")


def hold(requirement: Requirement, plan: str) -> Finding:
    document = build(read_text(plan.encode("utf-8", "surrogatepass")))
    baseline = replace(_BARE, requirements=(replace(requirement, superseded_by=None),))
    return check(document, read_clauses(document), _PLAN, baseline).findings[0]
