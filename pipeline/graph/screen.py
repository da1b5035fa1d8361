"""Which nodes do not keep to the shapes: one question in SPARQL for each shape, asked of all nodes.

pySHACL looks at one node after the other, which takes it about 20 seconds for 100,000 triples; the
questions take one. So they find the nodes, and pySHACL says what is wrong with each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import Graph, URIRef

from pipeline.graph.answers import plain
from pipeline.graph.document import Document, Resource
from pipeline.graph.shape_conditions import SH, TARGETS, WHOLE_NUMBERS, Conditions, sure

Suspects: TypeAlias = Mapping[str, Mapping[str, frozenset[Resource]]]


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """The kind of whole number that a shape asks the values of a property to be.

    It is looked at in the statements, for a store of Oxigraph keeps all of them as integers.
    """

    shape: str
    path: str
    datatype: str


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked of all nodes: of each shape, by its IRI, and of whole numbers."""

    questions: tuple[tuple[str, str], ...]
    whole_numbers: tuple[WholeNumber, ...]


def screen(shapes: Graph) -> Screen:
    """The screen of all shapes of a graph.

    Raises ValueError for a shape that asks what cannot be asked so.
    """
    return Screen(tuple(_questions(shapes)), tuple(_whole_numbers(shapes)))


def suspects(screen: Screen, store: ox.Store, documents: Iterable[Document]) -> Suspects:
    """The nodes that break shapes: by document, of those in a store, and by the shape's IRI."""
    found: dict[str, dict[str, set[Resource]]] = defaultdict(lambda: defaultdict(set))
    for document in documents:
        for number in screen.whole_numbers:
            if nodes := set(_mistyped(document, number)):
                found[document.name][number.shape] |= nodes
    for shape, question in screen.questions:
        answer = store.query(question)
        if not isinstance(answer, ox.QuerySolutions):
            raise TypeError(f"{question} does not ask for nodes")
        for row in answer:
            found[plain(row["document"])][shape].add(row["this"])
    return {
        document: {shape: frozenset(nodes) for shape, nodes in shapes.items()}
        for document, shapes in found.items()
    }


def _mistyped(document: Document, number: WholeNumber) -> Iterator[Resource]:
    for node, value in document.pairs(number.path):
        if not isinstance(value, ox.Literal) or value.datatype.value != number.datatype:
            yield node


def _questions(shapes: Graph) -> Iterator[tuple[str, str]]:
    """For each target of each shape: which ``?this`` of which ``?document`` break it."""
    conditions, prefixes = Conditions(shapes), "".join(_prefixes(shapes))
    for shape in sorted({s for term in TARGETS for s in shapes.subjects(term, None)}, key=str):
        broken = f"FILTER(!{sure(conditions.of(shape, '?this'))})"
        for term, pattern in TARGETS.items():
            for value in sorted(shapes.objects(shape, term), key=str):
                found = f"GRAPH ?document {{\n{pattern.format(value=value.n3())}\n{broken} }}"
                yield str(shape), f"{prefixes}SELECT ?document ?this WHERE {{ {found} }}"


def _prefixes(shapes: Graph) -> Iterator[str]:
    """The prefixes that constraints in SPARQL are written with."""
    for declared in shapes.objects(None, SH["declare"]):
        prefix, namespace = (shapes.value(declared, SH[name]) for name in ("prefix", "namespace"))
        yield f"PREFIX {prefix}: <{namespace}>\n"


def _whole_numbers(shapes: Graph) -> Iterator[WholeNumber]:
    for datatype in WHOLE_NUMBERS:
        for rule in shapes.subjects(SH["datatype"], datatype):
            path = shapes.value(rule, SH["path"])
            if not isinstance(path, URIRef):
                raise ValueError(f"{rule} asks for {datatype} of what is no value of a property")
            for shape in shapes.subjects(SH["property"], rule):
                yield WholeNumber(str(shape), str(path), str(datatype))
