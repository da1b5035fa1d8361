"""The values: what is to be done, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.sources import Document, Refusal


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document whose graph was written: how many facts of each sort it holds.

    ``graph`` is its name below the output folder; ``notes`` say what is amiss in the document;
    ``fresh`` tells whether it was read in this run.
    """

    source: str
    graph: str
    events: Mapping[str, int] = field(default_factory=dict)
    posts: int = 0
    notes: tuple[str, ...] = ()
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Skip:
    """A document left alone because it is not in the language that is read, and why."""

    source: str
    reason: str


#: What can become of a document.
Result: TypeAlias = Outcome | Skip | Refusal


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier run left of a document.

    ``address`` is the digest of all that its result follows from, ``digest`` that of its graph
    (and, where they are written, of its texts), None where it has none. ``bounds`` are seconds and
    megabytes that it once did not keep to.
    """

    address: str
    digest: str | None = None
    bounds: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be done: which in order, the name of its graph, what is known of it."""

    number: int
    document: Document
    graph: str
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a process says of a task; no result where nothing has changed since it was known."""

    result: Result | None
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that brought down its process or did not keep to its bounds, and how."""

    reason: str
    bounds: tuple[float, float]
