"""The facts of a document as values that can be compared: labels and words instead of IRIs.

An IRI is made from content, so that it is another one as soon as a release is corrected; what a
fact says is what tells whether it is still there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox
from rdflib import URIRef

from pipeline.graph.iris import text_digest
from pipeline.graph.terms import CMQ, DCTERMS, NIF, ORG, RDF, RDFS

#: The properties that make up a fact, by its class; an event has whatever roles it has.
_HEADER = (
    DCTERMS.title, DCTERMS.issued, DCTERMS.modified, DCTERMS.publisher, DCTERMS.identifier,
    DCTERMS.subject, DCTERMS.source, CMQ["dateline"],
)  # fmt: skip
_POST = (ORG.member, ORG.role, ORG.organization, CMQ["acting"], CMQ["former"])
_AGREEMENT = (
    RDFS.label, DCTERMS.title, CMQ["kind"], CMQ["party"], CMQ["aim"], CMQ["follows"],
    CMQ["implements"], DCTERMS.replaces,
)  # fmt: skip
#: What an event rests on, and how sure the reading is of it: not what it says.
_BESIDE = frozenset(
    str(term)
    for term in (
        RDF.type, CMQ["evidence"], CMQ["mention"], CMQ["trigger"], CMQ["dated"], CMQ["confidence"],
        CMQ["support"], CMQ["doubt"], CMQ["frame"], CMQ["reportedIn"],
    )
)  # fmt: skip

Properties = Mapping[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a graph says: an event, a post, an agreement or the header of a release.

    ``says`` holds each role with the labels of those that fill it, sorted by role; ``words`` are
    those of the passages that state it, in the order of the text, and ``places`` where they begin.
    """

    kind: str
    iri: str
    says: tuple[tuple[str, tuple[str, ...]], ...]
    words: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every role with each of its values."""
        return frozenset((role, value) for role, values in self.says for value in values)


@dataclass(frozen=True, slots=True)
class Document:
    """What a graph says of one document, its facts in the order of the text."""

    name: str
    facts: tuple[Fact, ...]


def document_facts(name: str, quads: Iterable[ox.Quad]) -> Document:
    """The facts in the statements of one document, which is called by its source."""
    nodes: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]]
    nodes = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[_text(quad.subject)][quad.predicate.value].append(quad.object)
    found = (fact for iri in list(nodes) for fact in _facts(iri, nodes))
    ordered = sorted(found, key=lambda fact: (fact.places or (-1,), fact.kind, fact.says, fact.iri))
    sources = nodes[name][str(DCTERMS.source)] if name in nodes else []
    called = sorted(_text(source) for source in sources if isinstance(source, ox.Literal))
    return Document(called[0] if called else name, tuple(ordered))


def _facts(iri: str, nodes: Mapping[str, Properties]) -> Iterator[Fact]:
    node = nodes[iri]
    classes = {_text(each) for each in node.get(str(RDF.type), ())}
    if str(CMQ["Event"]) in classes:
        kind = sorted(classes - {str(CMQ["Event"])}, key=len)
        said = [role for role in node if role not in _BESIDE]
        yield _fact(_local(kind[0]) if kind else "Event", iri, said, nodes)
    elif str(ORG.Membership) in classes:
        yield _fact("post", iri, map(str, _POST), nodes)
    elif str(CMQ["Agreement"]) in classes:
        yield _fact("agreement", iri, map(str, _AGREEMENT), nodes)
    elif str(CMQ["Release"]) in classes:
        yield _with_text(_fact("release", iri, map(str, _HEADER), nodes), node)


def _fact(kind: str, iri: str, roles: Iterable[str], nodes: Mapping[str, Properties]) -> Fact:
    node = nodes[iri]
    says = tuple(
        sorted(
            (_local(role), tuple(sorted({_called(value, nodes) for value in node[role]})))
            for role in roles
            if role in node
        )
    )
    passages = sorted(_passages(node, nodes))
    return Fact(kind, iri, says, tuple(w for _, w in passages), tuple(b for b, _ in passages))


def _with_text(fact: Fact, node: Properties) -> Fact:
    """The header of a release with its text, of which length and digest tell that it is another."""
    texts = tuple(map(_text, node.get(str(NIF["isString"]), ())))
    told = tuple(f"{len(text):,} characters ({text_digest(text)[:6]})" for text in texts)
    return replace(fact, says=tuple(sorted((*fact.says, ("text", told)))))


def _passages(node: Properties, nodes: Mapping[str, Properties]) -> Iterator[tuple[int, str]]:
    for passage in node.get(str(CMQ["evidence"]), ()):
        stands = nodes.get(_text(passage), {})
        begins, words = stands.get(str(NIF["beginIndex"])), stands.get(str(NIF["anchorOf"]))
        if begins and words:
            yield int(_text(begins[0])), _text(words[0])


def _called(term: object, nodes: Mapping[str, Properties]) -> str:
    """What a person calls a value: its label, its words, or its name in the ontology."""
    if not isinstance(term, ox.NamedNode):
        return " ".join(_text(term).split())
    node = nodes.get(term.value, {})
    if labels := node.get(str(RDFS.label)):
        return _text(labels[0])
    if CMQ["Event"] in map(_iri, node.get(str(RDF.type), ())):
        told = (node.get(str(CMQ[name]), ()) for name in ("kind", "date"))
        return " ".join(_local(_text(value)) for values in told for value in values) or "an event"
    return _local(term.value)


def _local(iri: str) -> str:
    """The end of a term's IRI, which is its name; the IRI of anything else as it is."""
    for namespace in (str(CMQ), str(DCTERMS), str(ORG), str(RDFS)):
        if iri.startswith(namespace):
            return iri.removeprefix(namespace)
    return iri


def _iri(term: object) -> URIRef:
    return URIRef(_text(term))


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
