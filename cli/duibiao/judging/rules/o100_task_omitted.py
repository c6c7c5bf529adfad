"""Nothing in the plan commits to the requirement.
方案中没有条款承接该项要求。

What it finds: a requirement that no sentence, list item or table row of the plan commits to. Shared vocabulary, a
figure of the past or a neighbouring topic does not count as commitment.
Why it matters: a task that nobody wrote down is done by nobody, and the higher level will ask for it.
Known limits: a commitment in wholly other words, or in an attachment that is not part of the file, is not seen; the
report shows the nearest passage that was considered.

发现什么：方案中没有任何一句话、一个事项或一行表格承接该项要求。仅有相同词语、现状数字或相邻事项，不算落实。
为何重要：没有写进方案的任务没有人负责，上级督查时也会问到。
已知局限：用完全不同的说法表述、或写在未随文件提供的附件里的内容识别不到；报告会列出最接近的一段供核对。
"""

from collections.abc import Iterator

from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason

RULE, CODE = "O100", "task-omitted"


def check(match: Match) -> Iterator[Reason]:
    if match.present:
        return
    title = match.wanted.requirement.title
    yield Reason(
        rule=RULE,
        code=CODE,
        message=Message(
            zh=f"方案中未找到落实“{title}”的条款",
            en=f"no clause of the plan commits to “{title}”",
        ),
    )
