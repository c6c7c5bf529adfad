"""The configuration of a working directory: found, read, and what it names looked up. Every fault is told at once."""

from difflib import get_close_matches
from pathlib import Path

from duibiao.baselines.nodes import Faults
from duibiao.config.find import find
from duibiao.config.globs import is_plain
from duibiao.config.heads import Head, heads
from duibiao.config.read import Named, Read, is_path, read
from duibiao.config.settings import Config
from duibiao.model.errors import ConfigError, Fault, UsageError
from duibiao.model.message import Message

BESIDE = Path("baselines")  # where baselines lie where nobody says so


def load(start: Path) -> Config | None:
    """The nearest configuration, or None where there is none.

    Raises:
        UsageError: It cannot be opened.
        ConfigError: It has faults; all of them are listed.
    """
    file = find(start)
    if file is None:
        return None
    faults = Faults()
    text = _text(file, faults)
    found = read(text, file, faults) if text is not None else None
    if found is not None:
        _look(found, faults)
    if faults.found or found is None:
        raise ConfigError(file.as_posix(), tuple(sorted(faults.found, key=lambda fault: (fault.line, fault.path))))
    return found.config


def folders_of(config: Config | None) -> tuple[Path, ...]:
    """Where baselines are looked up: where the file says, else `baselines/` beside it or here, else those shipped."""
    if config and config.folders:
        return config.folders
    beside = config.folder / BESIDE if config else BESIDE
    return (beside,) if beside.is_dir() else tuple(path for path in (shipped(),) if path.is_dir())


def shipped() -> Path:
    """The baselines that come with the tool: inside the package where it is installed, else in its repository."""
    package = Path(__file__).parents[1]
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parents[1] / BESIDE


def _text(file: Path, faults: Faults) -> str | None:
    shown = file.as_posix()
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        message = Message("不是 UTF-8 编码；请用编辑器另存为 UTF-8", "not UTF-8; save the file as UTF-8")
        faults.found.append(Fault("", 1, message))
        return None
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(
            Message(f"无法打开配置文件 {shown}：{why}", f"cannot open the configuration {shown}: {why}"),
            Message("请检查这个文件，或把它移走", "look at that file, or move it away"),
        ) from error


def _look(found: Read, faults: Faults) -> None:
    for named in found.folders:
        if not Path(named.name).exists():
            faults.add(named.at, f"没有这个文件夹或文件:{named.name}", f"there is no such folder or file: {named.name}")
    for named in found.plans:
        pattern = named.name.removeprefix("!")
        # what was refused as it is written is not looked for
        if is_plain(pattern) and "\\" not in pattern and not (found.config.folder / pattern).exists():
            faults.add(named.at, f"没有这个文件或文件夹:{pattern}", f"there is no such file or folder: {pattern}")
    if found.baselines:
        known = heads([folder for folder in folders_of(found.config) if folder.exists()])
        for named in found.baselines:
            _look_for_baseline(named, known, faults)


def _look_for_baseline(named: Named, known: tuple[Head, ...], faults: Faults) -> None:
    if is_path(named.name):
        if not Path(named.name).is_file():
            faults.add(named.at, f"没有这个清单文件:{named.name}", f"there is no baseline file {named.name}")
        return
    ids = [head.id for head in known]
    if named.name not in ids:
        near = get_close_matches(named.name, ids, n=3, cutoff=0.4) or ids[:5]
        zh = f"没有编号为 {named.name} 的清单" + (f";有:{'、'.join(near)}" if near else "")
        en = f"there is no baseline {named.name}" + (f"; there is {', '.join(near)}" if near else "")
        faults.add(named.at, zh, en)
    elif ids.count(named.name) > 1:
        files = [head.file.as_posix() for head in known if head.id == named.name]
        zh = f"编号 {named.name} 在几个文件里都有:{'、'.join(files)};请写文件路径"
        faults.add(named.at, zh, f"several files hold {named.name}: {', '.join(files)}; name the file instead")
