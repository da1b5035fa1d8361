"""Titles of office: where they begin and end, and the body they belong to."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline import gazetteer
from pipeline.language import names
from pipeline.language.mentions import choose
from pipeline.language.title_nouns import HEADS, PLURALS, spelt_out
from pipeline.language.titles import Bodies, Titles
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, Span

NLP = spacy.blank("en")
KNOWN = gazetteer.load()
SPELLINGS = names.Spellings(KNOWN)


def titles(text: str) -> Titles:
    """The titles of one paragraph of an American release."""
    words = Words(NLP(text), (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    bodies = names.gazetteer_names(words, SPELLINGS, "US")
    bodies += names.built_names(words, bodies)
    return Titles(words, Bodies(choose(bodies), names.demonyms(words, KNOWN.demonyms)))


def read(text: str) -> list[tuple[str, str | None]]:
    """Each title of a paragraph with the body it belongs to."""
    found = titles(text)
    words = found.words
    return [
        (
            words.span_text(t.start, t.end),
            words.span_text(t.organization.start, t.organization.end) if t.organization else None,
        )
        for t in found.all
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Justice Department and the Climate Justice Fund met.", id="subject"),
        pytest.param("The Consulate General was closed.", id="office"),
        pytest.param("She holds the rank of Minister.", id="rank"),
        pytest.param("The General Assembly met the Board of Directors of Acme.", id="body"),
        pytest.param("The weather was fine.", id="none"),
    ],
)
def test_some_nouns_are_no_titles(text: str) -> None:
    assert [title for title, _ in read(text) if title[0].isupper()] in ([], ["Directors of Acme"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("the Secretary spoke", ("Secretary", None), id="bare"),
        pytest.param(
            "the Acting Secretary of Homeland Security spoke",
            ("Acting Secretary of Homeland Security", None),
            id="of",
        ),
        pytest.param(
            "the Assistant Secretary for Employment and Training, Jane Roe",
            ("Assistant Secretary for Employment and Training", None),
            id="and",
        ),
        pytest.param(
            "the Minister of Education, Culture, Sports, Science and Technology spoke",
            ("Minister of Education, Culture, Sports, Science and Technology", None),
            id="list",
        ),
        pytest.param(
            "the Commissioner for Trade, Industry, and Minerals spoke",
            ("Commissioner for Trade, Industry, and Minerals", None),
            id="last comma",
        ),
        pytest.param(
            "the Minister of Justice, Islamic Affairs and Waqf spoke",
            ("Minister of Justice, Islamic Affairs and Waqf", None),
            id="list of a name",
        ),
        pytest.param(
            "Permanent Secretary (Law) Jane Roe", ("Permanent Secretary (Law)", None), id="bracket"
        ),
        pytest.param(
            "Chief Corporate Affairs Officer Jane Roe",
            ("Chief Corporate Affairs Officer", None),
            id="chief",
        ),
        pytest.param(
            "Special Agent in Charge Jane Roe", ("Special Agent in Charge", None), id="in charge"
        ),
        pytest.param("Ambassador-at-Large Jane Roe", ("Ambassador-at-Large", None), id="hyphens"),
        pytest.param(
            "Chargé d’Affaires ad interim Jane Roe",
            ("Chargé d’Affaires ad interim", None),
            id="chargé",
        ),
        pytest.param("NASA Administrator Jane Roe", ("Administrator", "NASA"), id="body before"),
        pytest.param(
            "Honduran Foreign Minister Jane Roe", ("Foreign Minister", "Honduran"), id="demonym"
        ),
        pytest.param(
            "Japan’s Minister of Justice Jane Roe",
            ("Minister of Justice", "Japan"),
            id="possessive",
        ),
        pytest.param(
            "Jane Roe, Director, Federal Bureau of Investigation",
            ("Director", "Federal Bureau of Investigation"),
            id="body after comma",
        ),
        pytest.param(
            "Head of Government Affairs at the Ministry of Trade",
            ("Head of Government Affairs", "Ministry of Trade"),
            id="body after at",
        ),
        pytest.param(
            "Assistant U.S. Attorney Jane Roe", ("Assistant U.S. Attorney", None), id="national"
        ),
        pytest.param(
            "Jane Roe, World Bank Country Director for Fiji",
            ("Country Director for Fiji", "World Bank"),
            id="a body's title that goes on with where",
        ),
        pytest.param(
            "the Fiji Foreign Affairs and Trade Minister Jane Roe spoke to farmers.",
            ("Foreign Affairs and Trade Minister", "Fiji"),
            id="two fields before the noun",
        ),
        pytest.param(
            "the Minister for Trade and for Foreign Affairs Jane Roe",
            ("Minister for Trade and for Foreign Affairs", None),
            id="the preposition again",
        ),
        pytest.param("Ambassador to Fiji Jane Roe", ("Ambassador to Fiji", "Fiji"), id="country"),
        pytest.param("the sales manager of Acme", ("sales manager of Acme", None), id="small"),
        pytest.param(
            "Yesterday Minister Roe spoke", ("Minister", None), id="word that opens the sentence"
        ),
    ],
)
def test_a_title_ends_where_its_phrase_does(text: str, expected: tuple[str, str | None]) -> None:
    assert read(text)[0] == expected


def test_two_titles_joined_by_and_are_two() -> None:
    told = read("Minister for Law and Second Minister for Home Affairs Jane Roe")
    assert [title for title, _ in told] == ["Minister for Law", "Second Minister for Home Affairs"]


def test_a_modifier_before_another_noun_is_no_title_of_its_own() -> None:
    assert read("Principal Deputy Assistant Attorney General Jane Roe") == [
        ("Principal Deputy Assistant Attorney General", None)
    ]


@pytest.mark.parametrize(
    ("text", "acting", "former"),
    [
        ("Acting Director Jane Roe", True, False),
        ("former Director Jane Roe", False, True),
        ("then-Director Jane Roe", False, True),
        ("Director Jane Roe", False, False),
    ],
)
def test_time_words_tell_whether_the_post_is_held(text: str, acting: bool, former: bool) -> None:
    title = titles(text).all[0]
    assert (title.acting, title.former) == (acting, former)


def test_a_line_of_titles_is_known_as_such() -> None:
    assert titles("MINISTER FOR HOME AFFAIRS MINISTER FOR JUSTICE").lines
    assert not titles("The Minister for Home Affairs spoke").lines


@given(st.sampled_from(sorted(HEADS)))
def test_spelling_out_yields_a_singular_noun(form: str) -> None:
    assert spelt_out(form).lower().split()[-1] not in PLURALS - {"sens", "reps"}


@given(st.text(alphabet="AabcMinister of,.-’s()", max_size=80))
def test_titles_lie_inside_the_text_and_apart(text: str) -> None:
    if not text.strip():
        return
    found = titles(text).all
    assert all(t.outer <= t.start <= t.head < t.end <= t.tail for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
