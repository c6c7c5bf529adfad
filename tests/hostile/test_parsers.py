"""Laws of the parsers of text, held against text that nobody would write."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.baselines import load
from duibiao.documents.read import extract
from duibiao.facts import read_facts
from duibiao.language import numerals
from duibiao.language.normalise import normalise
from duibiao.model.errors import BaselineError, Fault, UnreadableError
from tests.documents.shared import lawful

# characters that mean something to one parser or another, and some that mean nothing to any
SIGNS = (
    "一二三十百千万亿零〇两点%‰.,、，。；：()（）〔〕《》“”年月日底前至到-~—0123456789个所张名元第条号"
    "|\t\n #*_`>[]!<&/=\\'\"{}:?甲\u202e\u3000é🧓"
)
odd = st.text(alphabet=SIGNS, max_size=120) | st.text(max_size=60)
PIECES = (
    "schema: 1\n", "baseline:", " {id: a}", "\n", "requirements:", "  - ", "id: A-1", "text: 建成30个", "&a ", "*a",
    "<<: ", "[", "]", "{", "}", "!!python/object/apply:os.system ", "? ", ": ", "|\n", ">-\n", "'", '"', "\t",
    "- - - ", "0x1F",
    "null", "2025-13-45", "~", "%YAML 1.1\n---\n", "...\n", "\u2028", "🧓", "targets: ",
    "{indicator: x, op: '>=', value: .inf, unit: '%'}",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(odd)
def test_places_of_facts_lie_in_the_text(text: str) -> None:
    plain = normalise(text)
    facts = read_facts(plain.text)
    places = [(q.start, q.end) for q in facts.quantities]
    places += [(d.start, d.end) for d in facts.dates]
    places += [(v.start, v.end) for v in facts.verbs]
    for start, end in places:
        assert 0 <= start <= end <= len(plain.text)
    for date in facts.dates:
        assert date.month is None or 1 <= date.month <= 12
        assert date.day is None or 1 <= date.day <= 31
    for quantity in facts.quantities:
        assert quantity.value == quantity.value, "not a number"


@settings(max_examples=300, deadline=None)
@given(odd)
def test_a_numeral_is_a_number_or_none(text: str) -> None:
    value = numerals.parse(text)
    assert value is None or value >= 0


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**15))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert numerals.parse(str(number)) == number
    assert numerals.parse(f"{number:,}") == number


@settings(max_examples=150, deadline=None)
@given(odd, st.sampled_from(("txt", "md", "html")), st.sampled_from(("utf-8", "gb18030", "utf-16")))
def test_any_text_is_read_lawfully_or_refused(text: str, suffix: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x.{suffix}")
        path.write_bytes(text.encode(encoding, "replace"))
        refusal = None
        try:
            lawful(extract(path))
        except UnreadableError as error:
            refusal = error
    assert refusal is None or refusal.advice is not None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_yaml_is_a_baseline_or_has_faults(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "b.yaml")
        path.write_text(text, "utf-8")
        faults: tuple[Fault, ...] | None = None
        try:
            assert load(path).id
        except BaselineError as error:
            faults = error.faults
    assert faults is None or faults
    assert all(1 <= fault.line <= len(text.splitlines()) + 2 for fault in faults or ())
