"""Which files a run makes, and what goes to standard output.

`-o` is a file where exactly one file results, else a folder. A screen format beside others stays on the screen:
`-f terminal -f json -o report.json` shows the findings and writes one file. Without `-o` all formats follow one
another on standard output in the order asked for, as a CI job wants its annotations beside the readable text.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from duibiao.model.errors import OutputError, UsageError
from duibiao.model.message import Message
from duibiao.reports.format import Format, Options
from duibiao.reports.view import View, arrange, by_plan
from duibiao.reports.write import refuse, refuse_orphan

_LONGEST = 250  # bytes of a name; most disks take 255, and two plans of one name need a few more
STEM = "report"


class Delivery(Struct, frozen=True, kw_only=True):
    """Where each format goes. `folder` is set where several files result, `file` where one does."""

    screen: tuple[Format, ...]
    filed: tuple[Format, ...]
    folder: Path | None = None
    file: Path | None = None


def arrange_delivery(
    formats: Sequence[Format], target: Path | None, *, plans: int, inputs: Collection[Path]
) -> Delivery:
    """Settle where reports go, before any plan is read.

    Raises:
        OutputError: Nothing can be written at `target`.
        UsageError: A format that makes one file per plan has several plans and no folder to go to, or one that is
            always a file has none.
    """
    formats = tuple(dict.fromkeys(formats))
    if target is None:
        for form in formats:
            if form.annotates or (form.per_plan and plans > 1):
                raise _needs_output(form)
        return Delivery(screen=formats, filed=())
    filed = tuple(form for form in formats if not form.screen) or formats
    screen = tuple(form for form in formats if form not in filed)
    if sum(plans if form.per_plan else 1 for form in filed) == 1:
        refuse(target, inputs)
        return Delivery(screen=screen, filed=filed, file=target)
    _refuse_folder(target)
    return Delivery(screen=screen, filed=filed, folder=target)


# nothing where a plan has no such file
Paint = Callable[[Format, View, Options], str | bytes | None]


def on_screen(delivery: Delivery, view: View, options: Options, paint: Paint) -> Iterator[str]:
    """What goes to standard output, in order.

    Raises:
        UsageError: A format is not text and cannot go there.
    """
    for form in delivery.screen:
        painted = paint(form, view, options)
        if isinstance(painted, bytes):
            raise _needs_output(form)
        yield painted or ""


def in_files(delivery: Delivery, view: View, options: Options, paint: Paint) -> dict[Path, bytes]:
    """The files of a run and their contents: never coloured, and as wide on every machine."""
    plain = replace(options, colour=None, width=Options().width)
    files: dict[Path, bytes] = {}
    for form in delivery.filed:
        for name, part in _parts(form, view):
            path = delivery.file or _free((delivery.folder or Path()) / name, files)
            painted = paint(form, part, plain)
            if painted is not None:
                files[path] = painted if isinstance(painted, bytes) else painted.encode("utf-8", "backslashreplace")
    return files


def _parts(form: Format, view: View) -> Iterator[tuple[str, View]]:
    """The name of each file of this format and the view it shows."""
    if not form.per_plan:
        yield STEM + form.suffix, view
        return
    for reports in by_plan(view.run.reports):
        yield _name(reports[0].plan.path, form.suffix), arrange(replace(view.run, reports=reports))


def _name(plan: str, suffix: str) -> str:
    """The plan's own path with one more suffix. A name that no disk would take is cut, and told apart by a mark."""
    folder, slash, name = plan.rpartition("/")
    if len(f"{name}{suffix}".encode()) <= _LONGEST:
        return plan + suffix
    mark = f"~{sha256(name.encode()).hexdigest()[:8]}{suffix}"
    kept = name.encode()[: _LONGEST - len(mark)].decode("utf-8", "ignore")
    return f"{folder}{slash}{kept}{mark}"


def _free(path: Path, taken: Collection[Path]) -> Path:
    """Two plans of one name (from two folders outside the working directory) both get a file."""
    number = 2
    free = path
    while free in taken:
        free = path.with_name(f"{path.name}~{number}")
        number += 1
    return free


def _refuse_folder(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise OutputError(
            Message(
                f"{target.as_posix()} 是文件，放不下多个结果",
                f"{target.as_posix()} is a file, and several files result",
            ),
            Message("请在 -o 后面给出一个文件夹", "give a folder after -o"),
        )
    refuse_orphan(target)


def _needs_output(form: Format) -> UsageError:
    return UsageError(
        Message(f"{form.name} 格式不能显示在屏幕上", f"format {form.name} cannot go to standard output"),
        Message("请用 -o 指定文件或文件夹", "name a file or folder with -o"),
    )
