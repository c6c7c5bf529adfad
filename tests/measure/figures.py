"""The figures that the READMEs quote: kept in `figures.json`, shown as a table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.measure.scoring import KEYS, KINDS

FILE = Path(__file__).with_name("figures.json")

# each way of answering, in the order of the table, in English and in Chinese
WAYS: Mapping[str, tuple[str, str]] = {
    "shipped": ("**duibiao**, weights as shipped", "**对标**，随软件发布的权重"),
    "plan_left_out": ("**duibiao**, plan never seen", "**对标**，训练时未见过该方案"),
    "checklist_left_out": ("**duibiao**, checklist never seen", "**对标**，训练时未见过该清单"),
    "without_thesaurus": ("**duibiao**, plan never seen, no thesaurus", "**对标**，未见过该方案，不用同义词库"),
    "tfidf": ("TF-IDF of character pairs, cosine", "字对 TF-IDF 余弦相似度"),
    "token_set_ratio": ("rapidfuzz `token_set_ratio` over jieba words", "jieba 分词 + rapidfuzz `token_set_ratio`"),
    "difflib": ("difflib `ratio`", "difflib `ratio`"),
    "partial_ratio": ("rapidfuzz `partial_ratio`", "rapidfuzz `partial_ratio`"),
    "governdiff": ("governdiff's alignment of clauses", "governdiff 的条款对齐"),
}
_HEADS = {
    "en": ("verdicts: real plans", "written plans", "all", "is it there", "passage", "reason"),
    "zh": ("结论：真实方案", "自拟方案", "全部", "有没有", "依据", "理由"),
}


def load() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return data


def save(data: Mapping[str, Any]) -> None:
    FILE.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def markdown(data: Mapping[str, Any], language: str) -> str:
    """The table of a README."""
    column = 1 if language == "zh" else 0
    rows = [["", *_HEADS[language]], ["---", *["---:"] * len(_HEADS[language])]]
    for way, names in WAYS.items():
        rows.append([names[column], *map(_shown, _cells(data["ways"][way]))])
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"{table}\n\n{_counted(data['cases'], language)}"


def _counted(cases: Mapping[str, Any], language: str) -> str:
    groups = [[row["labels"] for row in cases.values() if row["kind"] == kind] for kind in KINDS]
    (real, real_labels), (written, written_labels) = ((len(labels), sum(labels)) for labels in groups)
    if language == "zh":
        return (
            f"真实方案 {real} 例，标注 {real_labels} 条；为测试自拟的方案 {written} 例，标注 {written_labels} 条。"
            "数字是各例的平均。"
        )
    return (
        f"Means over {real} cases with published plans ({real_labels} labels) and {written} with plans written for "
        f"the purpose ({written_labels} labels)."
    )


def _cells(way: Mapping[str, Any]) -> Sequence[float | None]:
    mean = way["mean"]
    told = "threshold" not in way  # one similarity gives no reasons
    return (
        *(mean[group]["macro_f1"] for group in (*KINDS, "all")),
        mean["all"]["presence_f1"],
        mean["all"]["evidence_recall"],
        mean["all"]["reasons_f1"] if told else None,
    )


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def screen(data: Mapping[str, Any]) -> Iterator[str]:
    """Everything, for a terminal."""
    yield f"{'shipped weights':28}" + "".join(f"{key:>17}" for key in KEYS)
    for name, row in data["cases"].items():
        yield _line(f"  {name}", row)
    for group, row in data["ways"]["shipped"]["mean"].items():
        yield _line(f"  mean {group}", row)
    for way, figures in data["ways"].items():
        at = figures.get("threshold")
        yield ""
        yield way if at is None else f"{way} (threshold {at:.2f}, the best for these cases)"
        for group, row in figures["mean"].items():
            yield _line(f"  mean {group}", row)
    table = data["confusion"]
    yield ""
    yield f"{'labelled, then answered':28}" + "".join(f"{said:>12}" for said in table)
    for gold, row in table.items():
        yield f"  {gold:26}" + "".join(f"{count:>12}" for count in row.values())


def _line(name: str, row: Mapping[str, float | None]) -> str:
    return f"{name:28}" + "".join(f"{'-' if row[key] is None else format(row[key], '.3f'):>17}" for key in KEYS)
