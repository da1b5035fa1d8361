"""Derived edges: plain triples for people who want them, from events that occurred."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox
from rdflib import Graph

from pipeline.graph import oxigraph
from pipeline.graph.terms import CMQ
from pipeline.vocabulary import ontology_directory

EDGES = tuple(CMQ[edge] for edge in ("signed", "partyTo", "dateSigned", "said", "metWith"))


def derive_edges(graph: Graph) -> Graph:
    """The edges that a graph's events imply, by the question ``ontology/edges.rq``."""
    store = ox.Store()
    store.extend(oxigraph.quads(graph))
    found = store.query(_question(), use_default_graph_as_union=True)
    if not isinstance(found, ox.QueryTriples):
        raise TypeError(f"edges.rq answers with {type(found).__name__}, not with triples")
    return oxigraph.graph(str(graph.identifier), found)


def stated_edges(graph: Graph) -> Graph:
    """The edges that a graph states."""
    stated = Graph(identifier=graph.identifier, bind_namespaces="none")
    for edge in EDGES:
        stated += graph.triples((None, edge, None))
    return stated


@cache
def _question() -> str:
    return (ontology_directory() / "edges.rq").read_text(encoding="utf-8")
