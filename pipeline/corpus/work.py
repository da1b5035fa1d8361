"""The whole pass for one document, the same in whatever process it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cached_property

from pipeline.errors import CommuniqueError, DocumentError
from pipeline.gazetteer import Gazetteer
from pipeline.graph.write import serialize
from pipeline.models import Facts
from pipeline.reading import language_of, read_bytes
from pipeline.release import Reader, draw, facts_of
from pipeline.sources import Content, Document, Refusal

from .address import address, signature
from .bounds import Bounds, within
from .choices import Choices
from .outcomes import Known, Outcome, Report, Result, Skip, Task
from .store import digest_of, store_at
from .texts import digest_of_texts, write_texts


class Worker:
    """Does tasks. The reader is loaded once, with the first document that has changed."""

    def __init__(
        self,
        choices: Choices,
        load: Callable[[], Reader] | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        self.choices = choices
        self.bounds = bounds
        self.signature = signature(choices)
        self.store = store_at(choices.output)
        self.texts = store_at(choices.texts) if choices.texts else None
        self._load = load or choices.recipe.reader
        self._reader: Reader | None = None

    def do(self, task: Task) -> Report:
        """Write the graph of a document, unless it is known and nothing has changed.

        What is wrong with the document is its result. Raises CommuniqueError where no document
        could be read, MemoryError where there is too little; a process with bounds ends where
        the document takes too long.
        """
        with self._in_time():
            opened = self._opened(task)
        if isinstance(opened, Report):
            return opened
        reader = self.reader()  # the model's time is not the document's
        with self._in_time():
            return self._read(task, *opened, reader)

    def reader(self) -> Reader:
        """The reader, which the first call loads."""
        if self._reader is None:
            self._reader = self._load()
        return self._reader

    @cached_property
    def _known(self) -> Gazetteer:
        """The names known beforehand: those the reader was loaded with, whatever the files say."""
        return self.choices.recipe.known()

    def _in_time(self) -> AbstractContextManager[None]:
        return within(self.bounds.seconds) if self.bounds else nullcontext()

    def _opened(self, task: Task) -> Report | tuple[Content, Known]:
        """What a document holds, and its address now; a report where there is nothing to do."""
        document = task.document
        try:
            content = document.open()
        except MemoryError:
            raise
        except Exception as error:  # a fault in one document must not cost the others
            return Report(_refusal(document, None, error))
        now = Known(address(self.signature, document.source, content))
        if task.known and task.known.address == now.address and self._holds(task, task.known):
            return Report(None, task.known)
        return content, now

    def _holds(self, task: Task, known: Known) -> bool:
        """Whether what is known of an unchanged document is what doing it again would give."""
        if known.bounds is not None:
            return self.bounds is not None and known.bounds == self.bounds.pair()
        return known.digest is None or known.digest == self._digest(
            task, self.store.digest(task.graph)
        )

    def _digest(self, task: Task, graph: str | None) -> str | None:
        """The digest of all that is written of a document: its graph, and its texts if wanted."""
        if graph is None or self.texts is None:
            return graph
        return f"{graph} {digest_of_texts(self.texts, task.graph)}"

    def _read(self, task: Task, content: Content, now: Known, reader: Reader) -> Report:
        try:
            return self._done(task, content, now, reader)
        except MemoryError:
            raise
        except Exception as error:  # as above
            return Report(_refusal(task.document, content.name, error))

    def _done(self, task: Task, content: Content, now: Known, reader: Reader) -> Report:
        choices, document = self.choices, task.document
        releases = read_bytes(content.data, content.name, content.sidecar, choices.limits)
        language = language_of(releases) if choices.language else None
        if language and language != choices.language:
            reason = f"{document.place}: is not English but {language}; skipped"
            return Report(Skip(document.source, reason), now)
        named = (replace(release, source=document.source) for release in releases)
        facts = facts_of(named, reader, choices.given)
        graph = draw(
            facts, base=choices.base, extension=choices.recipe.extension, known=self._known
        )
        data = serialize(graph, choices.format, choices.view)
        if self.texts:
            write_texts(self.texts, task.graph, [each.release for each in facts])
        self.store.write(task.graph, data)
        digest = self._digest(task, digest_of(data))
        return Report(_outcome(task, facts), replace(now, digest=digest))


def _outcome(task: Task, facts: Sequence[Facts]) -> Result:
    return Outcome(
        task.document.source,
        task.graph,
        _count(facts),
        sum(len(each.posts) for each in facts),
        tuple(note for each in facts for note in each.release.notes),
    )


def _refusal(document: Document, name: str | None, error: Exception) -> Refusal:
    """Why a document was refused, with the place where it lies rather than its name."""
    place = document.place
    if isinstance(error, DocumentError):
        where = place if error.where in {None, place, name} else error.where
        error = DocumentError(error.what, where=where, remedy=error.remedy)
    if not isinstance(error, CommuniqueError):
        told = " ".join(str(error).split())
        error = DocumentError(f"{type(error).__name__}: {told}", where=place)
    return Refusal(document.source, str(error))


def _count(facts: Sequence[Facts]) -> Mapping[str, int]:
    return dict(Counter(event.type for each in facts for event in each.events))
