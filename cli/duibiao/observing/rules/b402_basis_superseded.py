"""The plan cites a document that has been superseded.
方案引用的文件已被新文件取代。

What it finds: a number or title that the checklist lists under `supersedes` of one of its sources.
Why it matters: whoever follows the old document works to requirements that no longer hold.
Known limits: knows only what the checklist says of supersession. A plan older than the new document, and a sentence
that speaks of the repeal itself, are left alone. The reading of citations is that of B401.

发现什么：方案引用的文号或标题，在清单来源的 supersedes 中列为已被取代。
为何重要：照旧文件办，依据就不再有效。
已知局限：只知道清单里写明的取代关系。方案早于新文件的，或者句子本身就在说废止的，不提示。引文的识别与 B401 相同。
"""

from collections.abc import Iterator

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.basis import superseded
from duibiao.observing.rule import Noticed, Subject
from duibiao.observing.rules.b401_basis_missing import called

RULE, CODE, SEVERITY = "B402", "basis-superseded", Severity.WARNING


def check(subject: Subject) -> Iterator[Noticed]:
    for each in superseded(subject.document, subject.baseline):
        new = called(each.by)
        yield Noticed(
            message=Message(
                zh=f"引用的{each.old}已被取代，请改引{new}",
                en=f"{each.old} has been superseded; cite {new}",
            ),
            spans=(each.span,),
        )
