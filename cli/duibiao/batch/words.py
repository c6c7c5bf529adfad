"""What people read in the outputs of a batch."""

from collections.abc import Mapping

from duibiao.model.message import Message

WORDS: Mapping[str, Message] = {
    "title": Message("批量检查结果", "Batch results"),
    "matrix": Message("热力图", "Heat map"),
    "coverage": Message("各地落实率", "Coverage by place"),
    "ranking": Message("排名", "Ranking"),
    "requirements": Message("各项要求", "Requirements"),
    "distribution": Message("分布", "Distribution"),
    "errors": Message("无法读取的方案", "Plans that could not be read"),
    "place": Message("地区", "Place"),
    "plan": Message("方案", "Plan"),
    "plans": Message("方案数", "Plans"),
    "level": Message("层级", "Level"),
    "province": Message("省", "Province"),
    "city": Message("市", "City"),
    "county": Message("县", "County"),
    "national": Message("国家", "Nation"),
    "rate": Message("落实率", "Coverage"),
    "requirement": Message("要求", "Requirement"),
    "text": Message("要求原文", "Text"),
    "source": Message("出处", "Source"),
    "covered": Message("落实", "covered"),
    "exceeded": Message("加码", "exceeded"),
    "weakened": Message("弱化", "weakened"),
    "omitted": Message("缺失", "omitted"),
    "not-applicable": Message("不适用", "not applicable"),
    "none": Message("未对照", "not held against it"),
    "review": Message("待复核", "to review"),
    "found": Message("方案", "plans"),
    "checked": Message("本次检查", "checked now"),
    "reused": Message("沿用", "reused"),
    "unreadable": Message("无法读取", "unreadable"),
    "code": Message("代码", "Code"),
    "message": Message("原因", "Why"),
    "advice": Message("办法", "What to do"),
    "unplaced": Message("地区不明", "place unknown"),
    "baseline": Message("基线清单", "Baseline"),
    "all": Message("全部", "all"),
    "all-places": Message("全国", "all places"),
    "sort": Message("排序", "Order"),
    "by-place": Message("按地区", "by place"),
    "by-rate-up": Message("落实率从低到高", "lowest coverage first"),
    "by-rate-down": Message("落实率从高到低", "highest coverage first"),
    "by-list": Message("按清单顺序", "as in the list"),
    "by-omitted": Message("缺失最多在前", "most omitted first"),
    "by-weakened": Message("弱化最多在前", "most weakened first"),
    "columns": Message("要求排序", "Order of requirements"),
    "search": Message("查找地区或方案", "Find a place or plan"),
    "show-more": Message("显示更多", "Show more"),
    "hint": Message(
        "一行一份方案，一列一项要求；移动鼠标或方向键看内容，点击或回车打开这份方案",
        "One row for each plan, one column for each requirement; point or use the arrow keys to read, "
        "click or press Enter to open the plan",
    ),
    "needs-script": Message(
        "热力图需要脚本；同样的内容在 matrix.xlsx 中", "The heat map needs scripts; matrix.xlsx holds the same"
    ),
    "histogram": Message("方案数，按落实率", "Plans by coverage"),
    "histogram-items": Message("要求数，按落实率", "Requirements by coverage"),
    "reasons": Message("弱化的原因", "Why weakened"),
    "most-omitted": Message("缺失最多的要求", "Most omitted requirements"),
    "most-weakened": Message("弱化最多的要求", "Most weakened requirements"),
    "best": Message("最高", "Highest"),
    "worst": Message("最低", "Lowest"),
    "evidence": Message("方案原文", "In the plan"),
    "observations": Message("提示", "Observations"),
    "nearest": Message("最接近的条款（不算）", "Nearest clause (refused)"),
    "line": Message("第 {n} 行", "line {n}"),
    "page": Message("第 {n} 页", "page {n}"),
    "back": Message("返回总览", "Back to all plans"),
    "issued": Message("印发", "issued"),
    "clauses": Message("{n} 条", "{n} clauses"),
    "nothing": Message("没有", "none"),
    "files": Message("同样的结果", "The same results"),
}


def say(key: str, language: str, **values: object) -> str:
    return WORDS[key].say(language).format(**values)
