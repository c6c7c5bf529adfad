"""duibiao check --watch: what a save changed, saves that are not finished, and how a watch ends."""

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pytest
from msgspec import Struct

from duibiao import check as engine
from duibiao.commands import noticing, watching
from tests.commands.conftest import BASELINE, PLAN, Done, Program

MENDED = PLAN.replace("2027年", "2025年").replace("3万名", "5万名")
GUARD = 60  # seconds after which a test that waits in vain is given up
Deed = Callable[[], object]
Watched = Callable[..., Done]


@pytest.fixture
def draft(folder: Path) -> Path:
    path = folder / "drafts" / "稿.txt"
    path.parent.mkdir()
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def watched(duibiao: Program, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Run a watch that wakes after each deed, and is then interrupted."""

    def run(*arguments: str, deeds: list[Deed], patience: float = 0.0) -> Done:
        def wakes(_: object) -> Iterator[None]:
            for deed in deeds:
                deed()
                yield None
            raise KeyboardInterrupt

        monkeypatch.setattr(watching, "wakes", wakes)
        monkeypatch.setattr(watching, "PATIENCE", patience)
        return duibiao("check", *arguments, "-b", "b.yaml", "--watch")

    return run


def news(done: Done) -> str:
    """What stands after the report of the first check."""
    return done.out.partition("duibiao explain")[2]


def save(path: Path, text: str) -> Deed:
    """As Word and most editors save: a new file, renamed over the old one."""

    def deed() -> None:
        fresh = path.with_name(f"~{path.name}.tmp")
        fresh.write_text(text, "utf-8")
        fresh.replace(path)

    return deed


def test_a_save_tells_what_became_better_and_where_the_plan_stands(watched: Watched, draft: Path) -> None:
    done = watched("drafts/稿.txt", deeds=[save(draft, MENDED)])
    assert "改善 1" in news(done)
    assert "QS-002" in news(done)
    assert "- W103" in news(done)
    assert "现在：落实 2  加码 0  弱化 0  缺失 0" in news(done)
    assert "QS-001" not in news(done)
    assert done.code == 0


def test_each_save_is_held_against_the_one_before(watched: Watched, draft: Path) -> None:
    done = watched("drafts/稿.txt", deeds=[save(draft, MENDED), save(draft, PLAN), save(draft, PLAN + "\n")])
    assert [line for line in done.out.splitlines() if line.startswith(("变差 ", "没有变化")) and "  " not in line] == [
        "变差 1",
        "没有变化",
    ]
    assert done.code == 1


def test_nothing_is_said_where_the_bytes_are_the_same(watched: Watched, draft: Path) -> None:
    touch = lambda: os.utime(draft, ns=(1, 1))  # noqa: E731  a deed among deeds
    done = watched("drafts/稿.txt", deeds=[save(draft, PLAN), touch, lambda: None])
    assert news(done).strip().count("\n") == 0
    assert done.err.splitlines()[-1] == "监视结束"


def test_the_code_is_that_of_the_last_check(watched: Watched, draft: Path) -> None:
    assert watched("drafts/稿.txt", deeds=[]).code == 1
    assert watched("drafts/稿.txt", "--fail-on", "never", deeds=[]).code == 0
    assert watched("drafts/稿.txt", deeds=[save(draft, "")]).code == 3


def test_a_save_that_is_not_finished_is_given_a_moment(watched: Watched, draft: Path) -> None:
    done = watched("drafts/稿.txt", deeds=[draft.unlink, save(draft, ""), save(draft, MENDED)], patience=GUARD)
    assert "错误" not in done.err
    assert "改善 1" in news(done)
    assert done.code == 0


def test_a_plan_that_stays_away_is_told_once_and_taken_up_again(watched: Watched, draft: Path) -> None:
    still = lambda: None  # noqa: E731  a wake without a save
    done = watched("drafts/稿.txt", deeds=[draft.unlink, still, still, save(draft, MENDED)])
    assert done.err.count("错误：") == 1
    assert "稿.txt" in done.err
    assert "改善 1" in news(done)


def test_a_plan_that_cannot_be_read_is_compared_with_its_last_good_draft(watched: Watched, draft: Path) -> None:
    done = watched("drafts/稿.txt", deeds=[save(draft, ""), save(draft, MENDED)])
    assert done.err.count("错误：") == 1
    assert "改善 1" in news(done)
    assert done.code == 0


def test_a_baseline_may_be_saved_as_well(watched: Watched, draft: Path, folder: Path) -> None:
    baseline = folder / "b.yaml"
    looser = BASELINE.replace("2025年底", "2027年底").replace("5万名", "3万名")
    done = watched("drafts/稿.txt", deeds=[save(baseline, looser)])
    assert "改善 1" in news(done)
    assert "基线清单 qs-care-2021 有改动" in news(done)
    done = watched("drafts/稿.txt", deeds=[save(baseline, "schema: 2"), save(draft, MENDED), save(baseline, BASELINE)])
    assert "b.yaml" in done.err
    assert "现在：落实 2" in done.out


def test_a_ruling_takes_effect_without_another_check(watched: Watched, draft: Path, folder: Path) -> None:
    decisions = folder / "decisions.yaml"
    decisions.write_text("[]\n", "utf-8")
    ruling = (
        "- {requirement: QS-002, plan: drafts/稿.txt, action: waive, reason: 本县无此事, by: 林, date: 2024-03-01}\n"
    )
    done = watched("drafts/稿.txt", "--decisions", "decisions.yaml", deeds=[lambda: None, save(decisions, ruling)])
    assert news(done).count("QS-002") == 1
    assert "已豁免" in news(done)
    assert done.code == 0
    assert draft.read_text("utf-8") == PLAN


def test_plans_may_come_and_go_in_a_folder(watched: Watched, draft: Path) -> None:
    second = draft.with_name("乙.txt")
    done = watched("drafts", deeds=[save(second, PLAN), second.unlink, save(draft, MENDED)])
    assert news(done).count("drafts/乙.txt") == 1
    assert "弱化 1" in news(done)
    assert "现在：落实 2  加码 0  弱化 0" in news(done)


def test_only_the_plan_that_was_saved_is_checked_again(
    watched: Watched, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.with_name("乙.txt").write_text(PLAN, "utf-8")
    checked: list[str] = []
    check_file = engine.check_file

    def noted(path: Path, *more: Any) -> Any:
        checked.append(path.name)
        return check_file(path, *more)

    monkeypatch.setattr(engine, "check_file", noted)
    done = watched("drafts", deeds=[save(draft, MENDED)])
    assert checked[0] == "plan.txt", "what every check needs is loaded once, by a plan of our own"
    assert checked[1:] == ["乙.txt", "稿.txt", "稿.txt"]
    assert "现在：落实 3  加码 0  弱化 1" in done.out


def test_files_are_written_anew_at_every_save(watched: Watched, draft: Path, folder: Path) -> None:
    done = watched("drafts/稿.txt", "-f", "markdown", "-o", "x.md", deeds=[save(draft, MENDED)])
    assert "W103" not in (folder / "x.md").read_text("utf-8")
    assert done.err.count("已写入 x.md") == 2
    assert "改善 1" in done.out


def test_a_file_that_cannot_be_written_ends_nothing(watched: Watched, draft: Path, folder: Path) -> None:
    report = folder / "out" / "x.md"
    report.parent.mkdir()

    def blocked() -> None:
        report.unlink()
        report.mkdir()
        save(draft, MENDED)()

    done = watched("drafts/稿.txt", "-o", "out/x.md", deeds=[blocked, save(draft, PLAN)])
    assert done.err.count("错误：") >= 1
    assert done.code == 1


def test_the_screen_is_for_reading(watched: Watched, draft: Path) -> None:
    for formats in (("-f", "json"), ("-f", "github", "-o", "x"), ("-f", "sarif", "-o", "-")):
        done = watched(str(draft), *formats, deeds=[])
        assert (done.code, done.out) == (2, "")
        assert "--watch" in done.err


def test_reports_do_not_go_where_they_would_be_taken_for_plans(watched: Watched, draft: Path) -> None:
    assert draft.is_file()
    done = watched("drafts", "-f", "html", "-o", "drafts/out", deeds=[])
    assert done.code == 2
    assert "drafts/out" in done.err


def test_a_wake_comes_at_once_and_then_every_so_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "LOOK", 10)
    wakes = noticing.wakes([tmp_path])
    assert [next(wakes) for _ in range(3)] == [None] * 3


class Running(Struct):
    """The program in a process of its own, and what it has said."""

    process: subprocess.Popen[str]
    lines: queue.Queue[str]

    def until(self, words: str) -> list[str]:
        """The lines up to one that holds `words`."""
        said = iter(lambda: self.lines.get(timeout=GUARD), None)
        return list(takewhile(lambda line: words not in line, said))

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(GUARD)


def hear(stream: IO[str], lines: queue.Queue[str]) -> None:
    for line in stream:
        lines.put(line)


@pytest.fixture
def running(draft: Path) -> Iterator[Running]:
    call = [sys.executable, "-m", "duibiao", "check", "drafts/稿.txt", "-b", "b.yaml", "--watch"]
    process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    assert process.stdout
    found = Running(process, queue.Queue())
    reader = Thread(target=hear, args=(process.stdout, found.lines), daemon=True)
    reader.start()
    yield found
    process.kill()
    process.wait()
    reader.join()
    process.stdout.close()
    assert draft.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
def test_a_real_file_is_saved_while_a_real_watch_runs(running: Running, draft: Path) -> None:
    running.until("正在监视")
    save(draft, MENDED)()
    assert any("改善 1" in line for line in running.until("现在："))
    draft.write_text(PLAN, "utf-8")
    assert any("变差 1" in line for line in running.until("现在："))
    draft.unlink()
    draft.write_text("", "utf-8")
    save(draft, MENDED)()
    told = running.until("现在：")
    assert any("改善 1" in line for line in told)
    assert not any("错误：" in line for line in told)
    assert running.interrupt() == 0
