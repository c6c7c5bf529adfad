"""Trains the weights of the matching, judged leave-one-plan-out.

    .venv/bin/python -m tests.training.train [--write]

Three logistic models: a candidate is the labelled passage; the plan has the thing; the passages have all of it. For
each plan the models and the thresholds come from the other plans alone (a plan labelled against two checklists is
left out of both); the figures printed are those of the plans left out. `--write` trains on everything and writes
`cli/duibiao/matching/weights.json` with these figures in it.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import numpy as np
from msgspec import Struct
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from duibiao.judging import Judgement, judge
from duibiao.judging.confidence import features
from duibiao.matching import decide
from duibiao.matching.features import NAMES
from duibiao.model.logistic import Logistic
from duibiao.model.match import Match
from tests.training.gold import ROOT, Case, cases, is_labelled

SUMMARY = (*NAMES, *decide.SUMMARY)
Model = Logistic


class Row(Struct, frozen=True):
    case: Case
    number: int
    candidates: tuple[Any, ...]
    hits: tuple[bool, ...]


def rows(case: Case) -> list[Row]:
    found = []
    for number, label in enumerate(case.labels):
        candidates = case.search.candidates(number)
        hits = tuple(
            label["verdict"] != "omitted" and is_labelled(case.search.text(c.hit.window), label) for c in candidates
        )
        found.append(Row(case, number, candidates, hits))
    return found


def fit(
    rows: Sequence[dict[str, float]], truth: Sequence[bool], names: Sequence[str], c: float, *, balance: bool = True
) -> Model:
    matrix = np.array([[row.get(n, 0.0) for n in names] for row in rows])
    scaler = StandardScaler().fit(matrix)
    logistic = LogisticRegression(C=c, max_iter=2000, class_weight="balanced" if balance else None)
    model = logistic.fit(scaler.transform(matrix), truth)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return Model(bias=bias, weights={n: round(float(w), 4) for n, w in zip(names, weights, strict=True)})


def overall(row: Row, evidence: Model) -> dict[str, float]:
    scored = sorted(((evidence(c.features), c) for c in row.candidates), key=lambda x: (-x[0], x[1].hit.window))
    return row.case.search.summary(row.number, row.case.search.choose(row.number, scored))


def train(data: Sequence[Row]) -> decide.Models:
    pairs = [(c.features, hit) for r in data for c, hit in zip(r.candidates, r.hits, strict=True)]
    evidence = fit([f for f, _ in pairs], [h for _, h in pairs], NAMES, 0.3)
    summaries = [overall(r, evidence) for r in data]
    there = [label(r)["verdict"] != "omitted" for r in data]
    presence = fit(summaries, there, SUMMARY, 0.3)
    present = [(s, "partial" not in label(r)["reasons"]) for s, r, t in zip(summaries, data, there, strict=True) if t]
    whole = fit([s for s, _ in present], [w for _, w in present], SUMMARY, 0.1)
    present_at = best_cut([presence(s) for s in summaries], there)
    whole_at = best_cut([whole(s) for s, _ in present], [w for _, w in present])
    return decide.Models(evidence, presence, whole, present_at, whole_at)


def best_cut(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The threshold at which the two classes' F1 are best in the mean."""
    order = sorted(zip(scores, truth, strict=True))
    best, at = -1.0, 0.5
    for cut in np.linspace(0.1, 0.9, 81):
        said = [s >= cut for s, _ in order]
        value = f1(said, [t for _, t in order]) + f1([not s for s in said], [not t for _, t in order])
        if value > best:
            best, at = value, float(cut)
    return round(at, 2)


def f1(said: Sequence[bool], truth: Sequence[bool]) -> float:
    both = sum(s and t for s, t in zip(said, truth, strict=True))
    return 2 * both / (sum(said) + sum(truth)) if both else 0.0


def label(row: Row) -> dict[str, Any]:
    return row.case.labels[row.number]


def plan_of(case: Case) -> str:
    return case.name.split("--")[1]


def folds(by: Callable[[Case], str]) -> dict[str, list[Case]]:
    groups: dict[str, list[Case]] = {}
    for case in cases():
        groups.setdefault(by(case), []).append(case)
    return groups


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    data = {case.name: rows(case) for case in cases()}
    figures, judged = left_out(data, plan_of)
    show(figures)
    trust = fit_trust(judged)
    show_trust(trust)
    if arguments.write:
        write(train([r for rs in data.values() for r in rs]), figures)
        write_trust(trust)
    return 0


Judged = tuple[str, dict[str, float], bool]  # plan, features of confidence, was the verdict right
Trusted = tuple[Model, list[tuple[float, bool]]]


def left_out(data: dict[str, list[Row]], by: Callable[[Case], str]) -> tuple[dict[str, dict[str, Any]], list[Judged]]:
    """The figures of each case under models that have not seen its group, as the measuring tool scores them."""
    sys.path.insert(0, str(ROOT.parent / "shared" / "tools"))
    score = import_module("score").score
    figures: dict[str, dict[str, Any]] = {}
    judged: list[Judged] = []
    for held in folds(by).values():
        names = {case.name for case in held}
        models = train([r for name, rs in data.items() if name not in names for r in rs])
        for case in held:
            said = {}
            for row in data[case.name]:
                match = case.search.decide(row.number, models)
                judgement = judge(match)
                said[label(row)["id"]] = prediction(match, judgement)
                judged.append((plan_of(case), features(match, judgement), is_right(judgement.verdict, label(row))))
            figures[case.name] = {"kind": case.kind, **score(said, {each["id"]: each for each in case.labels})}
    return {case.name: figures[case.name] for case in cases()}, judged


def is_right(verdict: str, gold: dict[str, Any]) -> bool:
    """Whether a verdict is one that a reader gave; covered and exceeded count as one."""
    fold = {"exceeded": "covered"}
    accepted = {fold.get(v, v) for v in (gold["verdict"], *gold.get("accept", ()))}
    return fold.get(str(verdict), str(verdict)) in accepted


def fit_trust(judged: Sequence[Judged]) -> Trusted:
    """The model of confidence, and what it says of each verdict when the verdict's plan is left out of the fitting."""
    names = sorted({name for _, feature, _ in judged for name in feature})
    said: list[tuple[float, bool]] = []
    for plan in sorted({plan for plan, _, _ in judged}):
        seen = [j for j in judged if j[0] != plan]
        model = fit([f for _, f, _ in seen], [r for _, _, r in seen], names, 0.3, balance=False)
        said += [(model(f), r) for p, f, r in judged if p == plan]
    return fit([f for _, f, _ in judged], [r for _, _, r in judged], names, 0.3, balance=False), said


def review_at(said: Sequence[tuple[float, bool]]) -> float:
    """The confidence under which a fifth of all verdicts lie."""
    return round(sorted(s for s, _ in said)[len(said) // 5], 3)


def reliability(said: Sequence[tuple[float, bool]]) -> list[tuple[float, int, float]]:
    """For each tenth of confidence: its lower end, how many verdicts, the share that was right."""
    table = []
    for tenth in range(10):
        group = [right for s, right in said if tenth <= min(int(s * 10), 9) < tenth + 1]
        if group:
            table.append((tenth / 10, len(group), round(sum(group) / len(group), 3)))
    return table


def show_trust(trusted: Trusted) -> None:
    said = trusted[1]
    print("confidence   verdicts   right")
    for low, count, right in reliability(said):
        print(f"{low:.1f}-{low + 0.1:.1f}   {count:8}   {right:5.2f}")
    at = review_at(said)
    wrong = [s for s, right in said if not right]
    print(f"review below {at}: {sum(s < at for s in wrong) / len(wrong):.2f} of the wrong verdicts, a fifth of all")


def write_trust(trusted: Trusted) -> None:
    model, said = trusted
    data = {
        "made_by": "python -m tests.training.train --write",
        "model": {"bias": round(model.bias, 4), **model.weights},
        "review_at": review_at(said),
        "reliability": reliability(said),
    }
    dump("judging/confidence.json", data)


def prediction(match: Match, judgement: Judgement) -> dict[str, Any]:
    return {
        "verdict": str(judgement.verdict),
        "reasons": [r.code for r in judgement.reasons],
        "evidence": [p.plain.text for p in match.passages] if match.present else [],
    }


def show(figures: dict[str, dict[str, Any]]) -> None:
    keys = (
        "accuracy",
        "macro_f1",
        "presence_f1",
        "evidence_recall",
        "reasons_f1",
        "covered_f1",
        "weakened_f1",
        "omitted_f1",
    )
    print(f"{'case':16}" + "".join(f"{k:>16}" for k in keys))
    kinds = {"real", "written"}
    groups = [(name, [row]) for name, row in figures.items()]
    groups += [(f"mean {k}", [r for r in figures.values() if r["kind"] == k]) for k in sorted(kinds)]
    groups.append(("mean", list(figures.values())))
    for name, group in groups:
        means = [np.mean([r[k] for r in group if r[k] is not None]) for k in keys]
        print(f"{name:16}" + "".join(f"{m:16.3f}" for m in means))


def write(models: decide.Models, figures: dict[str, dict[str, Any]]) -> None:
    def plain(model: Model) -> dict[str, float]:
        return {"bias": round(model.bias, 4), **model.weights}

    data = {
        "made_by": "python -m tests.training.train --write",
        "macro_f1_left_out": {name: round(row["macro_f1"], 3) for name, row in figures.items()},
        "models": {n: plain(getattr(models, n)) for n in ("evidence", "presence", "whole")},
        "thresholds": {"presence": models.present_at, "whole": models.whole_at},
    }
    dump("matching/weights.json", data)


def dump(name: str, data: dict[str, Any]) -> None:
    path = ROOT / "cli" / "duibiao" / name
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
