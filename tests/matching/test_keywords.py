"""The keywords of a checklist help where its wording and the plan's have little in common."""

from pathlib import Path

from duibiao.baselines import load
from duibiao.check import wanted_of
from duibiao.documents import read
from duibiao.facts import read_clauses
from duibiao.matching.match import Search

CHECKLIST = """
schema: 1
baseline: {{id: k, title: 关键词}}
requirements:
  - {{id: A, title: 老人吃饭, text: 解决老人吃饭难题, strength: must{keywords}}}
"""
PLAN = """一、主要任务
（一）办好长者食堂。每个街道建成1个长者食堂，老人用餐享受优惠。
（二）修建道路。新建农村公路20公里。
"""


def title_share(folder: Path, keywords: str) -> float:
    """How much of the name of the thing the sentence on the canteen holds."""
    (folder / "k.yaml").write_text(CHECKLIST.format(keywords=keywords), "utf-8")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    document = read(folder / "plan.txt")
    wanted = [wanted_of(r) for r in load(folder / "k.yaml").active]
    search = Search(wanted, document, read_clauses(document))
    return max(c.features["title_recall"] for c in search.candidates(0) if "长者食堂" in search.text(c.hit.window))


def test_a_passage_that_holds_a_keyword_fits_better(tmp_path: Path) -> None:
    assert title_share(tmp_path, ", keywords: [长者食堂]") > title_share(tmp_path, "")
