"""The statements of one document, found by subject and by property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import Graph

from pipeline.graph import oxigraph
from pipeline.graph.answers import plain
from pipeline.graph.read import read_file
from pipeline.graph.terms import RDF

Resource: TypeAlias = ox.NamedNode | ox.BlankNode
Term: TypeAlias = Resource | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Document:
    """A document's graph: its name, its statements, and these by property and by subject.

    Properties are named by their IRIs as strings.
    """

    name: str
    quads: Sequence[ox.Quad]
    by_property: Mapping[str, Sequence[tuple[Resource, Term]]]
    by_subject: Mapping[Resource, Mapping[str, Sequence[Term]]]

    def pairs(self, term: str) -> Sequence[tuple[Resource, Term]]:
        """All subjects and values of a property."""
        return self.by_property.get(str(term), ())

    def values(self, node: Term, term: str) -> Sequence[Term]:
        """The values of a property of one node."""
        if not isinstance(node, (ox.NamedNode, ox.BlankNode)):
            return ()
        return self.by_subject.get(node, {}).get(str(term), ())

    def value(self, node: Term, term: str) -> str | None:
        """What one value of a property of a node says, if it has any."""
        return min((plain(value) for value in self.values(node, term)), default=None)

    def classes(self, node: Term) -> frozenset[str]:
        """The IRIs of the classes that a node is stated to be of."""
        return frozenset(plain(class_) for class_ in self.values(node, RDF.type))


def document(name: str, quads: Sequence[ox.Quad]) -> Document:
    """Index the statements of one document."""
    by_property: dict[str, list[tuple[Resource, Term]]] = defaultdict(list)
    by_subject: dict[Resource, dict[str, list[Term]]] = {}
    for quad in quads:
        subject, term, value = _node(quad.subject), quad.predicate.value, quad.object
        by_property[term].append((subject, value))
        by_subject.setdefault(subject, {}).setdefault(term, []).append(value)
    return Document(name, quads, dict(by_property), by_subject)


def documents(quads: Iterable[ox.Quad]) -> tuple[Document, ...]:
    """The documents whose statements these are, by the names of their graphs."""
    named: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        named[plain(quad.graph_name)].append(quad)
    return tuple(document(name, named[name]) for name in sorted(named))


def read_graphs(path: Path) -> tuple[Graph, ...]:
    """The graphs of a file, one for each document."""
    return tuple(oxigraph.graph(each.name, each.quads) for each in documents(read_file(path)))


def of_graph(graph: Graph) -> Document:
    """The statements of an rdflib graph."""
    return document(str(graph.identifier), tuple(oxigraph.quads(graph)))


def _node(subject: Resource | ox.Triple) -> Resource:
    if isinstance(subject, ox.Triple):
        raise TypeError(f"{subject} is a triple about a triple")
    return subject
