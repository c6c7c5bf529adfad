"""Commitments with a number or a date have no upstream basis.
带数字或期限的承诺，在上级要求中找不到依据。

What it finds: sentences and rows that promise a number or a date, answer no requirement and share little with any.
Why it matters: local additions cost money and are checked later; they should be meant. Here too 层层加码 begins.
Known limits: knows only what the checklist asks; a plan that serves several documents adds nothing by the others. Rows
with short names may be asked for in other words. Of 54 listed in seven real and written plans a reader agreed with 48,
which is why it is a note.

发现什么：承诺了数字或期限、又不回应清单中任何要求、用词也无相近之处的句子和表格行。
为何重要：自加的任务要花钱、要考核，应当是有意为之；层层加码也由此开始。
已知局限：只知道清单里的要求；方案同时落实几个文件时，其他文件的要求会被当成自加。名称很短的表格行可能在上级另有说法。
在7份真实和编写的方案中列出54处，读者认可48处，所以只作提示。
"""

from collections.abc import Iterator

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.additions import additions
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "L602", "local-addition", Severity.NOTE
_SHOWN = 20


def check(subject: Subject) -> Iterator[Noticed]:
    found = list(additions(subject))
    if found:
        yield Noticed(
            message=Message(
                zh=f"有{len(found)}处带数字或期限的承诺在清单中找不到依据，请确认是否有意自加",
                en=f"{len(found)} commitments with a number or a date have no basis in the checklist; are they meant?",
            ),
            spans=tuple(clause.span for clause in found[:_SHOWN]),
        )
