"""Which findings get a comment, where it stands, and where the omitted ones come together."""

import re

from msgspec.structs import replace

from duibiao.model.baseline import Requirement
from duibiao.model.document import Role
from duibiao.model.report import Checked, Evidence, Finding, Paragraph, Ruling, Run, Severity, Verdict
from duibiao.model.span import Span
from tests.reports import fixed
from tests.reports.comments.shown import made, plan_text
from tests.reports.html.told import paragraph

HEADINGS = ("一、总体要求", "二、完善养老设施", "三、深化医养结合", "四、保障措施")
BODIES = (
    "坚持政府主导。",
    "新建居住区配建养老服务设施，改造特困老年人家庭。",
    "养老机构与医院签约合作。",
    "加强领导。",
)


def plan() -> tuple[Paragraph, ...]:
    found, at = [paragraph("云岭市养老服务实施方案", 0, Role.TITLE)], 50
    for heading, body in zip(HEADINGS, BODIES, strict=True):
        found.append(paragraph(heading, at, Role.HEADING, level=1, heading=heading))
        found.append(paragraph(body, at + 20))
        at += 100
    return (*found, paragraph("云岭市人民政府办公室", at, Role.SIGNATURE))


def run_of(*findings: Finding) -> Run:
    (report,) = fixed.single(*findings).reports
    assert isinstance(report, Checked)
    return replace(fixed.single(), reports=(replace(report, paragraphs=plan()),))


def at(quote: str) -> Span:
    text = plan_text(run_of())
    return Span(text.index(quote), text.index(quote) + len(quote))


def places(*findings: Finding) -> list[str]:
    """The words that each comment but the opening one stands on."""
    run = run_of(*findings)
    text = plan_text(run)
    return [text[comment.span.start : comment.span.end] for comment in made(run)[1:]]


def asked(number: int, title: str, text: str, clause: str = "") -> Requirement:
    return replace(fixed.requirement(number, title, text), clause=clause)


def answered(requirement: Requirement, quote: str, verdict: Verdict = Verdict.COVERED) -> Finding:
    evidence = Evidence(text=quote, span=at(quote), clause="", line=1)
    return fixed.finding(requirement, verdict, evidence=(evidence,))


def missing(requirement: Requirement) -> Finding:
    return fixed.finding(requirement, Verdict.OMITTED, Severity.ERROR)


def lines(*findings: Finding) -> list[str]:
    return ["".join(words.text for words in line) for comment in made(run_of(*findings)) for line in comment.lines]


def ruled(finding: Finding, action: str, verdict: Verdict | None = None) -> Finding:
    return replace(
        finding, decision=Ruling(action=action, reason="已议定", by="林", date="2024-03-01", verdict=verdict)
    )


def test_the_opening_comment_says_what_was_held_against_what() -> None:
    opening = made(run_of(fixed.covered()))[0]
    assert opening.span == plan()[0].span
    assert "青山省养老服务高质量发展要求" in opening.lines[0][0].text


def test_covered_and_not_applicable_requirements_get_no_comment() -> None:
    assert places(fixed.covered(), fixed.not_applicable(), fixed.not_comparable()) == []


def test_a_comment_without_a_differing_word_stands_on_the_passage() -> None:
    found = answered(asked(1, "签约", "签约合作"), "养老机构与医院签约合作", Verdict.WEAKENED)
    assert places(found) == ["养老机构与医院签约合作"]


def test_a_waived_finding_gets_no_comment() -> None:
    assert places(fixed.waived()) == []


def test_a_reviewer_may_take_a_comment_away_or_bring_one() -> None:
    required = asked(1, "签约", "养老机构与医院签约合作")
    covered = answered(required, "养老机构与医院签约合作")
    assert places(ruled(replace(covered, verdict=Verdict.WEAKENED), "overrule", Verdict.COVERED)) == []
    overruled = ruled(covered, "overrule", Verdict.WEAKENED)
    assert places(overruled) == ["养老机构与医院签约合作"]
    assert "改判（林，2024-03-01）：已议定" in lines(overruled)
    assert places(ruled(missing(required), "overrule", Verdict.WEAKENED)) == ["三、深化医养结合"]


def test_what_is_omitted_stands_where_its_words_are_spoken_of() -> None:
    beds = missing(asked(1, "养老服务设施", "按标准补建社区养老服务设施"))
    assert places(beds) == ["二、完善养老设施"]


def test_what_is_omitted_stands_where_its_neighbours_upstream_are_answered() -> None:
    neighbour = answered(asked(1, "签约", "签约合作", "二（五）1"), "养老机构与医院签约合作")
    alone = missing(asked(2, "老年科", "设立老年科", "二（五）2"))
    assert places(neighbour, alone) == ["三、深化医养结合"]


def test_what_is_like_nothing_stands_at_the_end_before_the_signature() -> None:
    found = missing(asked(1, "码头", "疏浚航道"))
    assert places(found) == ["加强领导。"]
    assert any("集中列在文末" in line for line in lines(found))


def test_omissions_of_one_part_are_one_comment_grouped_as_upstream() -> None:
    first = asked(1, "养老服务设施", "补建社区养老服务设施", "二（一）1")
    second = asked(2, "养老服务设施", "改造特困老年人家庭", "二（三）1")
    third = asked(3, "养老服务设施", "新建居住区配建养老服务设施", "二（一）2")
    assert places(missing(first), missing(second), missing(third)) == ["二、完善养老设施"]
    told = " ".join(lines(missing(first), missing(second), missing(third)))
    assert re.findall(r"二（.）】|QS-\d+", told) == ["二（一）】", "QS-001", "QS-003", "二（三）】", "QS-002"]


def test_a_plan_without_headings_takes_them_at_its_end() -> None:
    run = run_of(missing(asked(1, "养老服务设施", "补建社区养老服务设施")))
    (report,) = run.reports
    assert isinstance(report, Checked)
    flat = tuple(p for p in plan() if not p.level)
    run = replace(run, reports=(replace(report, paragraphs=flat),))
    assert [comment.span for comment in made(run)[1:]] == [flat[-2].span]


def test_a_plan_of_which_nothing_is_known_gets_no_comments_at_all() -> None:
    assert made(fixed.single(fixed.omitted())) == ()
