"""Rich text: what it says, without what it is set in."""

from __future__ import annotations

import pytest

from pipeline.errors import DocumentError
from pipeline.models import BlockKind
from pipeline.reading import Limits, read_bytes
from tests.growth import spent

SENTENCE = "Norland and Suria signed a pact on fish in Oslo today, both ministers said there."
HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}{\info{\author Nobody}}"


def rtf(body: str) -> bytes:
    return f"{HEAD}{body}}}".encode()


def blocks(body: str) -> list[tuple[BlockKind, str]]:
    (release,) = read_bytes(rtf(body), "a.rtf")
    return [(block.kind, block.span.of(release.text)) for block in release.blocks]


def test_paragraphs_are_told_and_running_titles_notes_and_pictures_are_not() -> None:
    told = blocks(
        r"{\header Ministry\par}\b Pact on fish signed\b0\par\pard "
        rf"{SENTENCE}{{\footnote It is long.}}\par {{\pict\pngblip 89504e47}}"
        rf" {SENTENCE[:-1]} again.\par"
    )
    assert told == [
        (BlockKind.TITLE, "Pact on fish signed"),
        (BlockKind.PARAGRAPH, SENTENCE),
        (BlockKind.PARAGRAPH, f"{SENTENCE[:-1]} again."),
    ]


def test_characters_are_what_is_shown_in_whatever_way_they_are_written() -> None:
    told = blocks(
        rf"{SENTENCE}\par Caf\'e9, \u8364?5 \endash  \ldblquote fish\rdblquote "
        r" \u-10179?\u-8976? ate.\par"
    )
    assert told[-1][1] == "Café, €5 – “fish” 📰 ate."


def test_links_keep_their_words_alone() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt{the pact}}}'
    assert blocks(rf"{SENTENCE}\par They read {link} and {link} twice.\par")[-1][1] == (
        "They read the pact and the pact twice."
    )


def test_items_and_cells_stand_for_themselves() -> None:
    item = r"{\listtext\'B7\tab}fish of both seas\par"
    row = r"\trowd\cellx1000\cellx2000 Norland\cell fish\cell\row\pard "
    told = blocks(rf"{SENTENCE}\par {item}{row}{SENTENCE}\par")
    assert (BlockKind.ITEM, "fish of both seas") in told
    assert {"Norland", "fish"} <= {text for _, text in told}


def test_rich_text_is_known_by_its_first_bytes() -> None:
    assert read_bytes(rtf(SENTENCE), "a.doc")[0].text == SENTENCE


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (rb"{\rtf1\u99999999? fish}", "this rich text is damaged; open it in Word"),
        (rb"{\rtf1\pict\bin fish}", "this rich text is damaged"),
        (rb"{\rtf1 {\info{\title fish}}}", "no text was found"),
        (b"fish", "this is no .rtf file"),
        (b"{\\rtf1 " + b"fish " * 300 + b"}", "more than 1,000 characters"),
        (b"{\\rtf1 " + b"{\\pict 00}" * 6_000 + b"}", "more than 1,000 characters"),
    ],
    ids=["no character", "no length", "no text", "no rich text", "text", "pictures"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told) as error:
        read_bytes(data, "a.rtf", limits=Limits(characters=1_000))
    assert error.value.where == "a.rtf"


@pytest.mark.parametrize("unit", [r"{\field{\*\fldinst{HYPERLINK ", "{", r"\'e9", r"{\fonttbl\f0"])
def test_four_times_the_text_takes_no_more_than_some_eight_times_as_long(unit: str) -> None:
    def seconds(times: int) -> float:
        data = rtf(rf"{SENTENCE}\par {unit * times}")
        return spent(lambda: read_bytes(data, "a.rtf"))

    seconds(10)
    assert seconds(4_000) < 8 * seconds(1_000) + 0.1
