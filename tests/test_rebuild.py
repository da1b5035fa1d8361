"""Graphs made again from their documents, and what is told when they cannot be or differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extension import NOTHING, Extension
from pipeline.graph.write import write
from pipeline.models import Facts, Reading, Release
from pipeline.rebuild import Rebuilder
from pipeline.release import Given, draw, understand
from tests.readers import FirstWords

READING = Reading("tiny_model 1.0", "ab" * 32)
TEXT = "---\ntitle: Norland and Suria\n---\n\nNorland met Suria.\n"


class Attested(FirstWords):
    """The reader of the tests, which says what it reads with."""

    def understand(self, release: Release) -> Facts:
        return replace(super().understand(release), reading=READING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document."""
    folder = tmp_path / "releases"
    (folder / "talks").mkdir(parents=True)
    (folder / "talks" / "a.md").write_text(TEXT, encoding="utf-8")
    return folder


def graph_of(folder: Path, *, view: str = "full", given: Given | None = None) -> Path:
    facts = understand(folder / "talks" / "a.md", Attested(), source="talks/a.md", given=given)
    path = folder.parent / "graphs" / "talks" / "a.md.ttl"
    return write(draw(facts, base="https://example.org/kg/"), path, view=view)


def found(
    folder: Path, graphs: Path, reading: Reading = READING, terms: Extension = NOTHING
) -> list[str]:
    rebuilder = Rebuilder(folder, Attested(), reading, terms)
    return [finding.problem for finding in rebuilder.rebuild([graphs])]


@pytest.mark.parametrize("view", ["full", "facts", "claims"])
def test_an_unchanged_document_gives_its_graph_again(folder: Path, view: str) -> None:
    assert found(folder, graph_of(folder, view=view)) == []


def test_what_the_user_gave_is_given_again(folder: Path) -> None:
    given = Given(dt.date(2020, 2, 3), "Ministry of Tea")
    assert found(folder, graph_of(folder, given=given)) == []


def test_a_document_that_was_corrected_is_told_fact_by_fact(folder: Path) -> None:
    graphs = graph_of(folder)
    corrected = TEXT.replace("Norland and", "Nordland and")
    (folder / "talks" / "a.md").write_text(corrected, encoding="utf-8")
    header, meeting = found(folder, graphs)
    assert header.startswith("made again, it differs: changed: release “Norland and Suria” (text: ")
    assert "title: Norland and Suria is now Nordland and Suria" in header
    assert meeting == (
        "made again, it differs: changed: Meeting (Occurred) (words: “Norland” is now “Nordland”)"
    )


def test_a_triple_that_someone_added_is_shown(folder: Path) -> None:
    graphs = graph_of(folder)
    with graphs.open("a", encoding="utf-8") as file:
        file.write("<https://example.org/kg/x> <https://example.org/kg/y> 1 .\n")
    assert found(folder, graphs) == [
        "made again, it differs in 1 triples that went and 0 that came"
    ]


@pytest.mark.parametrize(
    ("reading", "terms", "told"),
    [
        (
            Reading("other_model 2.0", READING.frames),
            NOTHING,
            "it was made with the model tiny_model 1.0, and this is other_model 2.0; use the same",
        ),
        (
            Reading(READING.model, "cd" * 32),
            NOTHING,
            "it was made with the frames abababababab, and here are the frames cdcdcdcdcdcd; use",
        ),
        (
            Reading(READING.model, READING.frames, "12" * 32),
            NOTHING,
            "with no names of a user's own, and here are the names 121212121212; use the same",
        ),
        (
            READING,
            Extension(digest="ef" * 32),
            "with no terms of a user's own, and here are the terms efefefefefef; use the same",
        ),
    ],
)
def test_what_is_not_the_same_as_then_is_told_in_one_line(
    folder: Path, reading: Reading, terms: Extension, told: str
) -> None:
    (line,) = found(folder, graph_of(folder), reading, terms)
    assert told in line


def test_another_version_of_the_program_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graphs = graph_of(folder)
    monkeypatch.setattr("pipeline.rebuild._TOOL", "communique 9.9")
    (line,) = found(folder, graphs)
    assert "it was made with communique 0.1.0, and this is communique 9.9" in line


def test_a_document_that_is_gone_is_told(folder: Path) -> None:
    graphs = graph_of(folder)
    (folder / "talks" / "a.md").unlink()
    (line,) = found(folder, graphs)
    assert line == (
        f"cannot be made again: its document talks/a.md is not in {folder}; "
        "name the folder that the documents were read from"
    )


def test_a_view_that_does_not_say_where_it_comes_from_is_told(folder: Path) -> None:
    facts = understand(folder / "talks" / "a.md", FirstWords(), source="talks/a.md")
    path = write(draw(facts), folder.parent / "silent.ttl")
    (line,) = found(folder, path)
    assert "the graph does not say what it was made from; write it anew" in line
