"""Check graphs against the shapes of the ontology, with pySHACL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.namespace import NamespaceManager

from pipeline.graph import oxigraph
from pipeline.graph.answers import plain
from pipeline.graph.document import Document, Resource
from pipeline.graph.findings import Finding
from pipeline.graph.screen import Screen, screen, suspects
from pipeline.graph.shape_conditions import SH, TARGETS
from pipeline.graph.terms import RDF, RDFS
from pipeline.vocabulary import ontology_directory

#: Steps from a node to the farthest that a shape of it looks at: the class or label of a value.
_REACH = 1

#: The constraint component of a question in SPARQL.
_ASKED = str(SH["SPARQLConstraintComponent"])


def misshapen(store: ox.Store, documents: Sequence[Document]) -> Iterator[Finding]:
    """Where the documents in a store do not have the shape the ontology gives them."""
    found = suspects(_screen(), store, documents)
    for document in documents:
        picked = found.get(document.name, {})
        for shape in picked.keys() & asked().keys():
            for node in picked[shape]:
                yield Finding(document.name, plain(node), asked()[shape], component=_ASKED)
        if rest := {shape: nodes for shape, nodes in picked.items() if shape not in asked()}:
            nodes = {node for picked_by in rest.values() for node in picked_by}
            graph = oxigraph.graph(document.name, around(document, nodes))
            yield from judged(graph, aimed(shapes(), rest))


def around(document: Document, nodes: Iterable[Resource]) -> Iterator[ox.Triple]:
    """What a document says of nodes and of what they lead to: as far as any shape looks."""
    said, reached, wanted = (
        document.by_subject,
        set[Resource](),
        set(nodes) & set(document.by_subject),
    )
    for _ in range(_REACH + 1):
        reached |= wanted
        wanted = {
            value
            for node in wanted
            for values in said[node].values()
            for value in values
            if isinstance(value, ox.NamedNode | ox.BlankNode) and value in said
        } - reached
    for node in reached:
        for term, values in said[node].items():
            yield from (ox.Triple(node, ox.NamedNode(term), value) for value in values)
    for node, value in document.pairs(RDFS.subClassOf):
        yield ox.Triple(node, ox.NamedNode(str(RDFS.subClassOf)), value)


@cache
def asked() -> Mapping[str, str]:
    """The shapes that are no more than one question in SPARQL, and what each finds amiss.

    The screen has asked it of all nodes at once; pySHACL would parse it anew for each.
    """
    graph, aside = shapes(), {RDF.type, *TARGETS}
    alone = {
        shape: question
        for shape, question in graph.subject_objects(SH["sparql"])
        if {*graph.predicates(shape)} - aside == {SH["sparql"]}
        and len(list(graph.objects(shape, SH["sparql"]))) == 1
    }
    return {str(shape): str(graph.value(alone[shape], SH["message"])) for shape in alone}


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


class _FullNames(NamespaceManager):
    """Names no IRI in short: pySHACL describes each finding in prose that nobody reads here."""

    def normalizeUri(self, rdfTerm: str) -> str:  # noqa: N802, N803 - rdflib's names
        return f"<{rdfTerm}>"


def judged(graph: Graph, shapes: Graph) -> Iterator[Finding]:
    """What pySHACL finds amiss in a graph."""
    from pyshacl import validate  # noqa: PLC0415 - half a second that only a broken graph needs

    for each in (graph, shapes):
        each.namespace_manager = _FullNames(each, bind_namespaces="none")
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
