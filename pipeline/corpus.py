"""Many documents, and what became of each: none is lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.errors import CommuniqueError, DocumentError
from pipeline.extension import NOTHING, Extension
from pipeline.graph.write import FORMATS, write
from pipeline.models import Facts, Release
from pipeline.reading import ENGLISH, Limits, language_of, read_bytes
from pipeline.release import Given, Reader, draw, facts_of
from pipeline.sources import Document, Refusal, graph_name
from pipeline.vocabulary import BASE


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document whose graph was written: where, and how many facts of each sort it holds.

    ``notes`` say what is amiss in the document.
    """

    source: str
    graph: Path
    events: Mapping[str, int] = field(default_factory=dict)
    posts: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """A document left alone because it is not in the language that is read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Choices:
    """How to read documents and write their graphs.

    ``language`` is that of the documents to read; None reads all as if they were English.
    """

    output: Path
    format: str = "ttl"
    base: str = BASE
    given: Given = field(default_factory=Given)
    extension: Extension = NOTHING
    language: str | None = ENGLISH
    limits: Limits = field(default_factory=Limits)


def extract(
    documents: Iterable[Document | Refusal], reader: Reader, choices: Choices
) -> Iterator[Outcome | Skip | Refusal]:
    """Write the graph of each document; one that fails is refused and the others go on.

    What was refused before it became a document is passed on.
    """
    for document in documents:
        yield document if isinstance(document, Refusal) else _outcome(document, reader, choices)


def graph_path(source: str, output: Path, format: str = "ttl") -> Path:  # noqa: A002 - rdflib's name for it
    """Where a document's graph goes: the folders of the sources are mirrored, names kept whole.

    >>> graph_path("us-dhs/a.md", Path("graphs")).as_posix()
    'graphs/us-dhs/a.md.ttl'
    """
    return output / f"{graph_name(source)}{FORMATS[format]}"


def _outcome(document: Document, reader: Reader, choices: Choices) -> Outcome | Skip | Refusal:
    try:
        return _extract(document, reader, choices)
    except CommuniqueError as error:
        return Refusal(document.source, str(error))
    except Exception as error:  # a fault in one document must not cost the others
        told = " ".join(str(error).split())
        return Refusal(document.source, f"{document.place}: {type(error).__name__}: {told}")


def _extract(document: Document, reader: Reader, choices: Choices) -> Outcome | Skip:
    releases = _read(document, choices.limits)
    language = language_of(releases) if choices.language else None
    if language and language != choices.language:
        return Skip(document.source, f"{document.place}: is not English but {language}; skipped")
    facts = facts_of(releases, reader, choices.given)
    path = graph_path(document.source, choices.output, choices.format)
    write(draw(facts, base=choices.base, extension=choices.extension), path, choices.format)
    return Outcome(
        document.source,
        path,
        _count(facts),
        sum(len(each.posts) for each in facts),
        tuple(note for each in facts for note in each.release.notes),
    )


def _read(document: Document, limits: Limits) -> tuple[Release, ...]:
    """The releases of a document under its name; an error tells the place where it lies."""
    name = document.place
    try:
        content = document.open()
        name = content.name
        releases = read_bytes(content.data, content.name, content.sidecar, limits)
    except DocumentError as error:
        where = document.place if error.where in {None, name} else error.where
        raise DocumentError(error.what, where=where, remedy=error.remedy) from error
    return tuple(replace(release, source=document.source) for release in releases)


def _count(facts: Sequence[Facts]) -> dict[str, int]:
    return dict(Counter(event.type for each in facts for event in each.events))
