"""Remakes what is quoted from the tool: reports/sample, and the passages between markers in both READMEs.

    .venv/bin/python -m tests.remake

A passage stands between `<!-- NAME -->` and `<!-- /NAME -->`. tests/test_docs.py compares all of it with what the
tool says now, so a change in wording is followed by a run of this.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from duibiao.check import rule_pages
from duibiao.reports.registry import FORMATS
from tests.measure import figures

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "reports/sample"
PLAN, BASELINE = "plans/lanxi.docx", "baselines/yl-elderly-2023.yaml"
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
WIDTH = 92
# What the excerpt shows: the first finding with each of these.
SHOWN = ("W101", "W106", "O100")


def made() -> dict[str, bytes]:
    """The whole content of each file that holds something made, by its path from the repository's folder."""
    files = {f"{SAMPLE}/{name}": content for name, content in reports("zh").items()}
    for name, language in READMES.items():
        files[name] = _filled((ROOT / name).read_text("utf-8"), _passages(language)).encode()
    return files


@cache
def reports(language: str) -> Mapping[str, bytes]:
    """The report on the sample plan in each format, made as a reader of the README would make it."""
    filed = [form for form in FORMATS.values() if not form.screen]
    with tempfile.TemporaryDirectory() as folder:
        found = {"report.txt": _run(language, "terminal", *(form.name for form in filed), output=folder)}
        for form in filed:
            # a format per plan is laid down under the plan's own path
            name = PLAN + form.suffix if form.per_plan else f"report{form.suffix}"
            found[f"report{form.suffix}"] = (Path(folder) / name).read_bytes()
    for form in FORMATS.values():
        if form.screen and form.name != "terminal":
            found[f"report{form.suffix}"] = _run(language, form.name)
    return found


def _run(language: str, *formats: str, output: str | None = None) -> bytes:
    """What a check of the sample plan prints; the rest goes into the folder `output`."""
    call = ["check", PLAN, "-b", BASELINE, "--fail-on", "never", "--lang", language]
    call += [word for name in formats for word in ("-f", name)]
    call += ["-o", output] if output else []
    environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    command = (sys.executable, "-m", "duibiao", *call)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout


def is_same(old: bytes, new: bytes) -> bool:
    """Whether two files hold the same. A package's parts are compared, since each zlib packs them in its own way."""
    return old == new or (new[:2] == b"PK" and old[:2] == b"PK" and _parts(old) == _parts(new))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _passages(language: str) -> dict[str, str]:
    return {
        "excerpt": f"```text\n{excerpt(reports(language)['report.txt'].decode())}\n```",
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
    for name, content in made().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        same = path.exists() and is_same(path.read_bytes(), content)
        if not same:
            path.write_bytes(content)
        print(f"{name}: {'as it was' if same else 'remade'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
