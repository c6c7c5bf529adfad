"""From baseline files to Baselines, their layers resolved."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from duibiao.baselines.layers import resolve
from duibiao.baselines.parsing import parse
from duibiao.model.baseline import Baseline
from duibiao.model.errors import UsageError
from duibiao.model.message import Message


def load(path: Path) -> Baseline:
    """The baseline in the file by itself; `extends` is kept as written.

    Raises:
        UsageError: There is no such file, or it cannot be opened.
        BaselineError: The file has faults; it lists all of them.
    """
    return parse(path).baseline


def load_many(paths: Iterable[Path], folders: Sequence[Path] = ()) -> tuple[Baseline, ...]:
    """The baselines in the order given, each with the layers that it extends.

    These are looked for among `paths`, beside the file that names them, and in `folders`.

    Raises:
        UsageError: As for `load`, or two files hold a baseline of one id.
        BaselineError: The first file with faults lists them.
    """
    loaded: dict[str, tuple[Path, Baseline]] = {}
    files = tuple(paths)
    for path in files:
        baseline = resolve(path, files, folders).baseline
        if baseline.id in loaded:
            other = loaded[baseline.id][0]
            raise UsageError(
                Message(
                    f"{other.as_posix()} 和 {path.as_posix()} 的清单编号都是 {baseline.id}",
                    f"{other.as_posix()} and {path.as_posix()} both hold the baseline {baseline.id}",
                ),
                Message("只给其中一个，或改掉一个 baseline.id", "give only one of them, or change one baseline.id"),
            )
        loaded[baseline.id] = path, baseline
    return tuple(baseline for _, baseline in loaded.values())
