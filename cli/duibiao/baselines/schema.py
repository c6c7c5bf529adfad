"""The JSON Schema of a baseline file, for editors; the loader takes its lists of keys from here.

What a schema cannot say (ids given once, references that lead somewhere, the calendar, the table of units) only the
loader finds.
"""

from functools import cache
from typing import Any

from duibiao.model.baseline import Kind
from duibiao.model.document import Level
from duibiao.model.fact import Op, Strength

VERSION = 1
KINDS = tuple(kind.value for kind in Kind)
STRENGTHS = tuple(strength.word for strength in reversed(Strength))
OPS = tuple(op.value for op in Op)
LEVELS = tuple(level.value for level in Level)
# Nothing stands above the nation, so no checklist addresses it.
ADDRESSEES = tuple(level.value for level in Level if level is not Level.NATIONAL)

_TEXT = {"type": "string", "pattern": r"\S"}
_TEXTS = {"type": "array", "items": _TEXT}
_ID = {"type": "string", "pattern": r"^\s*[^\s,;\"'{}\[\]]+\s*$"}
_UNIT = {"type": "string", "pattern": r"\S", "description": "计量单位,如 %、个、万元、平方米、个/千人"}
_DATE = {
    # An unquoted 2025 is a number to YAML, and an unquoted day a date; both mean what they say.
    "anyOf": [
        {"type": "string", "pattern": r"^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"},
        {"type": "integer", "minimum": 1900, "maximum": 2199},
    ]
}


@cache
def json_schema() -> dict[str, Any]:
    """The schema, draft 2020-12. Callers must not change it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:duibiao:baseline:1",
        "title": "对标基线清单 (duibiao baseline)",
        **_object(
            {
                "schema": {"const": VERSION, "description": "格式版本"},
                "baseline": {"$ref": "#/$defs/baseline"},
                "requirements": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/requirement"}},
                "examples": {
                    "type": "object",
                    "additionalProperties": {"$ref": "#/$defs/examples"},
                    "description": "按要求编号写的检验语句,可用于上位清单的要求",
                },
            },
            required=["baseline", "requirements"],
        ),
        "$defs": {
            "baseline": _baseline(),
            "source": _source(),
            "requirement": _requirement(),
            "target": _target(),
            "examples": _examples(),
            "sentence": _object({"text": _TEXT, "reason": _TEXT}, required=["text"]),
        },
    }


def keys(definition: str | None = None) -> tuple[str, ...]:
    """The keys allowed at a place: of the file itself, or of one of its definitions."""
    place = json_schema() if definition is None else json_schema()["$defs"][definition]
    return tuple(place["properties"])


def required(definition: str | None = None) -> tuple[str, ...]:
    place = json_schema() if definition is None else json_schema()["$defs"][definition]
    return tuple(place["required"])


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _baseline() -> dict[str, Any]:
    return _object(
        {
            "id": {**_ID, "description": "清单编号,固定不变"},
            "title": {**_TEXT, "description": "清单名称"},
            "topic": {**_TEXT, "description": "主题,如 养老服务"},
            "level": {"enum": list(LEVELS), "description": "发布层级"},
            "region": {**_TEXT, "description": "发布地区"},
            "extends": {"type": "array", "items": _ID, "description": "上位清单的编号"},
            "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}, "description": "来源文件"},
        },
        required=["id"],
    )


def _source() -> dict[str, Any]:
    return _object(
        {
            "id": {**_ID, "description": "本清单内的简称"},
            "title": {**_TEXT, "description": "文件标题"},
            "number": {**_TEXT, "description": "文号"},
            "issued": {**_DATE, "description": "印发日期"},
            "supersedes": {**_TEXTS, "description": "被它取代的文件的文号或标题"},
        },
        required=["id", "title"],
    )


def _requirement() -> dict[str, Any]:
    clause = {"anyOf": [_TEXT, {"type": "number"}]}
    return {
        **_object(
            {
                "id": {**_ID, "description": "要求编号,固定不变,不重复使用"},
                "title": {**_TEXT, "description": "简称;不写则取自 text"},
                "source": _object({"document": {**_ID}, "clause": clause}, required=[]),
                "kind": {"enum": list(KINDS), "description": "task 任务,target 指标;不写则由 text 判断"},
                "text": {**_TEXT, "description": "上级文件原文,一条只写一项要求"},
                "strength": {"enum": list(STRENGTHS), "description": "约束力;不写则由 text 判断"},
                "targets": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
                "deadline": {**_DATE, "description": "完成时限;不写则由 text 判断"},
                "departments": {**_TEXTS, "description": "责任部门"},
                "verified": {"type": "boolean", "description": "是否已与原文核对"},
                "applies_to": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"enum": list(ADDRESSEES)},
                    "description": "适用层级;不写为所有下级",
                },
                "refines": {**_ID, "description": "细化的上位要求编号"},
                "keywords": {**_TEXTS, "description": "帮助匹配的词"},
                "superseded_by": {**_ID, "description": "取代它的要求编号;保留备查,不再检查"},
                "examples": {"$ref": "#/$defs/examples"},
            },
            required=["id", "text"],
        ),
        "if": {"properties": {"kind": {"const": Kind.TASK.value}}, "required": ["kind"]},
        "then": {"properties": {"targets": False}},
    }


def _examples() -> dict[str, Any]:
    sentences = {"type": "array", "items": {"anyOf": [_TEXT, {"$ref": "#/$defs/sentence"}]}}
    return {
        **_object(
            {
                "covers": {**sentences, "description": "算落实的语句"},
                "weakens": {**sentences, "description": "算弱化的语句;可写成 {text: …, reason: deadline-later}"},
                "omits": {**sentences, "description": "不算写到的语句"},
            },
            required=[],
        ),
        "description": "检验语句:duibiao baseline verify 逐句试验",
    }


def _target() -> dict[str, Any]:
    return {
        **_object(
            {
                "indicator": {**_TEXT, "description": "指标名称;不写则用要求的简称"},
                "op": {"enum": list(OPS)},
                "value": {"type": "number"},
                "unit": _UNIT,
                "aggregate": {"type": "boolean", "description": "发布层级自身的总数"},
                "by_region": {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {"type": "number", "minimum": 0},
                },
            },
            required=["op", "value", "unit"],
        ),
        "if": {"required": ["by_region"]},
        "then": {"properties": {"aggregate": {"const": True}}, "required": ["aggregate"]},
    }
