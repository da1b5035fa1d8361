from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from pipeline.errors import GraphError
from pipeline.graph.iris import name, percent, release_iri, root, web_address
from pipeline.models import (
    Entity,
    EntityKind,
    Event,
    Filler,
    Metadata,
    PartialDate,
    Post,
    Release,
    Span,
    Status,
)

BASE = "https://example.org/id/"
RELEASE = Release(
    "a.md", 0, "Two sign.", (), Metadata(title="Two sign", published=dt.date(2020, 1, 2))
)
NAMES = name(
    RELEASE,
    (
        Entity("country/HN", EntityKind.COUNTRY, "Honduras", shared=True),
        Entity("person/josé", EntityKind.PERSON, "José"),
    ),
    BASE,
)
SIGNING = Event(
    type="Signing",
    status=Status.OCCURRED,
    evidence=(Span(0, 3), Span(4, 8)),
    fillers=(Filler("party", "country/HN"), Filler("count", literal=2)),
)


@pytest.mark.parametrize(
    ("metadata", "ends"),
    [
        pytest.param(RELEASE.metadata, "2020-01-02-two-sign", id="date and title"),
        pytest.param(Metadata(title="Two sign"), "undated-two-sign", id="no date"),
        pytest.param(Metadata(), "undated-untitled", id="neither"),
        pytest.param(
            Metadata(title="A very long title that says everything twice and again"),
            "undated-a-very-long-title-that-says-everything",
            id="long title cut at a word",
        ),
    ],
)
def test_a_release_is_called_by_its_date_title_and_text(metadata: Metadata, ends: str) -> None:
    iri = f"{BASE}release/{ends}-{RELEASE.digest[:12]}"
    assert release_iri(replace(RELEASE, metadata=metadata), BASE) == URIRef(iri)


def test_a_changed_text_makes_another_release() -> None:
    assert release_iri(replace(RELEASE, text="Two sign!"), BASE) != release_iri(RELEASE, BASE)


def test_a_shared_entity_lies_below_the_base_and_another_below_its_release() -> None:
    assert str(NAMES.entity("country/HN")) == f"{BASE}country/HN"
    assert str(NAMES.entity("person/josé")) == f"{NAMES.release}/person/jos%C3%A9"


def test_an_entity_nobody_described_is_an_error_that_names_it() -> None:
    with pytest.raises(GraphError, match="'person/nobody' is referred to but nowhere described"):
        NAMES.entity("person/nobody")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(SIGNING, type="Meeting"), id="type"),
        pytest.param(replace(SIGNING, kind="Treaty"), id="kind"),
        pytest.param(replace(SIGNING, date=PartialDate("2020")), id="date"),
        pytest.param(replace(SIGNING, evidence=(Span(0, 3),)), id="evidence"),
        pytest.param(replace(SIGNING, fillers=SIGNING.fillers[:1]), id="a filler less"),
        pytest.param(
            replace(SIGNING, fillers=(Filler("signatory", "country/HN"), *SIGNING.fillers[1:])),
            id="role",
        ),
        pytest.param(
            replace(SIGNING, fillers=(*SIGNING.fillers[:1], Filler("count", literal="2"))),
            id="a number is not its digits",
        ),
    ],
)
def test_another_event_has_another_iri(other: Event) -> None:
    assert NAMES.event(other) != NAMES.event(SIGNING)


@pytest.mark.parametrize(
    "same",
    [
        pytest.param(replace(SIGNING, fillers=SIGNING.fillers[::-1]), id="order of fillers"),
        pytest.param(replace(SIGNING, evidence=SIGNING.evidence[::-1]), id="order of passages"),
        pytest.param(replace(SIGNING, confidence=0.9, reasons=("lead",)), id="confidence"),
        pytest.param(replace(SIGNING, frame="signing"), id="frame"),
    ],
)
def test_an_event_keeps_its_iri_whatever_the(same: Event) -> None:
    assert NAMES.event(same) == NAMES.event(SIGNING)


def test_two_posts_of_one_person_are_two_memberships_and_one_title_is_one_role() -> None:
    post = Post("person/ana", "Secretary")
    assert NAMES.membership(post) != NAMES.membership(replace(post, acting=True))
    assert NAMES.role("Secretary-General") != NAMES.role("Secretary General")
    assert NAMES.role("秘書") != NAMES.role("大臣")


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://example.gov/a?b=c&d=é#e", "https://example.gov/a?b=c&d=%C3%A9#e"),
        ("http://example.gov", "http://example.gov"),
        ("https://example.gov/a b", "https://example.gov/a%20b"),
        ("https://example.gov/{a}|<b>", "https://example.gov/%7Ba%7D%7C%3Cb%3E"),
        ("https://example.gov/a#b#c", "https://example.gov/a#b%23c"),
        ("https://example.gov/100%", "https://example.gov/100%25"),
        ("ftp://example.gov/a", None),
        ("https://", None),
        ("javascript:alert(1)", None),
        ("see https://example.gov", None),
        ("", None),
        pytest.param("https://a.gov/#\0#", "https://a.gov/#%00%23", id="a NUL after the mark"),
    ],
)
def test_web_address(url: str, iri: str | None) -> None:
    assert web_address(url) == (iri and URIRef(iri))


@given(st.text(st.characters(codec="utf-8")))
def test_a_web_address_is_valid_or_nothing(tail: str) -> None:
    address = web_address("https://example.gov/" + tail)
    assert address is not None
    assert ox.NamedNode(str(address)).value == str(address)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_id_makes_a_valid_iri(identifier: str) -> None:
    iri = BASE + percent(identifier)
    assert ox.NamedNode(iri).value == iri


@pytest.mark.parametrize(
    "base", ["", "example.org", "https://", "https://a b/", "https://a/#", "a:b"]
)
def test_a_base_that_cannot_begin_an_iri_is_an_error(base: str) -> None:
    with pytest.raises(GraphError, match="cannot begin an IRI; give one such as"):
        root(base)
