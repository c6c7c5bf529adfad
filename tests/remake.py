"""Remakes what is quoted from the tool: reports/sample, and the passages between markers in both READMEs.

    .venv/bin/python -m tests.remake

A passage stands between `<!-- NAME -->` and `<!-- /NAME -->`. tests/test_docs.py compares all of it with what the
tool says now, so a change in wording is followed by a run of this.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from duibiao.check import rule_pages
from tests.measure import figures

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "reports/sample"
PLAN, BASELINE = "plans/lanxi.docx", "baselines/yl-elderly-2023.yaml"
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
WIDTH = 92
# What the excerpt shows: the first finding with each of these.
SHOWN = ("W101", "W106", "O100")


def made() -> dict[str, str]:
    """The whole text of each file that holds something made, by its path from the repository's folder."""
    files = {f"{SAMPLE}/{name}": text for name, text in reports("zh").items()}
    for name, language in READMES.items():
        files[name] = _filled((ROOT / name).read_text("utf-8"), _passages(language))
    return files


@cache
def reports(language: str) -> Mapping[str, str]:
    """The report on the sample plan in each format, made as a reader of the README would make it."""
    with tempfile.TemporaryDirectory() as folder:
        formats = ("-f", "terminal", "-f", "json", "-f", "markdown")
        call = ("check", PLAN, "-b", BASELINE, *formats, "-o", folder, "--fail-on", "never", "--lang", language)
        environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONUTF8": "1"}
        command = (sys.executable, "-m", "duibiao", *call)
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return {
            "report.txt": run.stdout,
            **{path.name: path.read_text("utf-8") for path in sorted(Path(folder).iterdir())},
        }


def _passages(language: str) -> dict[str, str]:
    return {
        "excerpt": f"```text\n{excerpt(reports(language)['report.txt'])}\n```",
        "figures": figures.markdown(figures.load(), language),
        "codes": "\n".join(_codes(language)),
    }


def excerpt(screen: str) -> str:
    """The head of a report on the screen, and the first finding of each kind in SHOWN."""
    blocks = screen.strip("\n").split("\n\n")
    head = next(at for at, block in enumerate(blocks) if _is_finding(block)) - 1
    shown = blocks[:head]
    for code in SHOWN:
        found = next((block for block in blocks if _is_finding(block) and f"\n  {code} " in block), None)
        if found is None:
            raise ValueError(f"the report on {PLAN} holds no {code} to show in the README")
        shown.append(found)
    return "\n\n".join((*shown, "…"))


def _is_finding(block: str) -> bool:
    return bool(re.search(r"^  [A-Z]\d{3} ", block, re.MULTILINE))


def _codes(language: str) -> Iterator[str]:
    yield "| 代码 | 名称 | 含义 |" if language == "zh" else "| code | name | says |"
    yield "| --- | --- | --- |"
    for page in rule_pages():
        yield f"| {page.rule} | {page.code} | {page.title.say(language).rstrip('.。')} |"


def _filled(text: str, passages: Mapping[str, str]) -> str:
    for name, passage in passages.items():
        opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if (text.count(opening), text.count(closing)) != (1, 1):
            raise ValueError(f"the README must hold the markers of {name} once")
        before, _, rest = text.partition(opening)
        text = f"{before}{opening}{passage}\n{closing}{rest.partition(closing)[2]}"
    return text


def main() -> int:
    for name, text in made().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        same = path.exists() and path.read_bytes() == text.encode()
        path.write_bytes(text.encode())
        print(f"{name}: {'as it was' if same else 'remade'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
