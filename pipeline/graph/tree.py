"""A graph as a tree of JSON-LD that can be read without knowing RDF.

Releases hold their events, events the passages that state them, and whoever is referred to comes
with a label. JSON-LD's own framing writes a node in full where it first meets it and leaves bare
references elsewhere; here a thing looks the same wherever it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from pipeline.graph.context import bare, context
from pipeline.graph.terms import CMQ, DCTERMS, ITSRDF, NIF, ORG, RDF, RDFS
from pipeline.models import EntityKind

Tree = dict[str, object]

_SECTIONS = ("releases", "posts", "entities", "others")
_ENTITIES = tuple(CMQ[kind.value] for kind in EntityKind)
_PASSAGES = (CMQ["Passage"], CMQ["Mention"])
_WHOLE_NUMBERS = frozenset({XSD.integer, XSD.nonNegativeInteger})
#: Said by where a node stands: an event below its release, a mention below whom it names.
_NESTED = frozenset({CMQ["reportedIn"], ITSRDF["taIdentRef"]})


def tree(graph: Graph) -> Tree:
    """A graph as JSON-LD, for which the context is still to be given.

    Its lists are in the order of the text, then by IRI.

    ``releases`` come first, each with its ``events``; then ``posts``, ``entities`` with their
    ``mentions``, and ``others``: whatever else the graph describes.
    """
    nodes: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in sorted(graph):
        nodes[subject][predicate].append(value)
    return _Gardener(nodes).sections()


@dataclass(frozen=True, slots=True)
class _Gardener:
    """Makes a tree of nodes: for each its properties, and for each of these its values, sorted."""

    nodes: Mapping[Node, Mapping[Node, list[Node]]]

    def sections(self) -> Tree:
        """The nodes that stand at the top, by what they are."""
        below = {
            "events": self._below(CMQ["reportedIn"]),
            "mentions": self._below(ITSRDF["taIdentRef"]),
        }
        nested = {node for above in below.values() for nodes in above.values() for node in nodes}
        nested.update(passage for node in self.nodes for passage in self._pointed(node))
        sections: dict[str, list[Tree]] = defaultdict(list)
        top = (node for node in self.nodes if node not in nested)
        for node in sorted(top, key=lambda node: (DCTERMS.isPartOf in self.nodes[node], node)):
            written = self._written(node)
            for name, nodes in below.items():
                if node in nodes:
                    written[name] = [self._written(e) for e in sorted(nodes[node], key=self._place)]
            sections[self._section(node)].append(written)
        return {name: sections[name] for name in _SECTIONS if name in sections}

    def _below(self, predicate: URIRef) -> dict[Node, list[Node]]:
        """The nodes that stand below another, by the property that says so."""
        below = defaultdict(list)
        for node, properties in self.nodes.items():
            for value in properties.get(predicate, ()):
                below[value].append(node)
        return below

    def _pointed(self, node: Node) -> Iterator[Node]:
        """The passages that a node points at, which stand there in full."""
        for predicate, values in self.nodes[node].items():
            if predicate not in _NESTED:
                yield from (value for value in values if self._is(value, *_PASSAGES))

    def _section(self, node: Node) -> str:
        if self._is(node, CMQ["Release"]):
            return "releases"
        if self._is(node, ORG.Membership):
            return "posts"
        return "entities" if self._is(node, *_ENTITIES) else "others"

    def _is(self, node: Node, *classes: Node) -> bool:
        return any(each in classes for each in self.nodes.get(node, {}).get(RDF.type, ()))

    def _place(self, node: Node) -> tuple[float, str]:
        """Where a passage begins or an event is first stated; what stands nowhere comes last."""
        properties = self.nodes.get(node, {})
        begins = [
            float(str(begin))
            for passage in (node, *properties.get(CMQ["evidence"], ()))
            for begin in self.nodes.get(passage, {}).get(NIF["beginIndex"], ())
        ]
        return min(begins, default=float("inf")), str(node)

    def _written(self, node: Node) -> Tree:
        """A node with all that is said of it, but for what its place in the tree says."""
        written: Tree = {"id": str(node)}
        for predicate, values in self.nodes[node].items():
            if predicate in _NESTED:
                continue
            if predicate == RDF.type:
                written["type"] = [_class(value) for value in values]
                continue
            for value in sorted(values, key=self._place):
                self._put(written, predicate, value)
        return dict(sorted(written.items(), key=_first))

    def _put(self, written: Tree, predicate: Node, value: Node) -> None:
        term = context().term(predicate, value)
        name = term or _prefixed(str(predicate))
        told = self._value(value, term)
        several = written.get(name)
        if isinstance(several, list):
            several.append(told)
        elif name in written:
            written[name] = [several, told]
        else:
            written[name] = [told] if name in context().sets else told

    def _value(self, value: Node, term: str | None) -> object:
        if isinstance(value, Literal):
            return _native(value) if term else _typed(value)
        if term and context().is_concept(term):
            return bare(str(value))
        if self._is(value, *_PASSAGES):
            return self._written(value)
        labels = self.nodes.get(value, {}).get(RDFS.label, ())
        reference = {"id": str(value), **({"label": str(labels[0])} if labels else {})}
        # A release is referred to by every passage and event: it goes by its IRI alone.
        return reference if labels or not term else str(value)


def _first(item: tuple[str, object]) -> int:
    """Who and what a node is comes first, the rest stays in the order of its properties."""
    first = ("id", "type", "label", "title")
    return first.index(item[0]) if item[0] in first else len(first)


def _class(value: Node) -> str:
    known = context().classes.get(str(value))
    return known or (bare(str(value)) if str(value).startswith(str(CMQ)) else _prefixed(str(value)))


def _native(value: Literal) -> object:
    """A number without a fraction or a truth value as JSON has it; all else as it is written."""
    if value.datatype in _WHOLE_NUMBERS and str(value) == str(int(value)):
        return int(value)
    if value.datatype == XSD.boolean and str(value) in {"true", "false"}:
        return str(value) == "true"
    return str(value)


def _typed(value: Literal) -> Tree:
    if value.language:
        return {"@value": str(value), "@language": value.language}
    kind = {"@type": str(value.datatype)} if value.datatype else {}
    return {"@value": str(value), **kind}


def _prefixed(iri: str) -> str:
    """A property that the context has no term for, shortened by a prefix where there is one."""
    for prefix, namespace in context().prefixes.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
