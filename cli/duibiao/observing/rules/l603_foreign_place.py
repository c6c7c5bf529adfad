"""Another region's name was left in the plan.
方案中残留了其他地区的名称。

What it finds: the full name of a province, city or county that is neither the plan's own, nor above or below it, in a
place where the plan speaks of itself (到2025年，某某市养老床位达到……; 某某县民政局负责).
Why it matters: it is the surest sign of a copied plan, and the first thing that the public laughs at.
Known limits: needs the plan's region, read in it or given with `--region`. Names without 省, 市, 县, 区 are not looked
at. Left alone are names in titles, of companies, banks and schools, in lists of places, and wherever the sentence
speaks of cooperation, pairing, experience, traffic or neighbours. On 54 documents of a region it says nothing; of 65
names of their own region that were changed into another one's it found 54, with nothing false beside.

发现什么：既非本地、也非本地上级或下级的省、市、县全称，出现在方案自述的位置（“到2025年，某某市养老床位达到……”
“某某县民政局负责”）。
为何重要：这是照抄照搬最明显的痕迹，也最容易成为笑话。
已知局限：需要知道方案所属地区（从方案读出，或用 --region 给出）；不带省、市、县、区的简称不查。文件标题、企业、银行、
学校名称中的地名，并列的地名，以及句中涉及合作、对口、经验、交通、毗邻等有意提到的，不提示。
在54份有地区的文件上没有提示；把其中65处本地名称改成外地名称，查出54处，没有误报。
"""

from collections.abc import Iterator

from duibiao.model.message import Message
from duibiao.model.report import Severity
from duibiao.observing.places import left_over
from duibiao.observing.rule import Noticed, Subject

RULE, CODE, SEVERITY = "L603", "foreign-place", Severity.WARNING
ALONE = True


def check(subject: Subject) -> Iterator[Noticed]:
    own = subject.document.region
    for left in left_over(subject.document):
        yield Noticed(
            message=Message(
                zh=f"出现了其他地区的名称“{left.name}”（本方案属于{own}），请核对是否照抄时遗留",
                en=f"“{left.name}” is another region than the plan's own ({own}); was it left over from a copied plan?",
            ),
            spans=(left.span,),
        )
