"""What the ontology says of its terms, put together for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import Graph

from pipeline.graph.answers import plain, short
from pipeline.graph.document import Document
from pipeline.graph.ontology import members, ontology
from pipeline.graph.shape_conditions import SH
from pipeline.graph.shapes import shapes
from pipeline.graph.terms import CMQ, DCTERMS, OWL, PREFIXES, RDFS, SKOS

_ABOUT = CMQ.removesuffix("#")
_ALIGNING = tuple(
    map(
        str,
        (
            RDFS.subClassOf,
            RDFS.subPropertyOf,
            SKOS.exactMatch,
            SKOS.closeMatch,
            SKOS.broadMatch,
            SKOS.relatedMatch,
        ),
    )
)
_WORDS = {
    str(RDFS.subClassOf): "is a kind of",
    str(RDFS.subPropertyOf): "is a kind of",
    str(SKOS.exactMatch): "is the same as",
    str(SKOS.closeMatch): "is nearly the same as",
    str(SKOS.broadMatch): "is narrower than",
    str(SKOS.relatedMatch): "is related to",
}
_TRAITS = {
    str(OWL.FunctionalProperty): "has one value at most",
    str(OWL.SymmetricProperty): "holds both ways",
    str(OWL.AsymmetricProperty): "never holds both ways",
    str(OWL.IrreflexiveProperty): "never leads to the thing itself",
}


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a term is tied to one of another vocabulary, and why."""

    term: str
    how: str
    other: str
    iri: str
    reason: str


@dataclass(frozen=True, slots=True)
class Property:
    """A property as a class shows it: its name and what it leads to, in words."""

    name: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology, by its local name; names without a prefix are of the ontology."""

    name: str
    iri: str
    label: str
    definition: str
    example: str
    comments: tuple[str, ...]
    sort: str
    above: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    properties: tuple[Property, ...]
    traits: tuple[str, ...]
    rules: tuple[str, ...]
    alignments: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of concepts and its concepts, in the order of the ontology."""

    term: Term
    concepts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """All that the page tells."""

    title: str
    description: str
    comment: str
    version: str
    version_iri: str
    namespace: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        """All alignments, in the order of terms."""
        concepts = (concept for scheme in self.schemes for concept in scheme.concepts)
        terms = (*self.classes, *self.properties, *concepts)
        return tuple({(a.term, a.other): a for term in terms for a in term.alignments}.values())


def read_reference() -> Reference:
    """What the ontology and its shapes say."""
    described, header = ontology(), ox.NamedNode(_ABOUT)
    reading = _Reading(described, shapes())
    kinds: dict[str, list[Term]] = {"class": [], "property": [], "scheme": []}
    for node in described.by_subject:
        if isinstance(node, ox.NamedNode) and node.value.startswith(CMQ):
            for sort in reading.sorts(node):
                kinds[sort].append(reading.term(node))

    def said(term: str) -> str:
        return described.value(header, term) or ""

    return Reference(
        title=said(DCTERMS.title),
        description=said(DCTERMS.description),
        comment=said(RDFS.comment),
        version=said(OWL.versionInfo),
        version_iri=said(OWL.versionIRI),
        namespace=str(CMQ),
        classes=tuple(kinds["class"]),
        properties=tuple(kinds["property"]),
        schemes=tuple(reading.scheme(term) for term in kinds["scheme"]),
    )


class _Reading:
    """The ontology and its shapes, asked about one term after the other."""

    def __init__(self, described: Document, rules: Graph) -> None:
        self.described = described
        self.rules = rules
        self.reasons = dict(_reasons(described))

    def sorts(self, node: ox.NamedNode) -> Iterator[str]:
        classes = self.described.classes(node)
        if str(OWL.Class) in classes:
            yield "class"
        if any(class_.startswith(str(OWL)) and class_.endswith("Property") for class_ in classes):
            yield "property"
        if str(SKOS.ConceptScheme) in classes:
            yield "scheme"

    def term(self, node: ox.NamedNode) -> Term:
        classes = self.described.classes(node)
        return Term(
            name=_local(node),
            iri=node.value,
            label=self._said(node, RDFS.label),
            definition=self._said(node, SKOS.definition),
            example=self._said(node, SKOS.example),
            comments=tuple(sorted(map(plain, self.described.values(node, RDFS.comment)))),
            sort=_sort(classes),
            above=tuple(self._above(node)),
            domain=self._union(node, RDFS.domain),
            range=self._union(node, RDFS.range),
            properties=tuple(self._properties(node)),
            traits=tuple(words for class_, words in _TRAITS.items() if class_ in classes),
            rules=tuple(self._rules(node)),
            alignments=tuple(self._alignments(node)),
        )

    def scheme(self, term: Term) -> Scheme:
        inside = self.described.pairs(SKOS.inScheme)
        concepts = (node for node, scheme in inside if plain(scheme) == term.iri)
        return Scheme(term, tuple(self.term(n) for n in concepts if isinstance(n, ox.NamedNode)))

    def _said(self, node: ox.NamedNode, term: str) -> str:
        return self.described.value(node, term) or ""

    def _above(self, node: ox.NamedNode) -> Iterator[str]:
        for how in (RDFS.subClassOf, RDFS.subPropertyOf):
            for other in self.described.values(node, how):
                if isinstance(other, ox.NamedNode) and other.value.startswith(CMQ):
                    yield _local(other)

    def _union(self, node: ox.NamedNode, which: str) -> tuple[str, ...]:
        return tuple(
            _local(ox.NamedNode(class_))
            for stated in self.described.values(node, which)
            for class_ in members(self.described, stated)
        )

    def _properties(self, node: ox.NamedNode) -> Iterator[Property]:
        """The properties whose domain a class is."""
        name = _local(node)
        for term, _ in self.described.pairs(RDFS.domain):
            if isinstance(term, ox.NamedNode) and name in self._union(term, RDFS.domain):
                yield Property(_local(term), self._union(term, RDFS.range))

    def _rules(self, node: ox.NamedNode) -> Iterator[str]:
        """What the shapes ask of things of a class, in their words."""
        for shape in self.rules.subjects(SH["targetClass"], CMQ[_local(node)]):
            rules = (
                r for how in ("property", "sparql") for r in self.rules.objects(shape, SH[how])
            )
            said = {str(m) for r in (shape, *rules) for m in self.rules.objects(r, SH["message"])}
            yield from sorted(said)

    def _alignments(self, node: ox.NamedNode) -> Iterator[Alignment]:
        for how in _ALIGNING:
            for other in self.described.values(node, how):
                reason = self.reasons.get((node.value, how, plain(other)))
                if isinstance(other, ox.NamedNode) and reason:
                    yield Alignment(_local(node), _WORDS[how], _local(other), other.value, reason)


def _reasons(described: Document) -> Iterator[tuple[tuple[str, ...], str]]:
    """Why each alignment is made, by its subject, predicate and object."""
    for axiom, _ in described.pairs(OWL.annotatedSource):
        parts = (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
        key = tuple(described.value(axiom, part) or "" for part in parts)
        yield key, described.value(axiom, RDFS.comment) or ""


def _sort(classes: frozenset[str]) -> str:
    """What a term is, in words."""
    for class_, words in (
        (OWL.Class, "class"),
        (OWL.ObjectProperty, "leads to a thing"),
        (OWL.DatatypeProperty, "leads to a value"),
        (OWL.AnnotationProperty, "a note"),
        (SKOS.ConceptScheme, "scheme of concepts"),
    ):
        if str(class_) in classes:
            return words
    return "concept"


def _local(node: ox.NamedNode) -> str:
    """The name of a term: without prefix if it is the ontology's."""
    known = {**PREFIXES, **_OTHERS}
    for prefix, namespace in known.items():
        if node.value.startswith(namespace):
            name = node.value.removeprefix(namespace)
            return name if prefix == "cmq" else f"{prefix}:{name}"
    return short(node)


_OTHERS = {
    "foaf": "http://xmlns.com/foaf/0.1/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "time": "http://www.w3.org/2006/time#",
}
