"""Torn paragraphs, and lines that only look torn."""

from __future__ import annotations

import pytest

from pipeline.models import BlockKind
from pipeline.reading.draft import Piece
from pipeline.reading.furniture import mark_furniture
from pipeline.reading.mend import mend

WHOLE = [
    ("The pact was signed in Oslo.", "it says so."),
    ("They agreed on the following:", "wages and pensions;"),
    ("Contact the press office in Oslo", "jo.roe@ports.example"),
    ("The pact can be read at this address", "ports.example/pact"),
    ("Ama Boateng", "minister of ports"),
    ("The pact covers the wages of crews", "The pact covers pensions."),
]


def pieces(*texts: str) -> tuple[Piece, ...]:
    return mark_furniture(tuple(Piece(BlockKind.PARAGRAPH, text) for text in texts))


@pytest.mark.parametrize("texts", WHOLE, ids=[first for first, _ in WHOLE])
def test_whole_paragraphs_stay_apart(texts: tuple[str, ...]) -> None:
    assert len(mend(pieces(*texts))) == 2


def test_a_paragraph_torn_by_a_blank_line_is_rejoined() -> None:
    (piece,) = mend(pieces("The pact covers all crews. This", "part of it is new."))
    assert piece.text == "The pact covers all crews. This part of it is new."


def test_a_stamp_between_two_halves_stands_after_the_whole() -> None:
    first, second = mend(
        pieces(
            "The pact covers the wages of",
            "PORT Doc. No. 21030401. (Posted 3/4/21)",
            "all crews.",
        )
    )
    assert first.text == "The pact covers the wages of all crews."
    assert second.kind is BlockKind.BOILERPLATE


def test_a_name_broken_after_of_is_rejoined() -> None:
    (piece,) = mend(pieces("U.S. Department of", "Homeland Ports"))
    assert piece.text == "U.S. Department of Homeland Ports"


def test_more_furniture_than_a_page_break_keeps_halves_apart() -> None:
    assert (
        len(mend(pieces("The pact covers the wages of", "###", "- 2 -", "***", "•", "crews"))) == 6
    )
