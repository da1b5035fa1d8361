"""JSON-LD that a web developer reads without knowing RDF."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import RDFS, XSD

from pipeline.graph.context import context
from pipeline.graph.oxigraph import quads
from pipeline.graph.terms import CMQ, PREFIXES, RDF
from pipeline.graph.write import serialize
from pipeline.models import EntityKind, Status
from pipeline.vocabulary import AGREEMENT_KINDS, CIRCUMSTANCES, EVENT_KINDS, EVENT_ROLES
from tests.graph.archive import archive

FERRIES, COURTS, _ = archive()


@pytest.fixture(scope="module")
def ferries() -> Any:
    return json.loads(serialize(FERRIES, "jsonld"))


def test_a_release_holds_its_events_in_the_order_of_its_text(ferries: Any) -> None:
    release = ferries["releases"][0]
    assert (release["title"], release["issued"]) == ("Ferry Pact signed", "2021-03-04")
    begins = [min(passage["begin"] for passage in e["evidence"]) for e in release["events"]]
    assert begins == sorted(begins)
    assert len(begins) == 8


def test_a_signing_can_be_read_without_following_a_link(ferries: Any) -> None:
    signing = ferries["releases"][0]["events"][0]
    assert signing["type"] == ["Event", "Signing"]
    assert signing["status"] == "Occurred"
    assert signing["date"] == "2021-03-04"
    assert [who["label"] for who in signing["signatory"]] == ["Ida Brandt", "Otto Kral"]
    assert [deal["label"] for deal in signing["agreement"]] == ["Ferry Pact"]
    text = ferries["releases"][0]["text"]
    for passage in signing["evidence"]:
        assert text[passage["begin"] : passage["end"]] == passage["words"]


def test_a_date_is_called_by_its_precision(ferries: Any) -> None:
    events = ferries["releases"][0]["events"]
    assert {name: e[name] for e in events for name in ("month", "year") if name in e} == {
        "month": "2021-06",
        "year": "2022",
    }


def test_numbers_and_truth_values_are_those_of_json(ferries: Any) -> None:
    held = {post["acting"] for post in ferries["posts"]}
    assert held == {True, False}
    counts = [e["count"] for e in ferries["releases"][0]["events"] if "count" in e]
    assert counts == [2]


def test_what_may_be_many_is_always_a_list(ferries: Any) -> None:
    for event in ferries["releases"][0]["events"]:
        for role in {*event} & {"party", "signatory", "agreement", "speaker", "participant"}:
            assert isinstance(event[role], list), role


def test_an_entity_shows_its_names_and_where_it_is_mentioned(ferries: Any) -> None:
    (brandt,) = [e for e in ferries["entities"] if e["label"] == "Ida Brandt"]
    assert brandt["type"] == ["Person"]
    assert brandt["spellings"] == ["I. Brandt"]
    assert [m["words"] for m in brandt["mentions"]] == ["Ida Brandt"]


@pytest.mark.parametrize("role", sorted({r for rs in EVENT_ROLES.values() for r in rs}))
def test_every_role_has_a_term_of_its_own_name(role: str) -> None:
    terms = {
        name for (property_, _), name in context().terms.items() if property_ == str(CMQ[role])
    }
    assert role in terms


@pytest.mark.parametrize("role", CIRCUMSTANCES)
def test_every_circumstance_has_a_term(role: str) -> None:
    assert any(property_ == str(CMQ[role]) for property_, _ in context().terms)


def test_everything_that_samples_say_has_a_term(
    collections: Mapping[str, Sequence[Graph]],
) -> None:
    without = {
        (str(predicate), getattr(value, "datatype", None))
        for graphs in collections.values()
        for graph in graphs
        for _, predicate, value in graph
        if predicate != RDF.type and context().term(predicate, value) is None
    }
    assert without == set()


def test_no_concept_or_class_bears_the_name_of_a_term() -> None:
    kinds = {kind for kinds in EVENT_KINDS.values() for kind in kinds}
    concepts = {*AGREEMENT_KINDS, *kinds, *Status, *EVENT_ROLES, *EntityKind}
    assert concepts & context().whole.keys() == set()


def test_the_context_and_the_prefixes_of_turtle_agree() -> None:
    shared = context().prefixes.keys() & PREFIXES.keys()
    assert shared == context().prefixes.keys()
    assert {p: context().prefixes[p] for p in shared} == {p: PREFIXES[p] for p in shared}


@pytest.mark.parametrize(
    "value",
    [
        Literal("zwei", lang="de"),
        Literal("007", datatype=XSD.integer, normalize=False),
        Literal("1", datatype=XSD.boolean, normalize=False),
        Literal("2.50", datatype=XSD.decimal, normalize=False),
        Literal("x", datatype=URIRef("https://example.org/unit")),
        URIRef("https://example.org/else"),
        CMQ["Planned"],
    ],
)
@pytest.mark.parametrize(
    "predicate", [CMQ["count"], CMQ["acting"], CMQ["status"], RDFS.label, URIRef("https://x.org/p")]
)
def test_a_value_comes_back_as_it_was_whatever_the_property(
    predicate: URIRef, value: Literal | URIRef
) -> None:
    graph = Graph(identifier=URIRef("https://example.org/g"), bind_namespaces="none")
    graph.add((URIRef("https://example.org/s"), predicate, value))
    back = {q.triple for q in ox.parse(serialize(graph, "jsonld"), format=ox.RdfFormat.JSON_LD)}
    assert back == {quad.triple for quad in quads(graph)}


def test_rdflib_finds_the_same_graph() -> None:
    read = Graph().parse(data=serialize(COURTS, "jsonld"), format="json-ld")
    assert to_isomorphic(read) == to_isomorphic(COURTS)
