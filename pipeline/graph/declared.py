"""Check that terms are declared, in the ontology or the graph itself, and used as they are."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from pipeline.graph.answers import plain
from pipeline.graph.document import Document, Term
from pipeline.graph.findings import Finding
from pipeline.graph.ontology import PROPERTIES, broader, members, ontology
from pipeline.graph.terms import OWL, RDF, RDFS, SKOS

_CLASSES = frozenset(map(str, (OWL.Class, RDFS.Class)))
#: What is of RDF, RDFS and OWL themselves.
_DESCRIBING = frozenset(
    map(str, (RDF.type, RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.label, OWL.sameAs))
)
_BUILT_IN = frozenset(map(str, (OWL.Class, *PROPERTIES, SKOS.Concept)))


def undeclared(document: Document) -> Iterator[Finding]:
    """The nodes with a class or a property that neither the ontology nor the graph declares."""
    used = {plain(class_) for _, class_ in document.pairs(RDF.type)} - _BUILT_IN
    for class_ in sorted(used):
        if not _is_a(document, class_, _CLASSES):
            yield from (
                Finding(document.name, plain(node), "no ontology declares its class", class_)
                for node, stated in document.pairs(RDF.type)
                if plain(stated) == class_
            )
    for term in sorted(document.by_property.keys() - _DESCRIBING):
        if not _is_a(document, term, PROPERTIES):
            yield from (
                Finding(document.name, plain(node), "no ontology declares its property", term)
                for node, _ in document.pairs(term)
            )


def _is_a(document: Document, term: str, kinds: frozenset[str]) -> bool:
    node = ox.NamedNode(term)
    return not kinds.isdisjoint(document.classes(node) | ontology().classes(node))


def misplaced(document: Document) -> Iterator[Finding]:
    """The nodes with a property that is not for things of their classes."""
    for term in sorted(document.by_property):
        if domain := _members(document, term, RDFS.domain):
            for node in {node for node, _ in document.pairs(term)}:
                if not _is_in(document, node, domain):
                    problem = "it has a property that things of its class do not have"
                    yield Finding(document.name, plain(node), problem, term)


def misused(document: Document) -> Iterator[Finding]:
    """The values of a user's own properties that are not of the class or datatype they must be.

    Those of the ontology are checked by its shapes.
    """
    for term in sorted({plain(term) for term, _ in document.pairs(RDFS.range)}):
        for node, value in document.pairs(term):
            for range_ in document.values(ox.NamedNode(term), RDFS.range):
                if not _is_in(document, value, frozenset(members(document, range_))):
                    problem = f"its {term} is not of {plain(range_)}"
                    yield Finding(document.name, plain(node), problem, plain(value))


def _members(document: Document, term: str, which: str) -> frozenset[str]:
    """The classes of the domain or range of a property, a union taken apart."""
    node = ox.NamedNode(term)
    return frozenset(
        class_
        for described in (document, ontology())
        for stated in described.values(node, which)
        for class_ in members(described, stated)
    )


def _is_in(document: Document, value: Term, classes: frozenset[str]) -> bool:
    """Whether a value is of one of the classes, or of a class below, or of one of the datatypes."""
    if isinstance(value, ox.Literal):
        return value.datatype.value in classes
    return any(not classes.isdisjoint(_above(document, c)) for c in document.classes(value))


def _above(document: Document, class_: str) -> frozenset[str]:
    """A class and those above it, by the ontology and what the graph says of a user's own."""
    own = document.values(ox.NamedNode(class_), RDFS.subClassOf)
    return broader(class_).union(*(_above(document, plain(each)) for each in own))
