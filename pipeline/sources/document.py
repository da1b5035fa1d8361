"""A document before it is read: its name in the graph, where it lies and how to get its bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Content:
    """What a document holds.

    ``name`` tells the format by its ending where the bytes do not; ``sidecar`` is what the
    collector says: ``title``, ``date``, ``issuer`` and ``url``, each a string or absent.
    """

    data: bytes
    name: str
    sidecar: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be opened, any number of times.

    ``source`` is its name in the graph: its path below the folder or archive that was given, or
    its URL. ``place`` is where the user finds it: a path, a line of a file, a URL. ``open`` gives
    what it holds; it raises DocumentError where that cannot be had. ``given`` is what the user
    named, in which it was found.
    """

    source: str
    place: str
    open: Callable[[], Content]
    given: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document or source of which nothing came, and the reason on one line."""

    source: str
    reason: str
    given: str = field(default="", compare=False)


#: What looking for documents yields.
Found: TypeAlias = Document | Refusal


def refuse(source: str, place: str, error: DocumentError) -> Refusal:
    """The refusal of a source for a reason that does not yet tell its place."""
    return Refusal(source, str(DocumentError(error.what, where=place, remedy=error.remedy)))
