"""What comments in a draft say, and what they propose to write; a part of the one table in `reports/words.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

COMMENTS: Mapping[str, Message] = {
    "held-against": Message("对照“{title}”检查，{n} 项要求", "held against {title}: {n} requirements"),
    "basis": Message("上级文件", "Upstream"),
    "not-commented": Message(
        "加码、弱化的要求批注在原文上，缺失的批注在宜补写的标题上，落实的不加批注。结论由程序作出，请结合原文判断。",
        "What is exceeded or weakened is commented on in its place, what is omitted at the heading where it belongs, "
        "what is covered not at all. A program has judged: please look at the text yourself.",
    ),
    "upstream-says": Message("上级要求", "Upstream"),
    "upstream-at": Message("上级要求（{place}）", "Upstream ({place})"),
    "upstream-owners": Message("上级责任单位", "Responsible upstream"),
    "and-others": Message("{names}等{n}家", "{names} and others, {n} in all"),
    "suggestion": Message("建议", "To do"),
    "observation": Message("提示", "Note"),
    "omitted-here": Message(
        "缺失 {n} 项：方案没有条款承诺下列事项，宜在这一部分补写",
        "{n} omitted: no clause of the plan commits to these; this is where they would belong",
    ),
    "omitted-last": Message(
        "缺失 {n} 项：方案没有条款承诺下列事项，也没有相近的部分，集中列在文末",
        "{n} omitted: no clause of the plan commits to these, and no part of it is about anything like them",
    ),
    "in-a-box": Message("文本框中：“{text}”", "In the text box: “{text}”"),
    # what to write instead
    "replace": Message("将“{old}”改为“{new}”", "change “{old}” to “{new}”"),
    "leave-out": Message("删去“{old}”", "leave out “{old}”"),
    "add": Message("建议增写", "To add"),
    "add-number": Message("补写数值“{new}”", "add the number: “{new}”"),
    "add-date": Message("补写期限“{new}”", "add the date: “{new}”"),
    "bring-forward": Message("把完成时限提前到“{new}”", "bring the date forward to “{new}”"),
    "add-part": Message("补写“{new}”", "add “{new}”"),
    "add-rest": Message("补齐上级要求中缺少的内容", "add what is missing of it"),
    "firmer": Message("将“{old}”换成{new}一类的表述", "instead of “{old}” use a word like {new}"),
    "be-firm": Message("用{new}一类的表述写明", "say so with a word like {new}"),
    "could-read": Message("可写为：{text}", "It could read: {text}"),
    "mind-stricter": Message(
        "严于上级要求，请确认有依据、做得到", "stricter than upstream: make sure that it can be done"
    ),
    "own-share": Message("其中本地承担：{what}", "of which here: {what}"),
    "no-share": Message(
        "“{what}”是上级全域的总量，请写明本地承担多少",
        "“{what}” is the total of the place that issued it; say how much of it falls to this one",
    ),
}
