"""Where rdflib meets Oxigraph: the terms of the one as terms of the other."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from pipeline.errors import GraphError


def quads(graph: Graph) -> Iterator[ox.Quad]:
    """The triples of a graph, in no order, each with the graph's name."""
    name = named(graph.identifier)
    for subject, predicate, value in graph:
        yield ox.Quad(named(subject), named(predicate), _object(value), name)


def named(term: Node) -> ox.NamedNode:
    """An IRI, or an error for a blank node, which our graphs do not have."""
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    raise GraphError(f"{term!r} stands where only an IRI may", remedy="name it by an IRI")


def _object(term: Node) -> ox.NamedNode | ox.Literal:
    if not isinstance(term, Literal):
        return named(term)
    datatype = ox.NamedNode(str(term.datatype)) if term.datatype else None
    return ox.Literal(str(term), datatype=datatype, language=term.language)
