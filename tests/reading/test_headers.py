"""Header fields: labels, values beside or below them, and lines that are fields by themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.models import BlockKind, Metadata
from pipeline.reading.draft import Piece
from pipeline.reading.headers import fields_metadata, find_fields, mark_fields


def pieces(*texts: str) -> tuple[Piece, ...]:
    return tuple(Piece(BlockKind.PARAGRAPH, text) for text in texts)


def stated(*texts: str) -> Metadata:
    return fields_metadata(find_fields(pieces(*texts)))


@pytest.mark.parametrize(
    "text",
    [
        "Topics: were they discussed at all? " + "Nobody knows. " * 20,
        "Released prisoners came home.",
        "Posted to Oslo, she signed.",
        "The statement: a first look",
        "Release: what it means",
    ],
)
def test_prose_is_no_field(text: str) -> None:
    assert find_fields(pieces(text)) == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("Release Date: March 4, 2021",),
        ("Release Date:", "March 4, 2021"),
        ("4 Mar 2021 Posted in Press releases",),
        ("Posted On: 04 MAR 2021 2:31PM by PIB Oslo",),
        ("Date: 2021-03-04",),
    ],
)
def test_a_labelled_date_is_the_date_of_publication(texts: tuple[str, ...]) -> None:
    assert stated(*texts).published == dt.date(2021, 3, 4)
    marked = mark_fields(pieces(*texts), find_fields(pieces(*texts)))
    assert {piece.kind for piece in marked} == {BlockKind.HEADER}


def test_the_date_of_a_change_is_not_the_date_of_publication() -> None:
    metadata = stated("Last Published Date: March 5, 2021")
    assert (metadata.published, metadata.modified) == (None, dt.date(2021, 3, 5))


@pytest.mark.parametrize(
    ("texts", "topics", "keywords"),
    [
        (("Topics: Ports (/topics/ports), Crews",), ("Ports", "Crews"), ()),
        (("Topic(s):", "Ports", "Component(s):", "Port Police"), ("Ports",), ()),
        (("Keywords:", "Ports", "Crews"), (), ("Ports", "Crews")),
        (("Tags: Ports, Crews",), (), ("Ports", "Crews")),
    ],
)
def test_topics_and_keywords_stand_beside_or_below_their_label(
    texts: tuple[str, ...], topics: tuple[str, ...], keywords: tuple[str, ...]
) -> None:
    assert (stated(*texts).topics, stated(*texts).keywords) == (topics, keywords)


@pytest.mark.parametrize(
    ("texts", "identifier"),
    [
        (("Press Release Number:", "13-970"), "13-970"),
        (("RELEASE: J24-003",), "J24-003"),
        (("MEDIA ADVISORY: J24-005",), "J24-005"),
        (("(Release ID: 2296782)",), "2296782"),
        (("PORT Doc. No. 21030401. (Posted 3/4/21)",), "PORT Doc. No. 21030401"),
        (("008/2004",), "008/2004"),
    ],
)
def test_document_numbers_are_identifiers(texts: tuple[str, ...], identifier: str) -> None:
    assert stated(*texts).identifiers == (identifier,)


@pytest.mark.parametrize("text", ["FOR IMMEDIATE RELEASE", "Media Release", "NEWS RELEASE"])
def test_announcements_are_headers(text: str) -> None:
    assert mark_fields(pieces(text), find_fields(pieces(text)))[0].kind is BlockKind.HEADER
