"""Many documents: where their graphs go, and that a failure is told and costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.corpus import Choices, Here, Outcome, Skip, graph_path
from pipeline.sources import Refusal
from tests.corpora import graphs_in, graphs_of, run
from tests.readers import FirstWords


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for name, words in {
        "a/one.txt": "Norland and Suria met today.",
        "a/two.txt": "",
        "b.md": "# Talks\n\nAn unreadable release.",
        "c.md": "# Talks End\n\nThe talks ended today.",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return folder


def test_every_document_has_an_outcome_in_order(documents: Path, tmp_path: Path) -> None:
    results = graphs_of([documents], tmp_path / "out", FirstWords).results
    assert [r.source for r in results] == ["a/one.txt", "a/two.txt", "b.md", "c.md"]
    assert [isinstance(r, Outcome) for r in results] == [True, False, False, True]


def test_a_failure_says_on_one_line_which_document_and_why(documents: Path, tmp_path: Path) -> None:
    done = graphs_of([documents], tmp_path / "out", FirstWords)
    empty, fallen = (failure.reason for failure in done.failures)
    assert "two.txt" in empty
    assert fallen == f"{documents / 'b.md'}: RuntimeError: fell over in the middle"


def test_what_was_refused_before_is_passed_on(tmp_path: Path) -> None:
    refusal = Refusal("a.zip", "a.zip: is damaged")
    choices = Choices(str(tmp_path))
    done = run([refusal], choices, Here(choices, FirstWords))
    assert done.results == done.failures == [refusal]


def test_a_fault_in_a_row_tells_its_line(tmp_path: Path) -> None:
    (tmp_path / "dump.jsonl").write_text('{"text": "They met."}\n{"text": "\\u0000\\u0001 x"}\n')
    done = graphs_of([tmp_path / "dump.jsonl"], tmp_path / "out", FirstWords)
    assert [each.source for each in done.results] == ["dump.jsonl/1", "dump.jsonl/2"]
    (refusal,) = done.failures
    assert refusal.reason.startswith(f"{tmp_path / 'dump.jsonl'}:2: this is binary data")


@pytest.mark.parametrize(("language", "kind"), [("en", Skip), (None, Outcome)])
def test_another_language_is_left_alone_unless_wanted(
    tmp_path: Path, language: str | None, kind: type
) -> None:
    text = "Le ministre a reçu son homologue et les deux parties ont parlé du commerce. " * 5
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    choices = Choices(str(tmp_path / "out"), language=language)
    done = graphs_of([tmp_path / "a.txt"], tmp_path / "out", FirstWords, choices)
    (result,) = done.results
    assert isinstance(result, kind)
    if isinstance(result, Skip):
        assert result.reason == f"{tmp_path / 'a.txt'}: is not English but fr; skipped"


def test_the_graph_of_an_address_lies_in_a_folder_of_its_host() -> None:
    path = Path(graph_path("https://agency.example/news/../../talks?page=1"))
    assert path.parts[0] == "agency.example"
    assert ".." not in path.parts


def test_graphs_mirror_the_folders_of_their_sources(documents: Path, tmp_path: Path) -> None:
    choices = Choices(str(tmp_path / "out"), "nt")
    graphs_of([documents], tmp_path / "out", FirstWords, choices)
    assert list(graphs_in(tmp_path / "out")) == ["a/one.txt.nt", "c.md.nt"]


def test_outcomes_count_the_facts(documents: Path, tmp_path: Path) -> None:
    outcome = graphs_of([documents], tmp_path / "out", FirstWords).outcomes[0]
    assert outcome == Outcome("a/one.txt", "a/one.txt.ttl", {"Meeting": 1}, 0)


def test_a_run_elsewhere_writes_the_same_bytes(documents: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        graphs_of([documents], tmp_path / name, FirstWords)
    assert graphs_in(tmp_path / "first") == graphs_in(tmp_path / "second")
