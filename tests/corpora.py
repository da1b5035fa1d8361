"""Runs over documents, in this process unless told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.corpus import Choices, Executor, Here, Outcome, Skip, open_run
from pipeline.release import Reader
from pipeline.sources import Refusal, discover
from pipeline.sources.document import Found


@dataclass(frozen=True)
class Done:
    """What a run gave: results as they came and in order, and how many became what."""

    results: list[Outcome | Skip | Refusal]
    outcomes: list[Outcome]
    failures: list[Refusal]
    counts: dict[str, int]


def graphs_of(
    sources: Iterable[Path],
    output: Path,
    load: Callable[[], Reader] | None = None,
    choices: Choices | None = None,
) -> Done:
    """Write the graphs of documents into a folder; the reader has the model unless given."""
    choices = choices or Choices(str(output))
    return run(discover(map(str, sources)), choices, Here(choices, load))


def run(found: Iterable[Found], choices: Choices, executor: Executor) -> Done:
    """Have all done that is found."""
    with open_run(choices) as opened:
        results = list(opened.extract(found, executor))
        return Done(results, list(opened.outcomes()), list(opened.failures()), opened.counts())


def graphs_in(folder: Path) -> dict[str, bytes]:
    """The bytes of all graphs in a folder by their names, and nothing else that lies there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.sqlite"
    }
