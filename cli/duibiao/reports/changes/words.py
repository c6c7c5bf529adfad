"""What a comparison of two runs says to people; a part of the one table in `reports/words.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

CHANGES: Mapping[str, Message] = {
    "comparison": Message("前后对比", "Comparison"),
    "change": Message("变化", "Change"),
    "plans": Message("{n} 份方案", "{n} plans"),
    "no-requirement": Message("没有这项要求", "no such requirement"),
    "new": Message("新增", "new"),
    "worse": Message("变差", "worse"),
    "altered": Message("有变", "altered"),
    "better": Message("改善", "better"),
    "gone": Message("消失", "gone"),
    "unchanged": Message("不变", "unchanged"),
    "before": Message("旧", "Before"),
    "after": Message("新", "After"),
    "now": Message("现在", "Now"),
    "nothing-changed": Message("没有变化", "Nothing changed"),
    "nothing-compared": Message("两份报告里都没有方案", "Neither report holds a plan"),
    "not-compared": Message("有一方无法读取（{why}），未作对比", "one side could not be read ({why}): not compared"),
    "other-baseline": Message(
        "两次检查之间，基线清单 {id} 有改动，变化可能由此而来",
        "the baseline {id} was changed between the two; that may be why something changed",
    ),
    "other-version": Message(
        "两次检查的工具版本不同（{old}、{new}），变化可能由此而来",
        "made by different versions of the tool ({old}, {new}); that may be why something changed",
    ),
}
