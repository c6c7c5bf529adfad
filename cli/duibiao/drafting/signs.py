"""Whether one requirement ends and the next begins between two parts of a sentence.

What grammar settles is settled by rule: a part that only says when, for whom or by what means waits for its verb, and
what goes on (并…, 其中…) belongs to what it goes on with. The rest is a matter of degree, on which careful readers
differ, and a small logistic model over what each part opens with, how long it is and what it has of its own decides.
Its weights come from labelled checklists (`python -m tests.training.drafting`). Where it is not sure, the draft says
so, since a person sees at once what no rule settles.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from json import loads

from duibiao.drafting import heads
from duibiao.drafting.parts import Part
from duibiao.facts import read_facts
from duibiao.language import lexicon
from duibiao.language.late import late
from duibiao.model.fact import DateKind
from duibiao.model.logistic import Logistic, logistic_from

_OPEN = ("manner", "date", "onto")
_SOFT = ("encourages", "explores")
_NO_AIM = frozenset({"age", "month-of-age", "duration", "rank"})
# 规划设计方案已审定的项目, 民政部门会同有关部门: named, and nothing said of it yet
_TOPIC = late(r"的[^的到至达]{1,12}$|会同[^,]{1,14}$")
# 因…导致延期交房, 方案已审定的项目: the case in which something is to be done
_CAUSE = late(r"导致[^,]{1,12}$|因[^,]{2,20}(?:影响|原因)[^,]{0,10}$|已[^,]{1,8}的[^,]{1,8}$")
_DISTANT = 5
_NAMED = 6
_WORDS = late("[^一-鿿a-z]+")


def parted(
    before: Sequence[Part], part: Part, after: int, model: Callable[[Mapping[str, float]], float] | None = None
) -> float:
    """How likely a requirement ends with `before` and the next begins with `part`; `after` parts follow it."""
    if must_join(before, part):
        return 0.0
    if must_part(before, part):
        return 1.0
    return (model or _shipped())(features(before, part, after))


def must_join(before: Sequence[Part], part: Part) -> bool:
    """Nothing before it is whole yet, or it is none by itself."""
    whole = any(_stands(p) for p in before)
    return not whole or _leans(part)


def must_part(before: Sequence[Part], part: Part) -> bool:
    """“十四五”时期严控…,“十五五”时期逐步减少: two dates are two requirements, and two indicators with their numbers.

    A date that fills a part behind what is whole opens something new: …纳入预算,到2022年,…
    """
    head = heads.read(part.words)
    had = [date for p in before for date in _dates(p.words)]
    own = _dates(part.words)
    if own and (head.kind == "date" or (had and had[-1] != own[0])):
        return True
    return head.kind == "subject" and _names_aim(part.words) and any(_names_aim(p.words) for p in before)


def _names_aim(words: str) -> bool:
    """日间照料机构覆盖率达到90%, 30%的行政村建有学习点: a number with the thing it measures, not 保持10%以上增长."""
    aim = next((q for q in read_facts(words).quantities if not q.base and q.dimension not in _NO_AIM), None)
    return aim is not None and (aim.start >= _NAMED or (aim.start == 0 and words[aim.end :][:1] == "的"))


def _stands(part: Part) -> bool:
    head = heads.read(part.words)
    if head.kind == "date" or heads.waits(part.words) or _CAUSE.search(part.words):
        return False
    if head.kind in ("manner", "onto"):
        return _acts(part.words)
    return not (head.kind == "subject" and _TOPIC.search(part.words))


def _acts(words: str) -> bool:
    """通过购买服务提供照护, 将培训纳入目录: a part that opens with how or whom and goes on to say what.

    通过开展试点 does not: its verb is what it goes by.
    """
    return any(verb.start >= _DISTANT for verb in read_facts(words).verbs)


def _leans(part: Part) -> bool:
    return part.words.startswith(tuple(lexicon.load("drafting")["leans"]))


def features(before: Sequence[Part], part: Part, after: int) -> Mapping[str, float]:
    last, words = before[-1], part.words
    kinds = [heads.read(p.words).kind for p in before]
    first = next((kind for kind in kinds if kind not in _OPEN), kinds[-1])
    following = heads.read(words).kind
    text = "".join(p.text for p in before)
    own, had = _pairs(words), _pairs(text)
    return {
        f"next_{following}": 1.0,
        f"last_{kinds[-1]}": 1.0,
        f"first_{first}": 1.0,
        "topic": float(heads.waits(words) or _TOPIC.search(words) is not None),
        "waits": float(heads.waits(last.words)),
        "listed": float(last.listed),
        "softer": float(following in _SOFT and first not in _SOFT),
        "same": float(following == first),
        "refers": float(_refers(words, text)),
        "many": math.log(len(before) + 1 + after),
        "shared": len(own & had) / max(1, len(own)),
        "long_before": min(len(text), 80) / 40,
        "long": min(len(words), 60) / 30,
        "short": float(len(words) <= 8),
        "parts": min(len(before), 5) / 3,
        "rest": min(after, 4) / 2,
        "aims": float(_aims(text) and _aims(words)),
        "aim_next": float(_aims(words)),
        "aim_before": float(_aims(text)),
        "date_next": float(dated(words)),
        "states": float(following == first == "subject" == kinds[-1]),
        "thing": float(words.endswith(tuple(lexicon.load("drafting")["things"]))),
        "thing_before": float(last.words.endswith(tuple(lexicon.load("drafting")["things"]))),
        "effect": float(words.endswith(tuple(lexicon.load("drafting")["effects"]))),
    }


def _refers(words: str, text: str) -> bool:
    """建立培训机制,将培训纳入目录: what it works on was named before."""
    verb = heads.read(words).word
    thing = words[words.find(verb) + len(verb) :][:2]
    return len(thing) == 2 and thing in text


@cache
def _aims(text: str) -> bool:
    return any(not q.base and q.dimension not in _NO_AIM for q in read_facts(text).quantities)


def dated(text: str) -> bool:
    return bool(_dates(text))


@cache
def _dates(text: str) -> tuple[tuple[int, int, int], ...]:
    return tuple(date.last_day for date in read_facts(text).dates if date.kind is DateKind.BY)


def _pairs(text: str) -> set[str]:
    return {run[i : i + 2] for run in _WORDS.split(text) for i in range(len(run) - 1)}


@cache
def _data() -> Mapping[str, Mapping[str, float]]:
    data: Mapping[str, Mapping[str, float]] = loads((resources.files(__package__) / "weights.json").read_text("utf-8"))
    return data


@cache
def _shipped() -> Logistic:
    return logistic_from(_data()["parted"])


def threshold() -> float:
    return _data()["thresholds"]["parted"]


def unsure(probability: float) -> bool:
    """Close enough to the threshold that a reader should look."""
    return probability > 0 and abs(_odds(probability) - _odds(threshold())) < _data()["thresholds"]["unsure"]


def _odds(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
