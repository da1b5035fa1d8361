"""A thing in a store: what is said of it, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from pipeline.graph.terms import PREFIXES

LABELS = ("rdfs:label", "skos:altLabel", "dcterms:title")


def iri(short: str) -> ox.NamedNode:
    """A term by its prefix and name, or an IRI as it is.

    >>> iri("rdfs:label").value
    'http://www.w3.org/2000/01/rdf-schema#label'
    """
    prefix, _, name = short.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name if prefix in PREFIXES else short)


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the union of all graphs in a store."""

    store: ox.Store
    iri: ox.NamedNode

    def values(self, term: str) -> list[str]:
        """The values of a property, sorted: literals as they are, things by their IRIs."""
        found = self.store.quads_for_pattern(self.iri, iri(term), None, ox.DefaultGraph())
        return sorted(str(getattr(quad.object, "value", quad.object)) for quad in found)

    def value(self, term: str) -> str | None:
        """The first value of a property."""
        return next(iter(self.values(term)), None)

    def things(self, term: str) -> list[Node]:
        """The things that a property leads to, in order of their IRIs."""
        return [Node(self.store, ox.NamedNode(value)) for value in self.values(term)]

    def from_(self, term: str) -> list[Node]:
        """The things that lead here by a property, in order of their IRIs."""
        found = self.store.quads_for_pattern(None, iri(term), self.iri, ox.DefaultGraph())
        subjects = {quad.subject for quad in found if isinstance(quad.subject, ox.NamedNode)}
        return [Node(self.store, subject) for subject in sorted(subjects, key=str)]

    def said(self) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
        """All properties and their values, sorted."""
        found = self.store.quads_for_pattern(self.iri, None, None, ox.DefaultGraph())
        pairs = ((q.predicate.value, q.object) for q in found)
        named = ((p, o) for p, o in pairs if isinstance(o, ox.NamedNode | ox.Literal))
        return iter(sorted(named, key=str))

    def is_a(self, class_: str) -> bool:
        """Whether it is of a class."""
        return iri(class_).value in self.values("rdf:type")

    @property
    def short(self) -> str:
        """The last part of its IRI."""
        return last_part(self.iri.value)

    @property
    def label(self) -> str:
        """What it is called, else the last part of its IRI."""
        return self.value("rdfs:label") or self.short

    @property
    def classes(self) -> list[str]:
        """The last parts of its classes, without those that say nothing more than the others."""
        names = [last_part(class_) for class_ in self.values("rdf:type")]
        return [n for n in names if n not in ("Event", "Passage")] or names


def last_part(iri_: str) -> str:
    """The end of an IRI after its last slash or hash.

    >>> last_part("https://example.org/event/signing-84e4b7f0849a")
    'signing-84e4b7f0849a'
    """
    return iri_.replace("#", "/").rpartition("/")[2]
