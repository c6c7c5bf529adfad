"""From bytes to text, whichever encoding a Chinese office saved them in.

Precedence: a byte order mark, then strict UTF-8 (no other encoding of Chinese passes it by chance), then the
encodings that any bytes may pass, told apart by how many of the characters they give are everyday ones. GB18030
reads most Big5 files without an error, and turns 「實施方案」 into rare characters: a strict try alone decides badly.
charset-normalizer is asked last, since on short texts it prefers exotic code pages.
"""

import codecs

from duibiao.language.late import late
from duibiao.model.errors import UnreadableError
from duibiao.model.message import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The characters that official Chinese cannot do without, simplified and traditional, with its punctuation.
_EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后"
    "多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合"
    "还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条"
    "市县区省府建设施案组织服务养老强完善推保障落责任单位月号通知及"
    "這個為國會時來發動經進電現實機體點業從應開還後間樣與關線內數變條縣區設務養強責單號實辦廳對產點標準結構"
    "、。，；：（）《》“”·0123456789\n \u3000"
)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "big5": "cp950"}
_BLIND = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
# Official prose scores 0.45 to 0.65, tables of names above 0.25, bytes read the wrong way below 0.1.
_ENOUGH = 0.2
# A file cut off in the middle of a character, or one spoilt byte, is still that encoding.
_SPOILT = 0.002
_CONTROL = late(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes) -> str:
    """The text of the file, without a byte order mark, line ends as they are.

    Raises:
        UnreadableError: The bytes are no text (`unsupported`).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\x00" not in data and (text := _nearly(data, "utf-8")) is not None:
        return text
    candidates = [text for encoding in _BLIND if (text := _nearly(data, encoding)) is not None]
    best = max(candidates, key=_familiarity, default="")
    if best and _familiarity(best) >= _ENOUGH:
        return best
    return _guess(data)


def decode_declared(data: bytes, declared: str | None) -> str:
    """As `decode`, but a declared encoding that reads the bytes wins; one that does not is not believed."""
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if declared is None or marked or not (text := _nearly(data, _known(declared))):
        return decode(data)
    return text


def looks_like_text(text: str) -> bool:
    """Whether decoded characters are writing, and not a program's own data."""
    strange = len(_CONTROL.findall(text)) + text.count("\ufffd")
    return strange <= len(text) * 0.01


def _known(name: str) -> str:
    name = name.strip().lower()
    name = _ALIASES.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"


def _nearly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        text = data.decode(encoding, errors="replace")
    return text if text.count("\ufffd") <= max(1, len(text) * _SPOILT) and len(text) > 1 else None


def _familiarity(text: str) -> float:
    return sum(char in _EVERYDAY for char in text) / max(len(text), 1)


def _guess(data: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415  heavy, and seldom needed

    match = None if b"\x00" in data else charset_normalizer.from_bytes(data).best()
    text = "" if match is None else str(match)
    if not text or not looks_like_text(text):
        raise UnreadableError(
            "unsupported",
            Message("文件内容不是文字，无法识别编码", "the file holds no text in any known encoding"),
            Message(
                "请用 Word、WPS 或记事本打开后另存为 docx 或 UTF-8 文本", "save it as docx or UTF-8 text and try again"
            ),
        )
    return text
