"""What `check --watch` says; a part of the one table in `commands/messages.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

WATCH: Mapping[str, Message] = {
    "watching": Message(
        "正在监视：保存方案或清单后自动重查，按 Ctrl-C 结束",
        "watching: save the plan or baseline to check it again, Ctrl-C to end",
    ),
    "stopped": Message("监视结束", "the watch has ended"),
    "watch-screen": Message(
        "--watch 时屏幕上只显示 terminal，不能显示 {names}",
        "with --watch only terminal goes to the screen, not {names}",
    ),
    "watch-screen-advice": Message(
        "json、html 等格式请用 -o 写入文件，每次保存后更新",
        "use -o for formats such as json and html: the file is renewed at every save",
    ),
    "watch-inside": Message(
        "{path} 在监视的文件夹里，写出的报告会被当成方案",
        "{path} lies in the watched folder, where reports would be taken for plans",
    ),
    "watch-inside-advice": Message("请在 -o 后面给出别处的位置", "name another place after -o"),
}
