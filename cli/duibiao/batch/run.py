"""A batch from its folder to its store: what is known is taken, the rest is worked off, each result kept at once."""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from duibiao.batch.engine import digest, digest_of, identity
from duibiao.batch.layers import pick
from duibiao.batch.look import content_of, key_of
from duibiao.batch.pages import Pages
from duibiao.batch.pool import Pool
from duibiao.batch.store import Store
from duibiao.batch.values import PASSING, Found, Outcome, PlanRow, Task, Trouble
from duibiao.batch.work import carried
from duibiao.model.baseline import Baseline
from duibiao.model.errors import OutputError
from duibiao.model.limits import DEFAULT, Limits
from duibiao.model.message import Message
from duibiao.model.report import PlanInfo

_TRIES = 4  # of a task whose worker went, or took the checklists with it


class Wish(Struct, frozen=True, kw_only=True):
    """What a batch is to do. `pages` is short, full or none, `today` the day for what expires."""

    found: tuple[Found, ...]
    baselines: tuple[Baseline, ...]
    language: str = "zh"
    pages: str = "short"
    limits: Limits = DEFAULT
    today: str = ""


class Known(Struct, frozen=True, kw_only=True):
    """A plan that is in the store; `lists` are the digests of the baselines that it was held against."""

    found: Found
    key: str
    lists: tuple[str, ...]
    plan: PlanRow
    reused: bool


class Step(Struct, frozen=True):
    """A plan is done: for whoever shows how far the batch has come."""

    plan: str
    failed: bool
    reused: bool


Tell = Callable[[Step], None]


class _Job(Struct, frozen=True, kw_only=True):
    found: Found
    key: str
    task: Task
    known: Known | None = None
    tries: int = 1


class _Desk(Struct, frozen=True, kw_only=True):
    """What the functions below share; `lists` are the digests of the baselines, `done` fills as the batch goes on."""

    wish: Wish
    store: Store
    pages: Pages
    tell: Tell
    lists: dict[str, str]
    done: dict[str, Known]

    def put(self, known: Known) -> None:
        self.done[known.found.shown] = known
        self.tell(Step(known.found.shown, failed=known.plan.trouble is not None, reused=known.reused))

    def list_of(self, found: Found, baseline: str) -> str:
        """What a sheet is kept under beside its plan: the baseline, with what was ruled and whether that holds."""
        today = self.wish.today
        ruled = [(replace(d, file="", line=1), (d.ruling.expires or today) < today) for d in found.decisions]
        return digest(self.lists[baseline].encode(), msgspec.msgpack.encode(ruled)) if ruled else self.lists[baseline]

    def stamp(self, known: Known) -> str:
        return self.pages.stamp(known.key, known.lists, self.wish.language)


def run(wish: Wish, store: Store, pages: Pages, pool: Pool, tell: Tell) -> tuple[Known, ...]:
    """Every plan checked and kept; in the order in which they were found."""
    lists = {baseline.id: digest_of(baseline) for baseline in wish.baselines}
    desk = _Desk(wish=wish, store=store, pages=pages, tell=tell, lists=lists, done={})
    checklists = carried(wish.baselines)
    shared = pool.share(checklists)
    jobs = _jobs(desk)
    waiting: dict[Future[Outcome], _Job] = {}
    while True:
        while len(waiting) < pool.ahead and (job := next(jobs, None)) is not None:
            waiting[pool.submit(shared, job.task, wish.limits)] = job
        if not waiting:
            return tuple(desk.done[found.shown] for found in wish.found)
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            job = waiting.pop(future)
            outcome = _outcome(future)
            if outcome is None and job.tries < _TRIES:
                shared = pool.share(checklists)
                waiting[pool.submit(shared, job.task, wish.limits)] = replace(job, tries=job.tries + 1)
            else:
                if outcome and pool.foreign:
                    _same_engine(outcome)
                desk.put(_kept(job, outcome or _lost(job), desk))


def _jobs(desk: _Desk) -> Iterator[_Job]:
    """What is left to do; what is known is done on the way. Documents are read only as they are asked for."""
    for found in desk.wish.found:
        content, trouble = content_of(found.path)
        key = key_of(found, content)
        known = _known(found, key, desk)
        if known and (known.plan.trouble or desk.pages.current(found.shown, desk.stamp(known), desk.store)):
            desk.put(known)
        elif trouble:
            desk.put(_unread(found, key, trouble, desk.store))
        elif known and desk.wish.pages != "full":
            yield _Job(found=found, key=key, task=_repaint(known, desk), known=known)
        else:
            yield _Job(found=found, key=key, task=_task(found, content, desk.wish))


def _repaint(known: Known, desk: _Desk) -> Task:
    """Of what the store has, a page can be made without reading the plan again; not so the whole report."""
    sheets = tuple(found for name in known.lists if (found := desk.store.packed(known.key, name)) is not None)
    wish = desk.wish
    return Task(shown=known.found.shown, language=wish.language, pages=wish.pages, kept=(known.plan, sheets))


def _task(found: Found, content: bytes, wish: Wish) -> Task:
    return Task(
        shown=found.shown,
        suffix=found.path.suffix.lower(),
        content=content,
        given=found.given,
        near=found.near,
        baselines=found.baselines,
        decisions=found.decisions,
        today=wish.today,
        language=wish.language,
        pages=wish.pages,
    )


def _known(found: Found, key: str, desk: _Desk) -> Known | None:
    """The plan as the store has it, where it was held against all that it is to be held against now."""
    store = desk.store
    kept = store.plan(key)
    if kept is None:
        return None
    plan, run = kept
    if plan.trouble:
        if plan.trouble.code in PASSING:
            return None
        return Known(found=found, key=key, lists=(), plan=plan, reused=run < store.run)
    wanted = tuple(desk.list_of(found, b.id) for b in pick(desk.wish.baselines, plan.info, found.baselines))
    there = store.sheets(key)
    if any(name not in there or not store.has(key, name) for name in wanted):
        return None
    reused = run < store.run and all(there[name] < store.run for name in wanted)
    return Known(found=found, key=key, lists=wanted, plan=plan, reused=reused)


def _kept(job: _Job, outcome: Outcome, desk: _Desk) -> Known:
    """The page is written before the result is kept: what is kept is whole."""
    desk.pages.write(job.found.shown, outcome.page, desk.store)
    if job.known:
        desk.store.stamp(job.found.shown, desk.stamp(job.known))
        return job.known
    sheets = {desk.list_of(job.found, sheet.baseline): sheet.content for sheet in outcome.sheets}
    known = Known(found=job.found, key=job.key, lists=tuple(sheets), plan=outcome.plan, reused=False)
    page = (job.found.shown, desk.stamp(known)) if outcome.page else None
    desk.store.keep(job.key, outcome.plan, sheets, page)
    return known


def _same_engine(outcome: Outcome) -> None:
    if outcome.engine != identity():
        raise OutputError(
            Message(
                f"工作进程的 duibiao 版本不同：{outcome.engine}，本机 {identity()}",
                f"a worker has another duibiao: {outcome.engine}, here {identity()}",
            ),
            Message("请在所有机器上安装同一版本", "install the same version on all machines"),
        )


def _unread(found: Found, key: str, trouble: Trouble, store: Store) -> Known:
    given = found.given
    info = PlanInfo(
        path=found.shown,
        sha256="",
        level=given.level,
        region=given.region or found.near.name or None,
        issued=given.issued,
    )
    plan = PlanRow(info=info, trouble=trouble)
    store.keep(key, plan, {}, None)
    return Known(found=found, key=key, lists=(), plan=plan, reused=False)


def _outcome(future: "Future[Outcome]") -> Outcome | None:
    """What came of it, or None where a worker was lost with it."""
    try:
        return future.result()
    except (CancelledError, OSError):
        return None
    except Exception as error:
        # distributed's own (KilledWorker, lost data); it is not imported here to name them
        if type(error).__module__.startswith(("distributed", "dask")):
            return None
        raise


def _lost(job: _Job) -> Outcome:
    info = PlanInfo(path=job.found.shown, sha256="", region=job.found.near.name or None)
    trouble = Trouble(
        "crashed",
        Message(f"处理它的工作进程 {_TRIES} 次中断", f"its worker was lost {_TRIES} times"),
        Message("请检查集群的内存和日志，再运行一次", "look at the memory and logs of the cluster, run once more"),
    )
    return Outcome(engine=identity(), plan=PlanRow(info=info, trouble=trouble))
