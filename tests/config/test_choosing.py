"""Which baselines bind a plan of which nobody has said it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from duibiao.config.choose import About, choose, cites
from duibiao.config.heads import Head, dated, head_of, heads
from duibiao.config.places import is_below, is_national
from duibiao.model.baseline import Source
from duibiao.model.document import Level

NATION = Head(
    file=Path("n.yaml"),
    id="n",
    title="国家养老服务要求",
    topic="养老服务",
    level=Level.NATIONAL,
    region="全国",
    sources=(Source(id="n", title="关于推进养老服务发展的意见", number="国办发〔2019〕5号", issued="2019-03-29"),),
)
PROVINCE = Head(
    file=Path("p.yaml"),
    id="p",
    title="云岭省养老服务要求",
    topic="养老服务、托育服务",
    level=Level.PROVINCE,
    region="云岭省",
    sources=(Source(id="p", title="云岭省推进养老服务高质量发展的实施意见", issued="2023-06-12"),),
)
COUNTY = About(title="澜溪县推进养老服务发展实施方案", region="云岭省澜溪县", level=Level.COUNTY, issued="2023-09-20")


def chosen(about: About, *known: Head) -> list[str]:
    return [fit.head.id for fit in choose(about, known).fits]


def refused(about: About, head: Head) -> str:
    choice = choose(about, [head])
    assert choice.fits == choice.rivals == ()
    return choice.misfits[0][1].en


def test_layers_above_a_plan_bind_together() -> None:
    assert chosen(COUNTY, NATION, PROVINCE) == ["n", "p"]


def test_reasons_say_what_speaks_for_it() -> None:
    fit = choose(replace(COUNTY, cited=("p",)), [PROVINCE]).fits[0]
    assert [reason.en for reason in fit.reasons] == [
        "the title names 养老服务",
        "the plan cites its document",
        "云岭省澜溪县 lies in 云岭省",
    ]


@pytest.mark.parametrize(
    ("about", "head", "why"),
    [
        (replace(COUNTY, title="澜溪县义务教育实施方案"), PROVINCE, "on 养老服务、托育服务, which"),
        (replace(COUNTY, region="青山省澜溪县"), PROVINCE, "for 云岭省, the plan is for 青山省澜溪县"),
        (replace(COUNTY, region=None), PROVINCE, "the plan does not say where"),
        (replace(COUNTY, level=Level.PROVINCE), PROVINCE, "of the plan's own level"),
        (replace(COUNTY, issued="2023-05-01"), PROVINCE, "issued 2023-06-12, after the plan (2023-05-01)"),
        (replace(COUNTY, issued="2023-09-20"), replace(PROVINCE, until="2022"), "its dates end with 2022"),
        (
            replace(COUNTY, issued=None, title="澜溪县养老服务三年行动方案（2023—2025年）"),
            replace(PROVINCE, until="2022-12"),
            "the plan begins in 2023",
        ),
    ],
)
def test_what_does_not_fit_says_why(about: About, head: Head, why: str) -> None:
    assert why in refused(about, head)


def test_a_plan_that_does_not_say_when_is_not_too_early() -> None:
    assert chosen(replace(COUNTY, issued=None), PROVINCE) == ["p"]
    assert chosen(replace(COUNTY, issued="2023-06-12"), replace(PROVINCE, until="2023")) == ["p"]


def test_a_citation_stands_for_the_topic_and_for_the_rung() -> None:
    other = replace(COUNTY, title="澜溪县一老一小整体方案", level=Level.PROVINCE, cited=("p",))
    assert chosen(other, PROVINCE) == ["p"]


def test_a_citation_stands_for_a_province_that_the_plan_leaves_out() -> None:
    assert chosen(replace(COUNTY, region="澜溪县", cited=("p",)), PROVINCE) == ["p"]
    assert chosen(replace(COUNTY, region=None, cited=("p",)), PROVINCE) == ["p"]
    assert chosen(replace(COUNTY, region="安徽省滁州市", cited=("p",)), PROVINCE) == []
    assert chosen(replace(COUNTY, region="滁州市", cited=("p",)), PROVINCE) == []


def test_a_topic_is_taken_whole() -> None:
    about = replace(COUNTY, title="澜溪县碳达峰碳中和实施方案")
    fit = choose(about, [replace(PROVINCE, topic="碳达峰碳中和")]).fits[0]
    assert fit.reasons[0].en == "the title names 碳达峰碳中和"
    assert chosen(replace(about, title="澜溪县碳达峰实施方案"), replace(PROVINCE, topic="碳达峰碳中和")) == []


def test_what_is_on_the_topic_is_listed_first() -> None:
    other = replace(PROVINCE, id="q", topic="义务教育")
    misfits = choose(replace(COUNTY, region="青山省澜溪县"), [other, PROVINCE]).misfits
    assert [head.id for head, _ in misfits] == ["p", "q"]


def test_two_of_one_rung_region_and_topic_contradict() -> None:
    second = replace(PROVINCE, id="q", topic="养老服务")
    choice = choose(COUNTY, [NATION, PROVINCE, second])
    assert (choice.fits, [fit.head.id for fit in choice.rivals]) == ((), ["p", "q"])


@pytest.mark.parametrize(
    "second",
    [
        replace(PROVINCE, id="q", extends=("p",)),
        replace(PROVINCE, id="q", sources=(Source(id="q", title="新意见", supersedes=(PROVINCE.sources[0].title,)),)),
    ],
    ids=["extends", "supersedes"],
)
def test_one_that_extends_or_supersedes_the_other_takes_its_place(second: Head) -> None:
    assert chosen(COUNTY, PROVINCE, second) == ["q"]


def test_a_layer_that_comes_along_is_not_checked_twice() -> None:
    assert chosen(COUNTY, NATION, replace(PROVINCE, extends=("n",))) == ["p"]


def test_the_one_that_is_cited_settles_it() -> None:
    second = replace(PROVINCE, id="q")
    assert chosen(replace(COUNTY, cited=("q",)), PROVINCE, second) == ["q"]
    assert chosen(replace(COUNTY, cited=("p", "q")), PROVINCE, second) == []


def test_other_topics_of_one_rung_bind_together() -> None:
    about = replace(COUNTY, title="澜溪县养老服务和托育服务实施方案")
    assert chosen(about, replace(PROVINCE, topic="养老服务"), replace(PROVINCE, id="q", topic="托育服务")) == ["p", "q"]


def test_a_document_is_cited_by_number_or_by_its_whole_title() -> None:
    assert cites("根据国办发〔2019〕5号文件", "某方案", NATION)
    assert cites("根据《关于推进养老服务发展的意见》", "某方案", NATION)
    assert cites("根据《关于推进养老服务发展的意见(试行)》", "某方案", NATION)
    assert not cites("推进养老服务发展", "某方案", NATION)
    assert not cites("现将《关于推进养老服务发展的意见》印发给你们", "关于推进养老服务发展的意见", NATION)


@pytest.mark.parametrize(
    ("place", "region", "below"),
    [
        ("云岭省澜溪县", "云岭省", True),
        ("云岭省澜溪县", "云岭", True),
        ("云岭省", "云岭省", True),
        ("澜溪县", "云岭省", False),
        ("滁州市", "安徽省", True),
        ("滁州市", "湖南省", False),
        ("来安县", "安徽省滁州市", True),
        ("四川省雅安市", "全 国", False),
    ],
)
def test_a_place_lies_in_a_region(place: str, region: str, *, below: bool) -> None:
    assert is_below(place, region) is below


def test_what_is_national() -> None:
    assert is_national(None, None)
    assert is_national("全国", None)
    assert is_national("x", Level.NATIONAL)
    assert not is_national("云岭省", Level.PROVINCE)


def test_baselines_are_known_by_their_heads(folder: Path) -> None:
    (folder / "baselines" / "deeper").mkdir()
    (folder / "baselines" / "deeper" / "x.yml").write_text(
        "requirements:\n  - {id: A, text: 到2025年建成5个}\n  - {id: B, text: 到2023年建成5个}\nbaseline: {id: x}\n"
    )
    (folder / "baselines" / "decisions.yaml").write_text("- {requirement: A}\n")
    (folder / "baselines" / "broken.yaml").write_text("baseline: {id: [\n")
    (folder / "baselines" / "nameless.yaml").write_text("baseline: {title: x}\n")
    found = heads([Path("baselines"), Path("baselines")])
    assert [(head.id, head.file.as_posix()) for head in found] == [
        ("qs-care-2021", "baselines/care.yaml"),
        ("x", "baselines/deeper/x.yml"),
    ]
    assert (found[0].level, found[0].region, found[0].topic) == (Level.PROVINCE, "青山省", "养老")
    assert dated(found[0]).until is None
    assert dated(found[1]).until == "2025"
    assert head_of(Path("nowhere.yaml")) is None
