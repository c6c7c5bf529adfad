"""duibiao baseline diff: what a new version of a checklist changes, and which plans that touches."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from duibiao.commands import streams
from duibiao.commands.baseline_show import check_form
from duibiao.commands.options import FailOn, LevelName, RegionName, Threshold
from duibiao.commands.session import Session
from duibiao.model.report import Severity
from duibiao.reports.text import printable

if TYPE_CHECKING:
    from duibiao.baselines.differing import Entry
    from duibiao.commands.affected import Affected
    from duibiao.model.baseline import Baseline

FORMS = ("text", "json")
KINDS = ("added", "removed", "tightened", "loosened", "mixed", "reworded")
Json = dict[str, Any]


def diff(
    ctx: typer.Context,
    *,
    old: Annotated[Path, typer.Argument(metavar="OLD")],
    new: Annotated[Path, typer.Argument(metavar="NEW")],
    plans: Annotated[list[Path] | None, typer.Option("--plans", metavar="DIR")] = None,
    level: LevelName = None,
    region: RegionName = None,
    fail_on: Threshold = FailOn.ERROR,
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json")] = "text",
) -> int:
    """The codes are those of a check of the plans: without plans there is nothing that could fail."""
    from duibiao.baselines.differing import compare  # noqa: PLC0415  YAML is not needed for help
    from duibiao.baselines.layers import resolve  # noqa: PLC0415  as above
    from duibiao.commands.baseline_files import files_of  # noqa: PLC0415  as above

    check_form(form, FORMS)
    session: Session = ctx.obj
    paths, folders = files_of(ctx, [old, new])
    before, after = (resolve(path, folders=folders).baseline for path in paths)
    entries = compare(before, after)
    touched = _touched(plans or [], (before, after), entries, (level, region), session)
    if form == "json":
        streams.put(json.dumps(_data(before, after, entries, touched), ensure_ascii=False, indent=2) + "\n")
    else:
        streams.put("".join(f"{line}\n" for line in _lines(before, after, entries, touched, session)))
    worst = max((each.worst.rank for each in touched or ()), default=0)
    if fail_on is not FailOn.NEVER and worst >= Severity(fail_on).rank:
        return 1
    return 3 if any(each.unreadable for each in touched or ()) else 0


def _touched(
    plans: Sequence[Path],
    both: "tuple[Baseline, Baseline]",
    entries: "Sequence[Entry]",
    place: tuple[str | None, str | None],
    session: Session,
) -> "tuple[Affected, ...] | None":
    """None where nobody asked."""
    if not plans:
        return None
    from duibiao.check import Given  # noqa: PLC0415  the engine is heavy
    from duibiao.commands.affected import affected  # noqa: PLC0415  as above
    from duibiao.commands.settings import level_of  # noqa: PLC0415  as above

    given = Given(level=level_of(place[0]), region=place[1])
    return affected(plans, both, entries, given, session)


def _lines(
    old: "Baseline",
    new: "Baseline",
    entries: "Sequence[Entry]",
    touched: "tuple[Affected, ...] | None",
    session: Session,
) -> Iterator[str]:
    counts = [
        session.say("lint-count", word=session.say(f"diff-{kind}"), n=n)
        for kind in (*KINDS, "same")
        if (n := sum(entry.kind == kind for entry in entries))
    ]
    yield f"{old.id} → {new.id}: {session.say('comma').join(counts)}"
    for kind in KINDS:
        for entry in entries:
            if entry.kind == kind:
                yield ""
                yield from _entry(entry, session)
    if touched is not None:
        yield ""
        yield from _plans(touched, session)


def _entry(entry: "Entry", session: Session) -> Iterator[str]:
    old, new = entry.old, entry.new
    ids = " → ".join(dict.fromkeys(each.id for each in (old, new) if each))
    either = new or old
    yield f"{session.say(f'diff-{entry.kind}')} {ids} {printable(either.title) if either else ''}"
    if old and (new is None or old.text != new.text):
        yield f"  - {printable(old.text)}"
    if new and (old is None or old.text != new.text):
        yield f"  + {printable(new.text)}"
    for change in entry.changes:
        yield f"  {session.say(f'diff-{change.move}')}: {printable(change.message.say(session.language))}"


def _plans(touched: "tuple[Affected, ...]", session: Session) -> Iterator[str]:
    hit = [each for each in touched if each.effects]
    yield session.say("affected", n=len(hit), total=len(touched))
    for each in hit:
        yield f"{printable(each.path)}"
        for effect in each.effects:
            before = session.say(f"verdict-{effect.before}") if effect.before else session.say("not-asked")
            after = session.say(f"verdict-{effect.after}")
            why = f" ({', '.join(effect.codes)})" if effect.codes else ""
            yield f"  {effect.requirement} {printable(effect.title)}: {before} → {after}{why}"
    for each in touched:
        if each.unreadable:
            yield session.say("of-plan", path=printable(each.path), message=each.unreadable.say(session.language))


def _data(old: "Baseline", new: "Baseline", entries: "Sequence[Entry]", touched: "tuple[Affected, ...] | None") -> Json:
    data: Json = {
        "schema": "duibiao-baseline-diff/1",
        "old": {"id": old.id, "sha256": old.sha256},
        "new": {"id": new.id, "sha256": new.sha256},
        "summary": {kind: sum(entry.kind == kind for entry in entries) for kind in (*KINDS, "same")},
        "requirements": [
            {
                "kind": entry.kind,
                "old": {"id": entry.old.id, "text": entry.old.text} if entry.old else None,
                "new": {"id": entry.new.id, "text": entry.new.text} if entry.new else None,
                "changes": [{"field": c.field, "move": c.move, "old": c.old, "new": c.new} for c in entry.changes],
            }
            for entry in entries
            if entry.kind != "same"
        ],
    }
    if touched is not None:
        data["plans"] = [
            {
                "path": each.path,
                "status": "unreadable" if each.unreadable else "affected" if each.effects else "unaffected",
                "effects": [
                    {"requirement": e.requirement, "before": e.before, "after": e.after, "codes": list(e.codes)}
                    for e in each.effects
                ],
            }
            for each in touched
        ]
    return data
