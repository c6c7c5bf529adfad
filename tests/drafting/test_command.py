"""duibiao baseline draft, as an office uses it."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from duibiao.baselines import json_schema, load
from duibiao.model.document import Level
from tests.commands.conftest import Program, duibiao, folder  # noqa: F401  fixtures

UPSTREAM = """\
云岭省养老服务发展实施意见

云政发〔2022〕8号

一、主要目标
到2025年,养老机构护理型床位占比不低于{share},社区日间照料机构覆盖率达到90%以上。

二、重点任务
(一)完善居家服务。建立探访关爱制度。三年内,培训养老护理员2万名。(责任单位:省民政厅、省财政厅)

云岭省人民政府
{year}年3月1日
"""


def upstream(path: Path, share: str = "55%", year: int = 2022) -> str:
    path.write_text(UPSTREAM.format(share=share, year=year), "utf-8")
    return path.name


def test_a_draft_can_be_loaded_and_says_where_each_comes_from(duibiao: Program, folder: Path) -> None:  # noqa: F811
    done = duibiao("baseline", "draft", upstream(folder / "d.txt"), "-o", "yl-care-2022.yaml")
    assert (done.code, done.out) == (0, "")
    assert "4 项要求" in done.err
    jsonschema.validate(yaml.safe_load((folder / "yl-care-2022.yaml").read_text("utf-8")), json_schema())
    baseline = load(folder / "yl-care-2022.yaml")
    assert (baseline.id, baseline.level, baseline.region) == ("yl-care-2022", Level.PROVINCE, "云岭省")
    (source,) = baseline.sources
    assert (source.id, source.number, source.issued) == ("yl2022", "云政发〔2022〕8号", "2022-03-01")
    assert [r.id for r in baseline.requirements] == ["YL-001", "YL-002", "YL-003", "YL-004"]
    assert [r.clause for r in baseline.requirements] == ["一", "一", "二(一)", "二(一)"]
    assert [str(r.deadline) if r.deadline else None for r in baseline.requirements] == ["2025", "2025", None, "2025"]
    assert baseline.requirements[2].departments == ("省民政厅", "省财政厅")
    assert not any(r.verified for r in baseline.requirements)


def test_the_same_documents_give_the_same_file(duibiao: Program, folder: Path) -> None:  # noqa: F811
    name = upstream(folder / "d.txt")
    assert duibiao("baseline", "draft", name, "-o", "a.yaml").code == 0
    first = (folder / "a.yaml").read_bytes()
    assert duibiao("baseline", "draft", name, "-o", "a.yaml").code == 0
    assert (folder / "a.yaml").read_bytes() == first


def test_a_draft_that_somebody_worked_on_is_kept(duibiao: Program, folder: Path) -> None:  # noqa: F811
    name = upstream(folder / "d.txt")
    duibiao("baseline", "draft", name, "-o", "a.yaml")
    edited = (folder / "a.yaml").read_text("utf-8").replace("verified: false", "verified: true  # 张三已核", 1)
    (folder / "a.yaml").write_text(edited, "utf-8")
    done = duibiao("baseline", "draft", name, "-o", "a.yaml")
    assert done.code == 2
    assert "不会被覆盖" in done.err
    assert (folder / "a.yaml").read_text("utf-8") == edited


def test_options_win_over_the_document(duibiao: Program, folder: Path) -> None:  # noqa: F811
    name = upstream(folder / "d.txt")
    arguments = ("--id", "Q1", "--level", "city", "--region", "云岭省青山市")
    assert duibiao("baseline", "draft", name, "-o", "a.yaml", *arguments).code == 0
    baseline = load(folder / "a.yaml")
    assert (baseline.id, baseline.level, baseline.region) == ("Q1", Level.CITY, "云岭省青山市")


def test_two_documents_that_contradict_are_both_kept_and_marked(duibiao: Program, folder: Path) -> None:  # noqa: F811
    names = (upstream(folder / "a.txt"), upstream(folder / "b.txt", share="60%", year=2023))
    done = duibiao("baseline", "draft", *names, "-o", "c.yaml")
    assert done.code == 0
    assert "有 1 处互相矛盾" in done.err
    text = (folder / "c.yaml").read_text("utf-8")
    assert text.count("待核：冲突") == 2
    values = [t.value for r in load(folder / "c.yaml").requirements for t in r.targets if "护理型" in t.indicator]
    assert values == [55, 60]
    # what both say alike is one requirement, that says where else it stands
    assert text.count("建立探访关爱制度") == 1
    assert "另见：c2023 二(一)" in text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("云岭省养老服务情况的通报\n\n一、基本情况\n截至2022年底,全省共有养老机构320家。\n", "没有从 d.md 中读到要求"),
        (
            "# 云岭省体检指标\n\n| 指标 | 解释 |\n| --- | --- |\n| 路网密度 | 每平方公里的道路长度 |\n",
            "1 行表格都没有目标值",
        ),
    ],
)
def test_a_document_without_commitments_is_told_as_such(
    content: str,
    says: str,
    duibiao: Program,  # noqa: F811
    folder: Path,  # noqa: F811
) -> None:
    (folder / "d.md").write_text(content, "utf-8")
    done = duibiao("baseline", "draft", "d.md", "-o", "a.yaml")
    assert done.code == 3
    assert says in done.err
    assert "办法：" in done.err
    assert not (folder / "a.yaml").exists()


def test_table_rows_that_were_left_out_are_counted(duibiao: Program, folder: Path) -> None:  # noqa: F811
    table = "| 指标 | 解释 |\n| --- | --- |\n| 路网密度 | 每平方公里的道路长度 |\n"
    (folder / "d.md").write_text(f"# 云岭省实施意见\n\n## 一、任务\n\n建立体检制度。\n\n{table}", "utf-8")
    done = duibiao("baseline", "draft", "d.md", "-o", "a.yaml")
    assert done.code == 0
    assert "有 1 行表格" in done.err
    assert "有 1 行表格" in (folder / "a.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("d.txt", "-o", "d.txt"), 2),
        (("d.txt", "-o", "x y.yaml"), 2),
        (("d.txt", "-o", "a.yaml", "--level", "village"), 2),
        (("d.txt", "-o", "none/a.yaml"), 2),
        (("nothing.txt", "-o", "a.yaml"), 2),
        (("d.txt",), 2),
    ],
)
def test_wrong_usage_is_told_and_nothing_written(
    arguments: tuple[str, ...],
    code: int,
    duibiao: Program,  # noqa: F811
    folder: Path,  # noqa: F811
) -> None:
    upstream(folder / "d.txt")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = duibiao("baseline", "draft", *arguments)
    assert done.code == code
    assert "错误" in done.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
