"""What an installation needs on a machine that is not this one, and whether a folder of wheels holds it.

pip answers markers (`colorama; platform_system == "Windows"`) with the machine it runs on, so that it would leave out
what Windows alone needs. Names are followed here instead, through what the distributions installed here say of
themselves; one that is not installed here is taken to need nothing, which `missing` holds against its wheel.
"""

import email.parser
import importlib.metadata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from tests.packaging.targets import System, accepted, environment

WANTED = "duibiao[fast]"


def pins(constraints: str) -> dict[str, str]:
    """The exact version of each distribution, by its canonical name."""
    lines = [line for line in constraints.splitlines() if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}


def needed(system: System, python: tuple[int, int], wanted: str = WANTED) -> set[str]:
    """The canonical names of all that `wanted` brings there, itself left out."""
    found: set[str] = set()
    waiting = [Requirement(wanted)]
    while waiting:
        requirement = waiting.pop()
        for need in _needs(_declared(requirement.name), requirement.extras, environment(system, python)):
            if canonicalize_name(need.name) not in found:
                found.add(canonicalize_name(need.name))
                waiting.append(need)
    return found


def _declared(name: str) -> list[str]:
    try:
        return importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []


def _needs(declared: Iterable[str], extras: Iterable[str], there: Mapping[str, str]) -> Iterator[Requirement]:
    for text in declared:
        need = Requirement(text)
        if not need.marker or any(need.marker.evaluate({**there, "extra": extra}) for extra in {*extras, ""}):
            yield need


def serving(names: Iterable[str], system: System, python: tuple[int, int]) -> dict[str, str]:
    """For each distribution the best of the wheels with these names that such a Python takes."""
    rank = {tag: at for at, tag in enumerate(accepted(system, python))}
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        distribution, _, _, tags = parse_wheel_filename(name)
        at = min((rank[tag] for tag in tags if tag in rank), default=None)
        if at is not None and at <= best.get(distribution, (at, ""))[0]:
            best[distribution] = (at, name)
    return {distribution: name for distribution, (_, name) in best.items()}


def missing(folder: Path, system: System, python: tuple[int, int]) -> list[str]:
    """What an installation from this folder alone would look for in vain, as its wheels say themselves."""
    there = environment(system, python)
    at_hand = serving((path.name for path in folder.glob("*.whl")), system, python)
    lacking: list[str] = []
    known: set[str] = set()
    waiting = [Requirement(WANTED)]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        wheel = at_hand.get(name)
        if wheel is None or parse_wheel_filename(wheel)[1] not in requirement.specifier:
            lacking.append(str(requirement))
        elif name not in known:
            known.add(name)
            waiting += _needs(_told_by(folder / wheel), requirement.extras, there)
    return sorted(set(lacking))


def _told_by(wheel: Path) -> list[str]:
    """What a wheel says that it needs."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        head = email.parser.Parser().parsestr(archive.read(name).decode(), headersonly=True)
    return [str(value) for value in head.get_all("Requires-Dist") or ()]
