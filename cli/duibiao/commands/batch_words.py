"""The words of `duibiao batch`."""

from collections.abc import Mapping

from duibiao.model.message import Message

BATCH_HELP: Mapping[str, Message] = {
    "batch": Message(
        "批量检查一个文件夹中的成千上万份方案，结果存下来，再次运行只做有变化的",
        "Check a folder of thousands of plans; results are kept, and a second run does only what changed",
    ),
    "batch.plans": Message(
        "放有方案的文件夹；其中的 plans.csv 可写明地区、层级、清单和印发日期",
        "The folder of plans; a plans.csv in it may tell region, level, baseline and issue date",
    ),
    "batch.baselines": Message(
        "基线清单（YAML），可重复；每份方案按所在地区选用",
        "Baseline (YAML); may be repeated: each plan takes the one from above its place",
    ),
    "batch.out": Message(
        "结果文件夹：index.html、matrix.xlsx、findings.csv、summary.json、errors.csv 和 pages/",
        "Folder for the results: index.html, matrix.xlsx, findings.csv, summary.json, errors.csv and pages/",
    ),
    "batch.jobs": Message(
        "同时使用几个进程，默认等于处理器数", "How many processes; as many as processors unless said"
    ),
    "batch.scheduler": Message(
        "Dask 调度器地址，如 tcp://10.0.0.5:8786；改在集群上检查",
        "Address of a Dask scheduler, such as tcp://10.0.0.5:8786: check on its cluster instead",
    ),
    "batch.glob": Message(
        "只检查文件名或路径符合的方案，如 *.docx", "Only plans whose name or path matches, such as *.docx"
    ),
    "batch.manifest": Message("代替 plans.csv 的文件", "A file in place of plans.csv"),
    "batch.decisions": Message("复核意见文件，与 check 相同", "Decisions of reviewers, as for check"),
    "batch.pages": Message(
        "每份方案的网页：short 简要（默认），full 与 check -f html 相同，none 不要",
        "A page for each plan: short (unless said), full as check -f html writes it, or none",
    ),
}

_WORDS: Mapping[str, Message] = {
    "done": Message(
        "{found} 份方案：本次检查 {checked}，沿用 {reused}，无法读取 {unreadable}",
        "{found} plans: {checked} checked, {reused} reused, {unreadable} unreadable",
    ),
    "rebuilt": Message(
        "结果库已损坏，改名为 store.damaged.sqlite，全部重新检查",
        "the store was damaged; it was renamed store.damaged.sqlite, and everything was checked anew",
    ),
    "see-errors": Message("无法读取的方案见 {path}", "plans that could not be read: {path}"),
    "no-parquet": Message(
        '没有写 findings.parquet；需要时安装：pip install "duibiao[parquet]"',
        'no findings.parquet was written; for it: pip install "duibiao[parquet]"',
    ),
    "rate": Message("{n} 份/秒", "{n}/s"),
    "so-far": Message("沿用 {reused}，无法读取 {failed}", "{reused} reused, {failed} unreadable"),
    "failed": Message("无法读取", "unreadable"),
    "taken": Message("沿用", "reused"),
    "was-checked": Message("已检查", "checked"),
}


def say(key: str, language: str, **values: object) -> str:
    return _WORDS[key].say(language).format(**values)
