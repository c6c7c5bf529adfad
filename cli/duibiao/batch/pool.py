"""Where the work is done: in processes of this machine, or on a Dask cluster. Both are an `Executor`, used in one way.

The local one is threads, each minding a child process (`minder`), and not a `ProcessPoolExecutor`: that is broken as a
whole when one of its processes dies, and a plan that kills its reader is what a batch must live through.
"""

import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from msgspec import Struct

from duibiao.batch.minder import close_all, work
from duibiao.batch.values import Outcome, Task
from duibiao.model.errors import UsageError
from duibiao.model.limits import Limits
from duibiao.model.message import Message

_PATIENCE = 30  # seconds for a scheduler to answer and have a worker
_AHEAD = 3  # tasks under way for each worker: it finds the next one waiting, and few documents are held in memory


class Pool(Struct, frozen=True):
    """`share` brings the checklists to the workers, `width` says how many of them there are at this moment.

    `foreign` workers run an installation of their own, which may be of another version.
    """

    executor: Executor
    share: Callable[[bytes], Any]
    width: Callable[[], int]
    foreign: bool = False

    @property
    def ahead(self) -> int:
        return _AHEAD * max(1, self.width())

    def submit(self, checklists: Any, task: Task, limits: Limits) -> "Future[Outcome]":
        return self.executor.submit(work, checklists, task, limits)


@contextmanager
def local(jobs: int) -> Iterator[Pool]:
    executor = ThreadPoolExecutor(jobs, thread_name_prefix="minder")
    try:
        yield Pool(executor, share=lambda checklists: checklists, width=lambda: jobs)
    except BaseException:
        # Ctrl-C must not wait for plans under way: their readers are ended, and with them what their minders wait for
        executor.shutdown(wait=False, cancel_futures=True)
        close_all()
        raise
    executor.shutdown()
    close_all()


@contextmanager
def cluster(address: str) -> Iterator[Pool]:
    """The cluster whose scheduler answers at `address`.

    Raises:
        UsageError: `distributed` is not installed, nobody answers, or the scheduler has no worker.
    """
    client: Any = _client(address)
    try:
        with warnings.catch_warnings():
            # it advises against documents in tasks; what it advises instead would keep all of them in its memory
            warnings.filterwarnings("ignore", message="Sending large graph", category=UserWarning)
            yield Pool(
                client.get_executor(pure=False),
                share=lambda checklists: client.scatter(checklists, broadcast=True, hash=False),
                width=lambda: sum(client.nthreads().values()),
                foreign=True,
            )
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        distributed: Any = import_module("distributed")  # an extra, and heavy
    except ImportError as error:
        raise UsageError(
            Message("使用集群需要另装 distributed", "a cluster needs the package distributed"),
            Message('请安装：pip install "duibiao[cluster]"', 'install it: pip install "duibiao[cluster]"'),
        ) from error
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            Message(f"连不上调度器 {address}", f"no scheduler answers at {address}"),
            Message(
                "请检查地址（例如 tcp://10.0.0.5:8786），并确认 dask scheduler 已经启动",
                "check the address (such as tcp://10.0.0.5:8786), and that dask scheduler is running there",
            ),
        ) from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise UsageError(
            Message(f"调度器 {address} 还没有工作进程", f"the scheduler at {address} has no workers"),
            Message(f"请启动：dask worker {address}", f"start some: dask worker {address}"),
        ) from error
    return client
