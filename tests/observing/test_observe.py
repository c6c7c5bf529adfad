"""All rules together: each says a thing once, in the order of the codes."""

from pathlib import Path

import yaml

from duibiao.baselines import load_many
from duibiao.check import Given, check_file
from duibiao.model.report import Checked, Severity
from duibiao.observing.registry import RULES

PLAN = """\
衡阳市绿色发展实施方案
一、工作目标
到2025年，森林覆盖率达到45%。
二、主要任务
（一）加强造林。到2025年，森林覆盖率达到48%，雅安市生态环境局负责验收。
"""


def checked(folder: Path) -> list[Checked]:
    files = []
    for name in ("one", "two"):
        source = {"id": name, "title": f"青山省{name}绿色发展意见", "number": "青山政办发〔2023〕18号"}
        data = {
            "schema": 1,
            "baseline": {"id": name, "level": "province", "sources": [source]},
            "requirements": [{"id": f"{name}-1", "text": "到2025年，森林覆盖率达到45%", "source": {"document": name}}],
        }
        files.append(folder / f"{name}.yaml")
        files[-1].write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    plan = folder / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    reports = check_file(plan, plan.name, load_many(files), Given(region="湖南省衡阳市"))
    return [report for report in reports if isinstance(report, Checked)]


def test_what_is_said_of_the_plan_alone_is_said_once(tmp_path: Path) -> None:
    first, second = checked(tmp_path)
    assert [seen.rule for seen in first.observations] == ["B401", "C501", "L603"]
    assert [seen.rule for seen in second.observations] == ["B401"]


def test_observations_never_touch_a_verdict(tmp_path: Path) -> None:
    first, _ = checked(tmp_path)
    assert all(reason.rule not in {rule.rule for rule in RULES} for f in first.findings for reason in f.reasons)


def test_rules_stand_in_the_order_of_their_codes() -> None:
    codes = [rule.rule for rule in RULES]
    assert codes == sorted(codes)


def test_nothing_weighs_more_than_a_warning() -> None:
    assert {rule.severity for rule in RULES} <= {Severity.WARNING, Severity.NOTE}
