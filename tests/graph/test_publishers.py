from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDFS, SKOS

from pipeline.gazetteer import Entry, Gazetteer
from pipeline.graph.build import build
from pipeline.models import Entity, EntityKind, Facts, Metadata, Release

ENTRIES = (
    Entry("country/OR", EntityKind.COUNTRY, "Oria", ("Oria",), country="OR"),
    Entry("agency/or-law", EntityKind.AGENCY, "Ministry of Law", ("Ministry of Law",),
          country="OR", ambiguous=("Ministry of Law",)),
    Entry("agency/or-navy", EntityKind.AGENCY, "Navy of Oria", ("Navy of Oria", "Orian Navy"),
          country="OR"),
)  # fmt: skip
GAZETTEER = Gazetteer(
    entries={entry.id: entry for entry in ENTRIES},
    names={name: (entry.id,) for entry in ENTRIES for name in entry.names},
    demonyms={},
)
PORT = Entity("organization/port", EntityKind.ORGANIZATION, "Port Authority", ("the Authority",))
NAVY = Entity("agency/or-navy", EntityKind.AGENCY, "Orian Navy", shared=True)


def issued_by(*names: str, entities: tuple[Entity, ...] = ()) -> Graph:
    release = Release("a.md", 0, "Text", (), Metadata(publisher=names))
    return build([Facts(release, entities)], base="https://example.org/", gazetteer=GAZETTEER)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param([], set(), id="nobody"),
        pytest.param(["Orian Navy"], {"agency/or-navy"}, id="gazetteer"),
        pytest.param(["Ministry of Law"], {"publisher/ministry-of-law"}, id="whose law?"),
        pytest.param(["Ministry of Law, Oria"], {"agency/or-law"}, id="country behind"),
        pytest.param(["Ministry of Law, Zenda"], {"publisher/ministry-of-law-zenda"}, id="unknown"),
        pytest.param(["port authority"], {"organization/port"}, id="entity of the release"),
        pytest.param(["The Authority"], {"organization/port"}, id="another spelling of it"),
        pytest.param(
            ["Royal Ministry of Salt", "Ministry of Salt"],
            {"publisher/royal-ministry-of-salt"},
            id="one body, two spellings",
        ),
        pytest.param(
            ["Home Office", "Ministry of Salt"],
            {"publisher/home-office", "publisher/ministry-of-salt"},
            id="two bodies",
        ),
        pytest.param(
            ["Navy of Oria", "Orian Navy"], {"agency/or-navy"}, id="two spellings of an entry"
        ),
    ],
)
def test_the_publisher_is(names: list[str], expected: set[str]) -> None:
    graph = issued_by(*names, entities=(PORT,))
    found = {str(node) for node in graph.objects(graph.identifier, DCTERMS.publisher)}
    assert {"/".join(iri.split("/")[-2:]) for iri in found} == expected


def test_bodies_named_in_another_script_stay_apart() -> None:
    graph = issued_by("外務省", "財務省")
    assert len(set(graph.objects(graph.identifier, DCTERMS.publisher))) == 2


def test_an_entity_of_the_gazetteer_is_called_the_same_in_every_graph() -> None:
    graph = issued_by("Orian Navy", entities=(NAVY,))
    (navy,) = graph.objects(graph.identifier, DCTERMS.publisher)
    assert [str(label) for label in graph.objects(navy, RDFS.label)] == ["Navy of Oria"]
    assert [str(label) for label in graph.objects(navy, SKOS.altLabel)] == ["Orian Navy"]


def test_what_an_entity_refers_to_comes_from_the_gazetteer() -> None:
    crown = Entity("crown", EntityKind.GOVERNMENT, "the Crown", government_of="country/OR")
    graph = issued_by(entities=(crown,))
    assert str(graph.value(URIRef("https://example.org/country/OR"), RDFS.label)) == "Oria"
