"""The first configuration of a project: a commented file, filled with what lies about."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from duibiao.config.heads import SUFFIXES, Head, head_of

SCHEMA_NAME = ".duibiao.schema.json"
# plans of these kinds lie about for no other reason; a page or a text may be anything
_PLANS = frozenset({".docx", ".doc", ".wps", ".pdf", ".rtf", ".odt", ".ofd"})
_PLANS_TOO = frozenset({".html", ".htm", ".txt"})
_CALLED = ("plan", "方案", "draft", "稿")
_NEVER = frozenset({"node_modules", "__pycache__", "venv", "site-packages", "dist", "build"})
_DEEPEST = 4
_MOST = 20_000  # files looked at: somebody may start in a home folder


class Surroundings(Struct, frozen=True, kw_only=True):
    """What lies in a working directory and below: folders of baselines and of plans, as paths from there with `/`."""

    baselines: tuple[str, ...] = ()
    heads: tuple[Head, ...] = ()
    plans: tuple[tuple[str, int], ...] = ()
    decisions: str | None = None


def look_around(folder: Path) -> Surroundings:
    """What a configuration in `folder` would name. Hidden folders and those of programs are left out."""
    heads: list[Head] = []
    plans: Counter[str] = Counter()
    for file in _files(folder):
        inside = file.parent.relative_to(folder).as_posix()
        if file.suffix.lower() in SUFFIXES and (head := head_of(file)):
            heads.append(head)
        elif _looks_like_a_plan(file, inside):
            plans[inside] += 1
    held = dict.fromkeys(head.file.parent.relative_to(folder).as_posix() for head in heads)
    decisions = "decisions.yaml"
    return Surroundings(
        baselines=tuple(_topmost(held)),
        heads=tuple(heads),
        plans=tuple((place, sum(n for at, n in plans.items() if _is_in(at, place))) for place in _topmost(plans)),
        decisions=decisions if (folder / decisions).is_file() else None,
    )


def _files(folder: Path) -> Iterator[Path]:
    seen = 0
    for root, folders, files in os.walk(folder):
        depth = len(Path(root).relative_to(folder).parts)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _NEVER) if depth < _DEEPEST else []
        for name in sorted(files):
            seen += 1
            if seen > _MOST:
                return
            if not name.startswith((".", "~$")):
                yield Path(root, name)


def _looks_like_a_plan(file: Path, inside: str) -> bool:
    suffix = file.suffix.lower()
    called = any(word in part.lower() for part in inside.split("/") for word in _CALLED)
    return suffix in _PLANS or (suffix in _PLANS_TOO and called)


def _topmost(places: Sequence[str] | dict[str, None] | Counter[str]) -> list[str]:
    """Without folders that lie in another one; the working directory itself speaks only where nothing else does."""
    listed = [place for place in places if place != "."] or list(places)
    return sorted(place for place in listed if not any(other != place and _is_in(place, other) for other in listed))


def _is_in(place: str, other: str) -> bool:
    return place == other or place.startswith(f"{other}/")


def first_config(found: Surroundings, language: str) -> str:
    """The text of a `.duibiao.yaml`, with everything that it could say in comments."""
    say = _ZH if language == "zh" else _EN
    lines = [f"# yaml-language-server: $schema={SCHEMA_NAME}", f"# {say['head']}", "", "schema: 1", ""]
    lines += _baselines(found, say)
    lines += _plans(found, say)
    lines += ["", f"# {say['fail-on']}", "fail-on: error"]
    lines += ["", f"# {say['strict']}", "strict: false"]
    lines += ["", f"# {say['decisions']}"]
    lines.append(f"decisions: {found.decisions}" if found.decisions else "# decisions: decisions.yaml")
    lines += ["", f"# {say['language']}", f"language: {language}"]
    return "\n".join(lines) + "\n"


def _baselines(found: Surroundings, say: dict[str, str]) -> Iterator[str]:
    yield f"# {say['baselines']}"
    if not found.baselines:
        yield "# baselines: [baselines]"
        return
    yield "baselines:"
    for place in found.baselines:
        ids = ", ".join(head.id for head in found.heads if _holds(place, head))
        yield f"  - {_quoted(place)}  # {ids}"


def _holds(place: str, head: Head) -> bool:
    return place == "." or f"/{place}/" in f"/{head.file.as_posix()}"


def _plans(found: Surroundings, say: dict[str, str]) -> Iterator[str]:
    yield ""
    yield from (f"# {line}" for line in say["plans"].split("\n"))
    nearest = max(found.heads, key=lambda head: head.level.rank if head.level else -1, default=None)
    example = nearest.id if nearest else "sc-elderly-2019"
    rest = [f"baseline: {example}", f"level: county  # {say['level']}", say["region"], 'issued: "2023-09-20"']
    if not found.plans:
        yield "# plans:"
        yield '#   - path: "plans/**"'
        yield from (f"#     {line}" for line in rest)
        return
    yield "plans:"
    for place, count in found.plans:
        pattern = "*" if place == "." else f"{place}/**"
        yield f"  - path: {_quoted(pattern)}  # {say['count'].format(n=count)}"
    yield from (f"    # {line}" for line in rest)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_ZH = {
    "head": "对标（duibiao）的配置，放在项目的根目录。路径都从本文件所在的文件夹算起。写好后运行 duibiao check。",
    "baselines": "基线清单所在的文件夹（含下级文件夹），也可以写单个清单文件。",
    "plans": (
        "要检查的方案：文件、文件夹，或通配（* 不跨文件夹，** 跨文件夹，{甲,乙} 任选其一，! 开头为排除）。\n"
        "path 以外都可以不写：不写 baseline 时，按方案的标题、地区、层级、日期选取清单；level 等不写时从方案中识别。\n"
        "同一份方案符合几条时，后面的优先，所以先写一般的，再写个别的。"
    ),
    "count": "{n} 份",
    "level": "national | province | city | county；写明后，不适用于该层级的要求不再检查",
    "region": "region: 四川省雅安市",
    "fail-on": "有这个级别以上的弱化或缺失时，退出码为 1：error | warning | note | never。",
    "strict": "true：需要人工复核的结果、读不了的方案也算不通过。",
    "decisions": "复核意见文件（duibiao decide 会写它）。",
    "language": "提示和报告的语言：zh | en。",
}
_EN = {
    "head": "The configuration of duibiao, for the root of a project. Paths count from here. Then run duibiao check.",
    "baselines": "Folders of baselines, with the folders below them; or single files.",
    "plans": (
        "The plans to check: files, folders or globs (* stays in a folder, ** goes through any number of them,\n"
        "{a,b} is one of both, ! in front takes out). All but path may be left out: without baseline, those are\n"
        "chosen that fit the plan's title, region, level and date; level and the others are then read in the plan.\n"
        "Where several entries name a plan, the later one wins: general ones first."
    ),
    "count": "{n} found",
    "level": "national | province | city | county; once said, what is not meant for it is not checked",
    "region": "region: 四川省雅安市",
    "fail-on": "Exit with 1 where something weakened or omitted is at least: error | warning | note | never.",
    "strict": "true: findings that a person should look at, and plans that cannot be read, fail as well.",
    "decisions": "What reviewers ruled (duibiao decide writes it).",
    "language": "The language of messages and reports: zh | en.",
}
