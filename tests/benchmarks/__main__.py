"""How fast it is, as ratios in one run.

    .venv/bin/python -m tests.benchmarks [MOST]

MOST is the largest batch, 1,000 plans unless said; 10,000 take a while. Seconds are printed beside the ratios, and
mean nothing on another machine or beside other work.
"""

import sys
import tempfile
from pathlib import Path

from tests.batch import counties
from tests.benchmarks.batches import Ran, run
from tests.benchmarks.overhead import overhead
from tests.benchmarks.stages import check_once, peers, seconds, stages
from tests.measure import bench

SIZES = (10, 100, 1_000, 10_000)
PAIR = 200  # plans for two processes against one


def main() -> int:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan, baseline = folder / "plan.txt", folder / "baseline.yaml"
        plan.write_text(bench.plan(), "utf-8")
        baseline.write_text(bench.baseline(), "utf-8")
        one_plan(plan, baseline)
        batches(folder, baseline, most)
    return 0


def one_plan(plan: Path, baseline: Path) -> None:
    print(f"\na plan of {bench.CHARACTERS:,} characters against {bench.REQUIREMENTS} requirements")
    parts = stages(plan, baseline)
    whole = parts["whole"]
    for name, took in parts.items():
        print(f"  {name:34}{took * 1e3:10.1f} ms{took / whole:8.0%}")
    print("  against the whole of it, what others take to find a sentence for each requirement")
    for name, took in peers(plan, baseline).items():
        print(f"  {name:34}{took * 1e3:10.1f} ms{took / whole:8.1f} x")
    inside = seconds(check_once(plan, baseline))
    print(f"  {'a worker of a batch, page included':34}{inside * 1e3:10.1f} ms{inside / whole:8.0%}")


def batches(folder: Path, baseline: Path, most: int) -> None:
    sources = (bench.plan(),)
    print("\nbatches of one process: each plan against the smallest batch, and peak memory likewise")
    sizes = [size for size in SIZES if size <= most]
    first: Ran | None = None
    for size in sizes:
        plans = folder / f"plans{size}"
        counties.write(plans, size, sources)
        ran = run(plans, baseline, folder / f"out{size}", 1)
        first = first or ran
        again = run(plans, baseline, folder / f"out{size}", 1)
        print(
            f"  {size:6,} plans {ran.seconds * 1e3:9.1f} ms each {ran.seconds / first.seconds:6.2f} x"
            f"{ran.cpu * 1e3:9.1f} ms of processor{ran.megabytes:7.0f} MB {ran.megabytes / first.megabytes:5.2f} x"
            f"   a second run {again.seconds * 1e3:6.1f} ms each"
        )
    plans = folder / "pair"
    counties.write(plans, min(PAIR, most), sources)
    first_run, second_run = overhead(folder / "plan.txt", baseline, plans, folder / "canned")
    print("\nbesides the engine, of one processor")
    print(f"  {first_run * 1e3:9.1f} ms each   a second run {second_run * 1e3:6.1f} ms each")
    print("\ntwo processes against one")
    one, two = (run(plans, baseline, folder / f"pair{jobs}", jobs) for jobs in (1, 2))
    print(f"  {one.seconds / two.seconds:.2f} x as fast")


if __name__ == "__main__":
    sys.exit(main())
