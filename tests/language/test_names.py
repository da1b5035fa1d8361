"""Names of bodies, places and governments."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy

from pipeline import gazetteer
from pipeline.language import names
from pipeline.language.mentions import choose
from pipeline.language.recogniser import Guess
from pipeline.language.words import Words
from pipeline.models import Block, BlockKind, EntityKind, Span
from tests.growth import spent

NLP = spacy.blank("en")
KNOWN = gazetteer.load()
SPELLINGS = names.Spellings(KNOWN)


def tokens(text: str) -> Words:
    return Words(NLP(text), (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))


def read(text: str, country: str | None = None) -> list[tuple[str, str | None]]:
    """The names of a paragraph, with the gazetteer's ids."""
    words = tokens(text)
    bodies = names.gazetteer_names(words, SPELLINGS, country)
    bodies += names.built_names(words, bodies)
    return [(words.span_text(m.start, m.end), m.id) for m in choose(bodies)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "the Government of the Republic of Honduras",
            [("Government of the Republic of Honduras", "government/HN")],
            id="of",
        ),
        pytest.param(
            "the Honduran Government", [("Honduran Government", "government/HN")], id="demonym"
        ),
        pytest.param(
            "the Bangladeshi and Burmese Governments",
            [("Bangladeshi", "government/BD"), ("Burmese Governments", "government/MM")],
            id="demonyms that share the noun",
        ),
        pytest.param(
            "the Governments of Sri Lanka and India",
            [("Governments of Sri Lanka", "government/LK"), ("India", "government/IN")],
            id="countries that share the noun",
        ),
        pytest.param(
            "Japan and the Australian Government",
            [("Japan", "country/JP"), ("Australian Government", "government/AU")],
            id="a country beside a government",
        ),
    ],
)
def test_governments(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("at Wageningen University today", ["Wageningen University"], id="left"),
        pytest.param("the Ministry of Rural Affairs", ["Ministry of Rural Affairs"], id="right"),
        pytest.param(
            "the Ministry of Rural Affairs and Ministry of Fish",
            ["Ministry of Rural Affairs", "Ministry of Fish"],
            id="two ministries",
        ),
        pytest.param(
            "the Party of Rural Affairs and Deputy Minister of Fish",
            ["Party of Rural Affairs"],
            id="a body and a title",
        ),
        pytest.param(
            "the Embassy of Japan opened", ["Embassy of Japan"], id="a country inside the name"
        ),
        pytest.param("Acme Tools (S) Pte Ltd paid", ["Acme Tools (S) Pte Ltd"], id="a company"),
        pytest.param(
            "the Fish and Water Authority of Chile",
            ["Fish and Water Authority of Chile"],
            id="a pair behind the article",
        ),
        pytest.param(
            "the Ministry of Finance, Planning, and Tourism said",
            ["Ministry of Finance, Planning, and Tourism"],
            id="a comma before and",
        ),
        pytest.param(
            "the National Institute of Ayurveda said",
            ["National Institute of Ayurveda"],
            id="a rare word for a field",
        ),
        pytest.param(
            "the National Institute of Ayurveda Zorrilla said",
            ["National Institute"],
            id="two rare words are a name",
        ),
        pytest.param(
            "Harbor Cranes Pvt. Ltd. paid", ["Harbor Cranes Pvt. Ltd."], id="two short suffixes"
        ),
        pytest.param(
            "Oslo Public Library to Open Rooms", ["Oslo Public Library"], id="an infinitive"
        ),
        pytest.param("the Govt. of Gujarat paid", ["Govt. of Gujarat"], id="a government in short"),
        pytest.param("the ministry of fish", [], id="small letters"),
    ],
)
def test_names_built_on_a_noun(text: str, expected: list[str]) -> None:
    assert [name for name, _ in read(text)] == expected


def test_a_body_belongs_to_the_country_that_owns_it() -> None:
    assert ("Ministry of Law", "agency/sg-minlaw") in read("Singapore’s Ministry of Law", "JP")
    assert ("Ministry of Law", "agency/sg-minlaw") not in read("Japan’s Ministry of Law", "SG")


def test_a_short_form_in_brackets_stands_for_the_name() -> None:
    words = tokens("The Rural Affairs Agency (RAA) met. The RAA agreed.")
    bodies = list(names.built_names(words, ()))
    short = names.acronyms(words, bodies)
    again = list(names.acronym_names(words, short, KNOWN.entries))
    assert {a: words.span_text(m.start, m.end) for a, m in short.items()} == {
        "RAA": "Rural Affairs Agency"
    }
    assert len(again) == 2


@pytest.mark.parametrize(
    ("text", "start", "end", "label", "kept"),
    [
        pytest.param("the Acme Group met", 0, 3, "ORG", "Acme Group", id="article"),
        pytest.param("Executive Director met", 0, 2, "ORG", None, id="title"),
        pytest.param("Partner in Disputes met", 0, 3, "ORG", None, id="title with its subject"),
        pytest.param("Egyptian law", 0, 1, "ORG", None, id="demonym"),
        pytest.param("Honourable members", 0, 1, "ORG", None, id="honorific"),
        pytest.param("Lyon met", 0, 1, "GPE", "Lyon", id="place"),
        pytest.param("acme met", 0, 1, "ORG", None, id="small letters"),
    ],
)
def test_the_recogniser_is_trimmed(
    text: str, start: int, end: int, label: str, kept: str | None
) -> None:
    words = tokens(text)
    found = list(names.recognised(words, [Guess(start, end, label)], KNOWN.demonyms))
    assert [words.span_text(m.start, m.end) for m in found] == ([kept] if kept else [])


def test_a_list_of_many_names_takes_no_longer_than_a_short_one() -> None:
    """Names of one first word are where a list of them would be gone through one by one."""
    words = tokens("The Ministry of Silly Walks met the Ministry of Lakes. " * 50)

    def spellings(count: int) -> names.Spellings:
        more = {
            f"body/{n}": gazetteer.Entry(
                f"body/{n}",
                EntityKind.ORGANIZATION,
                f"Ministry of {n:05}",
                (f"Ministry of {n:05}",),
            )
            for n in range(count)
        }
        known = {name: (id_,) for id_, entry in more.items() for name in entry.names}
        entries, spelt = {**KNOWN.entries, **more}, {**KNOWN.names, **known}
        return names.Spellings(replace(KNOWN, entries=entries, names=spelt))

    few, many = (spellings(count) for count in (10, 20_000))
    slow = spent(lambda: names.gazetteer_names(words, many, None))
    assert slow < 3 * spent(lambda: names.gazetteer_names(words, few, None))
