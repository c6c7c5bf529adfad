"""What stands in a baseline file, checked field by field; whatever was left out is still open here."""

from msgspec import Struct

from duibiao.baselines import schema
from duibiao.baselines.nodes import At, Faults, items, pairs
from duibiao.baselines.scalars import (
    nearest,
    read_choice,
    read_date,
    read_flag,
    read_id,
    read_number,
    read_text,
    read_texts,
    read_unit,
)
from duibiao.model.baseline import Kind, Source, Target
from duibiao.model.document import Level
from duibiao.model.fact import Date, Op, Strength


class GivenTarget(Struct, frozen=True, kw_only=True):
    """A target whose `indicator` may be left out."""

    indicator: str | None
    op: Op
    value: float
    unit: str
    aggregate: bool
    shares: tuple[tuple[str, float], ...]

    def named(self, title: str) -> Target:
        return Target(
            indicator=self.indicator or title,
            op=self.op,
            value=self.value,
            unit=self.unit,
            aggregate=self.aggregate,
            shares=self.shares,
        )


class Given(Struct, frozen=True, kw_only=True):
    """A requirement as its author wrote it. `places` leads from a key to its node; its keys are the given fields."""

    id: str
    text: str
    title: str | None
    kind: Kind | None
    strength: Strength | None
    targets: tuple[GivenTarget, ...]
    deadline: Date | None
    departments: tuple[str, ...]
    applies_to: tuple[Level, ...]
    keywords: tuple[str, ...]
    document: str | None
    clause: str | None
    refines: str | None
    superseded_by: str | None
    verified: bool
    places: dict[str, At]


def read_fields(at: At, definition: str | None, faults: Faults) -> dict[str, At]:
    """The fields of a mapping; keys that the schema does not know and required ones that are missing are faults."""
    known = schema.keys(definition)
    found: dict[str, At] = {}
    before = len(faults.found)
    for key, value in pairs(at, faults):
        if key in known:
            found[key] = value
        else:
            zh, en = nearest(key, known)
            faults.add(
                value,
                f"不认识的键{zh or ';可用的键:' + '、'.join(known)}",
                f"unknown key{en or '; known: ' + ', '.join(known)}",
            )
    if at.kind == "map" and len(faults.found) - before < len(known):
        for key in schema.required(definition):
            if key not in found:
                path = f"{at.path}.{key}" if at.path else key
                faults.add(At(at.node, path), "缺少这一项,必须填写", "missing; it must be given")
    return found


def read_source(at: At, faults: Faults) -> Source:
    found = read_fields(at, "source", faults)
    issued = read_date(found["issued"], faults) if "issued" in found else None
    return Source(
        id=_id(found, "id", faults) or "",
        title=_text(found, "title", faults) or "",
        number=read_text(found["number"], faults, numeric=True) if "number" in found else None,
        issued=str(issued) if issued else None,
        supersedes=_texts(found, "supersedes", faults),
    )


def read_requirement(at: At, faults: Faults) -> Given:
    found = read_fields(at, "requirement", faults)
    kind = read_choice(found["kind"], faults, schema.KINDS) if "kind" in found else None
    strength = read_choice(found["strength"], faults, schema.STRENGTHS) if "strength" in found else None
    document, clause = _origin(found, faults)
    if kind == Kind.TASK and "targets" in found:
        faults.add(
            found["targets"],
            "任务(kind: task)不能有 targets;请改为 kind: target 或删去",
            "a task has no targets; make it kind: target or leave them out",
        )
    return Given(
        id=_id(found, "id", faults) or "",
        text=_text(found, "text", faults) or "",
        title=_text(found, "title", faults),
        kind=Kind(kind) if kind else None,
        strength=Strength[strength.upper()] if strength else None,
        targets=_targets(found, faults),
        deadline=read_date(found["deadline"], faults) if "deadline" in found else None,
        departments=_texts(found, "departments", faults),
        applies_to=_levels(found, faults),
        keywords=_texts(found, "keywords", faults),
        document=document,
        clause=clause,
        refines=_id(found, "refines", faults),
        superseded_by=_id(found, "superseded_by", faults),
        verified=read_flag(found["verified"], faults) is not False if "verified" in found else True,
        places=found,
    )


def _targets(found: dict[str, At], faults: Faults) -> tuple[GivenTarget, ...]:
    if "targets" not in found:
        return ()
    read = [_target(item, faults) for item in items(found["targets"], faults, empty=False)]
    return tuple(target for target in read if target is not None)


def _target(at: At, faults: Faults) -> GivenTarget | None:
    """Values are brought to base units (2 万名 -> 20000 名), shares along with the total they are parts of."""
    found = read_fields(at, "target", faults)
    indicator = _text(found, "indicator", faults)
    op = read_choice(found["op"], faults, schema.OPS) if "op" in found else None
    value = read_number(found["value"], faults) if "value" in found else None
    unit = read_unit(found["unit"], faults) if "unit" in found else None
    aggregate = bool(read_flag(found["aggregate"], faults)) if "aggregate" in found else False
    shares = _shares(found["by_region"], faults) if "by_region" in found else ()
    if "by_region" in found and not aggregate:
        faults.add(
            found["by_region"],
            "by_region 是总数的分解,须同时写 aggregate: true",
            "by_region divides a total; it needs aggregate: true",
        )
    if op is None or value is None or unit is None:
        return None
    return GivenTarget(
        indicator=indicator,
        op=Op(op),
        value=_scaled(value, unit.scale),
        unit=unit.symbol,
        aggregate=aggregate,
        shares=tuple((region, _scaled(share, unit.scale)) for region, share in shares),
    )


def _scaled(value: float, scale: float) -> float:
    # 0.57 * 10000 is 5699.999…, which nobody wrote.
    return float(f"{value * scale:.12g}")


def _shares(at: At, faults: Faults) -> tuple[tuple[str, float], ...]:
    shares: list[tuple[str, float]] = []
    for region, share_at in pairs(at, faults):
        share = read_number(share_at, faults)
        if share is not None and share < 0:
            faults.add(share_at, "分解数不能是负数", "a share cannot be negative")
        elif share is not None:
            shares.append((region, share))
    if at.kind == "map" and not at.node.value:
        faults.add(at, "by_region 是空的;请填写,或删去这一行", "by_region is empty; fill it in or leave the line out")
    return tuple(shares)


def _origin(found: dict[str, At], faults: Faults) -> tuple[str | None, str | None]:
    if "source" not in found:
        return None, None
    known = ("document", "clause")
    document = clause = None
    for key, at in pairs(found["source"], faults):
        if key == "document":
            document = read_id(at, faults)
        elif key == "clause":
            clause = read_text(at, faults, numeric=True)
        else:
            zh, en = nearest(key, known)
            faults.add(
                at, f"不认识的键{zh or ';可用的键:document、clause'}", f"unknown key{en or '; known: document, clause'}"
            )
    return document, clause


def _levels(found: dict[str, At], faults: Faults) -> tuple[Level, ...]:
    if "applies_to" not in found:
        return ()
    read = [read_choice(item, faults, schema.ADDRESSEES) for item in items(found["applies_to"], faults, empty=False)]
    return tuple(Level(level) for level in read if level is not None)


def _id(found: dict[str, At], key: str, faults: Faults) -> str | None:
    return read_id(found[key], faults) if key in found else None


def _text(found: dict[str, At], key: str, faults: Faults) -> str | None:
    return read_text(found[key], faults) if key in found else None


def _texts(found: dict[str, At], key: str, faults: Faults) -> tuple[str, ...]:
    return read_texts(found[key], faults) if key in found else ()
