"""Check graphs against the shapes of the ontology, with pySHACL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import pyoxigraph as ox
from rdflib import Graph, URIRef

from pipeline.graph import oxigraph
from pipeline.graph.document import Document, Resource
from pipeline.graph.findings import Finding
from pipeline.graph.screen import Screen, screen, suspects
from pipeline.graph.shape_conditions import SH, TARGETS
from pipeline.vocabulary import ontology_directory


def misshapen(store: ox.Store, documents: Sequence[Document]) -> Iterator[Finding]:
    """Where the documents in a store do not have the shape the ontology gives them."""
    found = suspects(_screen(), store, documents)
    for document in documents:
        if document.name in found:
            graph = oxigraph.graph(document.name, document.quads)
            yield from judged(graph, aimed(shapes(), found[document.name]))


def aimed(shapes: Graph, nodes: Mapping[str, Iterable[Resource]]) -> Graph:
    """The shapes with the nodes given for each as their targets, in place of whole classes."""
    targets = (
        (URIRef(shape), SH["targetNode"], node)
        for shape, suspected in nodes.items()
        for node in oxigraph.nodes(suspected)
    )
    made = Graph()
    for triple in (*(t for t in shapes if t[1] not in TARGETS), *targets):
        made.add(triple)
    return made


def judged(graph: Graph, shapes: Graph) -> Iterator[Finding]:
    """What pySHACL finds amiss in a graph."""
    from pyshacl import validate  # noqa: PLC0415 - half a second that only a broken graph needs

    _, report, _ = validate(graph, shacl_graph=shapes, inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL reported {report!r}")
    for result in report.objects(None, SH["result"]):
        value, path = (report.value(result, SH[name]) for name in ("value", "resultPath"))
        yield Finding(
            document=str(graph.identifier),
            node=str(report.value(result, SH["focusNode"])),
            problem=" ".join(sorted(map(str, report.objects(result, SH["resultMessage"])))),
            value=None if value is None else str(value),
            path=str(path) if isinstance(path, URIRef) else None,
            component=str(report.value(result, SH["sourceConstraintComponent"])),
        )


@cache
def shapes() -> Graph:
    """The shapes that every graph keeps to."""
    return Graph().parse(ontology_directory() / "shapes.ttl", format="turtle")


@cache
def _screen() -> Screen:
    return screen(shapes())
