from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import RDFS

from pipeline.errors import GraphError
from pipeline.graph.terms import CMQ
from pipeline.graph.turtle import turtle
from pipeline.graph.write import FORMATS, serialize, write
from tests.growth import spent

SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
RAPPER = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads", "rdf": "rdfxml"}

each_format = pytest.mark.parametrize("format_", list(FORMATS))


def triples(data: bytes, format_: str) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(data, format=SYNTAXES[format_])}


def one_literal(text: str) -> Graph:
    graph = Graph(identifier=URIRef("https://example.org/g"), bind_namespaces="none")
    graph.add((URIRef("https://example.org/s"), CMQ["quote"], Literal(text)))
    return graph


@each_format
def test_every_format_says_the_same(graph: Graph, format_: str) -> None:
    assert triples(serialize(graph, format_), format_) == triples(serialize(graph, "nt"), "nt")


@each_format
def test_the_order_of_triples_does_not_change_a_byte(graph: Graph, format_: str) -> None:
    backwards = Graph(identifier=graph.identifier, bind_namespaces="none")
    for prefix, namespace in reversed(list(graph.namespaces())):
        backwards.bind(prefix, namespace)
    for triple in sorted(graph, reverse=True):
        backwards.add(triple)
    assert serialize(backwards, format_) == serialize(graph, format_)


def test_the_seed_of_hashes_does_not_change_a_byte(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom pipeline.graph.document import read_graphs\n"
        "from pipeline.graph.write import FORMATS, write\n"
        "graphs = read_graphs(Path(sys.argv[1]))\n"
        "for name, suffix in FORMATS.items(): write(graphs, Path(sys.argv[2] + suffix))\n"
        "for suffix in ('.ttl', '.nq', '.rdf'):\n"
        "    write(graphs, Path(sys.argv[2] + '-claims' + suffix), view='claims')\n"
    )
    golden = Path(__file__).parent / "golden" / "signing.ttl"
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, str(golden), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            check=True,
        )
    for suffix in (*FORMATS.values(), "-claims.ttl", "-claims.nq", "-claims.rdf"):
        one, two = (tmp_path / f"{seed}{suffix}" for seed in "12")
        assert one.read_bytes() == two.read_bytes(), suffix


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    graph = one_literal(text)
    for format_, syntax in SYNTAXES.items():
        try:
            data = serialize(graph, format_)
        except GraphError:
            assert format_ == "rdf", "only XML lacks characters"
            continue
        assert [quad.object.value for quad in ox.parse(data, format=syntax)] == [text], format_


@pytest.mark.parametrize(
    "text", ["a\rb", "tab\there", '"""', "\\", "end\\", "\r\n", '\n\\"', '\n\\""']
)
def test_rdflib_reads_awkward_text_in_xml_and_turtle(text: str) -> None:
    for format_, reader in {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}.items():
        read = Graph().parse(data=serialize(one_literal(text), format_), format=reader)
        assert [str(value) for value in read.objects()] == [text], format_


def test_a_character_that_xml_lacks_is_an_error_that_names_it() -> None:
    with pytest.raises(GraphError, match=r"U\+000C cannot be written in XML; choose another"):
        serialize(one_literal("page\fbreak"), "rdf")


def test_only_prefixes_that_are_used_are_declared() -> None:
    header = serialize(one_literal("x")).decode().split("\n\n")[0]
    assert header == f"@prefix cmq: <{CMQ}> ."


def test_trig_keeps_documents_apart_and_turtle_joins_them(graph: Graph) -> None:
    both = [graph, one_literal("@prefix none: <x> .\n\n@prefix")]
    names = {str(q.graph_name) for q in ox.parse(serialize(both, "trig"), format=SYNTAXES["trig"])}
    assert names == {f"<{graph.identifier}>", "<https://example.org/g>"}
    assert serialize(both, "trig") == serialize(both[::-1], "trig")
    assert len(triples(serialize(both), "ttl")) == len(graph) + 1


def test_rdflib_finds_the_same_graph_in_turtle(graph: Graph) -> None:
    read = Graph().parse(data=serialize(graph), format="turtle")
    assert to_isomorphic(read) == to_isomorphic(graph)


@pytest.mark.skipif(
    shutil.which("rapper") is None, reason="rapper (raptor2-utils) is not installed"
)
@pytest.mark.parametrize("format_", list(RAPPER))
def test_rapper_counts_the_same_triples(graph: Graph, format_: str, tmp_path: Path) -> None:
    path = write(graph, tmp_path / f"graph{FORMATS[format_]}")
    told = subprocess.run(
        ["rapper", "-i", RAPPER[format_], "-c", str(path)], capture_output=True, check=True
    )
    assert f"returned {len(graph)} triples" in told.stderr.decode()
    assert "rror" not in told.stderr.decode()


def test_a_format_that_does_not_exist_is_an_error_that_names_the_choices() -> None:
    with pytest.raises(GraphError, match="'n3' is no format of a graph; choose one of ttl, trig"):
        serialize(one_literal("x"), "n3")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = write(one_literal("old"), tmp_path / "deep" / "a.md.ttl")
    before = path.read_bytes()
    with pytest.raises(GraphError):
        write(one_literal("\0"), path, "rdf")
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_time_for_turtle_grows_with_the_mentions() -> None:
    few, many = (spent(partial(turtle, _mentions(count))) for count in (1_000, 8_000))
    assert many < 20 * few  # with their square it would be some fifty times


def _mentions(count: int) -> Graph:
    graph = Graph()
    for start in range(count):
        passage = URIRef(f"https://example.org/release/1#char={start},{start + 3}")
        graph.add((passage, RDFS.label, Literal("one")))
    return graph
