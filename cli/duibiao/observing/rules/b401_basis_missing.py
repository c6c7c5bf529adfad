"""The plan does not cite the upstream document that it implements.
方案没有引用它所贯彻的上级文件。

What it finds: a source of the checklist that the plan names neither by number (国办发〔2019〕5号 in any bracket and
spacing) nor by title, with or without its issuer, quotation marks or the notice that it came with.
Why it matters: a plan states its basis; without it nobody can tell which document it answers to.
Known limits: only sources that requirements of the checklist's own layer come from, and none issued after the plan. A
plan that was written for something else does not cite it either: ask whether this is the right checklist. Among 4,000
pairs of 67 real documents all 11 were found in which one names the other; one more has the same title and no number.

发现什么：清单的来源文件，方案既没有写文号（国办发〔2019〕5号，括号、空格写法不限），也没有写标题（带不带发文机关、
书名号、“印发……的通知”均可）。
为何重要：方案应当写明依据，否则看不出是落实哪个文件。
已知局限：只看本层清单中要求所出自的来源，晚于方案印发的不算。方案本来就不是落实该文件的，也会提示：请先确认清单选得对不对。
67份真实文件两两相配约4000对，其中11对确有引用，全部找出；另有1对标题完全相同又无文号，误认为引用。
"""

from collections.abc import Iterator

from duibiao.model.baseline import Source
from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.basis import missing, opening
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "B401", "basis-missing", Severity.WARNING


def check(subject: Subject) -> Iterator[Noticed]:
    place = opening(subject.document)
    for source in missing(subject.document, subject.baseline):
        name = called(source)
        yield Noticed(
            message=Message(
                zh=f"未引用所贯彻的上级文件，建议在开头写明：根据{name}，结合本地实际，制定本方案",
                en=f"the upstream document is not cited; name it at the beginning: {name}",
            ),
            spans=(place,) if place else (),
        )


def called(source: Source) -> str:
    """A document as a plan cites it: its title in marks with the number behind it."""
    title = source.title if source.title.startswith("《") else f"《{source.title}》"
    return f"{title}（{source.number}）" if source.number else title
