"""What `duibiao baseline draft` says, in each language; joined to the other words in `messages.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

DRAFT_HELP: Mapping[str, Message] = {
    "draft": Message(
        "从上级文件起草基线清单：一项一条，数字、时限、部门写在各自的栏里，拿不准的标“待核”",
        "Draft a baseline from upstream documents: one requirement for each thing to tick, doubts marked 待核",
    ),
    "draft.documents": Message("上级文件或文件夹，可以给多个", "Upstream documents or folders"),
    "draft.output": Message("写到这个 YAML 文件；改动过的清单不会被覆盖", "YAML file; one that was worked on is kept"),
    "draft.name": Message("清单编号，不写则取文件名", "Id of the baseline; the file's name unless said"),
    "draft.level": Message("发布层级，不写则从文件中识别", "Level of those who issued it, instead of what it says"),
    "draft.region": Message("发布地区，如 四川省", "Region it holds for, such as 四川省"),
}

DRAFT_WORDS: Mapping[str, Message] = {
    "drafted": Message(
        "已写入 {path}：起草 {n} 项要求，其中指标 {targets} 项；{doubts} 项标有“待核”，请逐项与原文核对",
        "wrote {path}: {n} requirements, {targets} of them targets; {doubts} marked 待核: compare with the source",
    ),
    "contradicting": Message(
        "有 {n} 处互相矛盾（同一指标、同一时限、不同数字）：两处都保留，并标了“冲突”，请确定以哪一处为准",
        "{n} contradictions (same indicator and time, another number): both are kept and marked 冲突; say which holds",
    ),
    "rows-left": Message(
        "有 {n} 行表格没有目标值、责任单位或任务栏，没有列入，请人工查看",
        "{n} table rows have no target, department or task, and were left out: look at them yourself",
    ),
    "bad-id": Message("清单编号“{name}”不能用", "“{name}” cannot be the id of a baseline"),
    "bad-id-advice": Message(
        "编号中不能有空格、逗号、引号或括号；请用 --id 给出，如 --id sc-elderly-2019",
        "an id has no spaces, commas, quotes or brackets; give one with --id, such as --id sc-elderly-2019",
    ),
}
