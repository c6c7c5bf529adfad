"""What reports say of human rulings and of an earlier state; a part of the one table in `reports/words.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

REVIEW: Mapping[str, Message] = {
    "overruled-by": Message(
        "已改判：{verdict}（程序判为{judged}）：{why}", "overruled: {verdict} (the tool: {judged}): {why}"
    ),
    "confirmed-by": Message("已确认（{by}）", "confirmed ({by})"),
    "instead-of": Message("（程序判为{judged}）", " (the tool: {judged})"),
    # beside an earlier state
    "became": Message("{change}：{was} → {now}", "{change}: {was} → {now}"),
    "beside": Message("与 {name} 相比：", "compared with {name}: "),
    "not-there": Message("当时没有这份方案（或无法读取）", "it was not there, or could not be read"),
    "formerly": Message("当时名为 {path}", "then called {path}"),
    "news": Message(
        "新增或变差的弱化、缺失 {total} 项，已标注最严重的 {shown} 项",
        "{total} newly or further weakened or omitted, the {shown} worst of them annotated",
    ),
    "no-news": Message("没有新增或变差的弱化、缺失", "nothing is newly or further weakened or omitted"),
    "those": Message("（{ids}）", " ({ids})"),
    # ruling in the browser
    "rule": Message("复核", "rule"),
    "confirm-means": Message("确认：结论是对的", "confirm: the verdict is right"),
    "overrule-means": Message("改判：结论不对", "overrule: the verdict is wrong"),
    "waive-means": Message("豁免：结论对，但有理由允许", "waive: it is right, and may pass"),
    "should-be": Message("应为", "it should be"),
    "why-so": Message("理由", "Reason"),
    "until": Message("到期日（到当天为止，不填为长期）", "Until (that day included; always where left out)"),
    "incomplete": Message(
        "请选择一项并写明理由；到期日不能早于今天", "choose one and give a reason; it cannot end before today"
    ),
    "keep": Message("记下", "Keep"),
    "cancel": Message("取消", "Cancel"),
    "reviewer": Message("复核人", "Reviewer"),
    "rulings-made": Message("新的复核意见 {n} 项，尚未保存", "{n} new rulings, not saved yet"),
    "saved": Message("已保存 {n} 项", "{n} rulings saved"),
    "save-as": Message("保存 {file}", "Save {file}"),
    "save-note": Message(
        "下载的文件含原有意见和新意见，请用它替换原来的 {file}，检查时加 --decisions {file}",
        "the download holds the decisions there were and the new ones; put it in the place of {file}, and check with "
        "--decisions {file}",
    ),
    # decisions that do not hold
    "lapsed": Message("不再生效的复核意见", "decisions that do not hold"),
    "expired": Message("已于 {expires} 到期", "expired on {expires}"),
    "stale": Message(
        "作出之后，方案的这段话或要求本身有改动，请重新复核",
        "the passage or the requirement has changed since; please rule again",
    ),
    "unused": Message("没有对上任何需要它的结果，可以删去", "meets no finding that needs it; it can go"),
    "lapsed-line": Message("{action}“{why}”（{by}，{date}）", "{action} “{why}” ({by}, {date})"),
}
