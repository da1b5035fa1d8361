"""Derived edges: plain triples for people who want them, from events that occurred."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import Graph

from pipeline.graph import oxigraph
from pipeline.graph.terms import CMQ
from pipeline.vocabulary import ontology_directory

GraphName: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

EDGES = tuple(CMQ[edge] for edge in ("signed", "partyTo", "dateSigned", "said", "metWith"))


def derive_edges(graph: Graph) -> Graph:
    """The edges that a graph's events imply."""
    store = ox.Store()
    store.extend(oxigraph.quads(graph))
    name = next((quad.graph_name for quad in store), ox.DefaultGraph())
    return oxigraph.graph(str(graph.identifier), implied_edges(store, name))


def implied_edges(store: ox.Store, name: GraphName) -> frozenset[ox.Triple]:
    """The edges that the events in one graph of a store imply: ``ontology/edges.rq``."""
    found = store.query(_question(), default_graph=[name])
    if not isinstance(found, ox.QueryTriples):
        raise TypeError(f"edges.rq answers with {type(found).__name__}, not with triples")
    return frozenset(found)


def stated_edges(graph: Graph) -> Graph:
    """The edges that a graph states."""
    stated = Graph(identifier=graph.identifier, bind_namespaces="none")
    for edge in EDGES:
        stated += graph.triples((None, edge, None))
    return stated


@cache
def _question() -> str:
    return (ontology_directory() / "edges.rq").read_text(encoding="utf-8")
