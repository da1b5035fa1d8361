"""How much of a graph is written: all, its facts without mentions, the derived edges alone."""

from __future__ import annotations

import pytest
from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.edges import EDGES, derive_edges
from pipeline.graph.terms import CMQ, ITSRDF, RDF
from pipeline.graph.validate import check
from pipeline.graph.views import CLAIMS, VIEWS, seen
from pipeline.graph.write import serialize


def test_the_full_view_is_the_graph(graph: Graph) -> None:
    assert set(seen(graph, "full")) == set(graph)


def test_the_facts_are_the_graph_without_mentions_and_nothing_else_is_lost(graph: Graph) -> None:
    facts = seen(graph, "facts")
    assert (None, RDF.type, CMQ["Mention"]) not in facts
    assert (None, CMQ["mention"], None) not in facts
    lost = set(graph) - set(facts)
    assert set(facts) < set(graph)
    mentions = set(graph.subjects(RDF.type, CMQ["Mention"]))
    for subject, predicate, _ in lost:
        assert subject in mentions or predicate == CMQ["mention"]


def test_a_mention_that_states_a_fact_stays_as_its_passage(graph: Graph) -> None:
    both = set(graph.subjects(RDF.type, CMQ["Mention"])) & set(graph.objects(None, CMQ["evidence"]))
    doubled = Graph(identifier=graph.identifier)
    doubled += graph
    passage = next(iter(graph.subjects(RDF.type, CMQ["Mention"])))
    doubled.add((passage, RDF.type, CMQ["Passage"]))
    facts = seen(doubled, "facts")
    for each in {passage, *both}:
        assert (each, RDF.type, CMQ["Passage"]) in facts
        assert (each, ITSRDF["taIdentRef"], None) not in facts


def test_the_facts_are_a_good_graph(graph: Graph) -> None:
    assert [str(finding) for finding in check(seen(graph, "facts"))] == [
        str(finding) for finding in check(graph)
    ]


def test_the_edges_are_those_that_the_events_imply(graph: Graph) -> None:
    edges = seen(graph, "edges")
    assert set(edges) == set(derive_edges(graph))
    assert {predicate for _, predicate, _ in edges} <= set(EDGES)
    assert len(edges) > 3


@pytest.mark.parametrize("view", [*VIEWS, CLAIMS])
def test_a_view_has_the_same_bytes_whatever_the_order(graph: Graph, view: str) -> None:
    backwards = Graph(identifier=graph.identifier, bind_namespaces="none")
    for triple in sorted(graph, reverse=True):
        backwards.add(triple)
    assert serialize(backwards, "ttl", view) == serialize(graph, "ttl", view)


def test_a_view_that_does_not_exist_is_an_error_that_names_the_choices(graph: Graph) -> None:
    with pytest.raises(GraphError, match="'half' is no view of a graph; choose one of full, facts"):
        serialize(graph, "ttl", "half")
