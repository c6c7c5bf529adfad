"""How large a zip archive becomes when it is unpacked, told from its list before anything of it is."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from duibiao.documents import refuse
from duibiao.model.limits import MB, Limits, over

# A plan of 300 pages is about 10 MB of XML, packed 10 to 40 times smaller; a bomb is packed a thousandfold.
_RATIO_COUNTS_FROM = 5 * MB
# A part that is parsed takes ten times its size, unlike a picture, which only lies there.
_PARSED = 10


def check_sizes(infos: Iterable[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse an archive that would be too large. What the list says is what can be read: zipfile stops there.

    Raises:
        UnreadableError: `too-large`.
    """
    total = 0
    for info in infos:
        total += info.file_size
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > _RATIO_COUNTS_FROM and over(ratio, limits.ratio):
            raise refuse.beyond("ratio", round(ratio), limits.ratio)
        if _is_parsed(info) and over(_PARSED * info.file_size / MB, limits.unpacked):
            raise refuse.beyond("unpacked", round(_PARSED * info.file_size / MB), limits.unpacked)
    if over(total / MB, limits.unpacked):
        raise refuse.beyond("unpacked", round(total / MB), limits.unpacked)


def check_if_archive(source: bytes | Path, limits: Limits) -> None:
    """As `check_sizes` where it is an archive; what is none, or a broken one, is left to its reader.

    Raises:
        UnreadableError: `too-large`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return
    check_sizes(infos, limits)


def _is_parsed(info: zipfile.ZipInfo) -> bool:
    return info.filename.lower().endswith((".xml", ".rels"))
