"""Every word of the command line, in each language the tool speaks.

`HELP` is keyed by verb, and by verb and parameter; a test walks it against the commands. What a person reads in a
report is in `reports/words.py`.
"""

from collections.abc import Mapping

from duibiao.commands.baseline_words import BASELINE_HELP, BASELINE_WORDS
from duibiao.commands.batch_words import BATCH_HELP
from duibiao.commands.config_words import CONFIG_HELP, CONFIG_WORDS
from duibiao.commands.desk_words import DESK_HELP, DESK_WORDS
from duibiao.commands.review_words import REVIEW_HELP, REVIEW_WORDS
from duibiao.commands.watch_words import WATCH
from duibiao.model.message import Message

HELP: Mapping[str, Message] = {
    "duibiao": Message(
        "对标：逐条检查实施方案是否落实上级要求，指出落实、加码、弱化和缺失，并给出原文和理由。全程离线。",
        "Duibiao holds an implementation plan against what upstream requires of it: covered, exceeded, weakened or "
        "omitted, each with the passage and the reason. Always offline.",
    ),
    "duibiao.version": Message("显示版本", "Show the version"),
    "check": Message("检查方案，逐条给出结论", "Check plans, one finding per requirement"),
    "check.plans": Message(
        "方案文件或文件夹，可以给多个；不写则检查 .duibiao.yaml 里的方案",
        "Plans, or folders of plans; left out, those that .duibiao.yaml names",
    ),
    "check.baselines": Message(
        "基线清单（文件或编号），可重复；不写则按配置，或按方案的主题、地区、层级和日期选取",
        "Baseline (a file or an id), may be repeated; left out, as configured, or those that fit the plan's topic, "
        "region, level and date",
    ),
    "check.formats": Message(
        "输出格式：{formats}；可重复，默认 terminal", "Format: {formats}; may be repeated; terminal unless said"
    ),
    "check.output": Message(
        "写到这里：只产生一个文件时是文件名，否则是文件夹", "Write here: a file where one file results, else a folder"
    ),
    "check.level": Message("方案的层级，不写则从方案中识别", "Level of the plans, instead of what they say"),
    "check.region": Message("方案的地区，如 四川省雅安市", "Region of the plans, such as 四川省雅安市"),
    "check.issued": Message("方案的印发日期，如 2022-09-30", "Issue date of the plans, such as 2022-09-30"),
    "check.fail_on": Message(
        "有这个级别以上的弱化或缺失时退出码为 1，默认 error",
        "Exit with 1 where something weakened or omitted is at least this severe; error unless said",
    ),
    "check.everything": Message("落实、加码和不适用的要求也列出", "List covered, exceeded and not-applicable too"),
    "check.readiness": Message(
        "征求意见前自查：一页列出必须修改、建议看一看、已经到位的，并给出可写的句子",
        "Before public comment: one page of what to mend, what to look at, what is fine, each with what to write",
    ),
    "check.chain": Message(
        "同一指标从国家、省、市到方案逐层对照，谁加码、加了多少（给出各层清单，或 extends 的清单）",
        "The same indicator from nation to plan: who tightened it, by how much (over all the checklists and layers)",
    ),
    "check.watch": Message(
        "每次保存方案后自动重查，说明有什么变化；Ctrl-C 结束，退出码按最后一次检查",
        "Check again on every save and say what changed; Ctrl-C ends it with the code of the last check",
    ),
    "check.decisions": Message(
        "复核意见文件（YAML）：其中的豁免、改判生效",
        "Decisions of reviewers (YAML), which then hold: waived, overruled",
    ),
    "check.since": Message(
        "只检查自这个 git 版本以来有改动的方案，并与那时的结果比较（main... 指与 main 分开之处）",
        "Check only plans changed since this git revision, and compare with how they came out there (main... is where "
        "this branch left main)",
    ),
    "check.against": Message("与保存的 json 报告比较", "Compare with a saved json report"),
    "check.new_only": Message(
        "只有新增和变差的问题才使退出码为 1；没有 --since 和 --against 时与最近一次提交比较",
        "Exit with 1 only for what is new or worse; compared with the last commit unless --since or --against say",
    ),
    "check.strict": Message(
        "待人工核对的结果和无法读取的方案也使退出码为 1",
        "Exit with 1 also for findings to be looked at and plans that cannot be read",
    ),
    "check.report_schema": Message("打印 json 报告的 JSON Schema", "Print the JSON Schema of the json report"),
    "diff": Message(
        "比较两份报告，或一份方案的两个版本：哪些要求变差、改善、新增",
        "Compare two reports, or two drafts of a plan: what became worse, better, or is new",
    ),
    "diff.old": Message("旧的 json 报告；有 -b 时是方案的旧稿", "The older json report; with -b the older draft"),
    "diff.new": Message("新的 json 报告；有 -b 时是方案的新稿", "The newer json report; with -b the newer draft"),
    "diff.baselines": Message(
        "基线清单（YAML），可重复；给出时比较方案的两个版本", "Baseline (YAML), may be repeated: compares two drafts"
    ),
    "diff.formats": Message(
        "输出格式：terminal, json, markdown, html；可重复，默认 terminal",
        "Format: terminal, json, markdown, html; may be repeated; terminal unless said",
    ),
    "diff.output": Message(
        "写到这里：只产生一个文件时是文件名，否则是文件夹", "Write here: a file where one file results, else a folder"
    ),
    "diff.level": Message("方案的层级，不写则从方案中识别", "Level of the plans, instead of what they say"),
    "diff.region": Message("方案的地区，如 四川省雅安市", "Region of the plans, such as 四川省雅安市"),
    "diff.issued": Message("方案的印发日期，如 2022-09-30", "Issue date of the plans, such as 2022-09-30"),
    "diff.fail_on": Message(
        "有这个级别以上的变差，或新增的弱化、缺失时退出码为 1，默认 error",
        "Exit with 1 where something at least this severe is worse, or newly weakened or omitted; error unless said",
    ),
    "diff.everything": Message("没有变化的要求也列出", "List what is unchanged too"),
    "diff.report_schema": Message("打印 json 对比结果的 JSON Schema", "Print the JSON Schema of the json comparison"),
    "text": Message("显示从方案中读到的文字", "Print the text that was read from a plan"),
    "text.plan": Message("方案文件", "The plan"),
    "text.outline": Message("按条款显示：编号、作用、单元格", "Show clauses: label, role, cells"),
    "explain": Message("说明一条规则，或一项结论的由来", "Explain a rule, or why a requirement got its verdict"),
    "explain.subject": Message(
        "规则（W103 或 deadline-later），或方案文件；不写则列出全部规则",
        "A rule (W103 or deadline-later) or a plan; all rules where left out",
    ),
    "explain.requirement": Message("要求编号，写在方案之后", "Id of a requirement, after the plan"),
    "explain.baselines": Message("基线清单（YAML）", "Baseline (YAML)"),
    **BASELINE_HELP,
    **BATCH_HELP,
    **CONFIG_HELP,
    **DESK_HELP,
    **REVIEW_HELP,
}

WORDS: Mapping[str, Message] = {
    **WATCH,
    # help pages
    "usage": Message("用法：", "Usage:"),
    "arguments": Message("参数", "Arguments"),
    "options": Message("选项", "Options"),
    "commands": Message("命令", "Commands"),
    "shared": Message("通用选项", "Options of every command"),
    "exit-codes": Message("退出码", "Exit codes"),
    "required": Message("（必填）", "(required)"),
    "help": Message("显示帮助", "Show this help"),
    "lang": Message("语言（默认 zh，也可设环境变量 DUIBIAO_LANG）", "Language (zh unless said; or DUIBIAO_LANG)"),
    "quiet": Message("不显示进度和提示", "No progress and no hints"),
    "verbose": Message("显示处理过程；程序出错时显示细节", "Say what is being done; details of a crash"),
    "no-color": Message("不用颜色（也可设环境变量 NO_COLOR）", "No colours (or NO_COLOR)"),
    "limit": Message(
        "一份方案的限额，可多次给出，例如 pages=500，0 为不限（也可设环境变量 DUIBIAO_LIMITS）；名称：{limits}",
        "What a plan may cost, given once or more, such as pages=500; 0 lifts it (or DUIBIAO_LIMITS); names: {limits}",
    ),
    "exit-0": Message("没有达到 --fail-on 级别的问题", "nothing at or above --fail-on"),
    "exit-1": Message("有（即使另有方案无法读取）", "there is (even where a plan could not be read as well)"),
    "exit-2": Message("命令、配置、基线清单或输出位置有误", "wrong usage, configuration, baseline or output"),
    "exit-3": Message("有方案无法读取，其余没有问题", "a plan could not be read, and nothing worse"),
    "exit-70": Message("程序自身出错", "a bug in the tool"),
    # errors
    "error": Message("错误：", "Error: "),
    "advice": Message("办法：", "What to do: "),
    "fault": Message("{place}:{line}  {path}:{message}", "{place}:{line}  {path}: {message}"),
    "of-plan": Message("{path}：{message}", "{path}: {message}"),
    "see-help": Message("查看用法：{command} --help", "see {command} --help"),
    "no-option": Message("没有选项 {name}", "there is no option {name}"),
    "did-you-mean": Message("是不是 {names}？", "did you mean {names}?"),
    "missing": Message("缺少 {name}", "{name} is missing"),
    "bad-value": Message("{name} 的值不对：{why}", "wrong value for {name}: {why}"),
    "bad-usage": Message("命令写得不对：{why}", "this command line is wrong: {why}"),
    "known-commands": Message("试试：{names}", "try: {names}"),
    "needs-value": Message("选项 {name} 后面缺少内容", "nothing follows {name}"),
    "one-of": Message("应为 {names} 之一", "it is one of {names}"),
    "no-command": Message("没有命令“{name}”", "there is no command '{name}'"),
    "bug": Message("程序出错：{what}", "the tool failed: {what}"),
    "bug-advice": Message(
        "这是程序的缺陷。请加 --verbose 再运行一次，把输出（不含方案内容）报告给维护者",
        "this is a bug; run again with --verbose and report what it prints (without the plan's contents)",
    ),
    "interrupted": Message("已中断，没有写出任何文件", "interrupted; no file was written"),
    "bad-language": Message("--lang 只能是 zh 或 en", "--lang takes zh or en"),
    # check
    "unverified": Message(
        "基线清单 {id} 有 {n} 项要求尚未与原文核对（verified: false）",
        "baseline {id}: {n} requirements have not been compared with their source (verified: false)",
    ),
    "reading": Message("检查 {path}", "checking {path}"),
    "no-word": Message(
        "docx 格式把批注写进方案的 Word 文件，这些方案不是 Word 一类的文件：{names}",
        "format docx writes comments into a plan's own Word file, which these plans are not: {names}",
    ),
    "no-word-advice": Message(
        "这一格式只用于 docx、doc、wps、rtf、odt 方案；其他方案可用 -f html 或 -f markdown",
        "it is for docx, doc, wps, rtf and odt plans; for others use -f html or -f markdown",
    ),
    "changed": Message(
        "{path} 在检查期间被改动，批注会落错地方，没有写出",
        "{path} was changed while it was checked; comments would stand in wrong places, so nothing was written",
    ),
    "changed-advice": Message("请保存后再检查一次", "save it and check once more"),
    "wrote": Message("已写入 {path}", "wrote {path}"),
    "crashed": Message("检查这份方案时程序出错（{what}）", "the tool failed on this plan ({what})"),
    # check beside an earlier state
    "one-past": Message("--since 和 --against 只能用一个", "give --since or --against, not both"),
    "one-past-advice": Message(
        "--since 与 git 版本比较，--against 与保存的报告比较",
        "--since compares with a git revision, --against with a saved report",
    ),
    "since-head": Message(
        "与最近一次提交（HEAD）比较；在流水线里请用 --since origin/main 一类的写法，否则改动已在 HEAD 里",
        "compared with the last commit (HEAD); in a pipeline say --since origin/main, as HEAD holds the change already",
    ),
    "since-nothing": Message("自 {name} 以来，{n} 份方案都没有改动", "no plan of {n} has changed since {name}"),
    "since-some": Message(
        "自 {name} 以来有改动的方案 {n} 份，另外 {left} 份没有改动，不再检查",
        "{n} plans changed since {name}; {left} others did not and are not checked",
    ),
    "since-baseline": Message(
        "基线清单自 {name} 以来有改动，全部方案都要检查", "the baseline changed since {name}: all plans are checked"
    ),
    "no-decisions": Message("没有找到复核意见文件 {path}", "there is no file of decisions {path}"),
    "no-decisions-advice": Message(
        "请检查 --decisions 后面的路径；第一次可用 duibiao decide 建立",
        "check the path after --decisions; duibiao decide begins one",
    ),
    # diff
    "no-report": Message("没有找到 {path}", "{path} does not exist"),
    "no-report-advice": Message("请检查文件名", "check the name of the file"),
    "given-to-reports": Message("{name} 只用于比较方案的两个版本", "{name} is for comparing two drafts of a plan"),
    "given-to-reports-advice": Message("请加 -b 基线清单，或去掉它", "add -b BASELINE, or leave it out"),
    # explain
    "no-rule": Message("没有规则“{name}”，也没有这个文件", "there is no rule '{name}', and no such file"),
    "no-rule-advice": Message("不带参数运行 duibiao explain 可列出全部规则", "run duibiao explain to list all rules"),
    "no-requirement": Message("没有说明要解释哪项要求", "no requirement was named"),
    "no-requirement-advice": Message(
        "写法：duibiao explain 方案 要求编号 -b 清单", "duibiao explain PLAN REQUIREMENT -b BASELINE"
    ),
    "unknown-requirement": Message("基线清单中没有要求 {id}", "the baseline holds no requirement {id}"),
    "unknown-requirement-advice": Message("相近的编号：{names}", "similar ids: {names}"),
    # baseline
    **BASELINE_WORDS,
    **CONFIG_WORDS,
    **DESK_WORDS,
    **REVIEW_WORDS,
}


def say(key: str, language: str, **values: object) -> str:
    """The words behind `key`. An unknown key is a bug and raises KeyError."""
    return WORDS[key].say(language).format(**values)


def filled(key: str, **values: object) -> Message:
    """The same in each language, for an error that does not know its reader."""
    message = WORDS[key]
    return Message(message.zh.format(**values), message.en.format(**values))
