"""Views of a graph: all of it, its facts without the mentions, or the derived edges alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.edges import stated_edges
from pipeline.graph.terms import CMQ, ITSRDF, RDF

#: The view that holds everything, and the one in which every fact is a claim; that needs RDF 1.2
#: (see ``pipeline.graph.claims``).
FULL, CLAIMS = "full", "claims"


def full(graph: Graph) -> Graph:
    """Everything."""
    return graph


def facts(graph: Graph) -> Graph:
    """A graph without its mentions; a mention that is also the passage of a fact stays as such."""
    kept = Graph(identifier=graph.identifier, bind_namespaces="none")
    for prefix, namespace in graph.namespaces():
        kept.bind(prefix, namespace)
    mentions = set(graph.subjects(RDF.type, CMQ["Mention"]))
    mentions -= set(graph.subjects(RDF.type, CMQ["Passage"]))
    for subject, predicate, value in graph:
        names = predicate in {CMQ["mention"], ITSRDF["taIdentRef"]} or value == CMQ["Mention"]
        if subject not in mentions and not names:
            kept.add((subject, predicate, value))
    return kept


VIEWS: Mapping[str, Callable[[Graph], Graph]] = MappingProxyType(
    {FULL: full, "facts": facts, "edges": stated_edges}
)


def seen(graph: Graph, view: str) -> Graph:
    """A graph in one of :data:`VIEWS`; raises :class:`GraphError` for a view there is not."""
    if view not in VIEWS:
        choices = ", ".join((*VIEWS, CLAIMS))
        raise GraphError(f"{view!r} is no view of a graph", remedy=f"choose one of {choices}")
    return VIEWS[view](graph)
