"""A document of two releases, written for these tests, and what it says as facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph

from pipeline import language
from pipeline.graph.build import build
from pipeline.graph.read import read
from pipeline.graph.write import write
from pipeline.models import (
    Agreement,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    Event,
    Facts,
    Filler,
    Metadata,
    PartialDate,
    Post,
    Release,
    Span,
    Status,
)
from pipeline.release import draw, understand
from pipeline.sources import Document, discover
from tests.graph.archive import archive, together

TITLE = "Ruritania and Honduras sign a fishing pact"
LEAD = (
    "STRELSAU – Acting Minister of Fisheries Ana Lobo signed a fishing pact with Honduras today "
    "on behalf of the Crown."
)
QUOTED = "“Our nets “are” full,” said Minister Lobo. “Our\nboats are safe.”"
LATER = "Lobo will meet Juan Mora in May. The ferry contract of 2018 was not signed."
TEXT = "\n\n".join((TITLE, LEAD, QUOTED, LATER))
ANNEX = "Joint statement\n\nThe Ministry of Fisheries and Honduras share one sea."


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Where words stand in the sample."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


RELEASE = Release(
    source="samples/pact.md",
    part=0,
    text=TEXT,
    blocks=(Block(BlockKind.TITLE, span(TITLE)), Block(BlockKind.PARAGRAPH, span(LEAD))),
    metadata=Metadata(
        title=TITLE,
        published=dt.date(2019, 9, 27),
        publisher=("Ministry of Fisheries",),
        url="https://fisheries.example/news/fishing pact",
        identifiers=("RF 12/2019",),
        topics=("Fisheries",),
        keywords=("Honduras",),
        modified=dt.date(2019, 9, 28),
    ),
    dateline=span("STRELSAU – "),
)

LOBO = Entity(
    id="person/ana-lobo",
    kind=EntityKind.PERSON,
    label="Ana Lobo",
    alt_labels=("Lobo",),
    shared=True,
    mentions=(span("Ana Lobo"), span("Lobo", 1), span("Lobo", 2)),
)
HONDURAS = Entity(
    id="country/HN",
    kind=EntityKind.COUNTRY,
    label="Honduras",
    shared=True,
    mentions=(span("Honduras"), span("Honduras", 1)),
)
MINISTRY = Entity(
    id="organization/ministry-of-fisheries",
    kind=EntityKind.AGENCY,
    label="Ministry of Fisheries",
    parent="organization/crown",
)
CROWN = Entity(
    id="organization/crown",
    kind=EntityKind.GOVERNMENT,
    label="the Crown",
    mentions=(span("the Crown"),),
    government_of="country/RU-ritania",
)
RURITANIA = Entity(
    id="country/RU-ritania",
    kind=EntityKind.COUNTRY,
    label="Ruritania",
    mentions=(span("Ruritania"),),
)
STRELSAU = Entity(
    id="place/strelsau",
    kind=EntityKind.PLACE,
    label="Strelsau",
    mentions=(span("STRELSAU"),),
    headquarters_of="organization/ministry-of-fisheries",
)
PACT = Entity(
    id="agreement/fishing-pact",
    kind=EntityKind.AGREEMENT,
    label="fishing pact",
    mentions=(span("fishing pact"), span("fishing pact", 1)),
)
FERRY = Entity(
    id="agreement/ferry-contract",
    kind=EntityKind.AGREEMENT,
    label="ferry contract",
    mentions=(span("ferry contract"),),
)
MORA = Entity(
    id="person/juan-mora",
    kind=EntityKind.PERSON,
    label="Juan Mora",
    mentions=(span("Juan Mora"),),
)

SIGNING = Event(
    type="Signing",
    status=Status.OCCURRED,
    evidence=(span(TITLE), span("Ana Lobo signed a fishing pact with Honduras today")),
    fillers=(
        Filler("signatory", "person/ana-lobo", span=span("Ana Lobo")),
        Filler("party", "country/HN", span=span("Honduras", 1)),
        Filler("agreement", "agreement/fishing-pact", span=span("fishing pact", 1)),
        Filler("onBehalfOf", "organization/crown", span=span("the Crown")),
        Filler("place", "place/strelsau", span=span("STRELSAU")),
        Filler("count", literal=1, span=span("a fishing")),
    ),
    kind="Agreement",
    date=PartialDate("2019-09-27"),
    confidence=0.9,
    reasons=("told in the headline and the lead",),
    frame="signing",
)
STATEMENT = Event(
    type="Statement",
    status=Status.OCCURRED,
    evidence=(span("Our nets “are” full,"), span("Our\nboats are safe.")),
    fillers=(
        Filler("speaker", "person/ana-lobo", span=span("Lobo", 1)),
        Filler("quote", literal="Our nets “are” full, Our\nboats are safe."),
    ),
    date=PartialDate("2019-09-27"),
    confidence=0.955,
    frame="statement",
)
MEETING = Event(
    type="Meeting",
    status=Status.PLANNED,
    evidence=(span("Lobo will meet Juan Mora in May"),),
    fillers=(
        Filler("participant", "person/ana-lobo", span=span("Lobo", 2)),
        Filler("participant", "person/juan-mora", span=span("Juan Mora")),
    ),
    date=PartialDate("2020-05"),
    end_date=PartialDate("2020-06"),
)
REFUSAL = Event(
    type="Signing",
    status=Status.NEGATED,
    evidence=(span("The ferry contract of 2018 was not signed"),),
    fillers=(Filler("agreement", "agreement/ferry-contract", span=span("ferry contract")),),
    kind="Contract",
    date=PartialDate("2018"),
)

MAIN = Facts(
    release=RELEASE,
    entities=(LOBO, HONDURAS, MINISTRY, CROWN, RURITANIA, STRELSAU, PACT, FERRY, MORA),
    agreements=(
        Agreement(
            id="agreement/fishing-pact",
            kind="Agreement",
            title="Pact on Fishing",
            parties=("country/HN", "country/RU-ritania"),
            aims=(span("Our\nboats are safe"),),
            follows=("agreement/ferry-contract",),
        ),
    ),
    posts=(
        Post(
            person="person/ana-lobo",
            title="Minister of Fisheries",
            organization="organization/ministry-of-fisheries",
            acting=True,
            evidence=(span("Acting Minister of Fisheries Ana Lobo"),),
        ),
    ),
    events=(SIGNING, STATEMENT, MEETING, REFUSAL),
)

STATEMENT_RELEASE = Release(
    source="samples/pact.md",
    part=1,
    text=ANNEX,
    blocks=(Block(BlockKind.TITLE, Span(0, 15)),),
    metadata=Metadata(title="Joint statement", published=dt.date(2019, 9, 26)),
)
PART = Facts(
    release=STATEMENT_RELEASE,
    entities=(
        Entity(
            id="country/HN",
            kind=EntityKind.COUNTRY,
            label="Republic of Honduras",
            alt_labels=("Honduras",),
            shared=True,
            mentions=(span("Honduras", text=ANNEX),),
        ),
    ),
)
DOCUMENT = (MAIN, PART)


@pytest.fixture(scope="session")
def document() -> tuple[Facts, ...]:
    """A document of two releases."""
    return DOCUMENT


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The graph of that document. Tests leave it as it is."""
    return build(DOCUMENT, base="https://example.org/id/", provenance=("reader 1.0",))


@pytest.fixture(scope="session")
def collections() -> Mapping[str, Sequence[Graph]]:
    """The graphs of ``data/raw`` as it is read, and those of the archive."""
    reader = language.load()
    found = discover([str(Path(__file__).parents[2] / "data" / "raw")])
    samples = [
        draw(understand(Path(document.place), reader, source=document.source))
        for document in found
        if isinstance(document, Document)
    ]
    return {"samples": samples, "archive": archive()}


@pytest.fixture(scope="session")
def asked_of(collections: Mapping[str, Sequence[Graph]]) -> Mapping[str, Sequence[Graph]]:
    """What questions are asked of: the graphs, and what those of the archive say together."""
    return {**collections, "archive": (*collections["archive"], together())}


@pytest.fixture(scope="session")
def stores(
    asked_of: Mapping[str, Sequence[Graph]], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, ox.Store]:
    """Each collection as ``communique`` reads it from files."""
    folder = tmp_path_factory.mktemp("graphs")
    for name, graphs in asked_of.items():
        for number, graph in enumerate(graphs):
            write(graph, folder / name / f"{number}.ttl")
    return {name: read([folder / name]) for name in asked_of}


@pytest.fixture(scope="session")
def tiny() -> Callable[..., Facts]:
    """One sentence and its one event, changed as told."""
    return _tiny


def _tiny(**changes: Any) -> Facts:
    text = "Ana signed the pact with Oria."
    where = {words: span(words, text=text) for words in ("Ana", "the pact", "Oria")}
    return Facts(
        release=Release("a.md", 0, text, (), Metadata(title="A pact")),
        entities=(
            Entity("person/ana", EntityKind.PERSON, "Ana", mentions=(where["Ana"],)),
            Entity("agreement/pact", EntityKind.AGREEMENT, "pact", mentions=(where["the pact"],)),
            Entity("country/oria", EntityKind.COUNTRY, "Oria", mentions=(where["Oria"],)),
        ),
        events=(replace(_TINY, **changes),),
    )


_TINY = Event(
    type="Signing",
    status=Status.OCCURRED,
    evidence=(Span(0, 29),),
    fillers=(
        Filler("signatory", "person/ana", span=Span(0, 3)),
        Filler("agreement", "agreement/pact", span=Span(11, 19)),
        Filler("party", "country/oria", span=Span(25, 29)),
    ),
    date=PartialDate("2020-05"),
    confidence=0.8,
    frame="signing",
)
