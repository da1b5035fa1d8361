"""The screen finds the nodes that pySHACL finds amiss, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from pipeline.graph.answers import plain
from pipeline.graph.build import build
from pipeline.graph.document import of_graph, read_graphs
from pipeline.graph.screen import screen, suspects
from pipeline.graph.shape_conditions import SH
from pipeline.graph.shapes import aimed, judged, misshapen, shapes
from pipeline.graph.terms import CMQ, NIF, ORG, SCHEMA
from tests.graph.conftest import DOCUMENT
from tests.graph.damaged import DAMAGE, damaged

ASKED = str(SH["SPARQLConstraintComponent"])


def screened(graph: Graph, by: Graph) -> Mapping[str, frozenset[str]]:
    """The nodes of a graph that a screen picks, for each shape."""
    document = of_graph(graph)
    store = ox.Store()
    store.extend(document.quads)
    found = suspects(screen(by), store, [document]).get(document.name, {})
    return {shape: frozenset(map(plain, nodes)) for shape, nodes in found.items()}


def picked(graph: Graph, by: Graph) -> set[str]:
    return {node for nodes in screened(graph, by).values() for node in nodes}


def amiss(graph: Graph, by: Graph) -> set[str]:
    """The nodes of a graph that pySHACL finds amiss when it looks at all."""
    return {finding.node for finding in judged(graph, by)}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["damage"]) for case in DAMAGE])
def test_damage_is_picked_as_pyshacl_finds_it(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "damaged.ttl"
    path.write_text(damaged(case), encoding="utf-8")
    (broken,) = read_graphs(path)
    assert picked(broken, shapes()) == amiss(broken, shapes())


@pytest.mark.parametrize("case", [pytest.param(case, id=case["damage"]) for case in DAMAGE])
def test_what_lies_around_a_node_tells_as_much_as_the_whole_graph(
    case: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "damaged.ttl"
    path.write_text(damaged(case), encoding="utf-8")
    (broken,) = read_graphs(path)
    store, document = ox.Store(), of_graph(broken)
    store.extend(document.quads)
    told, whole = (
        {(f.node, f.problem, f.value) for f in found if f.component != ASKED}
        for found in (misshapen(store, [document]), judged(broken, shapes()))
    )
    assert told == whole


def test_an_end_before_the_beginning_is_told_by_a_question_alone() -> None:
    graph = sample()
    (event,) = graph.subjects(CMQ["endDate"])
    graph.set((event, CMQ["endDate"], Literal("1999", datatype=XSD.gYear)))
    store, document = ox.Store(), of_graph(graph)
    store.extend(document.quads)
    (found,) = misshapen(store, [document])
    assert (found.node, found.component) == (str(event), ASKED)
    assert found.problem == "an event ends on the day it begins or later"


def sample() -> Graph:
    """The graph of the sample, which a test may damage."""
    return build(DOCUMENT, base="https://example.org/id/")


#: What a value may be damaged into.
ODD = st.sampled_from(
    [
        Literal("words"),
        Literal(""),
        Literal("soon", datatype=XSD.integer, normalize=False),
        Literal(3),
        Literal("3", datatype=XSD.nonNegativeInteger),
        Literal("-3", datatype=XSD.decimal),
        Literal("2020-02-30", datatype=XSD.date, normalize=False),
        Literal("2020-13", datatype=XSD.gYearMonth, normalize=False),
        Literal(True),
        CMQ["Occurred"],
        CMQ["Signing"],
        CMQ["Person"],
        ORG["Membership"],
        SCHEMA["MonetaryAmount"],
        URIRef("https://example.org/none"),
        URIRef("https://example.org/id/person/ana-lobo"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_changed_is_picked_as_pyshacl_finds_it(data: st.DataObject) -> None:
    graph = sample()
    for _ in range(data.draw(st.integers(1, 3), "changes")):
        where: tuple[Node, Node, Node] = data.draw(st.sampled_from(sorted(graph, key=str)))
        change = data.draw(st.sampled_from(["taken away", "changed", "added"]))
        if change != "added":
            graph.remove(where)
        if change != "taken away":
            graph.add((where[0], where[1], data.draw(ODD)))
    assert picked(graph, shapes()) == amiss(graph, shapes())


def test_each_shape_is_aimed_at_the_nodes_that_break_it_alone() -> None:
    graph, shape = sample(), "https://w3id.org/communique/shapes#Entity"
    people = sorted(graph.subjects(RDF.type, CMQ["Person"]), key=str)
    for person in people:
        graph.remove((person, RDFS.label, None))
    assert screened(graph, shapes()) == {shape: frozenset(map(str, people))}
    first = ox.NamedNode(str(people[0]))
    assert {f.node for f in judged(graph, aimed(shapes(), {shape: [first]}))} == {str(people[0])}


PREFIXES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <{XSD}> .
@prefix cmq: <{CMQ}> .
@prefix nif: <{NIF}> .
"""


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ("sh:uniqueLang true", "uniqueLang"),
        ("sh:property [ sh:path cmq:date ; sh:equals cmq:endDate ]", "equals"),
        ("sh:property [ sh:path [ sh:oneOrMorePath cmq:date ] ; sh:minCount 1 ]", "the path"),
        ("sh:sparql [ sh:select 'SELECT ?x WHERE { ?x ?y ?z }' ]", "nothing about $this"),
    ],
)
def test_a_shape_that_cannot_be_screened_is_refused(shape: str, said: str) -> None:
    text = f"{PREFIXES}<https://example.org/s> sh:targetClass cmq:Event ; {shape} ."
    with pytest.raises(ValueError, match=said.replace("$", r"\$")):
        screen(Graph().parse(data=text, format="turtle"))
