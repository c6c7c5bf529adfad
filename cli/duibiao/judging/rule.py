"""What a rule is: a code, a page, and a function from a match to reasons."""

import re
from collections.abc import Callable, Iterator
from types import ModuleType

from msgspec import Struct

from duibiao.model.match import Match
from duibiao.model.message import Message
from duibiao.model.report import Reason, RulePage

_HEADS = {
    "What it finds": "finds", "Why it matters": "matters", "Known limits": "limits",
    "发现什么": "finds", "为何重要": "matters", "已知局限": "limits",
}  # fmt: skip
_SECTION = rf"(?m)^({'|'.join(_HEADS)})[:：]\s*"


Check = Callable[[Match], Iterator[Reason]]


class Rule(Struct, frozen=True, kw_only=True):
    """`worse` and `stricter` say what a reason of this rule does to the verdict; neither means it is only told."""

    rule: str
    code: str
    check: Check
    module: ModuleType
    worse: bool = False
    stricter: bool = False

    @property
    def page(self) -> RulePage:
        """The rule's page, read from the docstring when somebody asks for it."""
        return page_of(self.module)


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module holds: RULE, CODE, an optional EFFECT, `check`, and its page as the docstring."""
    effect = getattr(module, "EFFECT", "")
    return Rule(
        rule=module.RULE,
        code=module.CODE,
        check=module.check,
        worse=effect == "worse",
        stricter=effect == "stricter",
        module=module,
    )


def page_of(module: ModuleType) -> RulePage:
    """Raises ValueError where the docstring lacks a section of the page in one of the languages."""
    import inspect  # noqa: PLC0415  a check of a plan prints no page

    title, *rest = re.split(_SECTION, inspect.cleandoc(module.__doc__ or ""))
    sections = dict(zip(rest[::2], ("".join(_lines(text)) for text in rest[1::2]), strict=True))
    if set(sections) != set(_HEADS):
        raise ValueError(f"{module.__name__}: the docstring is no page, it lacks {sorted(set(_HEADS) - set(sections))}")
    en, _, zh = title.strip().partition("\n")
    by_field = {field: [text for head, text in sections.items() if _HEADS[head] == field] for field in _HEADS.values()}
    messages = {field: Message(zh=zh_text, en=en_text) for field, (en_text, zh_text) in by_field.items()}
    return RulePage(rule=module.RULE, code=module.CODE, title=Message(zh=zh.strip(), en=en.strip()), **messages)


def _lines(text: str) -> list[str]:
    """Lines of a section joined as their script joins them: a space between words, nothing between characters."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [line + (" " if line.isascii() and i < len(lines) - 1 else "") for i, line in enumerate(lines)]
