"""Facts as claims in RDF 1.2, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.claims import claims, unfold
from pipeline.graph.oxigraph import quads
from pipeline.graph.read import read_file
from pipeline.graph.terms import PREFIXES
from pipeline.graph.write import FORMATS, serialize, write
from tests.graph.archive import archive

FERRIES = archive()[0]
WRITABLE = [name for name in FORMATS if name != "jsonld"]


@pytest.fixture(scope="module")
def everything(collections: Mapping[str, Sequence[Graph]]) -> list[Graph]:
    return [graph for graphs in collections.values() for graph in graphs]


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """The claims of the ferries, as any store of RDF 1.2 holds them."""
    made = ox.Store()
    made.bulk_extend(quad for quad in claims(FERRIES))
    return made


def rows(store: ox.Store, sparql: str) -> list[tuple[str, ...]]:
    found = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(term.value for term in row if term is not None) for row in found)


def test_claims_and_the_usual_form_are_made_from_each_other(everything: list[Graph]) -> None:
    for graph in everything:
        claimed = set(claims(graph))
        assert set(unfold(claimed)) == set(quads(graph))
        assert claimed != set(quads(graph))


@pytest.mark.parametrize("format_", WRITABLE)
def test_every_syntax_of_rdf_12_comes_back_as_the_usual_form(
    everything: list[Graph], format_: str, tmp_path: Path
) -> None:
    for graph in everything:
        path = write(graph, tmp_path / f"graph.{format_}", view="claims")
        assert {q.triple for q in read_file(path)} == {q.triple for q in quads(graph)}


def test_evidence_is_one_step_from_a_plain_triple(store: ox.Store) -> None:
    asked = """SELECT ?words WHERE {
        ?who rdfs:label "Ida Brandt" . ?what rdfs:label "Ferry Pact" .
        ?who cmq:signed ?what . ?claim rdf:reifies <<( ?who cmq:signed ?what )>> ;
          cmq:evidence/nif:anchorOf ?words }"""
    assert [words for (words,) in rows(store, asked)] == [
        "Brandt and Kral signed the Ferry Pact of Oria and Syldavia in Klow on 4 March 2021",
        "Ferry Pact signed",
    ]


def test_what_has_not_occurred_is_claimed_and_not_asserted(store: ox.Store) -> None:
    asserted = """SELECT DISTINCT ?status { ?event a cmq:Signing .
        ?claim rdf:reifies <<( ?event a cmq:Signing )>> ; cmq:status ?status }"""
    assert rows(store, asserted) == [(PREFIXES["cmq"] + "Occurred",)]
    claimed = """SELECT ?status ?label { ?claim cmq:status ?status ;
        rdf:reifies <<( ?event cmq:agreement ?deal )>> . ?deal rdfs:label ?label
        FILTER NOT EXISTS { ?event cmq:agreement ?deal } }"""
    assert rows(store, claimed) == [
        (PREFIXES["cmq"] + "Negated", "Tunnel Contract"),
        (PREFIXES["cmq"] + "Planned", "Lighthouse Accord"),
    ]


def test_a_planned_meeting_is_claimed_with_the_edge_it_would_make(store: ox.Store) -> None:
    asked = """SELECT DISTINCT ?one ?other { ?claim cmq:status cmq:Planned ;
        rdf:reifies <<( ?a cmq:metWith ?b )>> . ?a rdfs:label ?one . ?b rdfs:label ?other }"""
    assert rows(store, asked) == [("Ida Brandt", "Otto Kral"), ("Otto Kral", "Ida Brandt")]


def test_only_the_aim_of_an_agreement_rests_on_its_evidence(store: ox.Store) -> None:
    asked = """SELECT DISTINCT ?p { ?deal a cmq:Agreement .
        ?claim rdf:reifies ?t FILTER (SUBJECT(?t) = ?deal) BIND (PREDICATE(?t) AS ?p) }"""
    edges = {PREFIXES["cmq"] + edge for edge in ("dateSigned",)}
    assert {p for (p,) in rows(store, asked)} - edges == {PREFIXES["cmq"] + "aim"}


def test_json_cannot_hold_a_claim() -> None:
    with pytest.raises(GraphError, match="a claim cannot be written as jsonld; choose one of ttl"):
        serialize(FERRIES, "jsonld", "claims")


def foreign() -> Iterator[ox.Quad]:
    reifier, said = ox.NamedNode("https://e.org/r"), ox.NamedNode("https://e.org/said")
    reifies = ox.NamedNode(PREFIXES["rdf"] + "reifies")
    for who in ("a", "b"):
        triple = ox.Triple(ox.NamedNode(f"https://e.org/{who}"), said, ox.Literal("x"))
        yield ox.Quad(reifier, reifies, triple)


def test_a_reifier_of_two_things_is_an_error_that_names_it() -> None:
    with pytest.raises(GraphError, match="r> reifies statements about 2 things"):
        unfold(foreign())


def test_statements_without_claims_stay_as_they_are() -> None:
    plain = tuple(quads(FERRIES))
    assert unfold(plain) == plain
