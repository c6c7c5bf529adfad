"""summary.json: how the batch went, for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from duibiao import __version__
from duibiao.batch.outputs.areas import areas
from duibiao.batch.outputs.matrix import LETTERS, Matrix, rate
from duibiao.batch.run import Known
from duibiao.batch.work import infos
from duibiao.model.baseline import Baseline
from duibiao.reports.json import baseline_data

SCHEMA = "duibiao-batch/1"


def counts(known: Sequence[Known]) -> dict[str, int]:
    """`found` is the sum of the others. A plan that cannot be read counts as that, also where the store knew it."""
    readable = [plan for plan in known if plan.plan.trouble is None]
    reused = sum(plan.reused for plan in readable)
    return {
        "found": len(known),
        "checked": len(readable) - reused,
        "reused": reused,
        "unreadable": len(known) - len(readable),
    }


def summary(known: Sequence[Known], matrix: Matrix, baselines: Sequence[Baseline]) -> str:
    whole = sum((row.counts for row in matrix.rows), Counter())
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "duibiao", "version": __version__},
        "baselines": [baseline_data(info) for info in infos(baselines)],
        "plans": counts(known),
        "unreadable": dict(sorted(Counter(k.plan.trouble.code for k in known if k.plan.trouble).items())),
        "verdicts": {verdict: whole[letter] for verdict, letter in LETTERS.items()},
        "review": sum(row.review.count("1") for row in matrix.rows),
        "coverage": _rounded(rate(whole)),
        "provinces": [
            {"province": area.place.province or None, "plans": area.plans, "coverage": _rounded(area.rate)}
            for area in areas(matrix)
            if area.depth == 0
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
