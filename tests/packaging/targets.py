"""The machines that a wheelhouse is for: how pip names them, and what markers see there."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from packaging import tags

PYTHONS = ((3, 11), (3, 12), (3, 13))
# newest first, as pip would choose
_MANYLINUX = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_26", "manylinux_2_24", "manylinux_2_17", "manylinux2014")
_NEWEST_MAC = (14, 0)  # what a wheel may ask for


class System(Struct, frozen=True, kw_only=True):
    """`platforms` are wheel tags; `markers` what `sys_platform` and its kin say on such a machine."""

    name: str
    platforms: tuple[str, ...]
    markers: Mapping[str, str]
    installers: tuple[str, ...]


def _linux(machine: str) -> System:
    return System(
        name=f"linux-{'x64' if machine == 'x86_64' else machine}",
        platforms=tuple(f"{name}_{machine}" for name in (*_MANYLINUX, "linux")),
        markers={
            "sys_platform": "linux",
            "platform_system": "Linux",
            "os_name": "posix",
            "platform_machine": machine,
        },
        installers=("install.sh",),
    )


def _mac(machine: str) -> System:
    return System(
        name=f"macos-{'x64' if machine == 'x86_64' else machine}",
        platforms=tuple(tags.mac_platforms(_NEWEST_MAC, machine)),
        markers={
            "sys_platform": "darwin",
            "platform_system": "Darwin",
            "os_name": "posix",
            "platform_machine": machine,
        },
        installers=("install.sh", "install.command"),
    )


WINDOWS = System(
    name="windows-x64",
    platforms=("win_amd64",),
    markers={"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    installers=("install.bat",),
)
SYSTEMS = {
    system.name: system for system in (WINDOWS, _linux("x86_64"), _linux("aarch64"), _mac("arm64"), _mac("x86_64"))
}


def environment(system: System, python: tuple[int, int]) -> dict[str, str]:
    """What the markers of a distribution are held against."""
    version = f"{python[0]}.{python[1]}"
    return {
        **system.markers,
        "python_version": version,
        "python_full_version": f"{version}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }


def accepted(system: System, python: tuple[int, int]) -> Iterator[tags.Tag]:
    """Every tag of a wheel that such a Python takes, best first."""
    yield from tags.cpython_tags(python, platforms=system.platforms)
    yield from tags.compatible_tags(python, interpreter=f"cp{python[0]}{python[1]}", platforms=system.platforms)
