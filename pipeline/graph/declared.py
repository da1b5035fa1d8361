"""Check that the terms of events are declared and used as they are: those of a user's own too.

That an event of a user's own has a status and shows its words is in the shape of all events.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from pipeline.graph.findings import Finding
from pipeline.graph.terms import CMQ, RDF, RDFS, SCHEMA, XSD
from pipeline.models import EntityKind
from pipeline.vocabulary import EVENT_ROLES

_EVENTS = frozenset(CMQ[name] for name in ("Event", *EVENT_ROLES))
#: The classes in each range: graphs give what they tell of the narrowest one only.
_IN_RANGE: dict[Node, set[URIRef]] = {
    **{CMQ[kind.value]: {CMQ[kind.value]} for kind in EntityKind},
    CMQ["Agent"]: {CMQ[kind.value] for kind in EntityKind if kind is not EntityKind.AGREEMENT},
    CMQ["Organization"]: {CMQ["Organization"], CMQ["Agency"], CMQ["Government"]},
    CMQ["Place"]: {CMQ["Place"], CMQ["Country"]},
    SCHEMA["MonetaryAmount"]: {SCHEMA["MonetaryAmount"]},
}
_OURS = (str(CMQ), str(RDF), str(RDFS))


def undeclared(graph: Graph) -> Iterator[Finding]:
    """The events with a class or a property that neither the ontology nor the graph declares."""
    known = _EVENTS | {*graph.subjects(RDFS.subClassOf)}
    for event in {*graph.subjects(RDF.type, CMQ["Event"])}:
        for class_ in {*graph.objects(event, RDF.type)} - known:
            yield _finding(graph, event, f"no ontology declares its class {class_}")
        for term in {*graph.predicates(event)}:
            if not str(term).startswith(_OURS) and (term, RDFS.domain, None) not in graph:
                yield _finding(graph, event, f"no ontology declares its property {term}")


def misused(graph: Graph) -> Iterator[Finding]:
    """The values of declared properties that stand at other things, or are of other classes."""
    for term in {*graph.subjects(RDFS.domain)}:
        domain, ranges = {*graph.objects(term, RDFS.domain)}, {*graph.objects(term, RDFS.range)}
        for event, value in graph.subject_objects(term):
            if domain.isdisjoint(graph.objects(event, RDF.type)):
                yield _finding(graph, event, f"is none of those that have the property {term}")
            if not all(_is_in(graph, value, range_) for range_ in ranges):
                called = ", ".join(sorted(map(str, ranges)))
                yield _finding(graph, event, f"its {term} is not of {called}", str(value))


def _is_in(graph: Graph, value: Node, range_: Node) -> bool:
    if isinstance(value, Literal):
        return (value.datatype or XSD.string) == range_
    return not _IN_RANGE.get(range_, set()).isdisjoint(graph.objects(value, RDF.type))


def _finding(graph: Graph, node: Node, problem: str, words: str | None = None) -> Finding:
    return Finding(str(graph.identifier), str(node), problem, words)
