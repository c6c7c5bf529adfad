"""National, provincial and city checklists as one: `extends` and `refines` resolved.

The layers above come first, each once however many ways lead to it (a diamond is no fault, a circle is). A requirement
below takes the place of the one it refines, inherits what it leaves out, and remembers where each value came from.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from duibiao.baselines.lookup import find
from duibiao.baselines.loosening import Looser, Sharpened, loosened
from duibiao.baselines.merge import refined
from duibiao.baselines.nodes import At, Faults
from duibiao.baselines.parsing import Parsed, parse, refusal
from duibiao.model.baseline import Baseline, Layer, Requirement, Source


class Resolved(Struct, frozen=True, kw_only=True):
    """A baseline with all its layers.

    `known` holds every requirement of every layer by id, also those that were replaced; `replaced` maps each of these
    to those that refine it. `sharpened` are the steps, highest layer first, and `looser` those that ask less.
    """

    parsed: Parsed
    baseline: Baseline
    known: dict[str, Requirement]
    replaced: dict[str, tuple[str, ...]]
    sharpened: tuple[Sharpened, ...]
    layers: tuple[Parsed, ...]
    looser: tuple[Looser, ...] = ()


class _Search(Struct):
    """Where layers are looked for, those that were resolved already, and the ids on the way to the present one."""

    given: Sequence[Path]
    folders: Sequence[Path]
    done: dict[Path, Resolved] = field(default_factory=dict)
    way: list[str] = field(default_factory=list)


def resolve(path: Path, given: Sequence[Path] = (), folders: Sequence[Path] = ()) -> Resolved:
    """The baseline in the file, with the layers found among `given`, beside the files and in `folders`.

    Raises:
        UsageError: There is no such file, or it cannot be opened.
        BaselineError: A file has faults, names a layer that cannot be found, or extends itself; all are listed.
    """
    resolved = _cited(_resolve(path, _Search(given, folders)))
    if not resolved.sharpened:
        return resolved
    regions = {layer.baseline.id: layer.baseline.region for layer in resolved.layers}
    looser = loosened(resolved.sharpened, regions)
    baseline = replace(resolved.baseline, looser=tuple(each.step.below.id for each in looser))
    return replace(resolved, baseline=baseline, looser=looser)


def _cited(resolved: Resolved) -> Resolved:
    """Each requirement with the name by which readers know its document: the id is for writers of checklists."""
    baseline = resolved.baseline
    names = {source.id: source.number or source.title for source in baseline.sources}
    requirements = tuple(replace(r, upstream=names.get(r.document or "", "")) for r in baseline.requirements)
    return replace(resolved, baseline=replace(baseline, requirements=requirements))


def _resolve(path: Path, search: _Search) -> Resolved:
    real = path.resolve()
    if real in search.done:
        return search.done[real]
    parsed = parse(path)
    faults = Faults()
    search.way.append(parsed.baseline.id)
    found = [_layer(name, at, parsed.path.parent, search, faults) for name, at in parsed.above]
    search.way.pop()
    above = [each for each in found if each is not None]
    if faults.found:
        raise refusal(path, faults)
    resolved = _join(parsed, above, faults) if above else _alone(parsed)
    if faults.found:
        raise refusal(path, faults)
    search.done[real] = resolved
    return resolved


def _layer(name: str, at: At, beside: Path, search: _Search, faults: Faults) -> Resolved | None:
    if name in search.way:
        shown = " → ".join([*search.way[search.way.index(name) :], name])
        faults.add(at, f"extends 绕成了一圈:{shown};请去掉其中一处", f"extends runs in a circle: {shown}; cut it")
        return None
    folders = list(dict.fromkeys([beside, *search.folders]))
    found = find(name, search.given, folders)
    if not found:
        where = "、".join(folder.as_posix() for folder in folders)
        faults.add(
            at,
            f"找不到上位清单 {name}(找过 {where});请把它放在同一文件夹,或用 -b 一并给出",
            f"baseline {name} was not found (looked in {where}); put it beside this file, or give it with -b as well",
        )
        return None
    if len(found) > 1:
        names = "、".join(path.name for path in found)
        faults.add(
            at, f"有几个文件都是清单 {name}:{names};请只留一个", f"more than one file is {name}: {names}; keep one"
        )
        return None
    return _resolve(found[0], search)


def _alone(parsed: Parsed) -> Resolved:
    known = {requirement.id: requirement for requirement in parsed.baseline.requirements}
    return Resolved(parsed=parsed, baseline=parsed.baseline, known=known, replaced={}, sharpened=(), layers=(parsed,))


def _join(parsed: Parsed, above: Sequence[Resolved], faults: Faults) -> Resolved:
    layers = tuple({layer.baseline.id: layer for each in above for layer in each.layers}.values())
    known = _known(parsed, above, faults)
    replaced = {name: ids for each in above for name, ids in each.replaced.items()}
    own, steps = _own(parsed, known, faults)
    for step in steps:
        replaced[step.above.id] = (*replaced.get(step.above.id, ()), step.below.id)
    _check_documents(parsed, layers, faults)
    live = [name for name in known if name not in replaced]
    requirements = (*(known[name] for name in live), *own)
    return Resolved(
        parsed=parsed,
        baseline=_baseline(parsed, layers, requirements),
        known=known | {requirement.id: requirement for requirement in own},
        replaced=replaced,
        sharpened=(*dict.fromkeys(step for each in above for step in each.sharpened), *steps),
        layers=(*layers, parsed),
    )


def _known(parsed: Parsed, above: Sequence[Resolved], faults: Faults) -> dict[str, Requirement]:
    """Every requirement above, by id; one id in two layers would make findings that cannot be told apart."""
    known: dict[str, Requirement] = {}
    for (_, at), each in zip(parsed.above, above, strict=True):
        for name, requirement in each.known.items():
            if known.setdefault(name, requirement).layer != requirement.layer:
                layers = f"{known[name].layer}、{requirement.layer}"
                faults.add(at, f"编号 {name} 在 {layers} 中都有", f"{name} is an id in each of {layers}")
    return known


def _own(parsed: Parsed, known: dict[str, Requirement], faults: Faults) -> tuple[list[Requirement], list[Sharpened]]:
    """The file's own requirements with what they inherit, and each with the one it refines."""
    own: list[Requirement] = []
    steps: list[Sharpened] = []
    for index, requirement in enumerate(parsed.baseline.requirements):
        _check_ids(index, parsed, known, faults)
        above = known.get(requirement.refines or "")
        if above is None or requirement.superseded_by is not None:
            own.append(requirement)
            continue
        below = refined(requirement, above)
        own.append(below)
        steps.append(Sharpened(below, above, parsed.baseline.id, index))
    return own, steps


def _check_ids(index: int, parsed: Parsed, known: dict[str, Requirement], faults: Faults) -> None:
    requirement = parsed.baseline.requirements[index]
    name = requirement.id
    if name in known:
        layer = known[name].layer
        zh = f"编号 {name} 在上位清单 {layer} 中已有;请另取一个,要细化它请写 refines: {name}"
        en = f"{name} is an id of {layer} above; choose another, and write refines: {name} to refine it"
        faults.add(parsed.place(index, "id"), zh, en)
    if requirement.refines is not None and requirement.refines not in known:
        zh = f"上位清单中没有 {requirement.refines}"
        faults.add(parsed.place(index, "refines"), zh, f"no layer above has a requirement {requirement.refines}")
    later = requirement.superseded_by
    if later is not None and later not in known and all(each.id != later for each in parsed.givens):
        at = parsed.place(index, "superseded_by")
        faults.add(at, f"没有编号为 {later} 的要求", f"there is no requirement {later}")


def _check_documents(parsed: Parsed, layers: Sequence[Parsed], faults: Faults) -> None:
    """A handle means one document: within this file and all above it."""
    above = {source.id: source for layer in layers for _, source in layer.sources}
    for at, source in parsed.sources:
        if (other := above.get(source.id)) and (other.title, other.number) != (source.title, source.number):
            zh = f"来源编号 {source.id} 在上位清单中指“{other.title}”;请另取一个"
            faults.add(
                At(at.node, f"{at.path}.id"), zh, f"source id {source.id} means {other.title!r} above; choose another"
            )
    known = {*above, *(source.id for _, source in parsed.sources)}
    for given in parsed.givens:
        if given.document is not None and given.document not in known:
            at = given.places["source"]
            zh = f"sources 中没有 {given.document}"
            faults.add(At(at.node, f"{at.path}.document"), zh, f"no source {given.document} in sources")


def _baseline(parsed: Parsed, layers: Sequence[Parsed], requirements: tuple[Requirement, ...]) -> Baseline:
    above = [layer.baseline for layer in layers]
    sources: dict[str, Source] = {source.id: source for each in (*above, parsed.baseline) for source in each.sources}
    digests = "".join(sorted(each.sha256 for each in above))
    return replace(
        parsed.baseline,
        requirements=requirements,
        sources=tuple(sources.values()),
        layers=tuple(Layer(id=each.id, title=each.title, level=each.level, region=each.region) for each in above),
        sha256=hashlib.sha256((parsed.baseline.sha256 + digests).encode()).hexdigest(),
    )
