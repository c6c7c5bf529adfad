"""Drawings that need no script: bars of verdicts and histograms."""

from collections import Counter
from collections.abc import Sequence

from duibiao.reports.html.markup import Html, el

_BINS = 20
_WIDTH, _HEIGHT, _FOOT = 400, 140, 18
_VERDICTS = {"c": "covered", "e": "exceeded", "w": "weakened", "o": "omitted"}


def bars(counts: Counter[str]) -> Html:
    """The verdicts of a place as one bar."""
    whole = sum(counts[letter] for letter in _VERDICTS)
    parts, at = [], 0.0
    for letter, name in _VERDICTS.items():
        width = 100 * counts[letter] / whole if whole else 0
        if width:
            parts.append(el("rect", x=f"{at:.2f}", y=0, width=f"{width:.2f}", height=8, class_=name))
        at += width
    return el("svg", parts, viewBox="0 0 100 8", class_="bar", aria_hidden="true", preserveAspectRatio="none")


def histogram(rates: Sequence[float], name: str) -> Html:
    """How many have a coverage of 0-5 %, 5-10 % …"""
    bins = Counter(min(int(rate * _BINS), _BINS - 1) for rate in rates)
    most = max(bins.values(), default=1)
    step = _WIDTH / _BINS
    parts: list[Html] = []
    for at in range(_BINS):
        height = (_HEIGHT - _FOOT - 14) * bins[at] / most
        top = _HEIGHT - _FOOT - height
        said = f"{100 * at // _BINS}–{100 * (at + 1) // _BINS}%: {bins[at]:,}"
        x, wide = f"{at * step + 1:.1f}", f"{step - 2:.1f}"
        parts.append(
            el("rect", el("title", said), x=x, y=f"{top:.1f}", width=wide, height=f"{height:.1f}", class_="plot")
        )
        if bins[at] == most:
            parts.append(el("text", f"{most:,}", x=f"{(at + 0.5) * step:.1f}", y=f"{top - 3:.1f}", class_="mid"))
    for share in (0, 25, 50, 75, 100):
        anchor = "start" if share == 0 else "end" if share == 100 else "mid"
        parts.append(el("text", f"{share}%", x=f"{share * _WIDTH / 100:.1f}", y=_HEIGHT - 4, class_=anchor))
    return el("svg", parts, viewBox=f"0 0 {_WIDTH} {_HEIGHT}", role="img", aria_label=name, class_="histogram")
