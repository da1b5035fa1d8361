"""Furniture: what is printed on a page without being told."""

from __future__ import annotations

import pytest

from pipeline.models import BlockKind
from pipeline.reading.draft import Piece
from pipeline.reading.furniture import is_end_mark, mark_furniture, mark_tail

TOLD = [
    "The Ministry will share more information about the pact when talks end.",
    "End of the talks was announced by Minister Ama Boateng.",
    "Home ownership rose.",
    "She printed 30 copies of the pact and sent them to Oslo by mail, with a note.",
    "The contact group met in Oslo.",
    "For more than a century the two ports have traded in copper, and in 1921 they signed a pact.",
    "The pact was updated in March.",
    "Yes.",
]

FURNITURE = [
    "###", "# # #", "-end-", "– ENDS –", "***", "* * *", "-30-", "End text.", "- 2 -", "page 3",
    "AB12 Doc. No. 21030401. (Posted 3/4/21)", "Share", "Print", "Skip to main content",
    "Related Articles", "Last updated on 27 Nov 2012", "Official website of the Ministry of Ports",
    "Download: video of the signing | captions", "(Release ID: 123456)", "Visitor Counter : 12",
    "Read this release in: Hindi , Tamil", "Home | Search | Site Map", "■ .", ";",
    "https://ports.example/pact", "For media enquiries, contact Jo Roe on (02) 5550 1234.",
    "Media Contact: Jo Roe 555-555-0123", "Jo Roe, press office, jo.roe@ports.example",
    "Annex A: Text of the pact (0.3MB)", "Follow us on Chirp", "Tel: 555 0123", "more follows",
    "https://ports.example/a.htm (1 of 2) [29/06/2000 2:22:20]", "© Ministry of Ports 2021",
]  # fmt: skip


def paragraph(text: str) -> Piece:
    return Piece(BlockKind.PARAGRAPH, text)


@pytest.mark.parametrize("text", TOLD)
def test_prose_is_no_furniture(text: str) -> None:
    assert mark_furniture((paragraph(text),))[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_is_told_from_prose(text: str) -> None:
    assert mark_furniture((paragraph(text),))[0].kind is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ama Boateng signs the pact at the quay. Credit: Ports/Jo Roe",
        "Minister Ama Boateng (right) and her colleague after the signing.",
        "From left: Ama Boateng, Udo Kuhn.",
        "Photo by Jo Roe",
    ],
)
def test_captions_are_told_by_credits_and_places(text: str) -> None:
    assert mark_furniture((paragraph(text),))[0].kind is BlockKind.CAPTION


def test_lines_after_an_end_mark_are_furniture_and_prose_before_is_not() -> None:
    texts = ["The pact was signed in Oslo today.", "###", "Jo Roe", "Harbour House, Oslo"]
    marked = mark_tail(mark_furniture(tuple(map(paragraph, texts))))
    assert [piece.kind.value for piece in marked] == ["paragraph", *["boilerplate"] * 3]


def test_prose_after_an_end_mark_is_still_told() -> None:
    texts = ["The pact was signed.", "***", "The two ministers met again in Oslo on the next day."]
    assert mark_tail(mark_furniture(tuple(map(paragraph, texts))))[2].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(("text", "mark"), [("####", True), ("-ends-", True), ("ends meet", False)])
def test_end_marks(text: str, mark: bool) -> None:
    assert is_end_mark(text) is mark
