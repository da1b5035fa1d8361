"""What a page shows, as paragraphs, headings, items and furniture."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.errors import DocumentError
from pipeline.models import BlockKind
from pipeline.reading.draft import Piece
from pipeline.reading.formats import read_format
from pipeline.reading.limits import Limits
from tests.reading.pdfs import Line, lines, pdf

PARAGRAPH = """
The Minister of Fisheries and her colleague from the neighbouring island today
signed an arrangement on the common use of harbours in the northern strait, and
agreed that their officials will meet twice a year.
"""
SECOND = """
Under the arrangement each side opens three harbours to the boats of the other,
and the masters of those boats pay the dues that are asked of masters at home.
"""


def read(*pages: list[Line], **options: str) -> tuple[Piece, ...]:
    return read_format(pdf(*pages, **options), "paper.pdf", Limits()).pieces


def texts(pieces: tuple[Piece, ...], kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [piece.text for piece in pieces if piece.kind is kind]


def whole(text: str) -> str:
    return " ".join(text.split())


def test_wrapped_lines_are_one_paragraph_and_a_space_between_lines_parts_two() -> None:
    found = texts(read(lines(f"{PARAGRAPH}\n{SECOND}")))
    assert found == [whole(PARAGRAPH), whole(SECOND)]


def test_larger_type_makes_a_heading_whose_lines_are_one() -> None:
    title = [
        Line("Harbours opened on both sides of the strait as", 80, size=18, font="Helvetica-Bold"),
        Line("two ministers sign", 102, size=18, font="Helvetica-Bold"),
    ]
    found = read([*title, *lines(PARAGRAPH, 140)])
    assert found[0].kind is BlockKind.HEADING
    assert found[0].text == "Harbours opened on both sides of the strait as two ministers sign"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "\n".join(f"left line {n} goes on and on to the end" for n in range(1, 13))
    right = "\n".join(f"right line {n} goes on and on to the end" for n in range(1, 13))
    told = " ".join(piece.text for piece in read([*lines(left, x=60), *lines(right, x=310)]))
    assert told.index("left line 12") < told.index("right line 1 ")


def test_running_titles_and_page_numbers_are_no_part_of_the_sentence_they_cut() -> None:
    first = """
    The two ministers also spoke of the ferry, and of the mail that it carries, and
    of the lighthouse that both of their countries have kept since the last war and
    """
    second = """
    whose keeper each of them has now promised to relieve before the winter begins.
    """
    bodies = [
        [*lines(PARAGRAPH, 150), *lines(first, 700)],
        [*lines(second, 80), *lines(SECOND, 150)],
        lines("A third page tells of nothing but the weather on the day of the signing.", 80),
    ]
    pages = [
        [*lines("Strait Gazette", 40), *body, *lines(f"Page {number} of 3", 800)]
        for number, body in enumerate(bodies, 1)
    ]
    found = read(*pages)
    assert whole(first + second) in texts(found)
    assert not any("Page" in piece.text for piece in found)
    assert sum("Strait Gazette" in piece.text for piece in found) == 1


def test_centred_lines_of_one_bold_title_are_one_heading() -> None:
    rows = ["PAPER ON THE OPENING", "OF THE HARBOURS OF THE STRAIT", "TO THE BOATS OF BOTH SIDES"]
    width = [stringWidth(row, "Helvetica-Bold", 11) for row in rows]
    title = [
        Line(row, 80 + 14 * n, x=270 - width[n] / 2, font="Helvetica-Bold")
        for n, row in enumerate(rows)
    ]
    assert read([*title, *lines(PARAGRAPH, 150)])[0] == Piece(BlockKind.HEADING, " ".join(rows))


def test_the_end_of_a_word_is_no_word_of_its_own_even_where_lines_seldom_end_in_a_hyphen() -> None:
    text = """
    The ministers of both islands said that the coopera-
    tion of their harbours would go on as a market-
    based arrangement for the next ten years at least.
    """
    (found,) = texts(read(lines(text)))
    assert "cooperation of" in found
    assert "market-based" in found


def test_a_word_divided_at_a_line_end_is_whole_again_and_a_compound_keeps_its_hyphen() -> None:
    body = """
    The agreement on fisheries was welcomed by the owners of the boats and by the co-
    operatives, whose long-standing wish it is. Fishermen of the cooperatives will be long-
    standing members of the board, which is to meet in the larger of the harbours.
    """
    found = texts(read(lines(body)))
    assert "the cooperatives, whose long-standing wish" in found[0]
    assert "will be long-standing members" in found[0]


def test_a_stamp_at_an_angle_is_left_out() -> None:
    stamp = Line("EMBARGOED COPY", 400, x=200, size=40, angle=45)
    found = read([*lines(PARAGRAPH), stamp])
    assert [piece.text for piece in found] == [whole(PARAGRAPH)]


def test_a_footnote_stands_after_the_text_that_runs_on_overleaf() -> None:
    first = """
    The ministers agreed that the harbours on the northern side are to be opened to
    the boats of the other side from the first day of the spring, and that those on
    """
    note = Line("1 The harbours are named in the annex to the arrangement.", 760, size=8)
    second = "the southern side are opened when the works on their piers have been finished."
    filler = lines("\n\n".join(SECOND.strip() for _ in range(8)), 100)
    found = texts(read([*filler, *lines(first, 720), note], lines(second, 80)))
    assert whole(f"{first} {second}") in found
    assert found[-1].endswith("The harbours are named in the annex to the arrangement.")


def test_a_bullet_of_the_symbol_font_marks_an_item() -> None:
    rows = ["harbours are opened in the north;", "dues are paid as at home."]
    marks = [Line("\u2022", 200 + 14 * n, font="Symbol") for n in range(2)]
    words = [Line(row, 200 + 14 * n, x=90) for n, row in enumerate(rows)]
    found = read([*lines(PARAGRAPH), *marks, *words])
    assert texts(found, BlockKind.ITEM) == rows


def test_numbered_items_are_items_and_a_number_that_a_wrap_put_first_is_none() -> None:
    body = """
    The following were appointed to the board of the harbour trust in the spring of

    1. Jane Roe, master of the ferry
    2. John Doe, keeper of the lighthouse
    """
    wrapped = """
    The trust was founded by an act of the assembly that was passed on the evening of
    12. June is its patron, and the twelve owners of the boats are its first members.
    """
    found = read([*lines(body), *lines(wrapped, 300)])
    assert texts(found, BlockKind.ITEM) == [
        "Jane Roe, master of the ferry",
        "John Doe, keeper of the lighthouse",
    ]
    assert whole(wrapped) in texts(found)


def test_a_script_in_a_pdf_is_not_run_and_its_text_is_read() -> None:
    script = "<< /S /JavaScript /JS (while (true) {}) >>"
    assert texts(read(lines(PARAGRAPH), script=script)) == [whole(PARAGRAPH)]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf(lines(PARAGRAPH), password="secret"), "encrypted"),
        (pdf(lines(PARAGRAPH))[:300], "damaged"),
        (b"%PDF-1.7 " + bytes(range(256)) * 8, "damaged"),
        (pdf([]), "only pictures"),
    ],
    ids=["password", "cut short", "noise", "no text"],
)
def test_a_pdf_without_readable_text_is_refused_with_its_name_and_a_remedy(
    data: bytes, why: str
) -> None:
    with pytest.raises(DocumentError, match=why) as refusal:
        read_format(data, "paper.pdf", Limits())
    assert str(refusal.value).startswith("paper.pdf: ")
    assert refusal.value.remedy
