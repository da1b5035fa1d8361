"""Check that a graph's nodes hang together: none refers to what is nowhere described."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from pipeline.graph.answers import plain, short
from pipeline.graph.document import Document
from pipeline.graph.edges import EDGES, implied_edges
from pipeline.graph.findings import Finding
from pipeline.graph.ontology import ontology
from pipeline.graph.terms import CMQ, DCTERMS, NIF, OWL, RDF, RDFS, SKOS

#: What may lead to things described elsewhere: pages on the web, the terms of an ontology, those
#: that a link of identity speaks of.
_ELSEWHERE = frozenset(
    map(
        str,
        (
            RDF.type,
            RDFS.range,
            DCTERMS.source,
            OWL.sameAs,
            OWL.differentFrom,
            SKOS.closeMatch,
            *(CMQ[term] for term in ("between", "knownHereAs", "seenIn")),
        ),
    )
)
#: What several documents say together: its evidence stands in each of them.
_TOGETHER = frozenset(str(CMQ[kind]) for kind in ("Disagreement", "Tenure"))
#: What leads from an event to words of its release.
_SHOWN = tuple(CMQ[term] for term in ("evidence", "mention", "trigger", "dated"))


def dangling(document: Document) -> Iterator[Finding]:
    """The nodes that something refers to though the graph does not say what they are."""
    described, known = document.by_subject, ontology().by_subject
    for quad in document.quads:
        subject, term, value = quad.subject, quad.predicate.value, quad.object
        if isinstance(subject, ox.BlankNode) or isinstance(value, ox.BlankNode):
            yield Finding(document.name, plain(subject), "a node has no IRI", short(quad.predicate))
        elif (
            isinstance(value, ox.NamedNode)
            and term not in _ELSEWHERE
            and not document.classes(subject) & _TOGETHER
            and not (value in known or str(RDF.type) in described.get(value, ()))
        ):
            led = f"{short(quad.predicate)} {value.value}"
            yield Finding(
                document.name, plain(subject), "it leads to what is nowhere described", led
            )


def strangers(document: Document) -> Iterator[Finding]:
    """The events that show passages of a release other than the one they are reported in."""
    for event, release in document.pairs(CMQ["reportedIn"]):
        for term in _SHOWN:
            for passage in document.values(event, term):
                if release not in document.values(passage, NIF["referenceContext"]):
                    problem = "it shows a passage of another release than reports it"
                    yield Finding(document.name, plain(event), problem, plain(passage))


def loose_edges(document: Document, store: ox.Store) -> Iterator[Finding]:
    """The derived edges that no event which occurred implies, and those that are missing."""
    stated = frozenset(
        ox.Triple(node, ox.NamedNode(str(edge)), value)
        for edge in EDGES
        for node, value in document.pairs(edge)
    )
    implied = implied_edges(store, document.quads[0].graph_name)
    for edges, problem in (
        (stated - implied, "no event that occurred says so"),
        (implied - stated, "an event says so, yet the edge is missing"),
    ):
        for edge in edges:
            said = f"{short(edge.predicate)} {plain(edge.object)}"
            yield Finding(document.name, plain(edge.subject), problem, said)
