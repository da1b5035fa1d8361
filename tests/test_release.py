"""The pass for one document, with a reader that needs no model."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.models import Metadata, Release
from pipeline.release import Given, Reader, amend, draw, reread, understand
from pipeline.vocabulary import CMQ

TEXT = "Norland and Suria Meet\n\n5 March 2024\n\nThe ministers of both countries met today.\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def release(part: int) -> Release:
    return Release("a.md", part, "Words.", (), Metadata(title="T", publisher=("Norland",)))


def test_a_document_becomes_facts_named_by_its_source(document: Path, reader: Reader) -> None:
    (facts,) = understand(document, reader, source="suria/meeting.txt")
    assert facts.release.source == "suria/meeting.txt"
    assert [event.type for event in facts.events] == ["Meeting"]


def test_the_graph_of_a_document_states_its_events(document: Path, reader: Reader) -> None:
    graph = draw(understand(document, reader), base="https://example.org/kg/")
    assert {str(kind) for kind in graph.objects() if str(kind) == f"{CMQ}Meeting"}
    assert all(str(subject).startswith("https://example.org/kg/") for subject in graph.subjects())


@pytest.mark.parametrize(
    ("part", "given", "published", "publisher"),
    [
        pytest.param(0, Given(), None, ("Norland",), id="nothing given"),
        pytest.param(0, Given(dt.date(2024, 3, 5), "Suria"), dt.date(2024, 3, 5), ("Suria",),
                     id="what is given wins"),
        pytest.param(1, Given(dt.date(2024, 3, 5), "Suria"), None, ("Suria",),
                     id="the date is the main release's"),
    ],
)  # fmt: skip
def test_what_the_user_says_wins(
    part: int, given: Given, published: dt.date | None, publisher: tuple[str, ...]
) -> None:
    said = amend(release(part), given).metadata
    assert (said.published, said.publisher, said.title) == (published, publisher, "T")


def test_an_empty_document_is_an_error_that_names_it(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(DocumentError, match=r"empty\.txt"):
        understand(tmp_path / "empty.txt", reader)


def test_a_document_is_read_again_by_its_name(document: Path, reader: Reader) -> None:
    (facts,) = understand(document, reader)
    assert reread(document.parent, "meeting.txt") == (facts.release.text,)
    assert reread(document.parent, "gone.txt") is None


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("dump.jsonl/17", "was taken out of dump.jsonl and is not read again"),
        ("x.zip/b.zip/a.md", "was taken out of x.zip and is not read again"),
        ("a.md.gz", "was taken out of a.md.gz and is not read again"),
        ("https://norland.example/talks", "was fetched from the web and is not read again"),
    ],
)
def test_what_is_no_file_of_its_own_is_not_read_again(
    tmp_path: Path, source: str, reason: str
) -> None:
    for name in ("dump.jsonl", "x.zip", "a.md.gz"):
        (tmp_path / name).touch()
    with pytest.raises(DocumentError, match=reason):
        reread(tmp_path, source)
