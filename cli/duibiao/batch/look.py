"""A plan's file as a batch finds it: its bytes, or why there are none; and what its result depends on."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from duibiao.batch.engine import digest, identity
from duibiao.batch.values import Found, Trouble
from duibiao.model.message import Message


def content_of(path: Path) -> tuple[bytes, Trouble | None]:
    try:
        return path.read_bytes(), None
    except FileNotFoundError:
        return b"", Trouble(
            "missing",
            Message("plans.csv 中有这份方案，文件却不在", "plans.csv names this plan, and the file is not there"),
            Message("请补上文件，或从 plans.csv 中删去这一行", "add the file, or take the line out of plans.csv"),
        )
    except OSError:
        return b"", Trouble(
            "permission",
            Message("没有读取这个文件的权限", "you may not read this file"),
            Message("请检查文件权限", "check its permissions"),
        )


def key_of(found: Found, content: bytes) -> str:
    """Of all that a result depends on but the baselines, which have a key of their own."""
    known: tuple[Any, ...] = (
        identity(),
        found.shown,
        found.path.suffix.lower(),
        sha256(content).digest(),
        found.given,
        found.near,
        found.baselines,
    )
    return digest(msgspec.msgpack.encode(known))
