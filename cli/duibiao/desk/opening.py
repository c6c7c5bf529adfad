"""A path in the form in which this system opens it."""

import os
from pathlib import Path

from duibiao.desk.paths import lengthened

# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: another program keeps the file to itself
_KEPT = (32, 33)


def openable(path: Path) -> Path:
    """The path itself, but for one that Windows would find too long."""
    if os.name != "nt":
        return path
    whole = os.path.abspath(path)  # noqa: PTH100  resolve() follows links
    return Path(longer) if (longer := lengthened(whole)) != whole else path


def is_kept(error: OSError) -> bool:
    """Whether a file could not be opened because another program keeps it to itself. Word does not, when it edits."""
    return getattr(error, "winerror", None) in _KEPT
