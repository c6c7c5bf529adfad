"""Plans of made-up counties: the shipped ones under other names, with numbers changed and items left out.

    .venv/bin/python -m tests.batch.counties FOLDER [COUNT]

The same count and seed give the same plans.
"""

import random
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from duibiao.documents import extract
from tests.training.gold import ROOT

SHIPPED = ("lanxi.docx", "hefeng.html", "qingping.pdf")
_PROVINCES = ("云岭省", "青山省", "海陵省", "北原省", "沧江省", "南屏省", "西塬省", "东浦省")
_FIRST = "安长东丰高广和金兰林龙明宁平清荣瑞松泰文"
_SECOND = "川岗河湖江陵泉山水滩溪原源台"
_CITIES = 16  # of a province
_NUMBER = re.compile(r"(?<![\d〔.])(\d{2,4})(?=[张个名家户%])")
_SOFTER = (("建立", "探索建立"), ("全面", "逐步"), ("所有", "有条件的"), ("确保", "力争"))


def texts() -> tuple[str, ...]:
    return tuple(extract(ROOT / "plans" / name).text for name in SHIPPED)


def places(count: int) -> Iterator[tuple[str, str, str]]:
    """Province, city and county, each county once."""
    names = [a + b for a, b in product(_FIRST, _SECOND)]
    for number in range(count):
        province = _PROVINCES[number % len(_PROVINCES)]
        within = number // len(_PROVINCES)
        city = within % _CITIES
        yield province, names[city] + "市", names[(within + 17) % len(names)] + "县"


def plan(number: int, place: tuple[str, str, str], sources: Sequence[str], seed: int = 7) -> str:
    """The plan of one county: `number` decides which source it is made of, and how well it was done."""
    chance = random.Random(f"{seed}/{number}")
    source = sources[number % len(sources)]
    source = re.sub(r"云岭省|云岭", place[0][:2], re.sub("(澜溪|和丰|清屏|青屏)(?=[县市区])", place[2][:-1], source))
    dropped, softened = chance.uniform(0, 0.4), chance.uniform(0, 0.4)
    lines = [line for at, line in enumerate(source.split("\n")) if at < 8 or chance.random() > dropped]
    return "\n".join(_altered(line, chance, softened) for line in lines)


def _altered(line: str, chance: random.Random, softened: float) -> str:
    if chance.random() < softened:
        before, after = chance.choice(_SOFTER)
        line = line.replace(before, after)
    return _NUMBER.sub(lambda found: str(max(1, round(int(found[1]) * chance.choice((0.8, 0.9, 1, 1, 1, 1.1))))), line)


def write(folder: Path, count: int, sources: Sequence[str] | None = None) -> list[Path]:
    """One file for each county, in folders of province and city."""
    used = sources or texts()
    paths = []
    for number, place in enumerate(places(count)):
        path = folder.joinpath(*place[:2], f"{place[2]}实施方案.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plan(number, place, used), "utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
