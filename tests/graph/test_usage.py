"""Terms that are used but not defined, and defined but not used."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from pipeline.errors import OntologyError
from pipeline.graph.terms import CMQ
from pipeline.graph.usage import asked, usage
from pipeline.graph.write import serialize, write

MY = "https://example.org/my#"
OWN = f"""
@prefix my: <{MY}> . @prefix cmq: <{CMQ}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
my:Launch rdfs:subClassOf cmq:Event .
my:vessel rdfs:domain my:Launch .
"""


def test_what_is_shipped_uses_what_is_defined_and_no_more(graph: Graph, tmp_path: Path) -> None:
    found = usage([write(graph, tmp_path / "a.ttl")])
    assert found.undefined == {}
    assert found.unused == ()


def test_a_term_that_is_misspelt_in_a_graph_is_found_with_its_file(
    graph: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "a.ttl"
    text = serialize(graph).decode().replace("cmq:signatory", "cmq:signer")
    text = text.replace("dcterms:issued", "dcterms:isued").replace("a org:Role", "a org:Rule")
    path.write_text(text, encoding="utf-8")
    assert usage([path]).undefined == {
        "http://purl.org/dc/terms/isued": (str(path),),
        "http://www.w3.org/ns/org#Rule": (str(path),),
        f"{CMQ}signer": (str(path),),
    }


def test_a_value_that_no_ontology_has_is_found(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    text = serialize(graph).decode().replace("cmq:status cmq:Planned", "cmq:status cmq:Alleged")
    path.write_text(text, encoding="utf-8")
    assert list(usage([path]).undefined) == [f"{CMQ}Alleged"]


def test_terms_of_a_users_own_must_be_used_in_the_graphs(graph: Graph, tmp_path: Path) -> None:
    own = tmp_path / "my.ttl"
    own.write_text(OWN, encoding="utf-8")
    path = tmp_path / "a.ttl"
    launch = f"a cmq:Event,\n        <{MY}Launch>"
    text = serialize(graph).decode().replace("a cmq:Event,\n        cmq:Meeting", launch)
    assert launch in text
    path.write_text(text, encoding="utf-8")
    found = usage([path], own)
    assert found.undefined == {}
    assert found.unused == (f"{MY}vessel",)


def test_an_ontology_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"none\.ttl"):
        usage(own=tmp_path / "none.ttl")


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("SELECT ?x { ?x cmq:date ?y }", ["cmq#date"]),
        ("# cmq:lost\nSELECT ?x { ?x cmq:date '# cmq:lost' }", ["cmq#date"]),
        (f"PREFIX c: <{CMQ}> SELECT ?x {{ ?x c:date 1 }}", ["cmq#date"]),
        ("SELECT ?x { ?x a <http://example.org/cmq:lost#cmq:lost> }", []),
        ("SELECT ?x { ?x rdfs:label ?y . FILTER(xsd:date(?y) > 3) }", []),
    ],
)
def test_the_terms_of_a_question_are_those_it_asks_by(question: str, terms: list[str]) -> None:
    assert sorted(asked(question)) == [term.replace("cmq#", CMQ) for term in terms]
