"""Check that a graph's nodes hang together: none refers to what is nowhere described."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import BNode, Graph, URIRef

from pipeline.graph.edges import derive_edges, stated_edges
from pipeline.graph.findings import Finding
from pipeline.graph.terms import CMQ, DCTERMS, NIF, RDF, RDFS

#: What may be referred to and described elsewhere: pages on the web, the terms of an ontology.
_ELSEWHERE = frozenset({RDF.type, RDFS.range, DCTERMS.source})


#: What leads from an event to words of its release.
_SHOWN = CMQ["evidence"] | CMQ["mention"] | CMQ["trigger"] | CMQ["dated"]


def dangling(graph: Graph) -> Iterator[Finding]:
    """The nodes that something refers to though the graph does not say what they are."""
    document = str(graph.identifier)
    described = set(graph.subjects(RDF.type))
    for subject, predicate, value in graph:
        if isinstance(subject, BNode) or isinstance(value, BNode):
            yield Finding(document, str(subject), "a node has no IRI", str(predicate))
            continue
        elsewhere = predicate in _ELSEWHERE or str(value).startswith(CMQ)
        if isinstance(value, URIRef) and value not in described and not elsewhere:
            problem = f"{_local(predicate)} leads to {value}, which is nowhere described"
            yield Finding(document, str(subject), problem)


def strangers(graph: Graph) -> Iterator[Finding]:
    """The events that show passages of a release other than the one they are reported in."""
    for event, release in graph.subject_objects(CMQ["reportedIn"]):
        for passage in graph.objects(event, _SHOWN):
            if (passage, NIF["referenceContext"], release) not in graph:
                problem = f"it shows {passage}, which is no passage of {release}"
                yield Finding(str(graph.identifier), str(event), problem)


def loose_edges(graph: Graph) -> Iterator[Finding]:
    """The derived edges that no event which occurred implies, and those that are missing."""
    document, stated, implied = str(graph.identifier), stated_edges(graph), derive_edges(graph)
    for subject, edge, value in stated - implied:
        problem = f"no event that occurred says that it {_local(edge)} {value}"
        yield Finding(document, str(subject), problem)
    for subject, edge, value in implied - stated:
        problem = f"an event says that it {_local(edge)} {value}, yet the edge is missing"
        yield Finding(document, str(subject), problem)


def _local(term: object) -> str:
    return str(term).replace("#", "/").rpartition("/")[2]
