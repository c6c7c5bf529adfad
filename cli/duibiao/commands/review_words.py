"""What `duibiao decide` says; a part of the one table in `messages.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

REVIEW_HELP: Mapping[str, Message] = {
    "decide": Message(
        "逐项复核：确认、改判或豁免，随时可停，下次接着做；意见写入复核意见文件",
        "Rule on findings one after another: confirm, overrule, waive; stop at any time and go on later",
    ),
    "decide.plans": Message("方案文件或文件夹；或一份 json 报告", "Plans, or folders of plans; or one json report"),
    "decide.baselines": Message("基线清单（YAML），可重复", "Baseline (YAML); may be repeated"),
    "decide.level": Message("方案的层级，不写则从方案中识别", "Level of the plans, instead of what they say"),
    "decide.region": Message("方案的地区，如 四川省雅安市", "Region of the plans, such as 四川省雅安市"),
    "decide.issued": Message("方案的印发日期，如 2022-09-30", "Issue date of the plans, such as 2022-09-30"),
    "decide.decisions": Message(
        "复核意见文件，默认 decisions.yaml；原有内容和注释都保留",
        "File of decisions, decisions.yaml unless said; what stands in it stays, comments too",
    ),
    "decide.by": Message("复核人，默认取 git 的 user.name", "Who rules; git's user.name unless said"),
    "decide.everything": Message("已落实的和已复核的也逐项列出", "Ask about what is covered, or ruled on already, too"),
}

REVIEW_WORDS: Mapping[str, Message] = {
    "decide-opening": Message(
        "共 {n} 项待复核。复核人：{by}。每一项复核后立即写入 {path}，可随时按 q 停下。",
        "{n} findings to rule on, by {by}. Each ruling is written to {path} at once; stop at any time with q.",
    ),
    "decide-keys": Message(
        "c 确认  o 改判  w 豁免  s 跳过  b 上一项  q 停下  ? 说明 >",
        "c confirm  o overrule  w waive  s skip  b back  q quit  ? help >",
    ),
    "decide-help": Message(
        "c 确认：程序的结论是对的\n"
        "o 改判：结论不对，以人的结论为准\n"
        "w 豁免：结论是对的，但有理由允许，可以设到期日\n"
        "s 跳过：以后再说（回车也是）\n"
        "b 上一项：重新复核，以后一次为准\n"
        "方案的这段话或要求本身改动之后，意见自动失效",
        "c confirm: the tool is right\n"
        "o overrule: it is wrong, the human verdict counts\n"
        "w waive: it is right, and there is a reason to let it pass, to a day if need be\n"
        "s skip: another time (as does Enter)\n"
        "b back: rule again on the one before; the last ruling counts\n"
        "a ruling lapses when the passage or the requirement changes",
    ),
    "ask-verdict": Message("应为：", "it should be:"),
    "ask-reason": Message("理由：", "reason: "),
    "ask-reason-or": Message("理由（回车为“{usual}”）：", "reason (Enter for “{usual}”): "),
    "confirm-reason": Message("经核对属实", "checked, and so it is"),
    "no-reason": Message("没有写理由，这一项还没有复核", "no reason was given; it has not been ruled on"),
    "ask-expiry": Message(
        "到期日，如 2027-03-31，到当天为止（回车为长期）：",
        "until, such as 2027-03-31, that day included (Enter for always): ",
    ),
    "bad-expiry": Message(
        "“{value}”不行：请写成 {today} 的样子，不早于今天",
        "'{value}' will not do: write it like {today}, not before today",
    ),
    "no-saved-run": Message("这不是一份检查报告", "this is no report of a check"),
    "no-saved-run-advice": Message(
        "请给出 duibiao check -f json 写出的文件", "give a file that duibiao check -f json has written"
    ),
    "nothing-to-decide": Message(
        "没有待复核的结果（--all 可逐项列出全部）", "nothing waits for a ruling (--all asks about everything)"
    ),
    "decided": Message(
        "已复核 {n} 项，跳过 {skipped} 项，还有 {left} 项。意见在 {path}；再次运行从没有复核的接着做",
        "{n} ruled on, {skipped} skipped, {left} left. The decisions are in {path}; run it again to go on",
    ),
    "decided-hint": Message(
        "检查时加 --decisions {path} 才会生效（或写进 .duibiao.yaml）",
        "they hold in a check with --decisions {path} (or named in .duibiao.yaml)",
    ),
}
