"""The pages of the plans in the folder `pages` of a batch: written before their result is kept, so that none is stale.

Before a page is written the store forgets its stamp, and learns the new one with the result. Killed between the two,
the next run writes it again.
"""

from collections.abc import Collection
from pathlib import Path
from urllib.parse import quote

from duibiao.batch.engine import digest
from duibiao.batch.store import Store
from duibiao.reports.write import write_all

FOLDER = "pages"


_LONGEST = 240  # bytes of a file name; systems stop at 255


class Pages:
    """`kind` is short, full or none."""

    def __init__(self, out: Path, kind: str) -> None:
        self._out = out / FOLDER
        self._kind = kind

    def stamp(self, key: str, lists: Collection[str], language: str) -> str:
        return digest("\n".join((key, *lists, language, self._kind)).encode())

    def current(self, shown: str, stamp: str, store: Store) -> bool:
        """Whether the page is there as this run would write it, or none is wanted."""
        return self._kind == "none" or (store.page(shown) == stamp and self._path(shown).is_file())

    def write(self, shown: str, page: str, store: Store) -> None:
        store.forget_page(shown)
        if page:
            write_all({self._path(shown): page.encode("utf-8", "backslashreplace")})

    def sweep(self, shown: Collection[str], store: Store) -> None:
        """Takes away the pages of plans that are no longer there, with the folders that are then empty.

        Only pages that the store knows: what else lies there is somebody's.
        """
        for name in set(store.pages()).difference(shown):
            path = self._path(name)
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self._out.parent or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()
            store.drop_page(name)

    def _path(self, shown: str) -> Path:
        return self._out / _file(shown)


def link(shown: str) -> str:
    """From the index to the page of a plan."""
    return quote(f"{FOLDER}/{_file(shown)}")


def _file(shown: str) -> str:
    folder, slash, name = shown.rpartition("/")
    if len(name.encode("utf-8", "backslashreplace")) > _LONGEST:
        short = name.encode("utf-8", "ignore")[: _LONGEST // 2].decode("utf-8", "ignore")
        name = f"{short}~{digest(name.encode('utf-8', 'backslashreplace'))[:16]}"
    return f"{folder}{slash}{name}.html"
