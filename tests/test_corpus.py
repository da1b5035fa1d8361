"""Many documents: where their graphs go, and that a failure is told and costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.corpus import Choices, Outcome, Skip, extract, graph_path
from pipeline.release import Reader
from pipeline.sources import Document, Refusal, discover


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Document, ...]:
    for name, words in {
        "a/one.txt": "Norland and Suria met today.",
        "a/two.txt": "",
        "b.md": "# Talks\n\nAn unreadable release.",
        "c.md": "# Talks End\n\nThe talks ended today.",
    }.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return tuple(each for each in discover([str(tmp_path / "in")]) if isinstance(each, Document))


def test_every_document_has_an_outcome_in_order(
    documents: tuple[Document, ...], tmp_path: Path, reader: Reader
) -> None:
    outcomes = list(extract(documents, reader, Choices(tmp_path / "out")))
    assert [o.source for o in outcomes] == ["a/one.txt", "a/two.txt", "b.md", "c.md"]
    assert [isinstance(o, Outcome) for o in outcomes] == [True, False, False, True]


def test_a_failure_says_on_one_line_which_document_and_why(
    documents: tuple[Document, ...], tmp_path: Path, reader: Reader
) -> None:
    outcomes = extract(documents, reader, Choices(tmp_path / "out"))
    empty, fallen = (o.reason for o in outcomes if isinstance(o, Refusal))
    assert "two.txt" in empty
    assert fallen == f"{tmp_path / 'in' / 'b.md'}: RuntimeError: fell over in the middle"


def test_what_was_refused_before_is_passed_on(tmp_path: Path, reader: Reader) -> None:
    refusal = Refusal("a.zip", "a.zip: is damaged")
    assert list(extract([refusal], reader, Choices(tmp_path))) == [refusal]


def test_a_fault_in_a_row_tells_its_line(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "dump.jsonl").write_text('{"text": "They met."}\n{"text": "\\u0000\\u0001 x"}\n')
    outcomes = list(
        extract(discover([str(tmp_path / "dump.jsonl")]), reader, Choices(tmp_path / "out"))
    )
    assert [outcome.source for outcome in outcomes] == ["dump.jsonl/1", "dump.jsonl/2"]
    (refusal,) = (each for each in outcomes if isinstance(each, Refusal))
    assert refusal.reason.startswith(f"{tmp_path / 'dump.jsonl'}:2: this is binary data")


@pytest.mark.parametrize(("language", "kind"), [("en", Skip), (None, Outcome)])
def test_another_language_is_left_alone_unless_wanted(
    tmp_path: Path, reader: Reader, language: str | None, kind: type
) -> None:
    text = "Le ministre a reçu son homologue et les deux parties ont parlé du commerce. " * 5
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    choices = Choices(tmp_path / "out", language=language)
    (outcome,) = extract(discover([str(tmp_path / "a.txt")]), reader, choices)
    assert isinstance(outcome, kind)
    if isinstance(outcome, Skip):
        assert outcome.reason == f"{tmp_path / 'a.txt'}: is not English but fr; skipped"


def test_the_graph_of_an_address_lies_in_a_folder_of_its_host() -> None:
    path = graph_path("https://agency.example/news/../../talks?page=1", Path("out"))
    assert path.parts[:2] == ("out", "agency.example")
    assert ".." not in path.parts


def test_graphs_mirror_the_folders_of_their_sources(
    documents: tuple[Document, ...], tmp_path: Path, reader: Reader
) -> None:
    list(extract(documents, reader, Choices(tmp_path / "out", "nt")))
    written = sorted(
        p.relative_to(tmp_path / "out").as_posix() for p in tmp_path.glob("out/**/*.*")
    )
    assert written == ["a/one.txt.nt", "c.md.nt"]


def test_outcomes_count_the_facts(
    documents: tuple[Document, ...], tmp_path: Path, reader: Reader
) -> None:
    outcome = next(extract(documents, reader, Choices(tmp_path / "out")))
    path = tmp_path / "out" / "a" / "one.txt.ttl"
    assert outcome == Outcome("a/one.txt", path, {"Meeting": 1}, 0)


def test_a_second_run_writes_the_same_bytes(
    documents: tuple[Document, ...], tmp_path: Path, reader: Reader
) -> None:
    for run in ("first", "second"):
        list(extract(documents, reader, Choices(tmp_path / run)))
    name = graph_path("a/one.txt", Path())
    assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
