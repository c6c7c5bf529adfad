"""The YAML of a baseline as nodes that know their path and line.

`yaml.load` would forget lines, let the last of two equal keys win and build whatever a tag asks for. Here the file is
only composed, and values are taken from the nodes one by one, so that every fault can be named where it stands.
"""

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct, field

from duibiao.language.late import late
from duibiao.model.errors import Fault
from duibiao.model.message import Message

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# libyaml composes by recursion in C, where too deep a nesting ends the process. A checklist is five levels deep; at
# this size even one more level on each line stays far from the limit.
_MAX_CHARACTERS = 4_000_000
_MAX_DEPTH = 100
_BRACKET = late(r"[\[{\]}]")
_DASHES = late(r"^[ \t]*(?:[-?:][ \t]+){100}", re.MULTILINE)
# A few lines of aliases can stand for billions of nodes. The largest checklist seen has 6,000.
_MAX_NODES = 300_000

# The commonest slip of a Chinese keyboard.
_WIDE = Message(
    "键后面要用半角冒号加空格（: ），不是全角冒号", "a key needs a half-width colon and a space, not the full-width one"
)


class At(Struct, frozen=True):
    """A node with its place: `path` as in `requirements[12].targets[0].unit`."""

    node: yaml.Node
    path: str

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    @property
    def kind(self) -> str:
        """The plain name of its YAML type: str, int, float, bool, null, timestamp, map, seq, or a tag."""
        return str(self.node.tag).removeprefix("tag:yaml.org,2002:")


class Faults(Struct):
    """Gathers what is wrong, so that an author sees all of it at once."""

    found: list[Fault] = field(default_factory=list)
    nodes: int = 0

    def add(self, at: At, zh: str, en: str) -> None:
        self.found.append(Fault(at.path, at.line, Message(zh, en)))

    def visit(self, at: At) -> bool:
        """Counts a node; False, with one fault, once aliases have blown the file up."""
        self.nodes += 1
        if self.nodes == _MAX_NODES:
            self.add(
                at, "展开引用(*)后内容过大;请把重复的内容直接写出来", "aliases (*) unfold to too much; write them out"
            )
        return self.nodes < _MAX_NODES


def compose(text: str, faults: Faults) -> At | None:
    """The root node, or None with the fault that keeps the text from being YAML."""
    if (reason := _too_much(text)) is not None:
        faults.found.append(Fault("", 1, reason))
        return None
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        faults.found.append(_syntax_fault(text, error))
        return None
    if root is None:
        faults.found.append(Fault("", 1, Message("文件是空的", "the file is empty")))
        return None
    return At(root, "")


def pairs(at: At, faults: Faults) -> Iterator[tuple[str, At]]:
    """The keys and values of a mapping; a key that stands twice is a fault and only its first value counts."""
    if not isinstance(at.node, yaml.MappingNode):
        wrong_type(at, "键值结构(key: value)", "a mapping (key: value)", faults)
        return
    lines: dict[str, int] = {}
    for key_node, value_node in at.node.value:
        key_at = At(key_node, at.path)
        if not isinstance(key_node, yaml.ScalarNode) or key_at.kind == "null":
            faults.add(key_at, "键必须是一个词", "a key must be a word")
            continue
        key = str(key_node.value)
        path = f"{at.path}.{key}" if at.path else key
        if key_at.kind == "merge":
            faults.add(
                At(key_node, path), "不支持合并键 <<;请把内容写出来", "merge keys (<<) are not read; write them out"
            )
        elif key in lines:
            first = lines[key]
            faults.add(
                At(key_node, path), f"键重复(第 {first} 行已有);请删去一个", f"key given twice (also line {first})"
            )
        else:
            lines[key] = key_at.line
            value = At(value_node, path)
            if not faults.visit(value):
                return
            yield key, value


def items(at: At, faults: Faults, *, empty: bool = True) -> Iterator[At]:
    """The items of a sequence."""
    if not isinstance(at.node, yaml.SequenceNode):
        wrong_type(at, "列表([a, b] 或每行一个 - )", "a list ([a, b] or one - on each line)", faults)
        return
    if not at.node.value and not empty:
        faults.add(at, "列表是空的;请填写,或删去这一行", "the list is empty; fill it in or leave the line out")
    for index, node in enumerate(at.node.value):
        item = At(node, f"{at.path}[{index}]")
        if not faults.visit(item):
            return
        yield item


def wrong_type(at: At, zh: str, en: str, faults: Faults) -> None:
    if at.kind == "null":
        faults.add(at, f"没有填写,应为{zh};可不填的项请删去这一行", f"empty, must be {en}; an optional line can go")
    elif _is_wide_colon(shown(at)):
        faults.add(at, f"应为{zh};{_WIDE.zh}", f"must be {en}; {_WIDE.en}")
    else:
        faults.add(at, f"应为{zh},现为{shown(at)}", f"must be {en}, not {shown(at)}")


def shown(at: At) -> str:
    """A short form of what stands there."""
    if isinstance(at.node, yaml.ScalarNode):
        value = str(at.node.value)
        quoted = f"'{value[:30]}…'" if len(value) > 30 else f"'{value}'"
        return quoted if at.kind in ("str", "int", "float", "bool", "timestamp") else f"{at.node.tag} {quoted}"
    return "{…}" if isinstance(at.node, yaml.MappingNode) else "[…]"


def _too_much(text: str) -> Message | None:
    if len(text) > _MAX_CHARACTERS:
        return Message("文件过大，不像一份基线清单；请拆分", "the file is too large for a baseline; split it")
    depth = deepest = 0
    for match in _BRACKET.finditer(text):
        depth = max(0, depth + (1 if match.group() in "[{" else -1))
        deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH or _DASHES.search(text):
        return Message("嵌套过深，请检查括号是否配对", "nested too deeply; check that brackets are paired")
    return None


def _syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        line, column = int(mark.line) + 1, int(mark.column) + 1
        problem = str(getattr(error, "problem", None) or error)
    else:  # a character that YAML forbids: only its offset is known
        at = int(getattr(error, "position", 0))
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        problem = str(getattr(error, "reason", error))
    zh, en = (
        f"第 {line} 行第 {column} 列不是合法的 YAML:{problem}",
        f"line {line}, column {column} is not YAML: {problem}",
    )
    if any(_is_wide_colon(row) for row in text.split("\n")[max(0, line - 2) : line]):
        zh, en = f"{zh};{_WIDE.zh}", f"{en}; {_WIDE.en}"
    return Fault("", line, Message(zh, en))


def _is_wide_colon(row: str) -> bool:
    return re.match(r"^\W*[a-z_]+\s*\uff1a", row) is not None
