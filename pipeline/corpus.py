"""Many documents, and what became of each: none is lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import CommuniqueError
from pipeline.extension import NOTHING, Extension
from pipeline.graph.write import FORMATS, write
from pipeline.models import Facts
from pipeline.release import Given, Reader, draw, understand
from pipeline.sources import Document, Refusal
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
class Choices:
    """How to read documents and write their graphs."""

    output: Path
    format: str = "ttl"
    base: str = BASE
    given: Given = field(default_factory=Given)
    extension: Extension = NOTHING


def extract(
    documents: Iterable[Document], reader: Reader, choices: Choices
) -> Iterator[Outcome | Refusal]:
    """Write the graph of each document; one that fails is refused and the others go on."""
    for document in documents:
        try:
            yield _extract(document, reader, choices)
        except CommuniqueError as error:
            yield Refusal(document.source, str(error))
        except Exception as error:  # a fault in one document must not cost the others
            told = " ".join(str(error).split())
            yield Refusal(document.source, f"{document.path}: {type(error).__name__}: {told}")


def graph_path(source: str, output: Path, format: str = "ttl") -> Path:  # noqa: A002 - rdflib's name for it
    """Where a document's graph goes: the folders of the sources are mirrored, names kept whole.

    >>> graph_path("us-dhs/a.md", Path("graphs")).as_posix()
    'graphs/us-dhs/a.md.ttl'
    """
    return output / f"{source}{FORMATS[format]}"


def _extract(document: Document, reader: Reader, choices: Choices) -> Outcome:
    facts = understand(document.path, reader, source=document.source, given=choices.given)
    path = graph_path(document.source, choices.output, choices.format)
    write(draw(facts, base=choices.base, extension=choices.extension), path, choices.format)
    return Outcome(
        document.source,
        path,
        _count(facts),
        sum(len(each.posts) for each in facts),
        tuple(note for each in facts for note in each.release.notes),
    )


def _count(facts: Sequence[Facts]) -> dict[str, int]:
    return dict(Counter(event.type for each in facts for event in each.events))
