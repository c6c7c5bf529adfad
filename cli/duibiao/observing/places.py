"""Names of other regions that a plan did not mean to name.

    到2025年,雅安市养老床位达到12000张        in a plan of 衡阳市: left over
    加强与天津市、河北省的算力合作             named on purpose
    人民银行临江市中心支行, 《上海市养老条例》    part of another name

Full names of divisions only: 成都 and 四川 stand in too many other names. A name must begin where a word can begin
(奥运城市 holds 运城市) and names of two characters, which are mostly words (和县, 城区), only before an office.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from duibiao.language.divisions import Division, meant, named, tails
from duibiao.language.late import late
from duibiao.language.segment import words
from duibiao.model.document import Clause, Document, Role
from duibiao.model.span import Span

_LONGEST = 15
_OFFICE = (
    r"(?:人民政府|政府(?!采购|购买|补)|委(?=办公|、|,|员会|和)|各|(?:民政|财政|教育|商务|公安|司法|农业农村|住建|卫健)局|"
    r"发展改革|卫生健康|人力资源|自然资源|住房)"
)
# what makes it a place that is meant, in the same comma part or right around it
_MEANT = late(
    r"合作|协作|协同|联动|对口|支援|援建|帮扶|结对|借鉴|考察|经验|做法|毗邻|邻近|周边|接壤|一体化|都市圈|城市群|经济[区带圈]|长三角|京津冀|"
    r"成渝|大湾区|往返|直达|铁路|高铁|高速|航线|通道|来自|位于|坐落|等地|等省|等区域|务工|承接|对接|引进|招商|毗连|相邻|省际|跨[省市]|互认|"
    r"异地|先进地区|为例|赴|前往|交流|共建|联合|签订|签约|飞地|输[出入]"
)
# what makes it part of another name: 上海市第一医院, 深圳市某某公司
_NAMES_ON = late(
    r"^[^,;。:、]{0,8}(?:公司|集团|大学|学院|医院|银行|支行|分行|交易所|研究院|研究所|协会|商会|基金会|出版社|海关|机场|车站|专员办|办事处)"
)
_TITLE = late(r"《[^《》]*(?:《[^《》]*》[^《》]*)?》")
# parts of any town, and divisions somewhere
_COMMON = late(r"(?:老|新)?城区|[郊矿市新东西南北]区|城[关东西南北中]区|市[中东西南北]区|[东西]城区|高新区")
_UNREAD = frozenset({Role.COVER, Role.SIGNATURE, Role.CONTACT})
_UNLISTED = late(
    rf"(?<![一-鿿])(?P<name>[一-鿿]{{2,3}}[县旗省])(?={_OFFICE}|[一-鿿]{{2,6}}[局厅](?:[、,;。)]|牵头|负责|会同|配合))"
)
_NO_NAME = late(r"[各每全本我该市区县省和与及或、两几有以在由向对为将]")
_ENDS = late(r"[省市县区州旗盟]")
_NEAR = 24


class Left(Struct, frozen=True):
    """A name of another region, with its place."""

    name: str
    span: Span


def left_over(document: Document) -> Iterator[Left]:
    """Nothing for a plan of the nation, or whose own region is not known."""
    if not document.region:
        return
    own = meant(document.region)
    for clause in document.clauses:
        text = clause.plain.text
        if clause.role in _UNREAD:
            continue
        for start, end in _hits(text, document.region, own):
            if not _in_title(text, start) and not _is_meant(clause, start, end):
                yield Left(text[start:end], clause.plain.origin(start, end))


def _hits(text: str, region: str, own: tuple[Division, ...]) -> Iterator[tuple[int, int]]:
    found = [(a, b) for a, b in _listed(text) if _is_foreign(text[a:b], text[b:], region, own)]
    made_up = [hit.span("name") for hit in _UNLISTED.finditer(text) if _is_unlisted(hit["name"], region)]
    if not found and not made_up:
        return
    cuts = set(accumulate(map(len, words(text)), initial=0))
    # 建立县 is no county: a made-up name holds no word
    made_up = [(start, end) for start, end in made_up if set(range(start, end - 1)) <= cuts]
    yield from made_up
    for start, end in found:
        # 昆明市委 is cut 昆明 and 市委
        whole = start in cuts and (end in cuts or text[end : end + 1] == "委")
        if whole and not any(a <= start < b for a, b in made_up):
            yield start, end


def _is_foreign(name: str, after: str, region: str, own: tuple[Division, ...]) -> bool:
    if name in region or _COMMON.fullmatch(name) or (len(name) < 3 and not re.match(_OFFICE, after)):
        return False
    if not own:  # a region that the list lacks says in which province it lies, or may lie in any
        return "省" in region or "自治区" in region or not name.endswith(("省", "自治区"))
    return not any(d.within(o) or o.within(d) for d in named()[name] for o in own)


def _is_unlisted(name: str, region: str) -> bool:
    """A name that no list has counts only on the plan's own rung; above that it may be the plan's own city."""
    same_rung = region.endswith(name[-1]) or (name[-1] == "省" and "省" in region)
    return same_rung and not _NO_NAME.search(name[:-1]) and name not in region and name not in named()


def _in_title(text: str, start: int) -> bool:
    return any(found.start() <= start < found.end() for found in _TITLE.finditer(text))


def _is_meant(clause: Clause, start: int, end: int) -> bool:
    text = clause.plain.text
    noted = clause.role is Role.RESPONSIBILITY
    if not noted and _NAMES_ON.match(text[end:]):
        return True
    first = max(text.rfind(mark, 0, start) for mark in ";。") + 1
    stop = min((at for mark in ";。" if (at := text.find(mark, end)) >= 0), default=len(text))
    before, after = text[max(first, start - _NEAR) : start], text[end : min(stop, end + _NEAR)]
    if noted:
        return False
    # 天津市、河北省、山西省: whoever lists places means them
    listed = re.search(r"[省市县区州][、和与]$", before) or re.match(r"[、和与及][一-鿿]{2,6}[省市县区州]", after)
    return listed is not None or _MEANT.search(f"{before}|{after}") is not None


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """Where names of the list stand, the longest of those that end in one place.

    From the last character backwards: one expression of 3,000 names took ten times as long.
    """
    known, sizes = named(), range(_LONGEST, 1, -1)
    for found in _ENDS.finditer(text):
        end = found.end()
        if text[end - 2 : end] not in tails():
            continue
        size = next((n for n in sizes if n <= end and text[end - n : end] in known), 0)
        if size:
            yield end - size, end
