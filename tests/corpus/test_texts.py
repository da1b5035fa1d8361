"""The canonical texts as files: an offset of the graph is one of the file, for any program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import Namespace

from pipeline.corpus import Choices
from tests.corpora import Done, graphs_in, graphs_of
from tests.readers import FirstWords

NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
TALKS = "# Talks\u00a0🐟 on fish\r\n\r\nNorland — «Suria» met; n\u0303 and \U0001d11e were sung.\n"
TWO = "".join(
    f"# {title}\n\n**Release Date:** May 12, 2019\n\n"
    f"Norland and Suria signed a {title.lower()} in Oslo today, both of their ministers said.\n\n"
    for title in ("Pact on fish signed", "Pact on crabs signed")
)


@pytest.fixture
def extract(tmp_path: Path) -> Callable[[], Done]:
    """Read what is in the folder *in*: graphs into *out*, texts into *texts*."""
    (tmp_path / "in").mkdir()
    choices = Choices(str(tmp_path / "out"), texts=str(tmp_path / "texts"))
    return lambda: graphs_of([tmp_path / "in"], tmp_path / "out", FirstWords, choices)


def test_every_offset_of_the_graph_is_one_of_the_file(
    extract: Callable[[], Done], tmp_path: Path
) -> None:
    (tmp_path / "in" / "talks.md").write_bytes(TALKS.encode())
    extract()
    text = (tmp_path / "texts" / "talks.md.txt").read_bytes().decode("utf-8")
    graph = Graph().parse(tmp_path / "out" / "talks.md.ttl")
    passages = list(graph.subject_objects(NIF.anchorOf))
    assert passages
    for passage, words in passages:
        begin, end = (int(str(graph.value(passage, p))) for p in (NIF.beginIndex, NIF.endIndex))
        assert text[begin:end] == str(words)
    assert text in [str(whole) for whole in graph.objects(None, NIF.isString)]


def test_each_release_of_a_document_has_a_text_and_one_that_is_gone_has_none(
    extract: Callable[[], Done], tmp_path: Path
) -> None:
    document = tmp_path / "in" / "pacts.md"
    document.write_text(TWO, encoding="utf-8")
    extract()
    assert list(graphs_in(tmp_path / "texts")) == ["pacts.md.part-1.txt", "pacts.md.txt"]
    document.write_text(TWO[: len(TWO) // 2], encoding="utf-8")
    extract()
    assert list(graphs_in(tmp_path / "texts")) == ["pacts.md.txt"]
    document.write_text("", encoding="utf-8")
    extract()
    assert not graphs_in(tmp_path / "texts")


def test_a_text_that_was_changed_or_lost_is_written_again(
    extract: Callable[[], Done], tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / "in" / name).write_text("Norland met Suria.", encoding="utf-8")
    extract()
    before = graphs_in(tmp_path / "texts")
    (tmp_path / "texts" / "a.txt.txt").write_text("Norland met nobody.", encoding="utf-8")
    (tmp_path / "texts" / "b.txt.txt").unlink()
    counts = extract().counts
    assert (counts["written"], counts["unchanged"]) == (2, 1)
    assert graphs_in(tmp_path / "texts") == before


def test_the_texts_of_a_document_that_is_gone_are_taken_away(
    extract: Callable[[], Done], tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text("Norland met Suria.", encoding="utf-8")
    extract()
    (tmp_path / "in" / "a.txt").unlink()
    assert extract().counts["removed"] == 1
    assert list(graphs_in(tmp_path / "texts")) == ["b.txt.txt"]


def test_texts_make_no_difference_to_graphs(extract: Callable[[], Done], tmp_path: Path) -> None:
    (tmp_path / "in" / "talks.md").write_bytes(TALKS.encode())
    extract()
    graphs_of([tmp_path / "in"], tmp_path / "plain", FirstWords)
    assert graphs_in(tmp_path / "plain") == graphs_in(tmp_path / "out")
