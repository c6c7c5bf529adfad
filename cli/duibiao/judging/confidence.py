"""How likely a verdict is right, and from where on a person should look.

A small logistic model over how sure the matching was and what the verdict rests on. It was fitted on verdicts about
plans that the matching had not seen; `confidence.json` holds its weights, the command that made it, and the table of
how often it was right (of the findings at 0.9, nine in ten should be).
"""

from functools import cache
from importlib import resources
from json import loads

from msgspec import Struct

from duibiao.judging.judge import Judgement
from duibiao.model.logistic import Logistic, logistic_from, logit
from duibiao.model.match import Match
from duibiao.model.report import Verdict


class Trust(Struct, frozen=True):
    """`review_at`: below this confidence a person should look."""

    model: Logistic
    review_at: float


def confidence(match: Match, judgement: Judgement) -> float:
    """The probability, in [0, 1], that the verdict is right."""
    return shipped().model(features(match, judgement))


def features(match: Match, judgement: Judgement) -> dict[str, float]:
    """What confidence rests on: the log-odds of presence and completeness, by verdict, and the kinds of reasons."""
    there, whole = logit(match.presence), logit(match.whole)
    if judgement.verdict is Verdict.OMITTED:
        return {"omitted": 1.0, "omitted_presence": there}
    codes = {reason.code for reason in judgement.reasons}
    weakened = judgement.verdict is Verdict.WEAKENED
    partial = weakened and "partial" in codes
    return {
        "weakened": float(weakened),
        "presence": there,
        "whole_if_partial": whole if partial else 0.0,
        "whole_if_not": 0.0 if weakened else whole,
        "partial": float(partial),
        **{code: 1.0 for code in codes if weakened and code != "partial"},
    }


@cache
def shipped() -> Trust:
    data = loads(resources.files("duibiao.judging").joinpath("confidence.json").read_text("utf-8"))
    return Trust(logistic_from(data["model"]), data["review_at"])
