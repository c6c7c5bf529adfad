"""make fuzz: COUNT damaged documents of all formats, for MINUTES at most. SEED begins elsewhere, or repeats one."""

import argparse
import itertools
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import reduce

from tests.hostile.fuzz.run import Count, fuzz


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    jobs = max(1, min(asked.jobs, asked.count))
    with ProcessPoolExecutor(jobs) as pool:
        parts = [
            pool.submit(share, asked.seed + job, asked.seed + asked.count, jobs, asked.minutes * 60)
            for job in range(jobs)
        ]
        count = reduce(added, (part.result() for part in parts))
    tell(count)
    return 1 if count.faults else 0


def share(first: int, last: int, step: int, seconds: float) -> Count:
    return fuzz(iter(range(first, last, step)), time.monotonic() + seconds)


def added(one: Count, other: Count) -> Count:
    return Count(
        documents=one.documents + other.documents,
        neighbours=one.neighbours + other.neighbours,
        outcomes=one.outcomes + other.outcomes,
        faults=one.faults + other.faults,
        slowest=max(one.slowest, other.slowest),
    )


def tell(count: Count) -> None:
    for fault in count.faults:
        print(fault)
    for suffix, outcomes in itertools.groupby(sorted(count.outcomes.items()), key=lambda item: item[0][0]):
        told = [f"{outcome} {n}" for (_, outcome), n in outcomes]
        print(f"{suffix:5} {', '.join(told)}")
    print(
        f"{count.documents} damaged documents, {len(count.faults)} faults, slowest {count.slowest:.1f} s; "
        f"{count.neighbours} sound ones between them, all read alike"
        if not count.faults
        else f"{count.documents} damaged documents, {len(count.faults)} faults"
    )


if __name__ == "__main__":
    sys.exit(main())
