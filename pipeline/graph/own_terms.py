"""The terms of events: the ontology's, and a user's own with what their file declares of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef

from pipeline.errors import GraphError
from pipeline.extension import EventClass, Extension, Role, Term
from pipeline.extension.terms import SUM, WORDS
from pipeline.graph.terms import CMQ, OWL, RDF, RDFS, SKOS, Triple
from pipeline.models import Event


def classes(event: str, extension: Extension) -> Iterator[URIRef]:
    """The class of an event and those above it that are narrower than *Event*."""
    for name in extension.lineage(event):
        own = extension.classes.get(name)
        yield URIRef(own.iri) if own else ours(name)


def role(event: str, name: str, extension: Extension) -> URIRef:
    """The property of a role."""
    own = extension.role(event, name)
    return URIRef(own.iri) if own else ours(name)


def kind(event: str, name: str, extension: Extension) -> URIRef:
    """The concept of a kind of event."""
    own = extension.kinds.get(name) if name in extension.kinds_of(event) else None
    return URIRef(own.iri) if own else ours(name)


def is_sum(event: str, name: str, extension: Extension) -> bool:
    """Whether an ontology file says that a role holds sums of money."""
    own = extension.role(event, name)
    return own is not None and own.range == SUM


def ours(local_name: str) -> URIRef:
    """A term of the ontology by its local name."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", local_name):
        raise GraphError(
            f"{local_name!r} cannot name a term of the ontology",
            remedy="use letters and digits only, such as onBehalfOf",
        )
    return CMQ[local_name]


def declare(events: Iterable[Event], extension: Extension) -> Iterator[Triple]:
    """Say in a graph what those of a user's own terms mean that its events need.

    So the graph can be read and checked by those who do not have the user's file.
    """
    for event in events:
        for name in extension.lineage(event.type):
            if own := extension.classes.get(name):
                yield from _class(own, extension)
        for name in dict.fromkeys(filler.role for filler in event.fillers):
            if property_ := extension.role(event.type, name):
                yield from _role(property_, extension)
        if event.kind and event.kind in extension.kinds:
            yield from _term(extension.kinds[event.kind], SKOS["Concept"])


def _class(own: EventClass, extension: Extension) -> Iterator[Triple]:
    yield from _term(own, OWL.Class)
    iri = URIRef(own.iri)
    yield iri, RDFS.subClassOf, CMQ["Event"]
    for name in own.above:
        yield iri, RDFS.subClassOf, next(classes(name, extension))


def _role(own: Role, extension: Extension) -> Iterator[Triple]:
    words = own.range in (None, WORDS)
    yield from _term(own, OWL.DatatypeProperty if words else OWL.ObjectProperty)
    for name in own.events:
        yield URIRef(own.iri), RDFS.domain, next(classes(name, extension))
    if own.range:
        yield URIRef(own.iri), RDFS.range, URIRef(own.range)


def _term(own: Term, type_: URIRef) -> Iterator[Triple]:
    iri = URIRef(own.iri)
    yield iri, RDF.type, type_
    yield iri, RDFS.label, Literal(own.label)
    if own.definition:
        yield iri, SKOS.definition, Literal(own.definition)
