"""Damage that learns: atheris watches which branches a document reaches, and keeps what reaches new ones.

    python -m tests.hostile.fuzz.guided docx -runs=2000 -max_total_time=120

For Linux, where atheris has wheels. What it finds is written as `crash-…` into the working directory.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from duibiao.model.errors import UnreadableError
from tests.hostile.fuzz.corpus import corpus
from tests.hostile.fuzz.run import LIMITS

READERS = ("txt", "md", "html", "docx", "pdf", "baseline")
PARTS = {
    "txt": ("duibiao.documents.text", "duibiao.documents.outline"),
    "md": ("duibiao.documents.markdown", "duibiao.documents.outline"),
    "html": ("duibiao.documents.html",),
    "docx": ("duibiao.documents.docx",),
    "pdf": ("duibiao.documents.pdf",),
    "baseline": ("duibiao.baselines",),
}
ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str]) -> None:
    import atheris  # noqa: PLC0415  an extra, for Linux

    reader, folder = arguments[1], Path(arguments[0])
    with atheris.instrument_imports(include=[*PARTS[reader]]):
        from duibiao.baselines import load  # noqa: PLC0415, F401  what is watched must be loaded here
        from duibiao.documents import outline  # noqa: PLC0415, F401  as above
        from duibiao.documents.read import read  # noqa: PLC0415, F401  as above

    (folder / "corpus").mkdir()
    for number, data in enumerate(seeds(reader)):
        (folder / "corpus" / f"{number}").write_bytes(data)
    path = folder / f"plan.{'yaml' if reader == 'baseline' else reader}"

    def one(data: bytes) -> None:
        path.write_bytes(data)
        taken(path)

    atheris.Setup([sys.argv[0], str(folder / "corpus"), "-rss_limit_mb=3000", "-timeout=60", *arguments[2:]], one)
    atheris.Fuzz()


def taken(path: Path) -> bool:
    """Whether it could be read; what is raised beyond a refusal is what we look for."""
    from duibiao.baselines import load  # noqa: PLC0415  instrumented before
    from duibiao.documents.read import read  # noqa: PLC0415  as above
    from duibiao.model.errors import BaselineError  # noqa: PLC0415  as above

    try:
        if path.suffix == ".yaml":
            load(path)
        else:
            read(path, LIMITS)
    except (UnreadableError, BaselineError):
        return False
    return True


def seeds(reader: str) -> list[bytes]:
    if reader == "baseline":
        return [path.read_bytes() for path in sorted((ROOT / "baselines").glob("*.yaml"))]
    return list(corpus()[reader])


if __name__ == "__main__":
    with TemporaryDirectory(prefix="duibiao-fuzz-") as made:
        main([made, *sys.argv[1:]])
