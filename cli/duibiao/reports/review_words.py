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
