"""Statements with some IRIs called by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import pyoxigraph as ox

#: What some terms are to be called.
Names: TypeAlias = Mapping[ox.NamedNode | ox.BlankNode | ox.Triple, ox.NamedNode]


@dataclass(frozen=True, slots=True)
class KnownAs:
    """What things are to be called: in all documents, or in one alone.

    ``everywhere`` leads from IRIs to those their things are known as. ``parted`` leads from a
    document to IRIs that name something else there than elsewhere, each with one of its own.
    """

    everywhere: Mapping[str, str] = field(default_factory=dict)
    parted: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def within(self, document: str) -> Mapping[str, str]:
        """What each IRI is to be called in one document."""
        own = self.parted.get(document)
        if not own:
            return self.everywhere
        there = {iri: self.everywhere.get(here, here) for iri, here in own.items()}
        return {**self.everywhere, **there}

    def all(self) -> frozenset[str]:
        """All that things are to be called."""
        named = (iri for document in self.parted for iri in self.within(document).values())
        return frozenset((*self.everywhere.values(), *named))


class Renamer:
    """Calls the things of statements by what they are known as, one document after the other."""

    def __init__(self, known_as: KnownAs) -> None:
        self.known_as = known_as
        self._everywhere = terms(known_as.everywhere)

    def renamed(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Statements in which all things go by what they are known as."""
        names: dict[str, Names] = {}
        for quad in quads:
            document = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            if document not in names:
                names[document] = self._within(document)
            yield renamed(quad, names[document])

    def _within(self, document: str) -> Names:
        if document not in self.known_as.parted:
            return self._everywhere
        return terms(self.known_as.within(document))


def terms(called: Mapping[str, str]) -> Names:
    """What some IRIs are to be called, as terms of RDF."""
    return {ox.NamedNode(one): ox.NamedNode(other) for one, other in called.items()}


def renamed(quad: ox.Quad, names: Names) -> ox.Quad:
    """A statement whose subject and object go by their new names, if they have any."""
    subject = names.get(quad.subject, quad.subject)
    value = quad.object
    if not isinstance(value, ox.Literal):
        value = names.get(value, value)
    if subject is quad.subject and value is quad.object:
        return quad
    return ox.Quad(subject, quad.predicate, value, quad.graph_name)
