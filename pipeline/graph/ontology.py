"""The ontology as a graph: what it declares, and which things may have a property."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from pipeline.graph.answers import plain
from pipeline.graph.document import Document, Term, document
from pipeline.graph.terms import OWL, RDF, RDFS
from pipeline.vocabulary import ontology_directory

PROPERTIES = frozenset(
    map(str, (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property))
)


@cache
def ontology() -> Document:
    """The statements of ``ontology/communique.ttl``."""
    path = ontology_directory() / "communique.ttl"
    return document(path.name, tuple(ox.parse(path=path, format=ox.RdfFormat.TURTLE)))


def members(described: Document, class_: Term) -> Iterator[str]:
    """The classes that a class is the union of; a named one is its own."""
    unions = described.values(class_, OWL.unionOf)
    if not unions:
        yield plain(class_)
    for union in unions:
        for each in elements(described, union):
            yield from members(described, each)


def elements(described: Document, start: Term) -> Iterator[Term]:
    """The elements of a list, in order."""
    while firsts := described.values(start, RDF.first):
        yield firsts[0]
        (start,) = described.values(start, RDF.rest)


@cache
def broader(class_: str) -> frozenset[str]:
    """A class of the ontology and all those above it."""
    above = ontology().values(ox.NamedNode(class_), RDFS.subClassOf)
    return frozenset({class_}.union(*(broader(plain(each)) for each in above)))
