"""Every word that a report prints for a person, in each language the tool speaks.

One table, so that a test can walk it; the words of comparisons, comments and rulings stand in files of their own.
What a rule says about a finding is not here: it travels in the finding. The words of the command line are in
`commands/messages.py`.
"""

from collections.abc import Mapping

from duibiao.model.message import Message
from duibiao.reports.changes.words import CHANGES
from duibiao.reports.comment_words import COMMENTS
from duibiao.reports.review_words import REVIEW

WORDS: Mapping[str, Message] = {
    **CHANGES,
    **COMMENTS,
    **REVIEW,
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
    "off-topic": Message(
        "没有一项要求在方案中找到条款：请核对清单是否适用于这份方案",
        "the plan answers none of the requirements: make sure that the baseline is about its subject",
    ),
    "rest": Message("另有 {what} 未列出", "{what} not listed"),
    "rest-hint": Message("加 --all 可全部列出", "add --all to list them"),
    "explain-hint": Message(
        "规则含义见 duibiao explain {rule}，某项结论的由来见 duibiao explain 方案 要求编号 -b 清单",
        "what a rule means: duibiao explain {rule}; why a verdict: duibiao explain PLAN REQUIREMENT -b BASELINE",
    ),
    # tables: csv and workbook
    "id": Message("编号", "Id"),
    "severity": Message("级别", "Severity"),
    "source": Message("上级出处", "Source"),
    "wording": Message("上级要求原文", "What upstream says"),
    "quote": Message("方案原文", "What the plan says"),
    "place": Message("方案位置", "Place in the plan"),
    "sure": Message("把握", "Confidence"),
    "look": Message("人工核对", "Look at it"),
    "yes": Message("是", "yes"),
    "ruling": Message("复核意见", "Ruling"),
    "confirm": Message("确认", "confirmed"),
    "overrule": Message("改判", "overruled"),
    "waive": Message("豁免", "waived"),
    "rules": Message("规则", "Rules"),
    "kind": Message("类型", "Kind"),
    "task": Message("任务", "task"),
    "target": Message("指标", "target"),
    "sheet-summary": Message("汇总", "Summary"),
    "sheet-findings": Message("逐条结果", "Findings"),
    "sheet-matrix": Message("任务分工", "Who and when"),
    "sheet-observations": Message("提示", "Observations"),
    "sheet-rules": Message("规则说明", "Rules"),
    "heading": Message("方案标题", "Title"),
    "document-number": Message("文号", "Number"),
    "issued": Message("印发日期", "Issued"),
    "region": Message("地区", "Region"),
    "level": Message("层级", "Level"),
    "wanted": Message("要求数", "Required"),
    "kept": Message("落实率", "Kept"),
    "kept-means": Message(
        "落实率 =（落实 + 加码）÷ 适用的要求", "Kept = (covered + exceeded) / applicable requirements"
    ),
    "state": Message("说明", "Remarks"),
    "gaps": Message(
        "{tasks} 项任务：{nobody} 项无责任单位，{never} 项无时限",
        "{tasks} tasks: {nobody} with nobody responsible, {never} without a date",
    ),
    "duty": Message("任务", "Task"),
    "lead": Message("牵头单位", "Lead"),
    "owners": Message("责任单位", "Responsible"),
    "deadline": Message("完成时限", "Deadline"),
    "answers": Message("对应的上级要求", "Answers to"),
    # where a note only lists names, the first one leads by custom
    "first": Message("{name}（列首位）", "{name} (named first)"),
    "missing": Message("未明确", "not named"),
    "code": Message("代码", "Code"),
    "means-covered": Message("已写入方案，没有打折扣", "the plan has it, and nothing is worse"),
    "means-exceeded": Message("没有打折扣，且有要素严于上级", "nothing is worse, and something is stricter"),
    "means-weakened": Message("已写入方案，但至少一个要素低于上级", "the plan has it, and something is worse"),
    "means-omitted": Message("没有条款承诺做这件事", "no clause of the plan commits to it"),
    "means-not-applicable": Message("不适用于这一层级", "not meant for this level"),
    # machines that show a line to people: annotations, JUnit, SARIF
    "told": Message("{verdict}：{id} {title}", "{verdict}: {id} {title}"),
    "upstream": Message("上级要求：{text}", "upstream: {text}"),
    "planned": Message("方案：{text}", "plan: {text}"),
    "annotated": Message(
        "共 {total} 项弱化或缺失，已标注最严重的 {shown} 项",
        "{total} weakened or omitted, the {shown} worst of them annotated",
    ),
    "repository-root": Message("运行检查的文件夹", "the folder in which the check was run"),
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
    # the page for the browser
    "skip": Message("跳到逐条结果", "Skip to the findings"),
    "file": Message("文件", "File"),
    "size": Message("篇幅", "Length"),
    "among-them": Message("其中 {what}", "of these {what}"),
    "ruled": Message("{action}（{by}，{date}）：{why}", "{action} ({by}, {date}): {why}"),
    "no-passage": Message("方案中没有相应条款", "no clause of the plan"),
    "named-upstream": Message("上级文件点名", "Named upstream"),
    "named-in-plan": Message("方案责任单位", "Responsible in the plan"),
    "filter": Message("筛选", "Filter"),
    "search": Message("查找", "Find"),
    "search-hint": Message("编号、标题、原文、理由", "id, title, quote, reason"),
    "any-department": Message("全部单位", "all departments"),
    "shown": Message("显示 {n} 项，共 {total} 项", "{n} of {total} shown"),
    "reset": Message("清除筛选", "Clear"),
    "no-match": Message("没有符合筛选条件的结果", "Nothing matches the filter"),
    "outline": Message("方案目录", "Outline"),
    "plan-text": Message("方案全文与标注", "The plan, annotated"),
    "table": Message("表格", "Table"),
    "made-by": Message("由 duibiao {version} 生成", "Made by duibiao {version}"),
    "keys": Message("键盘操作", "Keyboard"),
    "key-search": Message("查找", "find text"),
    "key-next": Message("下一条结果", "next finding"),
    "key-previous": Message("上一条结果", "previous finding"),
    "key-passage": Message("跳到方案原文，再按返回", "go to the passage in the plan, and back"),
    "key-back": Message("回到刚才的结果", "back to the finding"),
    "key-help": Message("显示本说明", "show this help"),
    "close": Message("关闭", "Close"),
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
    "stop": Message("。", ". "),
}


def say(key: str, language: str, **values: object) -> str:
    """The words behind `key`. An unknown key is a bug and raises KeyError."""
    return WORDS[key].say(language).format(**values)
