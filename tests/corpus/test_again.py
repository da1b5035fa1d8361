"""A second run: only what has changed is done, what is gone leaves, and what failed is known."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.corpus import Choices, Here, Outcome, Recipe, open_run
from pipeline.errors import ManifestError
from pipeline.models import Facts, Release
from pipeline.release import Given
from pipeline.sources import Document, Refusal, discover
from tests.corpora import Done, graphs_in, graphs_of, run
from tests.readers import FirstWords


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(f"Norland met Suria on the {name}.", encoding="utf-8")
    return folder


class Noted(FirstWords):
    """A reader that notes what it reads."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def understand(self, release: Release) -> Facts:
        self.read.append(release.source)
        return super().understand(release)


def again(documents: Path, output: Path, choices: Choices | None = None) -> tuple[Done, list[str]]:
    """A run, and which documents were read in it."""
    noted = Noted()
    return graphs_of([documents], output, lambda: noted, choices), noted.read


def test_what_has_not_changed_is_not_read_again(documents: Path, tmp_path: Path) -> None:
    first, _ = again(documents, tmp_path / "out")
    second, read = again(documents, tmp_path / "out")
    assert read == []
    assert second.counts == {**first.counts, "written": 0, "unchanged": 3}
    assert second.outcomes == [replace(outcome, fresh=False) for outcome in first.outcomes]


def test_the_model_is_not_loaded_for_what_has_not_changed(documents: Path, tmp_path: Path) -> None:
    def load() -> FirstWords:
        raise AssertionError("the model is loaded")

    again(documents, tmp_path / "out")
    assert graphs_of([documents], tmp_path / "out", load).counts["unchanged"] == 3


def test_only_what_has_changed_is_read(documents: Path, tmp_path: Path) -> None:
    again(documents, tmp_path / "out")
    (documents / "b.txt").write_text("The minister came.", encoding="utf-8")
    (documents / "d.txt").write_text("The minister left.", encoding="utf-8")
    _, read = again(documents, tmp_path / "out")
    assert read == ["b.txt", "d.txt"]
    again(documents, tmp_path / "anew")
    assert graphs_in(tmp_path / "out") == graphs_in(tmp_path / "anew")


def test_a_sidecar_is_part_of_its_document(documents: Path, tmp_path: Path) -> None:
    again(documents, tmp_path / "out")
    (documents / "c.meta.json").write_text('{"date": "2024-05-31"}', encoding="utf-8")
    assert again(documents, tmp_path / "out")[1] == ["c.txt"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"base": "https://example.org/"}, id="base"),
        pytest.param({"given": Given(publisher="Norland")}, id="publisher"),
        pytest.param({"language": None}, id="language"),
        pytest.param({"recipe": Recipe(model="another")}, id="model"),
    ],
)
def test_other_choices_read_all_again(
    documents: Path, tmp_path: Path, other: dict[str, object]
) -> None:
    choices = Choices(str(tmp_path / "out"))
    again(documents, tmp_path / "out", choices)
    _, read = again(documents, tmp_path / "out", replace(choices, **other))  # type: ignore[arg-type]  # each is of its kind
    assert len(read) == 3


def test_another_format_has_graphs_of_its_own(documents: Path, tmp_path: Path) -> None:
    for format_ in ("ttl", "nq", "ttl"):
        done, _ = again(documents, tmp_path / "out", Choices(str(tmp_path / "out"), format_))
    assert done.counts["unchanged"] == 3
    assert len(graphs_in(tmp_path / "out")) == 6


def test_a_graph_that_was_changed_or_lost_is_written_again(documents: Path, tmp_path: Path) -> None:
    again(documents, tmp_path / "out")
    before = graphs_in(tmp_path / "out")
    (tmp_path / "out" / "a.txt.ttl").unlink()
    with (tmp_path / "out" / "b.txt.ttl").open("a") as graph:
        graph.write("# mine\n")
    assert again(documents, tmp_path / "out")[1] == ["a.txt", "b.txt"]
    assert graphs_in(tmp_path / "out") == before


def test_a_document_that_is_gone_leaves_the_graph(documents: Path, tmp_path: Path) -> None:
    (documents / "old").mkdir()
    (documents / "a.txt").rename(documents / "old" / "a.txt")
    again(documents, tmp_path / "out")
    (documents / "old" / "a.txt").unlink()
    done, _ = again(documents, tmp_path / "out")
    assert done.counts["removed"] == 1
    assert list(graphs_in(tmp_path / "out")) == ["b.txt.ttl", "c.txt.ttl"]
    assert not (tmp_path / "out" / "old").exists()


def test_documents_from_elsewhere_stay(documents: Path, tmp_path: Path) -> None:
    again(documents / "a.txt", tmp_path / "out")
    done, _ = again(documents / "b.txt", tmp_path / "out")
    assert done.counts["removed"] == 0
    assert list(graphs_in(tmp_path / "out")) == ["a.txt.ttl", "b.txt.ttl"]


def test_what_lies_in_a_source_that_cannot_be_opened_stays(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text('{"text": "They met."}\n', encoding="utf-8")
    again(dump, tmp_path / "out")
    dump.rename(tmp_path / "elsewhere.jsonl")
    done, _ = again(dump, tmp_path / "out")
    assert done.counts["refused"] == 1
    assert list(graphs_in(tmp_path / "out")) == ["dump.jsonl/1.ttl"]


def test_where_a_row_is_refused_nothing_is_held_to_be_gone(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text('{"id": "a", "text": "They met."}\n', encoding="utf-8")
    again(dump, tmp_path / "out")
    dump.write_text('{"id": "a", "text": "They met.\n', encoding="utf-8")
    done, _ = again(dump, tmp_path / "out")
    assert done.counts["removed"] == 0
    assert list(graphs_in(tmp_path / "out")) == ["dump.jsonl/a.ttl"]


def test_a_row_that_is_gone_from_its_dump_leaves(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    dump.write_text('{"id": 1, "text": "They met."}\n{"id": 2, "text": "They left."}\n')
    again(dump, tmp_path / "out")
    dump.write_text('{"id": 2, "text": "They left."}\n')
    done, read = again(dump, tmp_path / "out")
    assert (read, done.counts["removed"]) == ([], 1)
    assert list(graphs_in(tmp_path / "out")) == ["dump.jsonl/2.ttl"]


def test_a_document_that_cannot_be_read_any_more_leaves_the_graph(
    documents: Path, tmp_path: Path
) -> None:
    again(documents, tmp_path / "out")
    (documents / "a.txt").write_bytes(b"")
    done, _ = again(documents, tmp_path / "out")
    assert [failure.source for failure in done.failures] == ["a.txt"]
    assert "a.txt.ttl" not in graphs_in(tmp_path / "out")


def test_nothing_leaves_when_a_run_is_stopped(documents: Path, tmp_path: Path) -> None:
    again(documents, tmp_path / "out")
    (documents / "c.txt").unlink()
    choices = Choices(str(tmp_path / "out"))
    with open_run(choices) as opened:
        next(opened.extract(discover([str(documents)]), Here(choices, FirstWords)))
    assert len(graphs_in(tmp_path / "out")) == 3


def test_a_second_run_into_a_folder_at_the_same_time_is_refused(tmp_path: Path) -> None:
    choices = Choices(str(tmp_path / "out"))
    with (
        open_run(choices),
        pytest.raises(ManifestError, match="another run writes there; wait for it"),
        open_run(choices),
    ):
        pass


def test_a_damaged_record_is_told_with_the_remedy(tmp_path: Path) -> None:
    record = tmp_path / "out" / ".communique" / "manifest.sqlite"
    record.parent.mkdir(parents=True)
    record.write_bytes(b"no database at all, but long enough to be taken for one" * 100)
    with (
        pytest.raises(ManifestError, match="remove it") as told,
        open_run(Choices(str(tmp_path / "out"))),
    ):
        pass
    assert str(told.value).startswith(str(record))


def test_a_record_of_another_version_is_begun_anew(documents: Path, tmp_path: Path) -> None:
    again(documents, tmp_path / "out")
    rows = sqlite3.connect(tmp_path / "out" / ".communique" / "manifest.sqlite")
    rows.execute("PRAGMA user_version = 99")
    rows.close()
    assert len(again(documents, tmp_path / "out")[1]) == 3


def test_a_failure_is_tried_again(documents: Path, tmp_path: Path) -> None:
    found = {"now": False}

    def open_() -> object:
        if not found["now"]:
            raise OSError("the share is not mounted")
        return (documents / "a.txt").read_bytes()

    choices = Choices(str(tmp_path / "out"))
    document = Document("a.txt", "a.txt", open_)  # type: ignore[arg-type]  # it never gets to be read
    (failed,) = run([document], choices, Here(choices, FirstWords)).results
    assert failed == Refusal("a.txt", "a.txt: OSError: the share is not mounted")
    (opened,) = discover([str(documents / "a.txt")])
    (done,) = run([opened], choices, Here(choices, FirstWords)).results
    assert isinstance(done, Outcome)
