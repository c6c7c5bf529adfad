"""The JSON Schema of `.duibiao.yaml`, for editors; the reader takes its lists of keys from here."""

from functools import cache
from typing import Any

from duibiao.config.settings import FAIL_ON, LANGUAGES
from duibiao.model.document import Level

VERSION = 1
LEVELS = tuple(level.value for level in Level)

_TEXT = {"type": "string", "pattern": r"\S"}
_DATE = {"type": "string", "pattern": r"^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"}


@cache
def json_schema() -> dict[str, Any]:
    """The schema, draft 2020-12. Callers must not change it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:duibiao:config:1",
        "title": "对标配置 (.duibiao.yaml)",
        **_object(
            {
                "schema": {"const": VERSION, "description": "格式版本"},
                "baselines": {
                    **_one_or_more(_TEXT),
                    "description": "基线清单所在的文件夹（或单个清单文件），路径从本文件算起",
                },
                "plans": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"anyOf": [_TEXT, {"$ref": "#/$defs/plan"}]},
                    "description": "要检查的方案；同一方案被多条匹配时，后面的优先",
                },
                "fail-on": {"enum": list(FAIL_ON), "description": "有这个级别以上的问题时退出码为 1；不写为 error"},
                "strict": {"type": "boolean", "description": "需要人工复核的结果和读不了的方案也算不通过"},
                "decisions": {**_TEXT, "description": "复核意见文件，路径从本文件算起"},
                "language": {"enum": list(LANGUAGES), "description": "提示和报告的语言；不写为 zh"},
            },
            required=[],
        ),
        "$defs": {"plan": _plan()},
    }


def keys(definition: str | None = None) -> tuple[str, ...]:
    """The keys allowed at a place: of the file itself, or of one of its definitions."""
    place = json_schema() if definition is None else json_schema()["$defs"][definition]
    return tuple(place["properties"])


def required(definition: str | None = None) -> tuple[str, ...]:
    place = json_schema() if definition is None else json_schema()["$defs"][definition]
    return tuple(place["required"])


def _plan() -> dict[str, Any]:
    return _object(
        {
            "path": {**_one_or_more(_TEXT), "description": "文件、文件夹或通配（*、**、{甲,乙}）；! 开头为排除"},
            "baseline": {
                **_one_or_more(_TEXT),
                "description": "清单编号或文件；不写则按方案的主题、地区、层级和日期选取",
            },
            "level": {"enum": list(LEVELS), "description": "方案的层级"},
            "region": {**_TEXT, "description": "方案的地区，如 四川省雅安市"},
            "issued": {**_DATE, "description": "方案的印发日期"},
        },
        required=["path"],
    )


def _one_or_more(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
