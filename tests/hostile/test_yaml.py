"""YAML from a shared folder is only data: aliases that swell, keys that stand twice and tags that run are refused."""

import itertools
import shutil
from pathlib import Path

import pytest

from tests.hostile.running import BASELINE, ROOT, run

LETTERS = "abcdefghi"
ALIASES = "".join(
    f"{one}: &{one} [{', '.join([f'*{before}' if before else 'x'] * 10)}]\n"
    for before, one in zip(("", *LETTERS), LETTERS, strict=False)
)
TEXTS = {
    "aliases": f"{ALIASES}schema: 1\nbaseline: {{id: b-1}}\nbaselines: *i\nplans: *i\nrequirements: *i\n",
    "list of aliases": "- &a [x, x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"- &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in itertools.pairwise(LETTERS)),
    "twice": "schema: 1\nschema: 1\nbaseline: {id: a}\nbaseline: {id: b}\nrequirements: []\n",
    "tag": "schema: 1\nbaseline: !!python/object/apply:os.system [touch ran]\nplans: !!python/name:os.system\n",
    "list with a tag": "- !!python/object/apply:os.system [touch ran]\n",
    "deep": "[" * 100_000,
    "deep lines": "".join(f"{' ' * at}a:\n" for at in range(3_000)),
    "merge": "a: &a {schema: 1}\nb: {<<: *a}\n<<: *a\n",
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("place", ["baseline", "configuration", "decisions"])
def test_it_is_refused_in_words(name: str, place: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "plans" / "lanxi.docx", tmp_path)
    files = {"baseline": "b.yaml", "configuration": ".duibiao.yaml", "decisions": "d.yaml"}
    (tmp_path / files[place]).write_text(TEXTS[name], "utf-8")
    words: dict[str, tuple[str | Path, ...]] = {
        "baseline": ("-b", "b.yaml"),
        "configuration": ("-b", BASELINE),
        "decisions": ("-b", BASELINE, "--decisions", "d.yaml"),
    }
    done = run("check", "lanxi.docx", *words[place], folder=tmp_path)
    assert done.returncode == 2, done.stderr.decode()[:2000]
    assert done.stdout == b""
    assert b"fault" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "ran").exists()
    assert len(done.stderr) < 100_000
