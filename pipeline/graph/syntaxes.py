"""The syntaxes of RDF, one function each: graphs in, bytes out, the same for the same triples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from rdflib import Graph
from rdflib.namespace import NamespaceManager

from pipeline.errors import GraphError
from pipeline.graph.claims import claims
from pipeline.graph.context import context
from pipeline.graph.oxigraph import quads
from pipeline.graph.terms import PREFIXES
from pipeline.graph.tree import tree
from pipeline.graph.turtle import turtle as as_turtle

#: What XML 1.0 cannot hold, not even as a character reference.
_UNXML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_RDF12 = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "rdf": ox.RdfFormat.RDF_XML,
}


def turtle(graphs: Sequence[Graph]) -> bytes:
    """Turtle, its subjects in rdflib's order, with the prefixes that are used and no others."""
    header, body = _statements(graphs)
    return f"{header}\n\n{body}\n".encode()


def trig(graphs: Sequence[Graph]) -> bytes:
    """TriG: the Turtle of each graph in braces after its name."""
    written = [(graph.identifier, *_statements([graph])) for graph in graphs]
    header = sorted({line for _, lines, _ in written for line in lines.splitlines()})
    blocks = [f"<{name}> {{\n{body}\n}}" for name, _, body in written]
    return ("\n".join(header) + "\n\n" + "\n\n".join(blocks) + "\n").encode()


def ntriples(graphs: Sequence[Graph]) -> bytes:
    """N-Triples, sorted."""
    triples = {quad.triple for graph in graphs for quad in quads(graph)}
    return _lines(triples, ox.RdfFormat.N_TRIPLES)


def nquads(graphs: Sequence[Graph]) -> bytes:
    """N-Quads, sorted."""
    return _lines({q for graph in graphs for q in quads(graph)}, ox.RdfFormat.N_QUADS)


def jsonld(graphs: Sequence[Graph]) -> bytes:
    """JSON-LD as a tree: events below their release, passages below their event.

    The context stands in the document, so that nothing need be fetched to read it.
    """
    terms = context().whole.items()
    lines = ",\n".join(f"  {json.dumps(term)}: {json.dumps(value)}" for term, value in terms)
    sections = json.dumps(tree(_join(graphs)), indent=1, ensure_ascii=False)
    return f'{{\n "@context": {{\n{lines}\n }},{sections[1:]}\n'.encode()


def rdfxml(graphs: Sequence[Graph]) -> bytes:
    """RDF/XML, its subjects sorted; an error for a text with characters XML has no way to write."""
    triples = sorted({quad.triple for graph in graphs for quad in quads(graph)}, key=str)
    for triple in triples:
        if odd := _UNXML.search(str(getattr(triple.object, "value", ""))):
            raise GraphError(
                f"the character U+{ord(odd[0]):04X} cannot be written in XML",
                where=str(triple.subject),
                remedy="choose another format than rdf",
            )
    # A bare carriage return is a line feed to whoever reads XML.
    return _serialized(triples, ox.RdfFormat.RDF_XML).replace(b"\r", b"&#13;")


def claimed(graphs: Sequence[Graph], syntax: str) -> bytes:
    """The graphs with their facts as claims, in a syntax of RDF 1.2.

    Raises :class:`GraphError` for a syntax that cannot write a statement about a statement.
    """
    if syntax not in _RDF12:
        raise GraphError(
            f"a claim cannot be written as {syntax}", remedy=f"choose one of {', '.join(_RDF12)}"
        )
    kind = _RDF12[syntax]
    stated = {quad for graph in graphs for quad in claims(graph)}
    if kind.supports_datasets:
        data = _serialized(sorted(stated, key=_by_graph), kind)
    else:
        data = _serialized(sorted({quad.triple for quad in stated}, key=str), kind)
    if kind in {ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG}:  # whose prefixes come in any order
        lines = data.splitlines(keepends=True)
        head = sum(line.startswith(b"@prefix") for line in lines)
        return b"".join((*sorted(lines[:head]), *lines[head:]))
    return data.replace(b"\r", b"&#13;") if kind is ox.RdfFormat.RDF_XML else data


def _by_graph(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad.triple)


def _statements(graphs: Sequence[Graph]) -> tuple[str, str]:
    """The prefixes and the statements of all graphs in Turtle."""
    header, _, body = as_turtle(_join(graphs)).partition("\n\n")
    return header.strip(), body.strip()


def _join(graphs: Sequence[Graph]) -> Graph:
    """All graphs as one, which has no name of its own, with our prefixes and those of a user's.

    A graph that is alone is not copied: only its prefixes are, so that it keeps its own.
    """
    joint = _with_own_prefixes(graphs[0]) if len(graphs) == 1 else Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        joint.bind(prefix, namespace)
    for graph in graphs:
        for prefix, namespace in graph.namespaces():
            joint.bind(prefix, namespace, override=False)
        if len(graphs) > 1:
            joint += graph
    return joint


def _with_own_prefixes(graph: Graph) -> Graph:
    """The same triples, to which prefixes can be bound that the graph does not see."""
    shared = Graph(graph.store, graph.identifier, bind_namespaces="none")
    shared.namespace_manager = NamespaceManager(Graph(bind_namespaces="none"), "none")
    return shared


def _lines(statements: Iterable[ox.Triple] | Iterable[ox.Quad], syntax: ox.RdfFormat) -> bytes:
    lines = _serialized(statements, syntax).splitlines(keepends=True)
    return b"".join(sorted(lines))


def _serialized(statements: Iterable[ox.Triple] | Iterable[ox.Quad], syntax: ox.RdfFormat) -> bytes:
    data = ox.serialize(statements, format=syntax, prefixes=PREFIXES)
    assert data is not None  # only a file as output leaves nothing to return
    return data
