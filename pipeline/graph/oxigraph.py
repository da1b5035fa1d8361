"""Where rdflib meets Oxigraph: the terms of the one as terms of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from pipeline.errors import GraphError

Resource: TypeAlias = ox.NamedNode | ox.BlankNode


def quads(graph: Graph) -> Iterator[ox.Quad]:
    """The triples of a graph, in no order, each with the graph's name."""
    name = _resource(graph.identifier)
    for subject, predicate, value in graph:
        if not isinstance(predicate, URIRef):
            raise GraphError(f"{predicate!r} stands where only a property may")
        term = _literal(value) if isinstance(value, Literal) else _resource(value)
        yield ox.Quad(_resource(subject), ox.NamedNode(str(predicate)), term, name)


def graph(name: str, statements: Iterable[ox.Quad] | Iterable[ox.Triple]) -> Graph:
    """Statements as an rdflib graph of that name, their literals as they are written."""
    made = Graph(identifier=URIRef(name), bind_namespaces="none")
    for statement in statements:
        made.add((_node(statement.subject), _node(statement.predicate), _node(statement.object)))
    return made


def turtle(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> str:
    """Triples in Turtle, in the order given, all the prefixes in order before them."""
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
    lines = (data or b"").decode().splitlines(keepends=True)
    header = sorted(lines[: len(prefixes)])  # which Oxigraph writes in any order
    return "".join((*header, "\n", *lines[len(prefixes) :]))


def nodes(terms: Iterable[Resource]) -> tuple[Node, ...]:
    """Nodes of Oxigraph as nodes of rdflib, in their order by IRI."""
    return tuple(sorted(map(_node, terms), key=str))


def _resource(term: Node) -> Resource:
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    raise GraphError(f"{term!r} stands where only an IRI may", remedy="name it by an IRI")


def _literal(term: Literal) -> ox.Literal:
    datatype = ox.NamedNode(str(term.datatype)) if term.datatype else None
    return ox.Literal(str(term), datatype=datatype, language=term.language)


def _node(term: Resource | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise GraphError(f"{term} is a triple about a triple", remedy="state it as a triple")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)
