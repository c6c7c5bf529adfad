import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.language.units import Unit, is_comparable, lookup, show, symbols


@pytest.mark.parametrize(
    ("symbol", "canonical", "dimension", "scale"),
    [
        ("%", "%", "share", 1),
        ("％", "%", "share", 1),
        ("‰", "%", "share", 0.1),
        ("成", "%", "share", 10),
        ("百分点", "个百分点", "share", 1),
        ("万名", "名", "person", 10_000),
        ("万人次", "人次", "visit", 10_000),
        ("万户", "户", "household", 10_000),
        ("亿元", "元", "money", 1e8),
        ("万亿元", "元", "money", 1e12),
        ("㎡", "平方米", "area", 1),
        ("平方公里", "平方米", "area", 1e6),
        ("千米", "米", "length", 1000),
        ("万千瓦", "千瓦", "power", 10_000),
        ("亿千瓦时", "千瓦时", "energy", 1e8),
        ("MWh", "千瓦时", "energy", 1000),
        ("mwh", "千瓦时", "energy", 1000),
        ("万吨标准煤", "吨标准煤", "coal", 10_000),
        ("EFLOPS", "PFLOPS", "compute", 1000),
        ("TB", "GB", "data", 1000),
        ("个工作日", "分钟", "duration", 2016),
        ("周岁", "岁", "age", 1),
        ("℃", "℃", "temperature", 1),
    ],
)
def test_simple_and_multiplied(symbol: str, canonical: str, dimension: str, scale: float) -> None:
    assert lookup(symbol) == Unit(canonical, dimension, scale)


@pytest.mark.parametrize(
    ("symbol", "canonical", "scale"),
    [
        ("个/千人", "个/千人", 1),
        ("个/千人口", "个/千人", 1),
        ("个/每千人", "个/千人", 1),
        ("名/万人", "名/千人", 0.1),
        ("人/千名老年人", "人/千名老年人", 1),
        ("平方米/人", "平方米/人", 1),
        ("元/人/月", "元/人/月", 1),
        ("元/人·月", "元/人/月", 1),
        ("万元/亩", "元/平方米", 15),
        ("平方米/百户", "平方米/百户", 1),
        ("所/县", "所/县", 1),
        ("次/年", "次/年", 1),
    ],
)
def test_per_forms_are_composed(symbol: str, canonical: str, scale: float) -> None:
    unit = lookup(symbol)
    assert unit is not None
    assert unit.symbol == canonical
    assert unit.scale == pytest.approx(scale)


@pytest.mark.parametrize("symbol", ["", "GWH", "abc", "/", "元/", "/人", "万", "斛", "元//人"])
def test_unknown(symbol: str) -> None:
    assert lookup(symbol) is None


def test_measure_words_compare_with_each_other_but_not_with_people() -> None:
    assert is_comparable("个", "家")
    assert is_comparable("人", "万名")
    assert is_comparable("年", "个月")
    assert not is_comparable("个", "人")
    assert not is_comparable("人", "人次")
    assert not is_comparable("张/千人", "张/千名老年人")
    assert not is_comparable("元/人/月", "元/人/年")
    assert is_comparable("斛", "斛")


def test_a_year_is_twelve_months() -> None:
    year, month = lookup("年"), lookup("个月")
    assert year is not None
    assert month is not None
    assert year.scale == 12 * month.scale


def test_symbols_are_longest_first() -> None:
    lengths = [len(symbol) for symbol in symbols()]
    assert lengths == sorted(lengths, reverse=True)
    assert {"吨标准煤", "吨", "kwh", "%"} <= set(symbols())


@pytest.mark.parametrize(
    ("value", "symbol", "shown"),
    [
        (90, "%", "90%"),
        (20_000, "名", "2万名"),
        (1e10, "元", "100亿元"),
        (12_345, "个", "12345个"),
        (4.5, "个/千人", "4.5个/千人"),
        (518_400, "分钟", "1年"),
        (28_800, "分钟", "20日"),
        (15, "分钟", "15分钟"),
    ],
)
def test_show_as_a_person_writes(value: float, symbol: str, shown: str) -> None:
    assert show(value, symbol) == shown


@given(st.sampled_from(symbols()))
def test_a_canonical_symbol_is_its_own_canonical(symbol: str) -> None:
    unit = lookup(symbol)
    assert unit is not None
    assert lookup(unit.symbol) == Unit(unit.symbol, unit.dimension, 1.0)
