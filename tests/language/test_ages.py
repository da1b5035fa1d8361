"""People told with age and home, and courts named in full."""

from __future__ import annotations

import pytest
import spacy

from pipeline.language.ages import with_ages
from pipeline.language.callings import with_callings
from pipeline.language.courts import find_courts
from pipeline.language.mentions import Kind, mention
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, Span

NLP = spacy.blank("en")


def read(text: str) -> Words:
    """The words of a paragraph."""
    return Words(NLP.make_doc(text), (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wei Lin, a Norwegian national, pleaded guilty.", "Wei Lin"),
        ("Wei Lin, who was a manager of a bank, pleaded guilty.", "Wei Lin"),
        ("Alder Lin Inc., a resident of the port for years, pleaded guilty.", None),
        ("Wei Lin, a supplier of tools, pleaded guilty.", None),
        ("Wei Lin, a leader, a thinker, spoke.", None),
    ],
    ids=["national", "who", "body", "supplier", "leader"],
)
def test_what_someone_is_called_tells_a_person(text: str, name: str | None) -> None:
    """No body is a national or is spoken of with *who*; a supplier may be a firm."""
    words = read(text)
    people = [words.span_text(m.start, m.end) for m in with_callings(words, [])]
    assert people == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "whole", "name"),
    [
        ("Wei Lin, 34, of San Diego, pleaded guilty.", "Wei Lin, 34, of San Diego", "Wei Lin"),
        ("Wei Lin, 34, pleaded guilty.", "Wei Lin, 34", "Wei Lin"),
        (
            "Wei Lin, 34, of Reno, Nevada, and others",
            "Wei Lin, 34, of Reno, Nevada",
            "Wei Lin",
        ),
        ("Wei Lin, 34, of Reno, Bo Po, 41, of Elko.", "Wei Lin, 34, of Reno", "Wei Lin"),
    ],
    ids=["home", "age alone", "home and state", "list"],
)
def test_age_and_home_belong_to_the_name(text: str, whole: str, name: str) -> None:
    """An age behind a name tells a person, and the mention takes age and home in."""
    words = read(text)
    one = with_ages(words, [])[0]
    assert words.span_text(one.start, one.end) == whole
    assert words.span_text(one.name_start, one.name_end) == name


def test_brackets_behind_a_known_name_belong_to_it() -> None:
    """A short name and an age in brackets are no part of the sentence."""
    words = read("Tan Beng (“Tan”) (38-year-old male) was charged.")
    (one,) = with_ages(words, [mention(0, 2, Kind.PERSON)])
    assert words.span_text(one.start, one.end) == "Tan Beng (“Tan”) (38-year-old male)"


@pytest.mark.parametrize(
    "text",
    ["In Section 12, 34, of the Act", "On Monday, 12 people came", "Reno, 2021, was dry"],
    ids=["numbers", "count", "year"],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    """A number that is no age finds no person."""
    assert with_ages(read(text), []) == []


@pytest.mark.parametrize(
    ("text", "court"),
    [
        (
            "in U.S. District Court for the Northern District of Georgia.",
            "U.S. District Court for the Northern District of Georgia",
        ),
        ("In the Court of Federal Claims today", None),
        ("before the High Court of Norrland on Monday", "High Court of Norrland"),
        ("charged in Court for cheating", None),
    ],
    ids=["district", "of what", "of where", "bare"],
)
def test_court_has_a_name(text: str, court: str | None) -> None:
    """A court is named with its seat; the bare word names none."""
    words = read(text)
    named = [words.span_text(m.start, m.end) for m in find_courts(words)]
    assert named == ([court] if court else [])
