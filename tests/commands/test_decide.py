"""duibiao decide: keys from a pipe and from a real terminal, what is kept, where it goes on."""

import io
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from duibiao.decisions import read_decisions
from duibiao.model.decision import Decision
from tests.commands.conftest import Done, Program

Typing = Callable[..., Done]
PLANS = ("decide", "plans", "-b", "b.yaml", "--by", "林")


@pytest.fixture
def typing(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> Typing:
    def run(typed: str, *words: str) -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return duibiao(*words)

    return run


def kept(path: Path) -> tuple[Decision, ...]:
    return read_decisions(path.read_bytes(), "d.yaml")


def test_each_kind_of_ruling_is_kept_with_who_when_and_what_for(typing: Typing, folder: Path) -> None:
    typed = "c\n\no\n1\n第二条已写明\nw\n 试点 期 \n2999-12-31\n"
    done = typing(typed, *PLANS)
    assert done.code == 0
    assert "1/3" in done.out
    assert "已复核 3 项，跳过 0 项，还有 0 项" in done.err
    confirmed, overruled, waived = kept(folder / "decisions.yaml")
    assert [d.ruling.action for d in (confirmed, overruled, waived)] == ["confirm", "overrule", "waive"]
    assert (overruled.ruling.verdict, overruled.ruling.reason) == ("covered", "第二条已写明")
    assert (waived.ruling.reason, waived.ruling.expires) == ("试点 期", "2999-12-31")
    assert {d.requirement for d in (confirmed, overruled, waived)} == {"QS-002"}
    assert all(d.passage and d.ruling.by == "林" and date.fromisoformat(d.ruling.date) for d in (confirmed, waived))


def test_what_was_ruled_on_holds_in_a_check_and_is_not_asked_again(typing: Typing, duibiao: Program) -> None:
    typing("w\n试点\n\nq\n", *PLANS)
    checked = ("check", "plans", "-b", "b.yaml", "--decisions", "decisions.yaml", "-f", "markdown")
    assert duibiao(*checked).out.count("已豁免：试点") == 1
    assert "共 2 项待复核" in typing("w\n试点\n\nw\n试点\n\n", *PLANS).out
    assert duibiao(*checked).code == 0
    done = typing("", *PLANS)
    assert (done.out, "没有待复核的结果" in done.err) == ("", True)


def test_a_session_may_end_anywhere(typing: Typing, folder: Path) -> None:
    for typed in ("", "w\n", "w\n理由\n", "o\n", "o\n1\n", "q\n"):
        done = typing(typed, *PLANS)
        assert done.code == 0
        assert not (folder / "decisions.yaml").exists()


def test_thinking_better_of_it(typing: Typing, folder: Path) -> None:
    done = typing("w\n\no\n9\nx\n?\ns\nb\nc\n\nq\n", *PLANS)
    assert "没有写理由" in done.out
    assert "改判：结论不对" in done.out
    assert [d.ruling.action for d in kept(folder / "decisions.yaml")] == ["confirm"]


def test_an_expiry_is_asked_until_it_is_one(typing: Typing, folder: Path) -> None:
    done = typing("w\n试点\n2001-01-01\n明年\n2999-02-30\n2999-02-28\nq\n", *PLANS)
    assert done.out.count("不早于今天") == 3
    assert kept(folder / "decisions.yaml")[0].ruling.expires == "2999-02-28"


def test_comments_and_order_of_the_file_stay(typing: Typing, folder: Path) -> None:
    before = "# 每周一\n- {requirement: X, plan: plans/**, action: waive, reason: x, by: 王, date: 2026-01-01} # 旧\n"
    (folder / "d.yaml").write_text(before, "utf-8")
    typing("c\n属实\nq\n", *PLANS, "--decisions", "d.yaml")
    assert (folder / "d.yaml").read_text("utf-8").startswith(before)
    assert len(kept(folder / "d.yaml")) == 2


def test_a_saved_report_can_be_ruled_on(typing: Typing, duibiao: Program, folder: Path) -> None:
    duibiao("check", "plans", "-b", "b.yaml", "-o", "r.json", "--fail-on", "never")
    done = typing("s\nw\n试点\n\nq\n", "decide", "r.json", "--by", "林")
    assert "跳过 1 项" in done.err
    (decision,) = kept(folder / "decisions.yaml")
    found = duibiao("check", "plans", "-b", "b.yaml", "-f", "json", "--decisions", "decisions.yaml").out
    assert decision.passage is not None
    assert decision.passage in found
    assert '"waived": 1' in found
    assert "1/2" in typing("q\n", "decide", "r.json").out


def test_all_asks_about_everything(typing: Typing) -> None:
    assert "共 6 项待复核" in typing("q\n", *PLANS, "--all").out


REFUSED: list[tuple[list[str], str]] = [
    (["plans", "-b", "b.yaml", "--decisions", "b.yaml"], "b.yaml 有 1 处错误"),
    (["plans", "-b", "b.yaml", "--decisions", "plans"], "plans 是文件夹"),
    (["nowhere.json"], "没有找到 nowhere.json"),
]


@pytest.mark.parametrize(("words", "told"), REFUSED)
def test_wrong_usage_is_told_and_nothing_written(typing: Typing, folder: Path, words: list[str], told: str) -> None:
    before = sorted(path.name for path in folder.iterdir())
    done = typing("c\n\n", "decide", *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_one_key_is_enough_at_a_real_terminal(folder: Path) -> None:
    import pty  # noqa: PLC0415  not there on every system

    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "duibiao", *PLANS]
    program = subprocess.Popen(call, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder)
    try:
        os.close(theirs)
        for prompt, typed in ((b"> ", b"o"), (b"5 ", b"1"), (b"\xef\xbc\x9a", "写明\r".encode()), (b"> ", b"q")):
            until(ours, prompt)
            time.sleep(0.5)  # what is typed before the terminal listens for keys is thrown away
            os.write(ours, typed)
        drain(ours)
        assert program.wait(30) == 0
    finally:
        program.kill()
        program.wait()
        os.close(ours)
    (decision,) = kept(folder / "decisions.yaml")
    assert (decision.ruling.action, decision.ruling.reason) == ("overrule", "写明")


def until(terminal: int, wanted: bytes) -> None:
    seen = b""
    end = time.monotonic() + 30
    while wanted not in seen:
        assert time.monotonic() < end, seen.decode("utf-8", "replace")
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 65536)


def drain(terminal: int) -> None:
    """Let the program write its last words."""
    try:
        while select.select([terminal], [], [], 5)[0] and os.read(terminal, 65536):
            pass
    except OSError:
        pass  # it has gone
