"""Regular expressions are linear: a text a thousand times as long takes a thousand times as long to look through.

Nothing here is held against the clock. Each expression meets fragments of its own making, repeated; a text is made
longer until looking through it can be measured at all, and then twice as long may take three times as long at most.
"""

import importlib
import time
from collections.abc import Callable

import pytest

from tests.hostile.expressions import Expression, expressions, hostile

SHORT, LONG = 4_000, 1_000_000
SHORTER = 100_000  # for all but the worst
STEP = 4
TAIL = "\0" * 200  # nothing matches it, so that a whole match must be given up and tried in other ways
WORST = 2  # of the fragments, by what a short text of them costs
MEASURABLE = 0.04  # seconds of the processor
TOO_MUCH = 9.0  # for a text STEP times as long: linear is 4, quadratic is 16


def cost(use: Callable[[str], object], fragment: str, length: int) -> float:
    """Seconds of the processor."""
    text = (fragment * (length // len(fragment) + 1))[:length] + TAIL
    start = time.process_time()
    use(text)
    return time.process_time() - start


def least(use: Callable[[str], object], fragment: str, length: int) -> float:
    return min(cost(use, fragment, length) for _ in range(3))


def grows_too_fast(use: Callable[[str], object], fragment: str, longest: int = LONG) -> str | None:
    length, before = SHORT, cost_of_short(use, fragment)
    while length < longest and before < 25 * MEASURABLE:
        length *= STEP
        spent = cost(use, fragment, length)
        if spent > MEASURABLE and spent > TOO_MUCH * before:
            before = least(use, fragment, length // STEP)
            spent = min(spent, least(use, fragment, length)) if spent < 10 * MEASURABLE else spent
            # a bounded repetition looks worse than it is until the text is longer than its bound
            if spent > TOO_MUCH * before and spent > 10 * MEASURABLE:
                return f"{fragment[:40]!r} to {length}: {STEP} times as long takes {spent / before:.0f} times as long"
        before = spent
    return None if length >= longest or length > 4 * SHORT else f"{fragment[:40]!r} to {length}: takes {before:.1f} s"


def worst(use: Callable[[str], object], fragments: list[str]) -> list[str]:
    return sorted(fragments, key=lambda fragment: -cost_of_short(use, fragment))[:WORST]


def cost_of_short(use: Callable[[str], object], fragment: str) -> float:
    """Grows from very short texts, since some expressions never come back from a long one."""
    for length in (24, 64, 256, SHORT):
        spent = cost(use, fragment, length)
        if spent > 5 * MEASURABLE:
            return spent * LONG
    return spent


def pattern(module: str, name: str) -> tuple[str, str]:
    owner = importlib.import_module("duibiao." + module.removesuffix(".py").replace("/", "."))
    return module, getattr(owner, name).pattern


# Not linear, and never given more than a name or a title, which another expression has cut to its length.
SHORT_TEXTS = {
    pattern("documents/outline/regions.py", "_NO_PLACE"),  # names of places, of at most a few dozen characters
    pattern("observing/citations.py", "_WRAPPED"),  # titles of at most 120 characters
}
MODULES = sorted({expression.module for expression in expressions()})


@pytest.mark.parametrize("module", MODULES)
def test_its_expressions_are_linear(module: str) -> None:
    faults = [
        f"{expression.pattern[:80]}\n    {fault}"
        for expression in expressions()
        if expression.module == module and (module, expression.pattern) not in SHORT_TEXTS
        for rank, fragment in enumerate(worst(expression.use(), hostile(expression)))
        if (fault := grows_too_fast(expression.use(), fragment, SHORTER if rank else LONG)) is not None
    ]
    assert not faults, "\n".join(faults)


def test_a_bad_expression_would_be_seen() -> None:
    for pattern in (r"(a+)+b", r"\s*x", r"<p>.*?</p>", r"(?:一|一二)+三", r"\w+@\w+"):
        bad = Expression(module="none", pattern=pattern, flags=0, everywhere=True)
        assert any(grows_too_fast(bad.use(), fragment) for fragment in worst(bad.use(), hostile(bad))), pattern


def test_they_are_all_there() -> None:
    assert len(expressions()) > 250
    assert {"facts", "documents", "language", "baselines"} <= {module.split("/")[0] for module in MODULES}
