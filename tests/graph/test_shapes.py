from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

from pipeline.graph.terms import CMQ
from pipeline.models import EntityKind, Status
from pipeline.vocabulary import AGREEMENT_KINDS, EVENT_KINDS, EVENT_ROLES, ontology_directory

SH = Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ontology_directory() / "shapes.ttl", format="turtle")


def choices(shapes: Graph, kind: URIRef, path: URIRef) -> set[str]:
    """The values that a shape lets a property have."""
    return {
        str(value).rpartition("#")[2]
        for shape in shapes.subjects(SH["targetClass"], kind)
        for rule in shapes.objects(shape, SH["property"])
        if shapes.value(rule, SH["path"]) == path
        for node in shapes.objects(rule, SH["in"])
        for value in Collection(shapes, node)
    }


@pytest.mark.parametrize(
    "kind",
    [
        *(*EVENT_ROLES, *EntityKind, "Release", "Passage", "Mention"),
        *("Correspondence", "Tenure", "Disagreement"),
    ],
)
def test_every_class_has_a_shape(shapes: Graph, kind: str) -> None:
    assert (None, SH["targetClass"], CMQ[kind]) in shapes


@pytest.mark.parametrize("event", EVENT_KINDS)
def test_the_kinds_of_an_event_are_those_of_the_vocabulary(shapes: Graph, event: str) -> None:
    assert choices(shapes, CMQ[event], CMQ["kind"]) == set(EVENT_KINDS[event])


def test_the_kinds_of_agreements_are_those_of_the_vocabulary(shapes: Graph) -> None:
    assert choices(shapes, CMQ["Agreement"], CMQ["kind"]) == set(AGREEMENT_KINDS)


def test_the_statuses_are_those_of_the_model(shapes: Graph) -> None:
    assert choices(shapes, CMQ["Event"], CMQ["status"]) == {status.value for status in Status}


def test_every_rule_says_in_words_what_is_amiss(shapes: Graph) -> None:
    rules = set(shapes.objects(None, SH["property"]))
    assert [rule for rule in rules if (rule, SH["message"], None) not in shapes] == []
    assert len(set(shapes.subjects(RDF.type, SH["NodeShape"]))) > 15
