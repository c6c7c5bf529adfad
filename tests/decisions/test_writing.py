"""Rulings are added without touching what stands in the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from duibiao.decisions import add, read_decisions
from duibiao.model.decision import Decision, Ruling
from duibiao.model.errors import DecisionsError
from duibiao.model.report import Verdict

ENTRY = "{requirement: A, plan: 'p q', action: waive, reason: 理由, by: b, date: 2026-01-01}"
FILES = {
    "none": "",
    "comment": "# 只有说明",
    "begun": "---\n",
    "block": f"- {ENTRY}  # 注\n\n# 末尾的说明\n",
    "no-line-end": f"- {ENTRY}",
    "indented": f"  - {ENTRY}\n",
    "windows": f"# 说明\r\n- {ENTRY}\r\n",
    "mark": f"\ufeff- {ENTRY}\n",
    "flow": f"[{ENTRY}] # 一行\n",
    "flow-comma": f"[\n  {ENTRY}, # 逗号\n]\n",
    "flow-empty": "[]\n",
    "folded": "- requirement: A\n  plan: p\n  action: waive\n  by: b\n  date: 2026-01-01\n  reason: |\n    两\n    行",
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(str.strip).filter(bool)
PLAIN = st.text("AZaz09-_方案", min_size=1, max_size=12)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    action = draw(st.sampled_from(["confirm", "overrule", "waive"]))
    ruling = Ruling(
        action=action,
        reason=draw(TEXT),
        by=draw(TEXT),
        date="2026-01-01",
        verdict=draw(st.sampled_from(list(Verdict))) if action == "overrule" else None,
        expires=draw(st.sampled_from([None, "2026-01-01", "2999-12-31"])),
    )
    return Decision(requirement=draw(PLAIN), plan=draw(PLAIN), ruling=ruling, passage=draw(st.none() | PLAIN))


def bare(found: tuple[Decision, ...]) -> list[Decision]:
    return [replace(decision, file="", line=1) for decision in found]


@pytest.mark.parametrize("kind", FILES)
@settings(deadline=None)
@given(new=st.lists(decisions(), min_size=1, max_size=3))
def test_what_was_there_stays_and_what_is_new_is_read_back(kind: str, new: list[Decision]) -> None:
    before = FILES[kind].encode()
    after = add(before, new, "d.yaml")
    assert bare(read_decisions(after, "d.yaml")) == [*bare(read_decisions(before, "d.yaml")), *new]
    for line in FILES[kind].rstrip("]").splitlines():
        assert line.rpartition("]")[0] in after.decode() or line in after.decode()
    if "flow" not in kind:
        assert after.startswith(before)


def test_line_ends_stay_those_of_the_file() -> None:
    new = bare(read_decisions(f"- {ENTRY}".encode(), "x"))
    assert b"\n" not in add(FILES["windows"].encode(), new, "d.yaml").replace(b"\r\n", b"")


@pytest.mark.parametrize("text", [f"- {ENTRY}\n...\n", "- {requirement: A}\n", "a: 1\n"])
def test_where_nothing_can_be_added_it_is_said(text: str) -> None:
    new = bare(read_decisions(f"- {ENTRY}".encode(), "x"))
    with pytest.raises(DecisionsError) as caught:
        add(text.encode(), new, "d.yaml")
    assert caught.value.faults


def test_nothing_added_changes_nothing() -> None:
    assert add(b"# x", [], "d.yaml") == b"# x"
