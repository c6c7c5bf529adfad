"""What is said at the drafter's desk: the greeting, files that were dragged here, what Word leaves about."""

from collections.abc import Mapping

from duibiao.model.message import Message

DESK_HELP: Mapping[str, Message] = {
    "check.beside": Message(
        "在每份方案旁边写出带批注的 Word 和网页报告，并说明写在哪里；把文件拖到程序上就是这样",
        "Write the annotated Word copy and the html report beside each plan and say where they are; as happens when "
        "files are dragged onto the program",
    ),
}

DESK_WORDS: Mapping[str, Message] = {
    "greeting": Message(
        "对标：检查实施方案有没有落实上级要求。不联网，您的文件只读不改。",
        "Duibiao holds an implementation plan against what upstream requires of it. Offline; your files are only read.",
    ),
    "greeting-ask": Message("您想做哪一件？", "What would you like to do?"),
    "greeting-draft": Message(
        "检查一份方案（Word、WPS、PDF），在旁边得到带批注的副本和网页报告",
        "Check a draft (Word, WPS, PDF); a copy with comments and a page are written beside it",
    ),
    "greeting-batch": Message(
        "检查一个文件夹里的全部方案，得到热力图和汇总表", "Check a whole folder of plans: a heat map and tables"
    ),
    "greeting-list": Message(
        "从上级文件起草一份基线清单，核对后使用", "Draft a checklist from an upstream document, to be reviewed"
    ),
    "greeting-drag": Message("也可以把文件直接拖到对标的图标上。", "Or drag the file onto the program's icon."),
    "greeting-help": Message("全部命令：duibiao --help", "All commands: duibiao --help"),
    "example-plan": Message("方案.docx", "plan.docx"),
    "example-folder": Message("方案文件夹", "plans"),
    "example-upstream": Message("上级文件.docx", "upstream.docx"),
    "example-list": Message("清单.yaml", "checklist.yaml"),
    "example-out": Message("结果", "results"),
    "passing": Message("跳过 {name}：Word 或 WPS 的临时文件", "skipped {name}: a passing file of Word or WPS"),
    "open": Message(
        "{name} 正在 Word 或 WPS 中打开，检查的是最后一次存盘的内容",
        "{name} is open in Word or WPS; what was saved last is checked",
    ),
    "beside-counts": Message("{name}：{counts}", "{name}: {counts}"),
    "beside-list": Message("（{id}）", " ({id})"),
    "beside-count": Message("{word} {n}", "{n} {word}"),
    "beside-comma": Message("，", ", "),
    "beside-comments": Message("  批注稿  {path}", "  with comments  {path}"),
    "beside-report": Message("  报告    {path}", "  report         {path}"),
    "beside-next": Message(
        "按批注改好原稿，存盘，再查一次。批注稿是副本，原稿没有动过。",
        "Mend the draft as the comments say, save it, check it again. The draft itself was not touched.",
    ),
    "bad-language-advice": Message(
        "中文用 --lang zh，英文用 --lang en", "say --lang zh for Chinese, --lang en for English"
    ),
    "bad-level-advice": Message(
        "国家 national，省 province，市 city，区县 county", "one of the four, from the nation down to the county"
    ),
    "see-help-all": Message("查看用法：duibiao --help", "see duibiao --help"),
    "cannot-read": Message("无法读取 {path}：{why}", "cannot read {path}: {why}"),
    "cannot-read-advice": Message(
        "请检查文件权限，或复制到自己的文件夹后再试", "check its permissions, or copy it to a folder of your own"
    ),
    "beside-alone": Message("--beside 自己决定写什么、写到哪里", "--beside settles itself what is written and where"),
    "beside-alone-advice": Message(
        "请去掉 -f、-o、--watch、--readiness、--chain，或去掉 --beside",
        "leave out -f, -o, --watch, --readiness and --chain, or --beside",
    ),
}
