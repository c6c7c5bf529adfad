"""Marking the words that differ."""

from hypothesis import given
from hypothesis import strategies as st

from duibiao.model.report import Reason, Severity, Verdict
from duibiao.model.span import Span
from duibiao.reports.marks import Piece, Tone, cut, found, shorten, tone, wanted
from tests.reports import fixed

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=30), st.lists(st.tuples(SPANS, st.sampled_from(Tone)), max_size=5))
def test_pieces_make_up_the_text(text: str, marks: list[tuple[Span, Tone]]) -> None:
    pieces = cut(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


def test_the_differing_words_are_marked_on_both_sides() -> None:
    finding = fixed.lowered()
    required = [(piece.text, piece.tone) for piece in wanted(finding) if piece.tone is not Tone.PLAIN]
    assert required == [("2022年", Tone.WANTED), ("90%以上", Tone.WANTED)]
    planned = [
        (piece.text, piece.tone) for piece in found(finding, finding.evidence[0]) if piece.tone is not Tone.PLAIN
    ]
    assert planned == [("2025年", Tone.WORSE), ("80%左右", Tone.WORSE)]


def test_a_passage_without_the_word_is_not_marked() -> None:
    finding = fixed.lowered()
    assert found(finding, finding.evidence[1]) == (Piece(finding.evidence[1].text.replace("\t", "  ")),)


def test_a_mark_that_runs_out_of_the_passage_is_cut() -> None:
    evidence = fixed.passage("到2025年", 1)
    reason = Reason(
        code="deadline-later",
        rule="W103",
        message=fixed.OMITTED,
        span=Span(evidence.span.start + 1, evidence.span.end + 50),
    )
    finding = fixed.finding(fixed.requirement(1, "", "x"), Verdict.WEAKENED, Severity.ERROR, reason)
    assert found(finding, evidence) == (Piece("到"), Piece("2025年", Tone.WORSE))


def test_tones_follow_the_family_of_the_rule() -> None:
    tones = [
        tone(reason)
        for reason in (*fixed.lowered().reasons, *fixed.exceeded().reasons, *fixed.not_comparable().reasons)
    ]
    assert tones == [Tone.WORSE, Tone.WORSE, Tone.STRICTER, Tone.STRICTER, Tone.OTHER]


def test_shortening_keeps_marks_whole() -> None:
    pieces = cut("甲" * 300 + "2025年" + "乙" * 300, [(Span(300, 305), Tone.WORSE)])
    short = shorten(pieces, 100)
    assert [piece.text for piece in short if piece.tone is Tone.WORSE] == ["2025年"]
    assert sum(len(piece.text) for piece in short) < 120
    assert short[0].text.endswith("甲")
    assert short[-1].text.endswith("…")


def test_a_text_that_fits_is_left_alone() -> None:
    pieces = cut("到2025年", [(Span(1, 6), Tone.WORSE)])
    assert shorten(pieces, 100) == pieces


def test_a_number_is_not_marked_for_the_date_of_its_column() -> None:
    """The date stands in the head of the column; red on 65% would say that more than 60% is worse."""
    row = fixed.passage("社会化运营床位占比\t%\t50\t65\t市民政局", 4)
    required = fixed.requirement(2, "社会化运营", "到2022年,社会化运营床位不低于60%")
    at = row.span.start + row.text.index("65")
    later = Reason(code="deadline-later", rule="W103", message=fixed.OMITTED, span=Span(at, at + 2))
    higher = Reason(code="target-higher", rule="S201", message=fixed.OMITTED, span=Span(at, at + 2))
    weakened = fixed.finding(required, Verdict.WEAKENED, Severity.ERROR, later, higher, evidence=(row,))
    assert [piece for piece in found(weakened, row) if piece.tone is not Tone.PLAIN] == [Piece("65", Tone.STRICTER)]
    for words in ("2025年", "“十四五”末", "2025", "本届政府任期内", "12月底前"):
        said = fixed.passage(f"{words}建成", 4)
        reason = Reason(
            code="deadline-later",
            rule="W103",
            message=fixed.OMITTED,
            span=Span(said.span.start, said.span.start + len(words)),
        )
        dated = fixed.finding(required, Verdict.WEAKENED, Severity.ERROR, reason, evidence=(said,))
        assert found(dated, said)[0] == Piece(words, Tone.WORSE)
