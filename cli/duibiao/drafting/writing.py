"""A draft as a YAML file: what the loader reads, laid out and annotated for the person who reviews it.

Written by hand, not dumped: comments stand at the very thing to look at, short lists on one line, and a field that says
nothing is left out. Scalars go through the YAML library, so that whatever a document holds is quoted as it must be.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

import yaml

from duibiao.drafting.draft import prefix
from duibiao.drafting.drafted import Draft, Drafted
from duibiao.language.late import late
from duibiao.model.baseline import Source, Target
from duibiao.model.errors import OutputError
from duibiao.model.message import Message

MARK = "# 待核"
_STAMP = "# 草稿校验 "
_STAMPED = late(rf"\A{_STAMP}(?P<digest>[0-9a-f]{{16}})\n(?P<body>.*)\Z", re.DOTALL)
_BIG = (("亿", 100_000_000), ("万", 10_000))
_STRETCHES = (("年", 518400), ("个月", 43200), ("日", 1440), ("小时", 60))


def written(draft: Draft, name: str) -> str:
    """The file. Its first line tells a draft that nobody has touched from one that somebody has worked on."""
    body = "\n".join([*_head(draft, name), *_requirements(draft, name)]) + "\n"
    return f"{_STAMP}{_digest(body)}\n{body}"


def refuse_edited(existing: str, path: str) -> None:
    """A checklist that somebody has worked on is never written over: the work would be lost.

    Raises:
        OutputError: The file is no untouched draft.
    """
    stamped = _STAMPED.match(existing)
    if not existing.strip() or (stamped and stamped["digest"] == _digest(stamped["body"])):
        return
    raise OutputError(
        Message(
            f"{path} 已有内容，而且不是未改动的草稿，不会被覆盖", f"{path} has been worked on and is not overwritten"
        ),
        Message(
            "请用 -o 写到另一个文件，再用 duibiao baseline diff 比较",
            "write to another file with -o, and compare the two",
        ),
    )


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()[:16]


def _head(draft: Draft, name: str) -> Iterator[str]:
    count = sum(bool(each.doubts) for each in draft.requirements)
    yield f"# 由 duibiao baseline draft 起草，共 {len(draft.requirements)} 项，其中 {count} 项标有“待核”。"
    yield "# 请逐项与原文核对：拆分、指标、时限、部门；核对后把 verified 改为 true。"
    if draft.rows_left:
        yield f"{MARK}：有 {draft.rows_left} 行表格没有目标值、责任单位或任务栏，没有列入，请人工查看"
    yield "schema: 1"
    yield "baseline:"
    yield f"  id: {_scalar(name)}"
    yield f"  title: {_scalar(draft.title)}"
    yield f"  {MARK}：请填写主题，如 topic: 养老服务"
    if draft.level:
        yield f"  level: {draft.level.value}"
    else:
        yield f"  {MARK}：没有从文件中读出发布层级，请填写 level: national、province 或 city"
    if draft.region:
        yield f"  region: {_scalar(draft.region)}"
    yield "  sources:"
    for source in draft.sources:
        yield f"    - {_flow(_source(source))}"
        if source.issued is None:
            yield f"      {MARK}：没有读到印发日期，“三年内”一类时限无法换算，请填写 issued"


def _source(source: Source) -> Mapping[str, object]:
    fields = {"id": source.id, "title": source.title, "number": source.number, "issued": source.issued}
    return {key: value for key, value in fields.items() if value}


def _requirements(draft: Draft, name: str) -> Iterator[str]:
    yield "requirements:"
    width = max(3, len(str(len(draft.requirements))))
    for at, each in enumerate(draft.requirements, start=1):
        yield from _requirement(each, f"{prefix(name)}-{at:0{width}}")


def _requirement(each: Drafted, name: str) -> Iterator[str]:
    for doubt in each.doubts:
        yield f"  {MARK}：{doubt}"
    if each.repeats:
        yield f"  # 另见：{'；'.join(each.repeats)}"
    yield f"  - id: {name}"
    yield f"    title: {_scalar(each.title)}"
    origin = {"document": each.document, "clause": each.clause}
    yield f"    source: {_flow({key: value for key, value in origin.items() if value})}"
    yield f"    kind: {each.kind.value}"
    yield f"    text: {_scalar(each.text)}"
    yield f"    strength: {each.strength.word}"
    if each.targets:
        yield "    targets:"
        yield from (f"      - {_flow(_target(target))}" for target in each.targets)
    if each.deadline:
        yield f'    deadline: "{each.deadline}"'
    if each.departments:
        yield f"    departments: {_flow(list(each.departments))}"
    if each.applies_to:
        yield f"    applies_to: {_flow([level.value for level in each.applies_to])}"
    yield "    verified: false"


def _target(target: Target) -> Mapping[str, object]:
    value, unit = _shown(target.value, target.unit)
    fields: dict[str, object] = {"indicator": target.indicator, "op": target.op.value, "value": value, "unit": unit}
    return fields | ({"aggregate": True} if target.aggregate else {})


def _shown(value: float, unit: str) -> tuple[float | int, str]:
    """A number as people write it: 100 亿元, 6 个月; the loader brings it back to base units."""
    for word, minutes in _STRETCHES if unit == "分钟" else ():
        if value >= minutes and value % minutes == 0:
            return _number(value / minutes), word
    for word, size in _BIG if unit in ("元", "千瓦", "立方米", "平方米", "吨", "吨标准煤", "千瓦时") else ():
        if value >= size and round(value / size, 6) * size == value:
            return _number(value / size), f"{word}{unit}"
    return _number(value), unit


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _scalar(value: str) -> str:
    return _yaml(value)


def _flow(value: Mapping[str, object] | Sequence[object]) -> str:
    return _yaml(value)


def _yaml(value: object) -> str:
    """One line of YAML, without the end mark that the library puts behind a bare scalar."""
    plain: object = dict(value) if isinstance(value, Mapping) else value
    line: str = yaml.safe_dump(plain, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**6)
    return line.removesuffix("\n").removesuffix("\n...").removesuffix("\n")
