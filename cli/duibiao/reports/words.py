"""Every word that a report prints for a person, in each language the tool speaks.

One table, so that a test can walk it and a translator finds everything in one place. What a rule says about a
finding is not here: it travels in the finding. The words of the command line are in `commands/messages.py`.
"""

from collections.abc import Mapping

from duibiao.model.message import Message

WORDS: Mapping[str, Message] = {
    # verdicts, as in the table of words
    "covered": Message("落实", "covered"),
    "exceeded": Message("加码", "exceeded"),
    "weakened": Message("弱化", "weakened"),
    "omitted": Message("缺失", "omitted"),
    "not-applicable": Message("不适用", "not applicable"),
    "waived": Message("豁免", "waived"),
    "review": Message("待复核", "to review"),
    # severities; 提示 is taken by observations, so that a note is 建议
    "error": Message("错误", "error"),
    "warning": Message("警告", "warning"),
    "note": Message("建议", "note"),
    "none": Message("—", "—"),
    # levels
    "national": Message("国家级", "national"),
    "province": Message("省级", "province"),
    "city": Message("市级", "city"),
    "county": Message("县级", "county"),
    # a plan
    "report": Message("对标报告", "Duibiao report"),
    "plan": Message("方案", "Plan"),
    "baseline": Message("基线清单", "Baseline"),
    "requirements": Message("{n} 项要求", "{n} requirements"),
    "clauses": Message("{n} 条", "{n} clauses"),
    "untitled": Message("（未识别标题）", "(no title found)"),
    # a finding
    "requirement": Message("要求", "Requirement"),
    "passage": Message("方案", "Plan"),
    "nearest": Message("最接近的条款（未采信）", "Nearest clause (refused)"),
    "see-also": Message("另见", "See also"),
    "line": Message("第{n}行", "line {n}"),
    "page": Message("第{n}页", "page {n}"),
    "reason": Message("理由", "Reason"),
    "finding": Message("事项", "Item"),
    "doubt": Message("请人工核对，把握 {n}%", "please look at it, confidence {n}%"),
    "waived-by": Message("已豁免：{why}", "waived: {why}"),
    "nothing-found": Message("没有弱化或缺失的要求", "Nothing is weakened or omitted"),
    "rest": Message("另有 {what} 未列出", "{what} not listed"),
    "rest-hint": Message("加 --all 可全部列出", "add --all to list them"),
    "explain-hint": Message(
        "规则含义见 duibiao explain {rule}，某项结论的由来见 duibiao explain 方案 要求编号 -b 清单",
        "what a rule means: duibiao explain {rule}; why a verdict: duibiao explain PLAN REQUIREMENT -b BASELINE",
    ),
    # how a verdict came about
    "verdict": Message("结论", "Verdict"),
    "confidence": Message("把握 {n}%", "confidence {n}%"),
    "wanted-facts": Message("要求的要素", "Facts of the requirement"),
    "presence": Message(
        "方案涉及此事的可能 {presence}%，内容完整的可能 {whole}%",
        "the plan has the thing: {presence}%; all of it: {whole}%",
    ),
    "candidates": Message("候选条款（共 {n} 处，列出 {shown} 处）", "Candidates ({shown} of {n})"),
    "taken": Message("采信", "taken"),
    "quantity": Message("数量", "quantity"),
    "date": Message("期限", "date"),
    "strength": Message("力度", "strength"),
    "scope": Message("范围", "scope"),
    "department": Message("责任单位", "departments"),
    # the page of a rule
    "finds": Message("发现什么", "What it finds"),
    "matters": Message("为何重要", "Why it matters"),
    "limits": Message("已知局限", "Known limits"),
    "page-hint": Message("查看一条规则：duibiao explain W103", "one rule: duibiao explain W103"),
    # observations
    "observations": Message("提示", "observations"),
    # a plan that could not be read
    "unreadable": Message("无法读取", "unreadable"),
    "advice": Message("办法", "What to do"),
    # the whole run
    "summary": Message("汇总", "Summary"),
    "all-plans": Message("{n} 份方案合计", "{n} plans together"),
    "count": Message("{word} {n}", "{n} {word}"),
    "colon": Message("：", ": "),
    "comma": Message("、", ", "),
    "semicolon": Message("；", "; "),
}


def say(key: str, language: str, **values: object) -> str:
    """The words behind `key`. An unknown key is a bug and raises KeyError."""
    return WORDS[key].say(language).format(**values)
