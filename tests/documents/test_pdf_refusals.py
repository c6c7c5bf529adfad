"""A text layer that does not say what the page shows is refused, never judged."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from duibiao.documents.pdf import read_pdf
from duibiao.model.errors import UnreadableError
from tests.documents.pdf_making import LEFT, PROSE, Text, canvas, draw, save, typeset
from tests.documents.shared import REAL, needs_real


def _encrypted(path: Path) -> None:
    made = canvas(path)
    made.setEncrypt(StandardEncryption("secret"))
    draw(made, Text(LEFT, 200, PROSE[:20]))
    made.save()


def _truncated(path: Path) -> None:
    save(path, typeset([PROSE]))
    path.write_bytes(path.read_bytes()[:200])


def _picture(path: Path) -> None:
    made = canvas(path)
    dots = path.with_suffix(".ppm")
    dots.write_bytes(b"P6 2 2 255\n" + bytes(12))
    made.drawImage(str(dots), 0, 0, 595, 842)
    made.save()


def _shuffled(path: Path) -> None:
    """A wrong map to Unicode: Chinese characters, each in place of another."""
    chance = random.Random(7)
    rare = [chr(code) for code in range(0x6B20, 0x9F00, 7)]
    key = {char: chance.choice(rare) for char in sorted(set(PROSE))}
    save(path, typeset(["".join(key.get(char, char) for char in PROSE) for _ in range(3)]))


def _symbols(path: Path) -> None:
    save(path, [[Text(LEFT, 200 + 20 * at, "!\"#$%&'()*+,-./0123456789:;<=>?@[]^_`{|}~") for at in range(8)]])


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("empty", lambda path: path.write_bytes(b"")),
        ("damaged", lambda path: path.write_bytes(b"%PDF-1.7\nnothing")),
        ("damaged", _truncated),
        ("encrypted", _encrypted),
        ("scan", _picture),
        ("scan", lambda path: save(path, [[]])),
        ("no-unicode-map", _shuffled),
        ("no-unicode-map", _symbols),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(tmp_path: Path, code: str, make: Callable[[Path], object]) -> None:
    make(tmp_path / "plan.pdf")
    with pytest.raises(UnreadableError) as refused:
        read_pdf(tmp_path / "plan.pdf")
    assert refused.value.code == code
    assert refused.value.advice is not None


def test_a_plan_with_figures_and_few_pictures_is_read(tmp_path: Path) -> None:
    made = canvas(tmp_path / "plan.pdf")
    draw(made, *typeset([PROSE])[0])
    made.showPage()
    dots = tmp_path / "dots.ppm"
    dots.write_bytes(b"P6 2 2 255\n" + bytes(12))
    made.drawImage(str(dots), 0, 0, 595, 842)
    made.save()
    assert read_pdf(tmp_path / "plan.pdf").text == PROSE


@needs_real
@pytest.mark.parametrize(
    ("key", "code"), [("A01", "no-unicode-map"), ("B02", "no-unicode-map"), ("C03", "no-unicode-map"),
                      ("C05", "no-unicode-map"), ("H11", "scan"), ("H12", "scan")],
)  # fmt: skip
def test_real_files_without_readable_text_are_refused(key: str, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_pdf(next(REAL.glob(f"{key}*.pdf")))
    assert refused.value.code == code
