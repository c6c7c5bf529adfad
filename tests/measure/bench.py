"""How long whole runs take, as ratios to starting Python in the same minute.

    .venv/bin/python -m tests.measure.bench

A ratio says more than seconds: it holds on another machine, and on this one while it is busy. Each line is the best of
five; every run is a process of its own, as it is for a person.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import yaml

from tests.training.gold import ROOT

TIMES = 5
CHARACTERS = 10_000
REQUIREMENTS = 208
_DUIBIAO = (sys.executable, "-m", "duibiao")
# the `fast` extra cannot be taken out for a run; hidden, it is looked for and not found
_HIDDEN = (
    sys.executable,
    "-c",
    "import sys; sys.modules['rjieba'] = None; from duibiao.__main__ import main; sys.exit(main())",
)

# Sentences of no plan: every what for every whom, so that length and vocabulary are like those of a real one.
_WHOM = ("县直机关", "乡镇便民服务中心", "中小学校", "基层医疗卫生机构", "规模以上企业", "农民专业合作社", "新建小区",
         "公共图书馆", "客运场站", "沿河村庄")  # fmt: skip
_WHAT = (
    "建立设施设备定期巡检制度，全年巡检不少于{n}次",
    "到{year}年底前完成{n}处老化管线更新改造",
    "推行一次告知、限时办结，办理时限压缩至{n}个工作日以内",
    "鼓励开放闲置场地，新增共享停车泊位{n}个",
    "组织从业人员开展安全技能培训，培训合格率达到{n}%以上",
    "完善投诉举报受理机制，{n}日内答复率不低于95%",
    "支持建设屋顶光伏，新增装机容量{n}千瓦",
    "探索建立信用分级管理办法，分级覆盖率达到{n}%左右",
    "每{n}户配备1名网格员，每月走访特殊困难群众",
    "编制应急预案并每年至少演练{n}次",
    "推广节水器具，单位用水量下降{n}%",
    "健全档案管理，做到一户一档、动态更新",
    "到{year}年，数字化管理平台接入率达到{n}%",
    "实施无障碍环境改造，改造坡道、扶手、盲道等{n}处",
    "引导社会力量参与志愿服务，注册志愿者达到{n}万人",
    "{year}年6月底前公布收费目录清单，清单之外一律不得收费",
    "开展餐饮油烟、施工噪声、扬尘污染专项整治，{year}年底前完成整改",
    "选派科技特派员{n}名，推广优良品种和绿色防控技术",
    "设立法律援助工作站，为农民工、妇女、残疾人提供免费咨询",
    "培育特色文化品牌{n}个以上，举办群众性文体活动{n}场",
    "落实最低工资标准和带薪休假规定，劳动合同签订率达到{n}%",
)
_DEPARTMENTS = ("县发展改革局", "县财政局", "县住房城乡建设局", "县应急管理局")


def sentences(shift: int = 0) -> Iterator[str]:
    number = shift
    for whom in _WHOM:
        for what in _WHAT:
            number += 7
            yield whom + what.format(n=10 + number % 80, year=2024 + number % 4)


def plan() -> str:
    lines = ["关于印发试验县公共服务提升实施方案的通知", ""]
    size = 0
    numerals = "一二三四五六七八九十"
    for at, sentence in enumerate(cycle(sentences())):
        if size >= CHARACTERS:
            break
        if at % 20 == 0:
            lines.append(f"{numerals[at // 20 % 10]}、重点任务")
        lines.append(f"{at % 20 + 1}. {sentence}。（责任单位：{_DEPARTMENTS[at % 4]}）")
        size += len(lines[-1])
    return "\n".join(lines) + "\n"


def baseline() -> str:
    requirements = [
        {"id": f"T-{n:03}", "text": text, "verified": True}
        for n, text in enumerate(islice(sentences(shift=3), REQUIREMENTS), 1)
    ]
    head = {"id": "bench", "title": "测速清单", "topic": "公共服务", "level": "province", "region": "云岭省"}
    return yaml.safe_dump({"schema": 1, "baseline": head, "requirements": requirements}, allow_unicode=True)


def seconds(command: Sequence[str | Path]) -> float:
    best = float("inf")
    for _ in range(TIMES):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        long_plan, long_baseline = Path(folder, "plan.txt"), Path(folder, "baseline.yaml")
        long_plan.write_text(plan(), "utf-8")
        long_baseline.write_text(baseline(), "utf-8")
        size = f"{len(plan())} characters, {REQUIREMENTS} requirements"
        sample = ("check", "plans/lanxi.docx", "-b", "baselines/yl-elderly-2023.yaml", "--fail-on", "never")
        large = ("check", long_plan, "-b", long_baseline, "--fail-on", "never")
        runs: dict[str, tuple[str | Path, ...]] = {
            "python -c pass": (sys.executable, "-c", "pass"),
            "duibiao --help": (*_DUIBIAO, "--help"),
            "the sample plan, jieba": (*_HIDDEN, *sample),
            "the sample plan, rjieba": (*_DUIBIAO, *sample),
            f"{size}, jieba": (*_HIDDEN, *large),
            f"{size}, rjieba": (*_DUIBIAO, *large),
        }
        unit = 0.0
        for name, command in runs.items():
            took = seconds(command)
            unit = unit or took
            print(f"{name:48}{took / unit:8.1f} x{took:10.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
