"""Posts: who holds which office where, and the words that say so."""

from __future__ import annotations

import pytest

from pipeline import language
from pipeline.language.reader import Reader
from pipeline.models import Block, BlockKind, Facts, Metadata, Release, Span


@pytest.fixture(scope="module")
def reader() -> Reader:
    return language.load()


def understand(reader: Reader, text: str) -> Facts:
    """What an American release of one paragraph says."""
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    publisher = Metadata(publisher=("U.S. Department of Justice",))
    return reader.understand(Release("a.txt", 0, text, blocks, publisher))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Minister met the Ambassador.", [], id="nobody named"),
        pytest.param(
            "Secretary of State Ann Roeh spoke. Secretary Roeh left.",
            [("person/ann-roeh", "Secretary of State", "agency/us-dos")],
            id="a shortened title",
        ),
        pytest.param(
            "President Bo Limm spoke. In 2009 Vice President Bo Limm left.",
            [("person/bo-limm", "President", None), ("person/bo-limm", "Vice President", None)],
            id="another rank",
        ),
        pytest.param(
            "Mr Bo Limm, Director of Acme Tools Ltd, paid.",
            [("person/bo-limm", "Director", "organization/acme-tools-ltd")],
            id="a body is no part of the role",
        ),
        pytest.param(
            "The Minister of Justice of Vietnam, Mr Ha Hung Cuong, came.",
            [("person/ha-hung-cuong", "Minister of Justice of Vietnam", "country/VN")],
            id="a country is",
        ),
        pytest.param(
            "Assistant Attorney General Ann Roeh of the Antitrust Division spoke.",
            [("person/ann-roeh", "Assistant Attorney General", "agency/us-atr")],
            id="a body after the name",
        ),
        pytest.param(
            "Sen. Ann Roeh and Representatives Bo Limm and Ed Goh spoke.",
            [
                ("person/ann-roeh", "Senator", None),
                ("person/bo-limm", "Representative", None),
                ("person/ed-goh", "Representative", None),
            ],
            id="short forms and plurals",
        ),
    ],
)
def test_posts(reader: Reader, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    posts = understand(reader, text).posts
    assert [(p.person, p.title, p.organization) for p in posts] == expected


def test_a_post_shows_the_words_that_state_it(reader: Reader) -> None:
    text = "Mr Bo Limm has served as Director of Fisheries since 2009."
    (post,) = understand(reader, text).posts
    assert [span.of(text) for span in post.evidence] == [
        "Mr Bo Limm has served as Director of Fisheries"
    ]


def test_acting_and_former_posts_say_so(reader: Reader) -> None:
    text = "Acting Secretary Ann Roeh met former Director Bo Limm."
    acting, former = understand(reader, text).posts
    assert (acting.acting, acting.former) == (True, False)
    assert (former.acting, former.former) == (False, True)


def test_a_person_is_called_by_the_fullest_name(reader: Reader) -> None:
    facts = understand(reader, "Mr Limm spoke. Dr. Bo R. Limm MP, Minister of Fish, left.")
    (person,) = [e for e in facts.entities if e.id.startswith("person/")]
    assert (person.id, person.label) == ("person/bo-r-limm", "Bo R. Limm")
    assert "Limm" in person.alt_labels
