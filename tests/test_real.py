"""Every published document at hand is read or refused for a true reason, and twins say the same.

The documents stay outside the repository; where they are absent these tests skip.
"""

from pathlib import Path

import pytest

from duibiao.check import Given, check, known
from duibiao.documents import read
from duibiao.facts import read_clauses
from duibiao.model.baseline import Baseline, Kind, Requirement
from duibiao.model.document import Document, Role
from duibiao.model.errors import UnreadableError
from duibiao.model.fact import Strength
from duibiao.model.report import Finding, PlanInfo

REAL = Path(__file__).resolve().parents[2] / "shared" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the published documents (../shared/real) are not here")

FILES = sorted(p for p in REAL.glob("*") if p.name != "INDEX.md") if REAL.is_dir() else []
# Scans have no text layer; the gazettes' text layer has no map to Unicode.
REFUSED = {"_扫描.pdf": "scan", "_公报.pdf": "no-unicode-map"}
TWINS = (("C07_", ".docx", ".html"), ("L01_", ".docx", ".pdf"), ("N19_", ".pdf", ".txt"), ("H09_", ".pdf", ".html"))


def expected_refusal(path: Path) -> str | None:
    return next((code for end, code in REFUSED.items() if path.name.endswith(end)), None)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name[:24])
def test_a_published_document_is_read_or_truly_refused(path: Path) -> None:
    refusal = expected_refusal(path)
    if refusal is not None:
        with pytest.raises(UnreadableError) as caught:
            read(path)
        assert caught.value.code == refusal
        assert caught.value.advice is not None
        return
    try:
        document = read(path)
    except UnreadableError as error:
        if error.code == "office-missing":
            pytest.skip("LibreOffice is not installed")
        raise
    assert document.title or document.issued  # one notice was published without its title
    assert any(clause.role.commits for clause in document.clauses)
    for clause in document.clauses:
        assert 0 <= clause.span.start < clause.span.end <= len(document.text)


def sentences(document: Document) -> list[str]:
    long = [c.plain.text for c in document.clauses if c.role is Role.BODY and 14 <= len(c.plain.text) <= 120]
    return list(dict.fromkeys(long))[:60]


def checklist(texts: list[str]) -> Baseline:
    requirements = tuple(
        Requirement(id=f"T-{n:03}", text=text, title=text[:20], kind=Kind.TASK, strength=Strength.SHOULD)
        for n, text in enumerate(texts)
    )
    return Baseline(id="twin", title="twin", topic="", level=None, region=None, requirements=requirements)


def verdicts(document: Document, baseline: Baseline) -> list[Finding]:
    plan = PlanInfo(path="plan", sha256="")
    return list(check(known(document, Given()), read_clauses(document), plan, baseline).findings)


@pytest.mark.parametrize(("prefix", "first", "second"), TWINS, ids=[t[0] for t in TWINS])
def test_the_same_document_in_two_formats_gets_the_same_findings(prefix: str, first: str, second: str) -> None:
    one = read(next(REAL.glob(f"{prefix}*{first}")))
    other = read(next(REAL.glob(f"{prefix}*{second}")))
    baseline = checklist(sentences(one))
    assert len(baseline.requirements) >= 10
    pairs = list(zip(verdicts(one, baseline), verdicts(other, baseline), strict=True))
    differing = [(a.requirement.text, a.verdict, b.verdict) for a, b in pairs if a.verdict is not b.verdict]
    assert not differing
