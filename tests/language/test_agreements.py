"""Agreements as mentions: what is one mention, what it is called, and whose names are in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.language.agreement_names import is_official
from pipeline.language.instruments import is_instrument, kinds, plural, singular
from pipeline.language.mentions import Kind, Mentions
from pipeline.language.standins import Unit
from pipeline.language.words import Words
from pipeline.vocabulary import AGREEMENT_KINDS

Parsed = Callable[..., tuple[Words, Mentions, list[Unit]]]

NOTHING: list[str] = []

ONE_MENTION = {
    "a noun alone": ("Chile signed a treaty.", ["treaty"]),
    "a lower-case modifier is left to the parser": (
        "Chile signed a new bilateral trade agreement.",
        ["agreement"],
    ),
    "a phrase": ("Chile signed a letter of intent.", ["letter of intent"]),
    "a phrase in the plural": (
        "Chile signed two memoranda of understanding.",
        ["memoranda of understanding"],
    ),
    "an acronym": ("Chile signed the MoU with Peru.", ["MoU"]),
    "an acronym in the plural": ("Chile signed three MOUs.", ["MOUs"]),
    "a phrase with its acronym": (
        "Chile signed a Memorandum of Understanding (MoU) with Peru.",
        ["Memorandum of Understanding (MoU)"],
    ),
    "an acronym in quotation marks": (
        "Chile signed a Memorandum of Understanding (the “MOU”) with Peru.",
        ["Memorandum of Understanding (the “MOU”)"],
    ),
    "a capitalized modifier": (
        "Chile signed a Free Trade Agreement with Peru.",
        ["Free Trade Agreement"],
    ),
    "a hyphen": (
        "Chile signed an Acquisition and Cross-Servicing Agreement with its neighbour Peru.",
        ["Acquisition and Cross-Servicing Agreement"],
    ),
    "a subject after on": (
        "Chile signed the Agreement on Fisheries and Forests with Peru.",
        ["Agreement on Fisheries and Forests"],
    ),
    "its sides and its subject": (
        "Chile signed the Agreement between the Government of Chile and the Government of Peru "
        "for Cooperation in Fisheries.",
        [
            "Agreement between the Government of Chile and the Government of Peru "
            "for Cooperation in Fisheries"
        ],
    ),
    "sides alone are no name": (
        "Chile signed a Memorandum of Understanding between Chile and Peru.",
        ["Memorandum of Understanding"],
    ),
    "a subject in lower case is no name": (
        "Chile signed an Agreement on fisheries with Peru.",
        ["Agreement"],
    ),
    "a place": ("Chile joined the Lima Convention.", ["Lima Convention"]),
    "the first word of a sentence is no name": ("The Agreement helps.", ["Agreement"]),
    "an article ends it": ("Chile and The Agreement met.", ["Agreement"]),
    "two": ("Chile signed a treaty and a protocol.", ["treaty", "protocol"]),
    "a headline's ordinary words are no name": (
        "Chile Welcomes New Trade Agreement With Peru",
        ["Agreement"],
    ),
    "a headline's names are": (
        "Chile Welcomes Okafor Agreement With Peru",
        ["Okafor Agreement"],
    ),
}

WEAK = {
    "a statement": ("Chile issued a statement.", NOTHING),
    "a declaration": ("Chile issued a declaration.", NOTHING),
    "a roadmap": ("Chile drew up a roadmap.", NOTHING),
    "a plan": ("Chile signed off a plan.", NOTHING),
    "a letter": ("Chile sent a letter.", NOTHING),
    "a joint statement": ("Chile issued a joint statement.", ["joint statement"]),
    "a named plan": ("Chile signed the Fisheries Action Plan.", ["Fisheries Action Plan"]),
    "a named declaration": ("Chile signed the Lima Declaration.", ["Lima Declaration"]),
}

OTHER_THINGS = {
    "a plea": ("He signed a plea agreement.", NOTHING),
    "sleeping": ("They changed their sleeping arrangement.", NOTHING),
    "inside a body's name": (
        "Farmers praised the North Atlantic Treaty Organization.",
        NOTHING,
    ),
    "agreeing": ("They agree.", NOTHING),
}


def called(parsed: Parsed, text: str) -> list[str]:
    words, named, _ = parsed(text)
    found = [m for m in named.mentions if m.kind is Kind.AGREEMENT]
    return [words.span_text(m.start, m.end) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*ONE_MENTION.values(), *WEAK.values(), *OTHER_THINGS.values()],
    ids=[*ONE_MENTION, *WEAK, *OTHER_THINGS],
)
def test_what_is_one_mention_of_an_agreement(
    parsed: Parsed, text: str, expected: list[str]
) -> None:
    assert called(parsed, text) == expected


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Chile signed the Agreement on Fisheries and Forests.", "Agreement"),
        ("Chile signed a Free Trade Agreement (FTA).", "Agreement"),
        ("Chile signed a Memorandum of Understanding (MoU).", "Memorandum"),
    ],
)
def test_a_mention_knows_its_noun(parsed: Parsed, text: str, noun: str) -> None:
    words, named, _ = parsed(text)
    (one,) = [m for m in named.mentions if m.kind is Kind.AGREEMENT]
    assert words.text[one.head] == noun


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile signed the Agreement on Fisheries and Forests.", True),
        ("Chile signed a Free Trade Agreement.", True),
        ("Chile signed a Memorandum of Understanding (MoU).", False),
        ("Chile signed a treaty.", False),
    ],
)
def test_a_name_of_its_own_is_more_than_a_noun_and_its_acronym(
    parsed: Parsed, text: str, expected: bool
) -> None:
    words, named, _ = parsed(text)
    (one,) = [m for m in named.mentions if m.kind is Kind.AGREEMENT]
    assert is_official(words, one) is expected


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (
            "Chile signed a Comprehensive Fisheries Agreement (CFAC) with Peru.",
            "Farmers praised the CFAC.",
            ["Comprehensive Fisheries Agreement (CFAC)", "CFAC"],
        ),
        ("Chile signed a treaty with Peru.", "Farmers praised the CFAC.", ["treaty"]),
    ],
    ids=["defined", "undefined"],
)
def test_an_acronym_the_text_defines_names_the_agreement_again(
    parsed: Parsed, first: str, later: str, expected: list[str]
) -> None:
    words, named, _ = parsed(first, later)
    found = [m for m in named.mentions if m.kind is Kind.AGREEMENT]
    assert [words.span_text(m.start, m.end) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Farmers praised the Agreement between the Government of Chile and the Government of "
            "Peru on Fisheries.",
            ["Government of Chile", "Government of Peru"],
        ),
        ("Many farmers praised the new Chile-Peru Trade Agreement today.", ["Chile", "Peru"]),
        ("Farmers praised the Singapore Convention.", NOTHING),
        ("Farmers praised the treaty between Chile and Peru.", NOTHING),
    ],
    ids=["after between", "two countries before", "one country is a place", "not in the name"],
)
def test_the_sides_in_an_agreements_name(parsed: Parsed, text: str, expected: list[str]) -> None:
    words, named, _ = parsed(text)
    sides = [words.span_text(s.start, s.end) for some in named.sides.values() for s in some]
    assert sides == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("treaties", "treaty"),
        ("Memoranda", "memorandum"),
        ("memorandums", "memorandum"),
        ("MoUs", "mou"),
        ("MoU.", "mou"),
        ("accords", "accord"),
        ("Agreement", "agreement"),
        ("process", "process"),
    ],
)
def test_the_singular_of_an_instruments_noun(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("treaties", True),
        ("Memoranda", True),
        ("MoUs", True),
        ("treaty", False),
        ("MoU", False),
        ("MoU.", False),
    ],
)
def test_whether_a_noun_is_in_the_plural(word: str, expected: bool) -> None:
    assert plural(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Convention", True), ("Statement", True), ("MoUs", True), ("Ministry", False)],
)
def test_what_is_a_noun_for_an_instrument(word: str, expected: bool) -> None:
    assert is_instrument(word) is expected


def test_the_kinds_of_instruments_are_the_ontologys_or_unclear() -> None:
    assert set(kinds().values()) - {""} <= set(AGREEMENT_KINDS)
