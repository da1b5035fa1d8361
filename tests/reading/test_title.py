"""The title and its place."""

from __future__ import annotations

import pytest

from pipeline.models import BlockKind
from pipeline.reading.draft import Piece
from pipeline.reading.title import set_title, title_of

PROSE = "The Minister of Ports signed a pact on crews with the Seafarers Union in Oslo today."


def titled(stated: str | None, *texts: str, level: int = 0) -> list[str]:
    pieces = tuple(
        Piece(BlockKind.HEADING if level else BlockKind.PARAGRAPH, t, level) for t in texts
    )
    return [
        f"{p.kind.value} {p.text}"
        for p in set_title((*pieces, Piece(BlockKind.PARAGRAPH, PROSE)), stated)
    ][:-1]


@pytest.mark.parametrize(
    ("stated", "texts", "expected"),
    [
        ("Pact on crews signed", (), ["title Pact on crews signed"]),
        ("Pact on crews signed", ("Pact on Crews signed",), ["title Pact on Crews signed"]),
        (
            "Pact on crews signed in Oslo",
            ("PACT ON CREWS", "SIGNED IN OSLO"),
            ["title Pact on crews signed in Oslo", "boilerplate PACT ON CREWS",
             "boilerplate SIGNED IN OSLO"],
        ),
        (
            "Pact on crews signed in Oslo",
            ("Pact on crews signed…", "Pact on crews signed in Oslo"),
            ["title Pact on crews signed in Oslo", "boilerplate Pact on crews signed…"],
        ),
        (
            "Pact on crews signed",
            ("Ama Boateng MP", "Pact on crews signed 4 March 2021"),
            ["title Pact on crews signed", "header Ama Boateng MP",
             "boilerplate Pact on crews signed 4 March 2021"],
        ),
        ("Pact on crews signed", ("Pact signed",), ["title Pact on crews signed",
                                                     "paragraph Pact signed"]),
        (None, ("Pact on crews signed",), ["title Pact on crews signed"]),
        (None, ("Pact on crews…", "Pact on crews signed"), ["title Pact on crews signed",
                                                            "boilerplate Pact on crews…"]),
        (None, ("Ama Boateng, Minister of Ports",), ["paragraph Ama Boateng, Minister of Ports"]),
        (None, ("Oslo",), ["paragraph Oslo"]),
    ],
)  # fmt: skip
def test_the_title_comes_first_and_once(
    stated: str | None, texts: tuple[str, ...], expected: list[str]
) -> None:
    assert titled(stated, *texts) == expected


def test_a_heading_of_the_page_is_the_title_of_an_untitled_document() -> None:
    assert titled(None, "Pact on crews", level=1) == ["title Pact on crews"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            (("Port Vale, Lowland", 0), ("Ferry line opened by both sides", 0)),
            "Ferry line opened by both sides",
        ),
        (
            (("2:15 P.M. EST", 0), ("Ferry line opened by both sides", 0)),
            "Ferry line opened by both sides",
        ),
        (
            (("Island Opens Harbour, Joins Strait Council", 0),),
            "Island Opens Harbour, Joins Strait Council",
        ),
        ((("2019.07.05", 0), ("Ferry line opened", 0)), "Ferry line opened"),
        ((("Jane Roe, Minister of Ports", 0), ("Ferry line opened", 0)), "Ferry line opened"),
    ],
    ids=["place", "time", "two verbs", "date", "who speaks"],
)
def test_a_place_a_time_or_a_name_is_no_title_and_a_comma_does_not_hide_one(
    lines: tuple[tuple[str, int], ...], title: str
) -> None:
    prose = Piece(
        BlockKind.PARAGRAPH,
        "The ministers opened the new line on Friday at noon, and a ferry left the quay.",
    )
    pieces = tuple(Piece(BlockKind.HEADING, text, level) for text, level in lines)
    assert title_of(set_title((*pieces, prose), None)) == title


def test_a_bold_headline_may_close_with_a_full_stop() -> None:
    heading = Piece(BlockKind.HEADING, "Cabinet approves the ferry, whose cost is Rs. 44 million.")
    prose = Piece(
        BlockKind.PARAGRAPH,
        "The cabinet gave its approval on Friday, and the ferry leaves in the spring.",
    )
    assert title_of(set_title((heading, prose), None)) == heading.text
