from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.answers import ANSWER_FORMATS, render
from pipeline.graph.build import build
from pipeline.graph.query import Solutions, Triples, query
from pipeline.graph.read import graph_files, read
from pipeline.graph.write import FORMATS, write
from pipeline.models import Facts


@pytest.fixture(scope="module")
def folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the sample's graph."""
    return write(graph, tmp_path_factory.mktemp("graphs") / "a" / "pact.md.ttl").parents[1]


@pytest.mark.parametrize("suffix", list(FORMATS.values()))
def test_every_format_is_read_under_the_name_of_its_document(
    graph: Graph, suffix: str, tmp_path: Path
) -> None:
    store = read([write(graph, tmp_path / f"g{suffix}")])
    assert [name.value for name in store.named_graphs()] == [str(graph.identifier)]
    assert len(store) == 2 * len(graph), "once in the document, once in the union"


def test_a_folder_is_read_once_however_it_is_named(folder: Path) -> None:
    assert graph_files([folder, folder / "a", folder / "a" / "pact.md.ttl"]) == (
        folder / "a" / "pact.md.ttl",
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.ttl", None, "No such file"),
        ("a.txt", "x", r"ends in '.txt' is no graph; name one that ends in .ttl"),
        ("a.ttl", "this is not\nTurtle", "not written as .ttl files are: .*line 1"),
        ("a.nq", "<a> <b> .", "not written as .nq files are"),
        ("a.rdf", "<rdf", "not written as .rdf files are"),
        ("a.jsonld", "[", "not written as .jsonld files are"),
        ("a.ttl", b"\xff\xfe", "not written as .ttl files are"),
    ],
)
def test_a_graph_that_cannot_be_read_is_an_error_that_names_it(
    name: str, content: str | bytes | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(GraphError, match=message) as error:
        read([path])
    assert str(error.value).startswith(str(path))


def test_a_folder_without_graphs_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no graph lies in this folder; name files that end in"):
        read([tmp_path])


def test_select_answers_with_rows_that_show_their_words(folder: Path) -> None:
    answer = query(
        [folder],
        "SELECT ?who ?words { ?e a cmq:Signing ; cmq:signatory ?p ; cmq:mention ?m ."
        " ?p rdfs:label ?who . ?m itsrdf:taIdentRef ?p ; nif:anchorOf ?words }",
    )
    assert answer == Solutions(
        ("who", "words"), ((ox.Literal("Ana Lobo"), ox.Literal("Ana Lobo")),)
    )


def test_the_union_of_all_documents_is_asked_and_each_can_be(folder: Path, graph: Graph) -> None:
    answer = query([folder], "SELECT DISTINCT ?g { GRAPH ?g { ?s a cmq:Event } }")
    assert answer == Solutions(("g",), ((ox.NamedNode(str(graph.identifier)),),))


def test_what_two_documents_say_counts_once(
    graph: Graph, tiny: Callable[..., Facts], tmp_path: Path
) -> None:
    other = build([tiny()], base="https://example.org/id/", provenance=("reader 1.0",))
    path = write([graph, other], tmp_path / "both.nq")
    labels = query([path], 'SELECT ?s { ?s rdfs:label "reader 1.0" }')
    assert isinstance(labels, Solutions)
    assert len(labels.rows) == 1


def test_construct_and_ask(folder: Path) -> None:
    told = query([folder], "CONSTRUCT { ?a cmq:said ?s } WHERE { ?a cmq:said ?s }")
    assert isinstance(told, Triples)
    assert len(told.triples) == 1
    assert query([folder], "ASK { ?a cmq:said ?s }") is True
    assert query([folder], "ASK { ?a cmq:metWith ?b }") is False


def test_rows_come_sorted_unless_the_question_orders_them(folder: Path) -> None:
    rows = query([folder], "SELECT ?w { ?m a cmq:Mention ; nif:anchorOf ?w }")
    assert isinstance(rows, Solutions)
    assert list(rows.rows) == sorted(rows.rows, key=str)
    ordered = query([folder], "SELECT ?b { ?m nif:beginIndex ?b } ORDER BY DESC(?b)")
    assert isinstance(ordered, Solutions)
    begins = [int(row[0].value) for row in ordered.rows if isinstance(row[0], ox.Literal)]
    assert begins == sorted(begins, reverse=True)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?x WHERE {\n  ?x a foo:Bar }", "query, line 2, column 15: Prefix not found near"),
        ("SELECT ?x WHERE {\n ?x a", "query, line 2, column 6: not understood near '?x a'"),
        ("SELEC ?x", "query, line 1, column 9: not understood near 'SELEC ?x'"),
        ("", "query, line 1, column 1: not understood near ''"),
        ("INSERT DATA {}", "query, line 1, column 10: not understood near 'INSERT DATA {}'"),
        ("SELECT ?y (COUNT(?x) AS ?n) { ?x a ?y }", "SELECT contains a variable that is unbound"),
    ],
)
def test_a_question_that_is_not_sparql_is_an_error_with_its_place(
    sparql: str, message: str, folder: Path
) -> None:
    with pytest.raises(GraphError) as error:
        query([folder], sparql)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 200


ROWS = Solutions(
    ("who", "when"),
    (
        (ox.NamedNode("https://w3id.org/communique/ontology#Occurred"), None),
        (ox.NamedNode("https://example.org/a"), ox.Literal("two\nlines, “so”")),
        (ox.Literal("x", language="en"), ox.Literal("1")),
    ),
)


def test_a_table_has_one_line_for_each_row() -> None:
    assert render(ROWS) == (
        "who                      when\n"
        "-----------------------  ---------------\n"
        "cmq:Occurred\n"
        "<https://example.org/a>  two lines, “so”\n"
        "x                        1\n"
    )


def test_csv_and_json() -> None:
    assert render(ROWS, "csv").splitlines()[:3] == [
        "who,when",
        "https://w3id.org/communique/ontology#Occurred,",
        'https://example.org/a,"two',
    ]
    document = json.loads(render(ROWS, "json"))
    assert document["head"] == {"vars": ["who", "when"]}
    assert document["results"]["bindings"][2]["who"] == {
        "type": "literal",
        "value": "x",
        "xml:lang": "en",
    }
    assert json.loads(render(True, "json")) == {"head": {}, "boolean": True}


@pytest.mark.parametrize("format_", list(ANSWER_FORMATS))
def test_an_answer_without_rows_can_be_shown(format_: str) -> None:
    nothing = Triples(()) if format_ == "ttl" else Solutions(("x",), ())
    assert render(nothing, format_) is not None


def test_turtle_is_for_triples_only() -> None:
    with pytest.raises(GraphError, match="only triples can be written as Turtle; ask with CONSTR"):
        render(ROWS, "ttl")
    triple = ox.Triple(ox.NamedNode("https://a/s"), ox.NamedNode("https://a/p"), ox.Literal("o"))
    assert render(Triples((triple,)), "ttl").endswith('\n\n<https://a/s> <https://a/p> "o" .\n')


def test_an_unknown_format_of_answers_is_an_error() -> None:
    with pytest.raises(GraphError, match="'xml' is no format of an answer; choose one of table"):
        render(ROWS, "xml")
