"""Documents in processes of their own: what one does to its process costs no other."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from pipeline.corpus import Bounds, Choices, processes
from pipeline.corpus.processes import Processes
from pipeline.errors import ModelError
from pipeline.sources import discover
from tests.corpora import Done, graphs_in, graphs_of, run
from tests.readers import FirstWords, Poisoned

LIMITS = Bounds(seconds=3.0, megabytes=500)
SOUND = {f"sound-{number}.txt": f"Norland {number} met Suria." for number in range(6)}


def written(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def in_processes(documents: Path, output: Path, jobs: int = 2, bounds: Bounds = LIMITS) -> Done:
    choices = Choices(str(output))
    return run(discover([str(documents)]), choices, Processes(choices, jobs, bounds, Poisoned))


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path, jobs: int) -> None:
    documents = written(tmp_path / "in", SOUND)
    done = in_processes(documents, tmp_path / "out", jobs)
    graphs_of([documents], tmp_path / "here", FirstWords)
    assert graphs_in(tmp_path / "out") == graphs_in(tmp_path / "here")
    assert [outcome.source for outcome in done.outcomes] == sorted(SOUND)


POISON = {
    "exit": "brought down the process that read it (exit code 3)",
    "segfault": "brought down the process that read it (SIGSEGV)",
    "loop": "takes more than 3 seconds of a processor; give more with --max-seconds",
    "backtrack": "takes more than 3 seconds of a processor; give more with --max-seconds",
    "bomb": "needs more than 500 MB of memory; give more with --max-memory",
}


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A run over sound documents and one of each poison."""
    poison = {f"{word}.txt": f"{word} is what it does." for word in POISON}
    folder = tmp_path_factory.mktemp("poison")
    return in_processes(written(folder / "in", {**SOUND, **poison}), folder / "out")


@pytest.mark.parametrize("word", POISON)
def test_poison_is_quarantined_with_its_error(poisoned: Done, word: str) -> None:
    reasons = {failure.source: failure.reason for failure in poisoned.failures}
    place, _, told = reasons[f"{word}.txt"].partition(": ")
    assert Path(place).name == f"{word}.txt"
    assert told.startswith(POISON[word])


def test_poison_costs_no_other_document(poisoned: Done) -> None:
    assert [outcome.source for outcome in poisoned.outcomes] == sorted(SOUND)
    counts = poisoned.counts
    assert (counts["quarantined"], counts["refused"]) == (len(POISON), 0)


def test_a_document_that_waits_for_ever_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_SHARED", 0)
    monkeypatch.setattr(processes, "_LOADING", 20.0)
    documents = written(tmp_path / "in", {"poison.txt": "wait is what it does.", **SOUND})
    done = in_processes(documents, tmp_path / "out")
    (failure,) = done.failures
    assert "poison.txt: is not done in 20 seconds" in failure.reason
    assert len(done.outcomes) == len(SOUND)


def test_what_is_in_quarantine_is_left_alone_until_something_changes(tmp_path: Path) -> None:
    documents = written(tmp_path / "in", {"poison.txt": "exit is what it does."})
    first = in_processes(documents, tmp_path / "out")
    record = sqlite3.connect(tmp_path / "out" / ".communique" / "manifest.sqlite")
    fresh = "SELECT fresh FROM document WHERE state = 'quarantined'"
    assert in_processes(documents, tmp_path / "out").failures == first.failures
    assert record.execute(fresh).fetchall() == [(0,)]
    in_processes(documents, tmp_path / "out", bounds=Bounds(4.0, 500))
    assert record.execute(fresh).fetchall() == [(1,)]
    record.close()
    (documents / "poison.txt").write_text("Norland met Suria.", encoding="utf-8")
    assert in_processes(documents, tmp_path / "out").counts["written"] == 1


def test_a_document_is_tried_again_alone(tmp_path: Path) -> None:
    documents = written(tmp_path / "in", {"shy.txt": f"shy of {tmp_path / 'tried'}", **SOUND})
    done = in_processes(documents, tmp_path / "out")
    assert (tmp_path / "tried").exists()
    assert len(done.outcomes) == len(SOUND) + 1
    assert done.failures == []


def missing_model(name: str) -> FirstWords:
    raise ModelError(f"no spaCy pipeline {name!r} is installed", remedy="install it")


def test_a_model_that_is_not_there_stops_the_run_with_its_one_line(tmp_path: Path) -> None:
    documents = written(tmp_path / "in", SOUND)
    choices = Choices(str(tmp_path / "out"))
    executor = Processes(choices, 2, LIMITS, partial(missing_model, "en_none"))
    with pytest.raises(ModelError) as told:
        run(discover([str(documents)]), choices, executor)
    assert str(told.value) == "no spaCy pipeline 'en_none' is installed; install it"
