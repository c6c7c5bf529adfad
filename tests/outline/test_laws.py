"""What holds for every document, however odd: clauses in order, nothing lost, every place true."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.documents.outline import build
from duibiao.documents.read import extract as read_extract
from duibiao.documents.written import written
from duibiao.language.normalise import normalise
from duibiao.model.document import BlockKind, Clause, Document, Extract, Role
from duibiao.model.errors import UnreadableError
from tests.documents.shared import REAL, needs_real
from tests.outline.loading import document, extract

PARTS = """
一、|二、|（一）|（二）|1.|2.|（1）|①|第一条 |1.1 |附件|附件1 清单|主要任务|总体要求|2025年|到2025年|90%
建设站点30个|市民政局|市财政局负责|（市民政局负责）|责任单位：|《关于某事的通知》|关于印发|实施方案|的通知|。|；|：|，|“
”|（|）|\\n|\\n| |　|2023年4月6日
青溪市人民政府|云府发〔2023〕1号|養老服務|ｱ|##|# |目录|抄送：省厅|截至2020年底，已建成30所|¦ 序号 ¦ 指标 ¦ 2025年 ¦\\n
¦ 1 ¦ 床位 ¦ 500 ¦\\n|序号\\n指标\\n2025年\\n1\\n床位\\n500\\n2\\n护理员\\n80\\n3\\n站点\\n9\\n
"""
WORDS = [part.replace("\\n", "\n").replace("¦", "|") for part in PARTS.replace("\n", "|").split("|") if part]
plans = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)


def lawful(taken: Extract, read: Document) -> None:
    ends = -1
    for index, clause in enumerate(read.clauses):
        assert clause.index == index
        assert len(clause.plain) > 0
        assert clause.span.start >= ends
        ends = clause.span.end
        assert clause.section < len(read.sections)
        assert clause.label == read.sections[clause.section].label
        if not clause.cells:
            assert_same(taken, clause)
        for cell in clause.cells:
            assert 0 <= cell.start <= cell.end <= len(clause.plain)
    nothing_lost(taken, read)
    for section in read.sections[1:]:
        assert section.parent is not None
        assert section.parent < section.index
        assert section.level == read.sections[section.parent].level + 1


def assert_same(taken: Extract, clause: Clause) -> None:
    """The author's characters at the clause's place come to its plain text again."""
    if not taken.blocks[clause.block].gaps:
        assert normalise(taken.text, clause.span).text == clause.plain.text


def nothing_lost(taken: Extract, read: Document) -> None:
    """Every character of every block stands in exactly one clause."""
    places = {place for clause in read.clauses for place in clause.plain.places}
    for block in taken.blocks:
        spans = block.cells if block.kind is BlockKind.ROW else (block.span,)
        for span in spans:
            own = written(taken.text, span, block.gaps)
            missing = [char for char, place in zip(own.text, own.places, strict=True) if place not in places]
            assert not "".join(missing).strip()


@settings(max_examples=150, deadline=None)
@given(plans)
def test_any_text_keeps_the_laws(text: str) -> None:
    taken = extract(text)
    lawful(taken, build(taken))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="一二（）()〔〕1.、。；：“”《》附件责任单位市局 \n年2025|", max_size=200))
def test_signs_alone_keep_the_laws(text: str) -> None:
    taken = extract(text)
    lawful(taken, build(taken))


def test_an_empty_document_has_its_root() -> None:
    read = document("")
    assert read.clauses == ()
    assert len(read.sections) == 1


def test_traditional_characters_are_quoted_as_written() -> None:
    read = document("一、主要任務\n建設養老服務設施30個。\n")
    clause = read.clauses[-1]
    assert clause.plain.text == "建设养老服务设施30个。"
    assert read.quote(clause.span) == "建設養老服務設施30個。"


HOSTILE = "（|“|、|市|局、|1.|一、|负责|关于印发|（市民政局|2025年|责任单位：|各|第一条|，市"


def cost(text: str) -> float:
    """Processor seconds that reading takes, the least of three tries: only ever held against another cost."""

    def once() -> float:
        start = time.process_time()
        document(text)
        document("\n".join(text[at : at + 40] for at in range(0, len(text), 40)))
        return time.process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_the_cost_of_hostile_text_grows_with_its_length(piece: str) -> None:
    few, many = (piece * (size // len(piece)) for size in (4_000, 32_000))
    # eight times the text; a bad expression would cost sixty-four times as much
    assert cost(many) < 24 * cost(few)


def test_every_note_of_a_long_plan_is_found() -> None:
    item = "（一）提升照护能力。2025年底前，建成10个中心，护理型床位占比达到55%以上。（市民政局、市财政局负责）\n"
    read = document("青溪市养老服务实施方案\n一、主要任务\n" + item * 2_000)
    assert sum(clause.role is Role.RESPONSIBILITY for clause in read.clauses) == 2_000


@needs_real
@pytest.mark.parametrize("path", sorted(REAL.glob("*.[th]*")) if REAL.is_dir() else [], ids=lambda path: path.name[:3])
def test_real_documents_keep_the_laws(path: Path) -> None:
    try:
        taken = read_extract(path)
    except UnreadableError:
        pytest.skip("refused by its reader")
    read = build(taken)
    lawful(taken, read)
    assert any(clause.role.commits for clause in read.clauses)
