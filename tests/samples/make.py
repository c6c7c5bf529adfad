"""Builds plans/ from plans.md: `python -m tests.samples.make` in the repository's folder.

The same bytes come out every time: dates inside the files are the plans' own.
"""

from pathlib import Path

from tests.samples import page, pdf, plain, word
from tests.samples.source import Sample, samples

PLANS = Path(__file__).parents[2] / "plans"
_BUILD = {".docx": word.build, ".pdf": pdf.build, ".html": page.build, ".md": plain.markdown, ".txt": plain.text}


def build(sample: Sample) -> bytes:
    return _BUILD[Path(sample.file).suffix](sample)


def main() -> None:
    for sample in samples():
        target = PLANS / sample.file
        target.write_bytes(build(sample))
        print(f"{target.relative_to(PLANS.parent)}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
