"""Every regular expression of the package, how it is used, and the text that is worst for it.

Run as a program it prints the expressions as json: they are noted while the package is loaded and used, and that must
begin before anything of it is there.
"""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

codes: Any = importlib.import_module("re._constants")  # the parsed form has no public home
parser: Any = importlib.import_module("re._parser")

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "cli" / "duibiao"
_USES = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_ONCE = frozenset({"match", "fullmatch"})  # tried at one place; all others begin anew at every character
_SHORTEST = "0"


class Expression(Struct, frozen=True, kw_only=True):
    """`everywhere` where it is looked for at every place of a text, not only at its beginning."""

    module: str
    pattern: str
    flags: int
    everywhere: bool

    def compiled(self) -> "re.Pattern[str]":
        return re.compile(self.pattern, self.flags)

    def use(self) -> Callable[[str], object]:
        expression = self.compiled()
        if self.everywhere:
            return lambda text: sum(1 for _ in expression.finditer(text))
        return lambda text: (expression.match(text), expression.fullmatch(text))


@cache
def expressions() -> tuple[Expression, ...]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.hostile.expressions"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return tuple(Expression(**found) for found in json.loads(told.stdout))


def hostile(expression: Expression) -> list[str]:
    """Fragments which, repeated, may make it slow: what a repetition repeats, with what must stand before it."""
    tree = parser.parse(expression.pattern, expression.flags & ~re.DEBUG)
    found = {_sample(tree): None}
    for lead, body in _repeats(tree, ""):
        found |= dict.fromkeys((body, lead + body, lead))
    return [fragment for fragment in found if fragment]


def _repeats(tree: Any, lead: str) -> Iterator[tuple[str, str]]:
    """Every repetition in the expression, outermost first, and a text that leads up to it."""
    for code, argument in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most > 3:
                yield lead, _sample(body) or _SHORTEST
            yield from _repeats(body, lead)
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, lead)
        else:
            for part in _inside(code, argument):
                yield from _repeats(part, lead)
        lead += _sample([(code, argument)])


def _inside(code: Any, argument: Any) -> list[Any]:
    if code is codes.SUBPATTERN:
        return [argument[-1]]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    return [argument] if code is codes.ATOMIC_GROUP else []


def _sample(tree: Any) -> str:
    """A short text that matches, as nearly as can be told without trying."""
    return "".join(_sample_of(code, argument) for code, argument in tree)


def _sample_of(code: Any, argument: Any) -> str:  # noqa: PLR0911  one for each kind of part
    match code:
        case codes.LITERAL:
            return chr(argument)
        case codes.NOT_LITERAL:
            return "甲" if argument != ord("甲") else "乙"
        case codes.ANY:
            return "甲"
        case codes.IN:
            return _member(argument)
        case codes.BRANCH:
            return _sample(argument[1][0])
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            least, _, body = argument
            return _sample(body) * int(max(1, min(least, 4)))
        case codes.ASSERT_NOT | codes.AT | codes.GROUPREF:
            return ""
        case _:
            return "".join(map(_sample, _inside(code, argument)))


def _member(members: Any) -> str:
    """A character of a class."""
    classes = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "甲"}
    negated = any(code is codes.NEGATE for code, _ in members)
    inside = []
    for code, argument in members:
        if code is codes.LITERAL:
            inside.append(chr(argument))
        elif code is codes.RANGE:
            inside.append(chr(argument[0]))
        elif code is codes.CATEGORY:
            inside.append(classes.get(argument, "，"))
    if not negated:
        return inside[0] if inside else "甲"
    return next(char for char in "甲1 ，a\n。（" if char not in inside)


def noted() -> list[Expression]:
    """Loads and uses all of the package, and notes every expression that is compiled on the way."""
    found: dict[tuple[str, str, int], None] = {}
    inside: Any = re  # _compile is where re.compile, re.sub and all others meet
    compile_ = inside._compile

    def note(pattern: Any, flags: int) -> None:
        frame = sys._getframe(2)
        while frame.f_back and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        at = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and at.is_relative_to(PACKAGE) and at.name != "late.py":
            found[at.relative_to(PACKAGE).as_posix(), pattern, int(flags)] = None

    def noting(pattern: Any, flags: int) -> Any:
        note(pattern, flags)
        return compile_(pattern, flags)

    inside._compile = noting
    _note_late(note)
    import duibiao  # noqa: PLC0415  what it compiles is what we are here for

    for module in pkgutil.walk_packages(duibiao.__path__, "duibiao."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _use()
    return [
        Expression(module=module, pattern=pattern, flags=flags, everywhere=_is_everywhere(module, pattern))
        for module, pattern, flags in sorted(found)
    ]


def _note_late(note: Callable[[Any, int], None]) -> None:
    """An expression that waits for its first use is noted where it is written."""
    late: Any = importlib.import_module("duibiao.language.late").late
    begin = late.__init__

    def init(self: Any, pattern: str, flags: int = 0) -> None:
        note(pattern, flags)
        begin(self, pattern, flags)

    late.__init__ = init


def _use() -> None:
    """What compiles on first use does so here."""
    from duibiao.__main__ import main  # noqa: PLC0415  as above

    with TemporaryDirectory() as folder:
        for form in ("json", "xlsx", "html"):
            plans = [str(path) for path in sorted((ROOT / "plans").glob("*.*")) if path.name != ".gitattributes"]
            target = folder if form == "html" else f"{folder}/report.{form}"  # one page a plan, or one file for all
            words = ["check", *plans, "-b", str(ROOT / "baselines/yl-elderly-2023.yaml"), "-f", form, "-o", target]
            main([*words, "--limit", "seconds=0", "--limit", "memory=0", "--quiet", "--fail-on", "never"])


def _is_everywhere(module: str, pattern: str) -> bool:
    """Whether any use is other than at a beginning. An expression whose uses cannot be told is taken for such."""
    owner = importlib.import_module("duibiao." + module.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
    names = [name for name, value in vars(owner).items() if getattr(value, "pattern", None) == pattern]
    used: set[str] = set()
    for name in names:
        for path in [PACKAGE / module] if name.startswith("_") else PACKAGE.rglob("*.py"):
            used.update(re.findall(rf"\b{name}\.({'|'.join(_USES)})\b", path.read_text("utf-8")))
    return not used or not used <= _ONCE


if __name__ == "__main__":
    print(json.dumps([{key: getattr(e, key) for key in e.__struct_fields__} for e in noted()], ensure_ascii=False))
