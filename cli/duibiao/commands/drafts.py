"""The draft with comments in it: the one format that needs the plan's own file beside the report."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from duibiao.commands.messages import WORDS, filled
from duibiao.documents.word import as_docx, is_word
from duibiao.model.errors import OutputError, UsageError
from duibiao.reports.deliver import Paint
from duibiao.reports.format import Format, Options
from duibiao.reports.registry import render
from duibiao.reports.view import View


def refuse_others(formats: Collection[Format], plans: Mapping[str, Path]) -> None:
    """Say before plans are read that comments go into Word files only; `plans` by the names they are shown with.

    Raises:
        UsageError: A format writes into the plan's file, and a plan is none that it could write into.
    """
    if not any(form.annotates for form in formats):
        return
    others = [name for name, path in plans.items() if not is_word(path)]
    if others:
        names = ", ".join(others[:3]) + (" …" if len(others) > 3 else "")
        raise UsageError(filled("no-word", names=names), WORDS["no-word-advice"])


def painter(plans: Mapping[str, Path]) -> Paint:
    """How a format is painted: by its own module, or into a copy of the plan."""

    def paint(form: Format, view: View, options: Options) -> str | bytes | None:
        if not form.annotates:
            return render(form, view, options)
        if not view.checked:
            return None  # a plan that could not be read has no words to comment on
        return _annotated(plans[view.checked[0].plan.path], view, options)

    return paint


def _annotated(path: Path, view: View, options: Options) -> bytes:
    from duibiao.annotate import annotate  # noqa: PLC0415  only this format needs it, and what it loads
    from duibiao.reports.docx import comments  # noqa: PLC0415  as above

    plan = view.checked[0].plan
    if plan.sha256 != sha256(path.read_bytes()).hexdigest():
        raise OutputError(filled("changed", path=plan.path), WORDS["changed-advice"])
    with as_docx(path) as copy:
        return annotate(copy, comments(view, options))
