from hypothesis import given
from hypothesis import strategies as st

from duibiao.documents.markdown import read_markdown
from tests.documents.shared import lawful, texts

PLAN = """---
title: "示例县方案"
---
# 示例县养老方案

## 一、**总体**目标 ##

到2025年，建成[养老机构](http://a.b/c)**10所**以上，`覆盖率`不低于90%[^1]。

- [x] 第一项\\(甲\\)。
> 引用一句。

```yaml
key: value
```

| 指标 | 2025年 | 单位 |
|:--|---|--:|
| **床位** | 100 |  |
| 覆盖率 \\| 占比 | 90 | % |

附则
----
本方案由县民政局负责解释。<br>
"""


def test_marks_stay_out_of_the_sentences() -> None:
    extract = read_markdown(PLAN.encode())
    lawful(extract)
    assert extract.text == PLAN
    assert texts(extract) == [
        "示例县养老方案",
        "一、总体目标",
        "到2025年,建成养老机构10所以上,覆盖率不低于90%。",
        "第一项(甲)。",
        "引用一句。",
        "指标|2025年|单位",
        "床位|100|",
        "覆盖率|占比|90|%",
        "附则",
        "本方案由县民政局负责解释。",
    ]


def test_headings_and_title_are_declared() -> None:
    extract = read_markdown(PLAN.encode())
    assert [block.heading for block in extract.blocks if block.heading] == [1, 2, 2]
    assert extract.title == "示例县方案"


def test_numbers_of_a_list_stay() -> None:
    assert texts(read_markdown("1. 建成10所。\n2. 建成20所。".encode())) == ["1.建成10所。", "2.建成20所。"]


def test_a_product_is_no_emphasis_to_be_read() -> None:
    assert texts(read_markdown("编号a_b_c不变。".encode())) == ["编号a_b_c不变。"]


def test_a_file_that_begins_with_a_rule_has_no_front_matter() -> None:
    assert texts(read_markdown("---\n建成10所。\n---\n完成。".encode())) == ["建成10所。", "完成。"]


def test_an_open_fence_hides_the_rest_only() -> None:
    assert texts(read_markdown("建成10所。\n```\n代码".encode())) == ["建成10所。"]


@given(st.text(alphabet="#*_`[]()|-> 一、建成。\n\\!<>~=123"))
def test_blocks_never_leave_the_text(text: str) -> None:
    lawful(read_markdown(text.encode()))
