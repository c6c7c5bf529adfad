"""Clauses were taken over word for word, not localised.
条款照抄上级原文，没有结合本地实际（上下一般粗）。

What it finds: sentences of the plan that stand in the checklist's upstream texts character for character (nine tenths
in runs of twelve and more), how many there are and their share of the plan's longer sentences; it speaks from three on.
Why it matters: a copied sentence says who does what at the level above, and nothing about here.
Known limits: knows of upstream what the checklist quotes of it, so that the true share is larger. Short sentences,
titles and quoted slogans do not count. A sentence with its own place, office or number is no copy. On eight published
plans it says nothing; in five written ones it lists 41 sentences, all of them word for word. Whether one should read
otherwise is for the drafter: a note.

发现什么：方案中与清单所录上级原文逐字相同的句子（九成以上的字处在连续十二字以上的相同片段中），共多少句、
占较长句子的比例；三句起提示。
为何重要：照抄的句子说的是上一级谁做什么，没有说本地怎么做。
已知局限：只知道清单收录的上级文字，实际比例会更高。短句、书名号内的标题、引号内的提法不算；写了本地地名、部门、
数字的不算照抄。在8份已发布的方案上没有提示；在5份编写的方案中列出41句，逐句核对均为照抄。是否要改由起草人判断，
所以只作提示。
"""

from collections.abc import Iterator

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.copying import copied
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "L601", "verbatim-copy", Severity.NOTE
_FEWEST = 3
_SHOWN = 20


def check(subject: Subject) -> Iterator[Noticed]:
    found = copied(subject.document, [requirement.text for requirement in subject.baseline.active])
    if len(found.spans) >= _FEWEST:
        share = f"{100 * found.share:.0f}%"
        yield Noticed(
            message=Message(
                zh=f"{found.clauses}句中有{len(found.spans)}句（{share}）与上级原文逐字相同，请结合本地写明做什么、谁来做",
                en=f"{len(found.spans)} of {found.clauses} sentences ({share}) are upstream's word for word;"
                " say what is done here, and by whom",
            ),
            spans=found.spans[:_SHOWN],
        )
