"""The story: what is found becomes tasks, tasks are done, what became of each is written down."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.sources import Refusal
from pipeline.sources.document import Found

from .address import address, signature
from .choices import Choices
from .executors import Executor
from .manifest import Manifest
from .outcomes import Failure, Known, Outcome, Report, Result, Skip, Task
from .store import OWN, Store, graph_path, store_at
from .texts import remove_texts

_LOG = logging.getLogger(__name__)


@contextmanager
def open_run(choices: Choices, state: Path | None = None) -> Iterator[Run]:
    """A run into an output, with what earlier ones left there.

    ``state`` is the folder for the record of what was done, one in the output unless given.
    Raises ManifestError where another run is at work there or the record is damaged.
    """
    store = store_at(choices.output)
    texts = store_at(choices.texts) if choices.texts else None
    folder = state or Path(choices.output) / OWN
    folder.mkdir(parents=True, exist_ok=True)
    with Manifest(folder) as manifest:
        kept = [each for each in (store, texts) if each]
        for each in kept:
            each.clear()  # what a run that was killed was writing
        yield Run(choices, store, manifest, texts)
        for each in kept:
            each.clear()


@dataclass(slots=True)
class Run:
    """One run over documents; ``removed`` counts the graphs of those that are gone."""

    choices: Choices
    store: Store
    manifest: Manifest
    texts: Store | None = None
    removed: int = 0
    _given: set[str] = field(default_factory=set)
    _refused: deque[Refusal] = field(default_factory=deque)

    def extract(self, found: Iterable[Found], executor: Executor) -> Generator[Result, None, None]:
        """Have each document done; one that fails is refused and the others go on.

        What was refused before it became a document is passed on. A document that brings down
        its process is tried once more, alone, when all others are done, and then given up. In
        the end the graphs of documents that are gone are taken away.
        """
        failed: list[Task] = []
        for task, report in executor.results(self._tasks(found)):
            yield from self._pop_refused()
            if isinstance(report, Failure):
                failed.append(task)
            else:
                yield self._settle(task, report)
        yield from self._pop_refused()
        for task in failed:
            again = executor.alone(task)
            if isinstance(again, Failure):
                again = self._quarantine(task, again)
            yield self._settle(task, again)
        self._take_away()

    def outcomes(self) -> Iterator[Outcome]:
        """The documents that have a graph, those unchanged too, in the order they were found."""
        return self.manifest.outcomes()

    def skips(self) -> Iterator[Skip]:
        """The documents that were left alone."""
        return self.manifest.skips()

    def failures(self) -> Iterator[Refusal]:
        """What was refused, before or after it became a document."""
        return self.manifest.failures()

    def counts(self) -> dict[str, int]:
        """How many documents became what, and how many graphs were taken away."""
        return {**self.manifest.counts(), "removed": self.removed}

    def _tasks(self, found: Iterable[Found]) -> Iterator[Task]:
        for number, each in enumerate(found):
            given = _settled(each.given)
            self._given.add(given)
            if isinstance(each, Refusal):
                self.manifest.record(number, given, None, each, None)
                self._refused.append(each)
                continue
            graph = graph_path(each.source, self.choices.format)
            yield Task(number, each, graph, self.manifest.known(graph))

    def _pop_refused(self) -> Iterator[Refusal]:
        while self._refused:
            yield self._refused.popleft()

    def _settle(self, task: Task, report: Report) -> Result:
        """Write down what became of a task; a graph from before goes where there is none now."""
        given = _settled(task.document.given)
        if report.result is None:
            _LOG.info("%s: unchanged, %s is kept", task.document.source, task.graph)
            return self.manifest.keep(task.number, given, task.graph)
        if not isinstance(report.result, Outcome) and self.manifest.has_graph(task.graph):
            self._remove(task.graph)
        self.manifest.record(task.number, given, task.graph, report.result, report.known)
        _log(report.result)
        return report.result

    def _quarantine(self, task: Task, failure: Failure) -> Report:
        """What is said of a document given up: it is left alone until it, we or bounds change."""
        document = task.document
        result = Refusal(document.source, f"{document.place}: {failure.reason}")
        try:
            now = address(signature(self.choices), document.source, document.open())
        except DocumentError:  # it cannot even be opened any more: nothing to know it by
            return Report(result)
        return Report(result, Known(now, bounds=failure.bounds))

    def _take_away(self) -> None:
        for graph, written in self.manifest.missing(self._given):
            if written:
                self._remove(graph)
            self.removed += written

    def _remove(self, graph: str) -> None:
        """Take a document's graph away, and its texts where they are written."""
        _LOG.info("%s: taken away", graph)
        self.store.remove(graph)
        if self.texts:
            remove_texts(self.texts, graph)


def _log(result: Result) -> None:
    """Tell of what was written or left alone; what was refused is told in the end anyway."""
    if isinstance(result, Outcome):
        found = ", ".join(f"{kind} {count}" for kind, count in result.events.items() if count)
        _LOG.info("%s: written to %s; %s", result.source, result.graph, found or "no events")
    elif isinstance(result, Skip):
        _LOG.info("%s: left alone", result.source)


def _settled(given: str) -> str:
    """What a user named, so that it is the same from wherever it is named."""
    return given if "://" in given or given == "-" else os.path.abspath(given)  # noqa: PTH100 - Path.absolute keeps ".."
