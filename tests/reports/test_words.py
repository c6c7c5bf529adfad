"""Every word in both languages."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from duibiao.commands import batch_words, messages
from duibiao.commands.help import EXIT_CODES, SHARED
from duibiao.model.decision import State
from duibiao.model.document import Level
from duibiao.model.message import Message
from duibiao.model.report import Severity, Verdict
from duibiao.reports import words

PACKAGE = Path(words.__file__).parent.parent
TABLES: dict[str, Mapping[str, Message]] = {
    "reports": words.WORDS,
    "commands": messages.WORDS,
    "help": messages.HELP,
}
ENTRIES = [(table, key) for table, entries in TABLES.items() for key in entries]
SHEETS = ("summary", "findings", "matrix", "observations", "rules")
ACTIONS = ("confirm", "overrule", "waive")
CHINESE = re.compile("[一-鿿]")
# examples, and what stands in files in Chinese
QUOTED = re.compile("四川省(雅安市)?|待核|冲突|被取代")


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}


@pytest.mark.parametrize(("table", "key"), ENTRIES)
def test_both_languages_say_the_same(table: str, key: str) -> None:
    message = TABLES[table][key]
    assert message.zh.strip()
    assert message.en.strip()
    assert fields(message.zh) == fields(message.en)


@pytest.mark.parametrize(("table", "key"), ENTRIES)
def test_english_is_english_but_for_examples(table: str, key: str) -> None:
    english = TABLES[table][key].en
    assert not CHINESE.search(QUOTED.sub("", english))


@pytest.mark.parametrize(("table", "key"), ENTRIES)
def test_chinese_is_set_with_full_width_marks(table: str, key: str) -> None:
    assert not re.search("[一-鿿][,:;?!]", TABLES[table][key].zh)


def test_every_value_of_the_model_has_a_word() -> None:
    assert {*Verdict, *Severity, *Level} <= set(words.WORDS)


def said(folder: str) -> Iterator[str]:
    """The keys that the code of a folder asks for."""
    for path in (PACKAGE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("say", "_count", "filled"):
                yield str(node.args[0].value)


def test_every_word_asked_for_is_in_the_table() -> None:
    assert set(said("reports")) <= set(words.WORDS)
    assert set(said("commands")) <= set(messages.WORDS) | set(batch_words._WORDS)


def test_no_word_is_left_over() -> None:
    written = "".join(
        path.read_text("utf-8") for folder in ("reports", "commands") for path in (PACKAGE / folder).rglob("*.py")
    )
    spoken = {*Verdict, *Severity, *Level, *(key for _, key in SHARED), *(f"exit-{code}" for code in EXIT_CODES)}
    spoken |= {*State}
    spoken |= {f"means-{verdict}" for verdict in Verdict} | {f"sheet-{name}" for name in SHEETS} | {*ACTIONS}
    unused = {
        key for key in {**words.WORDS, **messages.WORDS} if len(re.findall(f"""["']{key}["']""", written)) < 2
    } - spoken
    heads = tuple(re.findall(r"""f["']([\w.-]+[.-])\{""", written))
    tails = tuple(re.findall(r"""f["']\{[^{}]+\}(-[\w-]+)["']""", written))
    assert {key for key in unused if not key.startswith(heads) and not key.endswith(tails)} == set()
