"""Facts as claims, in RDF 1.2: a reifier for each carries the passages that state it.

The usual form hangs status, evidence and confidence on the event itself. Here they hang on a
*claim*, a reifier of the triples that say what happened; these stand as plain triples beside it
only if the release states them as done. What is planned, denied or possible is claimed and not
asserted, so that no query takes it for a fact. Either form can be made from the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import Graph
from rdflib.term import Node

from pipeline.errors import GraphError
from pipeline.graph import oxigraph
from pipeline.graph.edges import EDGES, derive_edges
from pipeline.graph.terms import CMQ, RDF
from pipeline.models import Status

#: What is said of the claim and not of what is claimed.
_ABOUT_CLAIMS = frozenset(
    CMQ[name]
    for name in (
        "status", "evidence", "mention", "trigger", "dated", "confidence", "support", "doubt",
        "frame", "reportedIn",
    )
)  # fmt: skip
_REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
_EDGES = frozenset(ox.NamedNode(str(edge)) for edge in EDGES)
_OCCURRED = CMQ[Status.OCCURRED.value]


def claims(graph: Graph) -> Iterator[ox.Quad]:
    """A document's graph with its facts as claims, in no order."""
    name = ox.NamedNode(str(graph.identifier))
    plain = Graph(identifier=graph.identifier, bind_namespaces="none")
    plain += graph
    for fact in set(graph.subjects(CMQ["evidence"])):
        claim = ox.NamedNode(f"{fact}/claim")
        stated, about = _parted(graph, fact)
        plain -= about
        if graph.value(fact, CMQ["status"], default=_OCCURRED) != _OCCURRED:
            plain -= stated
        for quad in oxigraph.quads(stated + _edges(graph, fact)):
            yield ox.Quad(claim, _REIFIES, quad.triple, name)
        for quad in oxigraph.quads(about):
            yield ox.Quad(claim, quad.predicate, quad.object, name)
    yield from oxigraph.quads(plain)


def unfold(quads: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
    """Statements with each claim laid back on what it claims; others as they are.

    Raises :class:`GraphError` for a reifier that is no claim of one fact.
    """
    quads = tuple(quads)
    claimed: dict[object, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        if quad.predicate == _REIFIES and isinstance(quad.object, ox.Triple):
            claimed[quad.subject].append(quad.object)
    facts = {claim: _fact(claim, triples) for claim, triples in claimed.items()}
    return tuple(_unfolded(quads, facts)) if facts else quads


def _parted(graph: Graph, fact: Node) -> tuple[Graph, Graph]:
    """What is claimed of a fact, and what is said of the claim."""
    stated, about = Graph(identifier=graph.identifier), Graph(identifier=graph.identifier)
    # Only an agreement's aim is quoted from the release; its name and kind are put together.
    is_agreement = (fact, RDF.type, CMQ["Agreement"]) in graph
    for triple in graph.triples((fact, None, None)):
        if triple[1] in _ABOUT_CLAIMS:
            about.add(triple)
        elif not is_agreement or triple[1] == CMQ["aim"]:
            stated.add(triple)
    return stated, about


def _edges(graph: Graph, fact: Node) -> Graph:
    """The plain triples that an event amounts to if it occurs."""
    alone = Graph(identifier=graph.identifier)
    alone += graph.triples((fact, None, None))
    alone.set((fact, CMQ["status"], _OCCURRED))
    return derive_edges(alone)


def _fact(claim: object, triples: Iterable[ox.Triple]) -> ox.NamedNode:
    """What a claim is about: the one subject of what it reifies, plain edges aside."""
    subjects = {triple.subject for triple in triples if triple.predicate not in _EDGES}
    subject = next(iter(subjects), None)
    if len(subjects) != 1 or not isinstance(subject, ox.NamedNode):
        raise GraphError(
            f"{claim} reifies statements about {len(subjects)} things, not about one fact",
            remedy="name a graph that 'communique convert --view claims' wrote",
        )
    return subject


def _unfolded(quads: Iterable[ox.Quad], facts: dict[object, ox.NamedNode]) -> Iterator[ox.Quad]:
    for quad in quads:
        if quad.subject not in facts:
            yield quad
        elif not isinstance(quad.object, ox.Triple):
            yield ox.Quad(facts[quad.subject], quad.predicate, quad.object, quad.graph_name)
        elif quad.object.predicate not in _EDGES:
            t = quad.object
            yield ox.Quad(t.subject, t.predicate, t.object, quad.graph_name)
