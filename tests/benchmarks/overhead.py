"""What a batch costs besides the engine: the same run with an executor that has every answer at once."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from duibiao.baselines import load
from duibiao.batch import work
from duibiao.batch.batch import batch
from duibiao.batch.find import find
from duibiao.batch.pool import Pool
from duibiao.batch.run import Wish
from duibiao.batch.values import Outcome, Task
from duibiao.model.limits import DEFAULT


class _Canned(Executor):
    """Gives the outcome of one plan for every other."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":  # noqa: ARG002  of Executor
        task: Task = args[1]
        plan = self._outcome.plan
        answer: Future[Any] = Future()
        answer.set_result(replace(self._outcome, plan=replace(plan, info=replace(plan.info, path=task.shown))))
        return answer


def overhead(plan: Path, checklist: Path, plans: Path, out: Path) -> tuple[float, float]:
    """Seconds of processor for each plan of the folder, in a first run and in one that finds nothing to do."""
    baselines = (load(checklist),)
    task = Task(shown=plan.name, suffix=plan.suffix, content=plan.read_bytes())
    outcome = work.do(work.carried(baselines), task, DEFAULT)

    @contextmanager
    def pool() -> Iterator[Pool]:
        yield Pool(_Canned(outcome), share=lambda content: content, width=lambda: 1)

    def once() -> float:
        start = time.process_time()
        found = find(plans, None, None, [baseline.id for baseline in baselines], out)
        batch(Wish(found=found, baselines=baselines), out, pool, lambda _: None)
        return (time.process_time() - start) / len(found)

    return once(), once()
