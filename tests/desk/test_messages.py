"""Every message of the tool, wherever it stands in the code: in both languages, and as a colleague would say it.

`tests/reports/test_words.py` looks at the tables key by key; this walks the code for what is written in place as well.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from duibiao import judging, observing
from duibiao.baselines.linting.remark import CODES
from duibiao.commands import messages
from duibiao.documents import refuse
from duibiao.model.errors import BaselineError, ConfigError, DecisionsError, UnreadableError
from duibiao.model.message import Message
from duibiao.reports import words

PACKAGE = Path(words.__file__).parent.parent
CHINESE = re.compile("[一-鿿]")
FIELD = "{}"
# Chinese that stands in files and tables, and is quoted in English messages as it stands there.
QUOTED = re.compile("四川省(雅安市)?|待核|冲突|被取代|目标值|责任单位|工作任务|[；、：，。（）“”]")
# words of a machine
COLD = re.compile("非法|异常|堆栈|句柄|空指针|无效的?参数|参数错误|操作失败|未知错误|请联系管理员|崩溃")
COLD_ENGLISH = re.compile(r"\b(illegal|invalid argument|exception|abort|fatal|null|stack|oops)\b", re.IGNORECASE)
# what raises an error for the user, and how many texts it takes
ADVISED = {"UsageError": 2, "OutputError": 2, "UnreadableError": 3}


def text_of(node: ast.expr) -> str | None:
    """What is written there, with `{}` for values; None where it is not written there at all."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(text_of(value) or FIELD for value in values)
        case ast.BinOp(left=left, right=right):
            one, two = text_of(left), text_of(right)
            return None if one is None and two is None else (one or FIELD) + (two or FIELD)
        case ast.IfExp(body=body, orelse=other):
            return text_of(body) or text_of(other)
        case _:
            return None


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Every call in the package: where, by what name, itself."""
    return tuple(
        (f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}", _name(node.func), node)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    )


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def written() -> Iterator[tuple[str, str, str]]:
    for place, name, call in calls():
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        if name == "Message" and len(values) == 2:
            zh, en = map(text_of, values)
            if zh is not None and en is not None and (zh or en):  # neither: nothing more to say
                yield place, zh, en


WRITTEN = list(written())


def test_the_walk_finds_them() -> None:
    assert len(WRITTEN) > 700


@pytest.mark.parametrize(("place", "zh", "en"), WRITTEN, ids=[place for place, _, _ in WRITTEN])
def test_a_message_is_there_in_both_languages_and_reads_like_a_colleague(place: str, zh: str, en: str) -> None:
    assert zh.strip(), place
    assert en.strip(), place
    assert not CHINESE.search(QUOTED.sub("", en)), "Chinese in an English message"
    assert CHINESE.search(zh) or not re.search("[a-z]{3} [a-z]{2}", re.sub(r"\{.*?\}", "", zh)), "English in Chinese"
    assert ("{" in zh) <= ("{" in en), "what the Chinese names, the English leaves out"
    assert not re.search("[一-鿿][,:;?!]", zh), "half-width marks in Chinese"
    assert not COLD.search(zh)
    assert not COLD_ENGLISH.search(en)


def test_every_error_says_what_to_do() -> None:
    bare = [
        f"{place} {ast.unparse(call)[:80]}"
        for place, name, call in calls()
        if name in ADVISED
        and len(call.args) + len(call.keywords) < ADVISED[name]
        and not any(isinstance(value, ast.Starred) for value in call.args)
    ]
    assert bare == []


@pytest.mark.parametrize("kind", [BaselineError, ConfigError, DecisionsError])
def test_a_faulty_file_says_what_to_do(kind: type[BaselineError | ConfigError | DecisionsError]) -> None:
    assert kind("x.yaml", ()).advice


def test_every_refusal_of_a_document_says_what_to_do() -> None:
    made: list[UnreadableError] = [
        refuse.empty(),
        refuse.damaged(),
        refuse.encrypted(),
        refuse.ofd(),
        refuse.scan(),
        refuse.in_use(),
    ]
    made += [refuse.picture("PNG"), refuse.archive("zip"), refuse.other(""), refuse.no_permission(), refuse.no_clause()]
    made += [refuse.no_unicode_map(), *(refuse.beyond(name, 9, 3) for name in refuse._LIMITS)]
    assert all(error.advice and error.code for error in made)


def test_nothing_is_said_past_the_messages() -> None:
    """No words in one language only go straight to a person."""
    raw = [
        f"{place} {ast.unparse(call)[:80]}"
        for place, name, call in calls()
        if name in ("print", "echo", "secho", "put", "write", "note", "BadParameter")
        and not place.startswith(("reports/html/", "contain/"))
        and any(re.search("[A-Za-z]{3,} [a-z]{2,}|[一-鿿]{2}", text_of(value) or "") for value in call.args)
    ]
    assert raw == []


TABLES: Mapping[str, Mapping[str, Message]] = {
    "commands": messages.WORDS,
    "help": messages.HELP,
    "reports": words.WORDS,
    "lint": CODES,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_speaks_both_languages(table: str) -> None:
    for key, message in TABLES[table].items():
        assert message.zh.strip(), key
        assert message.en.strip(), key
        assert set(re.findall(r"\{(\w+)\}", message.zh)) == set(re.findall(r"\{(\w+)\}", message.en)), key


def test_every_rule_has_a_page_in_both_languages() -> None:
    for page in (*judging.pages(), *observing.pages()):
        for section in (page.title, page.finds, page.matters, page.limits):
            assert CHINESE.search(section.zh), page.rule
            assert section.en.strip(), page.rule
