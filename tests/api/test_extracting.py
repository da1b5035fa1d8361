"""From releases to a graph in hand, with a reader that needs no model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline as communique
from pipeline import language
from pipeline.api import extracting
from pipeline.corpus import Choices, Here, open_run
from pipeline.errors import DocumentError
from pipeline.release import Reader
from pipeline.sources import discover


@pytest.fixture(autouse=True)
def modelless(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> Iterator[None]:
    """Read with a reader that needs no model, and forget it afterwards."""
    monkeypatch.setattr(language, "load", lambda *_, **__: reader)
    extracting._reader.cache_clear()
    yield
    extracting._reader.cache_clear()


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text("Norland and Suria met today.\n", encoding="utf-8")
    return path


def test_a_file_gives_its_events_with_their_words(talks: Path) -> None:
    graph = communique.extract(talks)
    assert [(event.type, event.words) for event in graph.events] == [("Meeting", "Norland")]
    assert graph.refused == ()


def test_what_the_user_says_wins(talks: Path) -> None:
    graph = communique.extract(talks, published=dt.date(2024, 5, 31), base="https://example.org/")
    assert graph.events[0].release.iri.startswith("https://example.org/release/2024-05-31-")


def test_documents_that_cannot_be_read_do_not_stop_the_others(talks: Path) -> None:
    (talks.parent / "damaged.txt").write_text("unreadable", encoding="utf-8")
    graph = communique.extract(talks.parent)
    assert len(graph.events) == 1
    (refused,) = graph.refused
    assert "damaged.txt" in refused and "fell over in the middle" in refused
    assert repr(graph) == "<Graph of 1 events, 1 documents refused>"


def test_where_none_can_be_read_the_reason_is_raised(talks: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.txt: there is no such file"):
        communique.extract(talks.with_name("gone.txt"))
    with pytest.raises(DocumentError, match="no document"):
        communique.extract()


def test_the_graph_is_the_one_that_the_command_writes(talks: Path, tmp_path: Path) -> None:
    choices = Choices(str(tmp_path / "graphs"))
    with open_run(choices) as run:
        list(run.extract(discover([str(talks)]), Here(choices, language.load)))
    written = communique.read(tmp_path / "graphs")
    assert set(communique.extract(talks).store) == set(written.store)
