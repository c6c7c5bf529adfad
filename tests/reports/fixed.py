"""A run as the engine could have found it, with one of everything a report must be able to show.

Places, plans and upstream documents are invented.
"""

from msgspec.structs import replace

from duibiao.model.baseline import Kind, Requirement
from duibiao.model.document import Level
from duibiao.model.fact import Strength
from duibiao.model.message import Message
from duibiao.model.report import (
    BaselineInfo,
    Checked,
    Evidence,
    Finding,
    Observation,
    PlanInfo,
    Reason,
    RulePage,
    Ruling,
    Run,
    Severity,
    Task,
    Unreadable,
    Verdict,
)
from duibiao.model.span import Span

OFFSET = 1000  # where the passages of this plan begin in its text


def requirement(
    number: int, title: str, text: str, *, strength: Strength = Strength.MUST, kind: Kind = Kind.TASK
) -> Requirement:
    return Requirement(
        id=f"QS-{number:03d}",
        title=title,
        text=text,
        kind=kind,
        strength=strength,
        document="qs2021",
        upstream="青府发〔2021〕3号",
        clause=f"二({'一二三四五六七八九'[number % 9]}){number}",
        layer="qs-care-2021",
    )


def passage(text: str, at: int, *, clause: str = "三(二)", page: int | None = None) -> Evidence:
    start = OFFSET + at * 100
    span = Span(start, start + len(text))
    return Evidence(text=text, span=span, clause=clause, line=40 + at, page=page, column=1 + at)


def reason(
    rule: str,
    code: str,
    message: Message,
    *,
    expected: str | None = None,
    found: str | None = None,
    inside: Evidence | None = None,
    wanted: Requirement | None = None,
) -> Reason:
    """A reason whose places are found by the words themselves."""
    span = None
    if inside is not None and found is not None:
        at = inside.span.start + inside.text.index(found)
        span = Span(at, at + len(found))
    words = None
    if wanted is not None and expected is not None:
        at = wanted.text.index(expected)
        words = Span(at, at + len(expected))
    return Reason(code=code, rule=rule, message=message, expected=expected, found=found, span=span, wanted=words)


def finding(
    required: Requirement,
    verdict: Verdict,
    severity: Severity = Severity.NONE,
    *reasons: Reason,
    evidence: tuple[Evidence, ...] = (),
    confidence: float = 0.9,
    review: bool = False,
    nearest: Evidence | None = None,
    decision: Ruling | None = None,
) -> Finding:
    return Finding(
        requirement=required,
        verdict=verdict,
        severity=severity,
        confidence=confidence,
        review=review,
        reasons=reasons,
        evidence=evidence,
        fingerprint=f"f{required.id[-3:]}" * 8,
        passage=f"p{required.id[-3:]}" * 8,
        nearest=nearest,
        decision=decision,
    )


def covered() -> Finding:
    text = passage("建立特殊困难老年人探访关爱制度,每月至少探访一次。", 1)
    return finding(requirement(1, "探访关爱制度", "建立特殊困难老年人探访关爱制度"), Verdict.COVERED, evidence=(text,))


def exceeded() -> Finding:
    required = requirement(2, "养老护理员培训", "到2025年底,培训养老护理员5万名", kind=Kind.TARGET)
    text = passage("2024年底前,培训养老护理员6万名。", 2, page=3)
    more = Message("人数多于要求:要求5万名,方案6万名", "more people: 50,000 required, 60,000 planned")
    sooner = Message(
        "时限早于要求:要求2025年底,方案2024年底前", "earlier date: end of 2025 required, before the end of 2024 planned"
    )
    return finding(
        required,
        Verdict.EXCEEDED,
        Severity.NONE,
        reason("S201", "target-higher", more, expected="5万名", found="6万名", inside=text, wanted=required),
        reason(
            "S202", "deadline-earlier", sooner, expected="2025年底", found="2024年底前", inside=text, wanted=required
        ),
        evidence=(text,),
        confidence=0.87654321,
    )


def lowered() -> Finding:
    required = requirement(3, "日间照料覆盖率", "到2022年,社区日间照料机构覆盖率达到90%以上", kind=Kind.TARGET)
    first = passage("(三)完善社区网络。到2025年,社区日间照料机构覆盖率达到80%左右。", 3, clause="三(三)", page=4)
    second = passage("社区日间照料机构覆盖率\t%\t62\t80\t预期性", 4, clause="附件1", page=11)
    lower = Message(
        "目标值低于要求:要求90%以上,方案80%左右", "the number is less strict: 90% required, about 80% planned"
    )
    later = Message("时限晚于要求:要求2022年,方案2025年", "the date is later: 2022 required, 2025 planned")
    return finding(
        required,
        Verdict.WEAKENED,
        Severity.ERROR,
        reason("W101", "target-lower", lower, expected="90%以上", found="80%左右", inside=first, wanted=required),
        reason("W103", "deadline-later", later, expected="2022年", found="2025年", inside=first, wanted=required),
        evidence=(first, second),
    )


def softened() -> Finding:
    required = requirement(4, "家庭养老床位", "各县(市、区)应当开展家庭养老床位建设", strength=Strength.SHOULD)
    text = passage("鼓励有条件的县(市、區)探索\n    開展家庭養老床位建設", 5)
    softer = Message("力度减弱:要求“应当”,方案“鼓励”", "softer: 'should' required, 'encourage' planned")
    fewer = Message(
        "范围变窄:要求各县,方案仅有条件的县", "fewer places: every county required, only those able to planned"
    )
    return finding(
        required,
        Verdict.WEAKENED,
        Severity.WARNING,
        reason("W105", "strength-softer", softer, expected="应当", found="鼓励", inside=text, wanted=required),
        reason("W106", "scope-narrower", fewer, expected="各县", found="有条件的", inside=text, wanted=required),
        evidence=(text,),
        confidence=0.545,
        review=True,
    )


def endless() -> Finding:
    body = "、".join(f"第{n}类居家社区养老服务设施的规划建设、验收移交与运营管理" for n in range(1, 40))
    required = requirement(5, "设施" * 60, f"推进{body}", strength=Strength.ENCOURAGE)
    text = passage(f"支持{body[:300]}", 6)
    part = Message("仅部分落实:缺少" + body[300:700], "only in part: missing " + body[300:700])
    return finding(required, Verdict.WEAKENED, Severity.NOTE, reason("W107", "partial", part), evidence=(text,))


def hostile() -> Finding:
    required = requirement(
        6, "[red]<b>标题</b>| *重点* `码`", "建立[/]“一人一档”|台账 <script>alert(1)</script> #1 \\ ~~删~~"
    )
    text = passage("建立\x1b[31m[bold]台账[/bold]\u202e|\r\n<img src=x onerror=alert(1)> **加粗** _斜_ 50%\x07", 7)
    dropped = Message("期限缺失:[link=x]要求[/link] <i>2023年</i>", "no date: [link=x]required[/link] <i>2023</i>")
    return finding(
        required, Verdict.WEAKENED, Severity.ERROR, reason("W104", "deadline-dropped", dropped), evidence=(text,)
    )


OMITTED = Message("方案中没有条款作出相应承诺", "nothing in the plan commits to it")


def omitted() -> Finding:
    required = requirement(7, "智慧养老平台", "建设覆盖全省的智慧养老服务平台")
    refused = passage("加快数字政府建设,推进政务服务“一网通办”。", 8, clause="五(一)", page=9)
    return finding(
        required,
        Verdict.OMITTED,
        Severity.ERROR,
        reason("O100", "task-omitted", OMITTED),
        nearest=refused,
        confidence=0.8,
    )


def omitted_without_nearest() -> Finding:
    required = requirement(8, "长期护理保险", "探索建立长期护理保险制度", strength=Strength.EXPLORE)
    return finding(required, Verdict.OMITTED, Severity.NOTE, reason("O100", "task-omitted", OMITTED), confidence=1.0)


def waived() -> Finding:
    required = requirement(9, "农村互助养老", "每个乡镇至少建成1个农村互助养老点")
    ruling = Ruling(action="waive", reason="本市无建制乡镇", by="林", date="2024-03-01", expires="2025-12-31")
    return finding(required, Verdict.OMITTED, Severity.ERROR, reason("O100", "task-omitted", OMITTED), decision=ruling)


def not_applicable() -> Finding:
    return finding(requirement(10, "省级示范资金", "省级财政设立示范奖补资金"), Verdict.NOT_APPLICABLE)


def not_comparable() -> Finding:
    required = requirement(11, "养老床位总量", "到2025年,全省养老床位达到12000张", kind=Kind.TARGET)
    text = passage("全市养老床位达到900张。", 9)
    total = Message(
        "12000张为全省总量,未给出本地份额,不作比较", "12,000 is the province's total, there is no share for this region"
    )
    return finding(
        required,
        Verdict.COVERED,
        Severity.NONE,
        reason("N301", "target-not-comparable", total, expected="12000张", found="900张", inside=text, wanted=required),
        evidence=(text,),
    )


PLAN = PlanInfo(
    path="plans/云岭市/实施方案[终稿].docx",
    sha256="a" * 64,
    title="云岭市推进养老服务高质量发展实施方案",
    number="云府办发〔2021〕18号",
    issued="2021-11-05",
    region="青山省云岭市",
    level=Level.CITY,
    clauses=143,
)
SECOND = PlanInfo(path="plans/临川县.txt", sha256="b" * 64, level=Level.COUNTY, clauses=12)
SCAN = PlanInfo(path="plans/扫描件.pdf", sha256="c" * 64)
BASELINE = BaselineInfo(id="qs-care-2021", title="青山省养老服务高质量发展要求", sha256="d" * 64, requirements=11)
OTHER = BaselineInfo(id="cn-care-2021", title="国家养老服务要求", sha256="e" * 64, requirements=1)

PAGE = RulePage(
    rule="W103",
    code="deadline-later",
    title=Message("期限推后。", "The date is later."),
    finds=Message("方案的时限晚于上级要求。", "a date behind upstream's."),
    matters=Message("推后一年,任务就可能落到下一个规划期。", "a year later may be the next planning period."),
    limits=Message("只比较写明的年份、月份和日期。", "only dates that are written out are compared."),
)


def findings() -> tuple[Finding, ...]:
    return (
        covered(),
        exceeded(),
        lowered(),
        softened(),
        endless(),
        hostile(),
        omitted(),
        omitted_without_nearest(),
        waived(),
        not_applicable(),
        not_comparable(),
    )


def observations() -> tuple[Observation, ...]:
    cited = passage("根据《青山省养老服务条例》(已废止)", 0, clause="")
    return (
        Observation(
            code="basis-missing",
            rule="B401",
            message=Message("未引用所落实的上级文件", "the upstream document is not cited"),
        ),
        Observation(
            code="basis-superseded",
            rule="B402",
            message=Message("引用的文件已被替代", "it cites a document that was superseded"),
            severity=Severity.WARNING,
            evidence=(cited,),
        ),
    )


def tasks() -> tuple[Task, ...]:
    return (
        Task(
            title="完善社区网络",
            clause="三(三)",
            line=43,
            departments=("市民政局", "市财政局"),
            deadlines=("2024", "2025"),
        ),
        Task(
            title="开展探访关爱",
            clause="三(二)",
            line=41,
            departments=("市民政局", "各县人民政府"),
            leads=("市民政局",),
            recurring=("每月",),
        ),
        Task(title='=HYPERLINK("x")建设平台', clause="五(一)", line=48),
        Task(title="社区日间照料机构覆盖率", clause="附件1", line=44, departments=("市民政局",), deadlines=("2025",)),
    )


def unreadable() -> Unreadable:
    return Unreadable(
        plan=SCAN,
        code="scan",
        message=Message("这份 PDF 是扫描件,没有可读的文字", "this PDF is a scan and has no text"),
        advice=Message("请用带文字层的版本,或先做文字识别再检查", "use a version with a text layer, or run OCR first"),
    )


def everything() -> Run:
    """Two plans and one that cannot be read, against one baseline."""
    return Run(
        version="1.2.3",
        baselines=(BASELINE,),
        reports=(
            Checked(plan=PLAN, baseline=BASELINE.id, findings=findings(), observations=observations(), tasks=tasks()),
            unreadable(),
            Checked(plan=SECOND, baseline=BASELINE.id, findings=(covered(), exceeded())),
        ),
        pages=(PAGE,),
    )


def single(*found: Finding) -> Run:
    return replace(everything(), reports=(Checked(plan=PLAN, baseline=BASELINE.id, findings=found or findings()),))


def layered() -> Run:
    """One plan against two baselines."""
    return replace(
        everything(),
        baselines=(BASELINE, OTHER),
        reports=(
            Checked(plan=PLAN, baseline=BASELINE.id, findings=(lowered(), covered())),
            Checked(plan=PLAN, baseline=OTHER.id, findings=(exceeded(),)),
            unreadable(),
        ),
    )


def in_plain_text() -> Run:
    """The first plan as a text file, whose lines and columns an editor can show."""
    run = single()
    return replace(
        run, reports=tuple(replace(r, plan=replace(r.plan, path="plans/云岭市/草案 1.txt")) for r in run.reports)
    )
