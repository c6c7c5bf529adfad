"""What must hold for any text: nothing is lost when it is taken apart, and what is written can be read again."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from duibiao.drafting.drafted import Draft, Drafted
from duibiao.drafting.groups import groups
from duibiao.drafting.parts import parts
from duibiao.drafting.writing import written
from duibiao.model.baseline import Kind, Source, Target
from duibiao.model.fact import Op, Strength

_WORKS = ("建立", "支持", "鼓励企业", "加强", "探索", "提升水平", "要", "并")
_THINGS = ("到2025年", "养老机构", "护理型床位占比不低于55%", "制度", "2万名", "每个县", "《标准》", "的")
_MARKS = ("、", ",", ";", "。", "(", ")", '"')
pieces = st.sampled_from(_WORKS + _THINGS + _MARKS)
sentences = st.lists(pieces, max_size=25).map("".join)
anything = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40)


@given(sentences)
def test_the_parts_of_a_sentence_are_the_sentence(sentence: str) -> None:
    found = parts(sentence)
    assert "".join(part.text for part in found) == sentence
    assert all(sentence[part.start : part.end] == part.text for part in found)


@given(sentences)
def test_the_groups_of_a_sentence_are_the_sentence(sentence: str) -> None:
    found = groups(sentence)
    assert "".join(group.text for group in found) == sentence
    assert all(group.parts for group in found)


def drafted(**fields: Any) -> Drafted:
    plain = {"text": "建立制度", "title": "制度", "kind": Kind.TASK, "strength": Strength.MUST, "document": "d"}
    return Drafted(**{**plain, "clause": "一", **fields})


def draft(*requirements: Drafted, **fields: Any) -> Draft:
    source = Source(id="d", title="云岭省实施意见")
    return Draft(
        title="云岭省实施意见", level=None, region=None, sources=(source,), requirements=requirements, **fields
    )


@given(anything, anything, anything)
def test_whatever_a_document_holds_is_quoted_as_it_must_be(text: str, title: str, office: str) -> None:
    each = drafted(text=text, title=title, departments=(office,))
    content = yaml.safe_load(written(draft(each), "x"))
    (found,) = content["requirements"]
    assert (found["text"], found["title"], found["departments"]) == (text, title, [office])


@given(st.floats(0.001, 1e12, allow_nan=False), st.sampled_from(["元", "分钟", "%", "张", "平方米", "名"]))
def test_a_number_is_the_same_when_it_is_read_again(value: float, unit: str) -> None:
    from duibiao.language import units  # noqa: PLC0415  only here

    target = Target(indicator="占比", op=Op.GE, value=value, unit=unit)
    text = written(draft(drafted(kind=Kind.TARGET, targets=(target,))), "x")
    (found,) = yaml.safe_load(text)["requirements"][0]["targets"]
    measure = units.lookup(found["unit"])
    assert measure is not None
    assert measure.symbol == unit
    assert abs(found["value"] * measure.scale - value) <= 1e-9 * value
