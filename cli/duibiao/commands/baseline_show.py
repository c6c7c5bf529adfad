"""duibiao baseline show: what a checklist asks, of whom, and which layer said so."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from duibiao.commands import streams
from duibiao.commands.messages import WORDS, filled
from duibiao.commands.options import LevelName
from duibiao.commands.session import Session
from duibiao.model.errors import UsageError
from duibiao.reports.text import printable, wrap

if TYPE_CHECKING:
    from duibiao.baselines.layers import Resolved
    from duibiao.baselines.loosening import Looser
    from duibiao.baselines.place import Place
    from duibiao.model.baseline import Requirement

FORMS = ("text", "json")
Json = dict[str, Any]


def show(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    resolved: Annotated[bool, typer.Option("--resolved")] = False,
    place: Annotated[str | None, typer.Option("--for", metavar="REGION")] = None,
    level: LevelName = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json")] = "text",
) -> int:
    from duibiao.baselines.layers import resolve  # noqa: PLC0415  YAML is not needed for help
    from duibiao.baselines.place import place_of, requirements_for  # noqa: PLC0415  as above
    from duibiao.commands.baseline_files import files_of  # noqa: PLC0415  as below
    from duibiao.commands.settings import level_of  # noqa: PLC0415  as above

    check_form(form, FORMS)
    (path,), folders = files_of(ctx, [file])
    found = resolve(path, folders=folders)
    where = place_of(place, level_of(level)) if place is not None else None
    if where is not None:
        _refuse_outside(found, where)
        listed = requirements_for(found, where)
    else:
        own = found.baseline.id
        listed = tuple(r for r in found.baseline.requirements if resolved or r.layer == own)
    looser = {each.step.below.id: each for each in found.looser}
    session: Session = ctx.obj
    if form == "json":
        streams.put(json.dumps(_data(found, listed, looser, where, session), ensure_ascii=False, indent=2) + "\n")
    else:
        streams.put("".join(f"{line}\n" for line in _lines(found, listed, looser, where, session)))
    return 0


def check_form(form: str, known: tuple[str, ...]) -> None:
    if form not in known:
        raise UsageError(filled("bad-form", name=form, known=", ".join(known)), WORDS["see-help-all"])


def _refuse_outside(found: "Resolved", place: "Place") -> None:
    from duibiao.baselines.place import is_inside  # noqa: PLC0415  as above

    region = found.baseline.region
    if not is_inside(place, region):
        raise UsageError(filled("outside", region=region, place=place.name), filled("outside-advice"))


def _lines(
    found: "Resolved",
    listed: "tuple[Requirement, ...]",
    looser: "dict[str, Looser]",
    place: "Place | None",
    session: Session,
) -> Iterator[str]:
    baseline = found.baseline
    yield " · ".join(part for part in (printable(baseline.title), baseline.id, baseline.region) if part)
    if baseline.layers:
        above = " → ".join([*(layer.id for layer in baseline.layers), baseline.id])
        yield f"{session.say('layers')}: {above}"
    if place is not None:
        level = place.level.value if place.level else session.say("unknown-level")
        rest = len(baseline.active) - len(listed)
        yield session.say("shown-for", place=printable(place.name), level=level, n=len(listed), rest=rest)
    else:
        yield session.say("shown-all", n=len(listed))
    for requirement in listed:
        yield ""
        yield from _requirement(requirement, looser.get(requirement.id), place, bool(baseline.layers), session)


def _requirement(
    requirement: "Requirement", looser: "Looser | None", place: "Place | None", layered: bool, session: Session
) -> Iterator[str]:
    from duibiao.baselines.strictness import shown_target  # noqa: PLC0415  as above

    width = streams.width()

    def said(field: str, value: str) -> str:
        layer = f"  [{requirement.origin(field)}]" if layered else ""
        return f"  {session.say(f'show.{field}')}: {printable(value)}{layer}"

    layer = f"  [{requirement.layer}]" if layered else ""
    yield f"{requirement.id} {printable(requirement.title)}{layer}"
    yield from (f"  {line}" for line in wrap(printable(requirement.text), max(width - 2, 20)))
    for target in requirement.targets:
        total = session.say("show.total") if target.aggregate and place is not None else ""
        yield said("targets", f"{target.indicator} {shown_target(target)}{total}")
    if requirement.deadline:
        yield said("deadline", str(requirement.deadline))
    yield said("strength", requirement.strength.word)
    if requirement.departments:
        yield said("departments", "、".join(requirement.departments))
    if requirement.applies_to:
        yield said("applies_to", ", ".join(requirement.applies_to))
    if origin := " ".join(part for part in (requirement.document, requirement.clause) if part):
        yield f"  {session.say('show.source')}: {printable(origin)}"
    yield from _remarks(requirement, looser, session)


def _remarks(requirement: "Requirement", looser: "Looser | None", session: Session) -> Iterator[str]:
    if requirement.refines:
        yield f"  {session.say('show.refines')}: {requirement.refines}"
    if looser is not None:
        why = "; ".join(change.message.say(session.language) for change in looser.changes)
        yield "  ! " + session.say("show.looser", above=looser.step.above.id, why=printable(why))
    if not requirement.verified:
        yield "  ? " + session.say("show.unverified")
    if requirement.superseded_by:
        yield "  - " + session.say("show.history", id=requirement.superseded_by)


def _data(
    found: "Resolved",
    listed: "tuple[Requirement, ...]",
    looser: "dict[str, Looser]",
    place: "Place | None",
    session: Session,
) -> Json:
    baseline = found.baseline
    return {
        "baseline": {"id": baseline.id, "title": baseline.title, "sha256": baseline.sha256},
        "layers": [
            {"id": layer.id, "title": layer.title, "level": layer.level, "region": layer.region}
            for layer in baseline.layers
        ],
        "for": {"region": place.name, "level": place.level} if place else None,
        "requirements": [_entry(requirement, looser.get(requirement.id), session) for requirement in listed],
    }


def _entry(requirement: "Requirement", looser: "Looser | None", session: Session) -> Json:
    return {
        "id": requirement.id,
        "layer": requirement.layer,
        "title": requirement.title,
        "text": requirement.text,
        "kind": requirement.kind,
        "strength": requirement.strength.word,
        "targets": [
            {"indicator": t.indicator, "op": t.op, "value": t.value, "unit": t.unit, "aggregate": t.aggregate}
            for t in requirement.targets
        ],
        "deadline": str(requirement.deadline) if requirement.deadline else None,
        "departments": list(requirement.departments),
        "applies_to": list(requirement.applies_to),
        "source": {"document": requirement.document, "clause": requirement.clause},
        "refines": requirement.refines,
        "superseded_by": requirement.superseded_by,
        "verified": requirement.verified,
        "origins": dict(requirement.origins),
        "looser": _looser(looser, session) if looser else [],
    }


def _looser(looser: "Looser", session: Session) -> list[Json]:
    above = looser.step.above.id
    return [
        {"field": c.field, "above": above, "old": c.old, "new": c.new, "message": c.message.say(session.language)}
        for c in looser.changes
    ]
