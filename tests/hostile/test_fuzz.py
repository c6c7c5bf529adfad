"""A short run of `make fuzz`: damaged documents of all formats are read or refused, and their neighbours are right."""

import os
import random

import pytest

from tests.hostile.fuzz.corpus import corpus
from tests.hostile.fuzz.mutate import mutated
from tests.hostile.fuzz.run import fuzz

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="readers are contained where the system can fork")


@pytest.mark.parametrize("first", [0, 10_000])
def test_damaged_documents_harm_nobody(first: int) -> None:
    count = fuzz(iter(range(first, first + 160)))
    assert count.faults == []
    assert count.documents == 160
    assert count.neighbours == 4
    outcomes = {outcome for _, outcome in count.outcomes}
    assert {"read", "damaged"} <= outcomes


def test_a_seed_gives_the_same_document_again() -> None:
    seeds = random.Random(7).sample(range(10_000), 40)
    assert [mutated(seed) for seed in seeds] == [mutated(seed) for seed in seeds]


def test_every_format_is_damaged() -> None:
    assert {mutated(seed)[0] for seed in range(400)} == set(corpus())
