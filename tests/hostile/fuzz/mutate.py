"""The ways in which a document is damaged. All of them depend on the seed alone, so that every finding comes again."""

import random
import re
import zipfile
from collections.abc import Callable

from tests.hostile.fuzz.corpus import MEMBERS_AS_PLAIN, corpus, unzipped, zipped
from tests.hostile.fuzz.rebuild import rebuilt

# What makes parsers stumble: edges of numbers, signs of one encoding in another, signs that other formats live by.
_SIGNS = """
0|-1|4294967296|99999999999999999999|1e999|NaN|%n|../|]]>|<!--|-->|&#0;|&#xD800;|&lt;|&unknown;|<![CDATA[|<?xml?>
<!DOCTYPE a [<!ENTITY b 'c'>]>|<td>|<div>|</w:p>|<w:tbl>|w:val="-1"|colspan="9999"|endobj|stream|xref|/Kids|obj|```|#
２０２５年|①|（|）|“|〔|2025年|100%|万|一、|附件|负责|=cmd' /C calc'!A0|::error::|🧓
"""
SPITE = (
    *(sign.encode() for line in _SIGNS.split("\n") for sign in line.split("|") if sign),
    b"|", b"\n", b"\r", b"\r\n", b"\t", b"\x0b", b"\x0c", b"\x1b[31m", b"\x85", b"\0", b"\xff", b"\xff\xfe",
    b"\xef\xbb\xbf",    b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"PK\x03\x04",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_PLAIN = ("txt", "md", "html", "rtf", "doc")


def mutated(seed: int) -> tuple[str, bytes]:
    """A damaged document: its suffix and its bytes."""
    chance = random.Random(seed)
    suffix = chance.choices(tuple(corpus()), (20, 15, 20, 25, 12, 2, 2, 2, 2))[0]
    data = chance.choice(corpus()[suffix])
    if suffix in ("docx", "odt", "xlsx") and chance.random() < 0.85:
        data = _in_archive(data, chance)
    else:
        data = _damaged(data, chance)
    if chance.random() < 0.03:  # under a name that is not its own
        suffix = chance.choice(tuple(corpus()))
    return suffix, data


def _in_archive(data: bytes, chance: random.Random) -> bytes:
    """Damage inside the parts of an archive that is itself sound: else its checksums would be all that is tested."""
    parts = unzipped(data)
    plain = [name for name in parts if name.endswith(MEMBERS_AS_PLAIN)] or list(parts)
    main = [name for name in plain if name.endswith(("document.xml", "numbering.xml", "styles.xml"))] or plain
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice(main if chance.random() < 0.8 else plain)
        match chance.randrange(12):
            case 0:
                del parts[name]
                break
            case 1:
                other = chance.choice(list(parts))
                parts[name], parts[other] = parts[other], parts[name]
            case 2:
                parts = {(key.upper() if key == name else key): value for key, value in parts.items()}
                break
            case 3:
                parts = {(f"../{key}" if key == name else key): value for key, value in parts.items()}
                break
            case 4 | 5 | 6:
                parts[name] = _damaged(parts[name], chance)
            case _:
                parts[name] = rebuilt(parts[name], chance)
    packing = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    return zipped(parts, packing)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        data = chance.choice(WAYS)(data, chance)
    return data[:2_000_000]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 16, 64)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + data[end:]


def _end(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    times = chance.choice((2, 3, 10, 300))
    return data[:start] + data[start : min(end, start + 200_000 // times)] * times + data[end:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    (a, b), (c, d) = sorted((_range(data, chance), _range(data, chance)))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:] if b <= c else data


def _spite(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(SPITE) * chance.choice((1, 1, 2, 1000)) + data[at:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(corpus()[chance.choice(_PLAIN)])
    start, end = _range(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _number(data: bytes, chance: random.Random) -> bytes:
    found = [*_NUMBER.finditer(data)]
    if not found:
        return data
    number = chance.choice(found)
    value = chance.choice(
        (b"0", b"-1", b"1", b"65536", b"2147483648", b"9" * 30, b"1.5", b"", "２".encode(), "²".encode())
    )
    return data[: number.start()] + value + data[number.end() :]


def _tag(data: bytes, chance: random.Random) -> bytes:
    """A tag twice, elsewhere, gone, or nested."""
    found = [*_TAG.finditer(data)]
    if not found:
        return data
    tag, other = chance.choice(found), chance.choice(found)
    deep = chance.choice((1, 1, 3, 250, 3000))
    match chance.randrange(3):
        case 0:
            return data[: tag.start()] + data[tag.end() :]
        case 1:
            return data[: other.start()] + tag[0] * deep + data[other.start() :]
        case _:
            return data[: tag.start()] + other[0] + data[tag.end() :]


def _range(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 30, 300, 5000)))


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _end, _repeat, _swap, _spite, _splice, _number, _tag,
)  # fmt: skip
