"""The whole pass for one document: its bytes to releases, to facts, to a graph."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline import gazetteer, reading
from pipeline.errors import DocumentError
from pipeline.extension import NOTHING, Extension
from pipeline.graph.build import build
from pipeline.models import Facts, Release
from pipeline.vocabulary import BASE

if TYPE_CHECKING:
    from rdflib import Graph


class Reader(Protocol):
    """Whoever understands releases; ``pipeline.language.load`` gives one."""

    def understand(self, release: Release) -> Facts:
        """Everything found in one release."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about documents: it wins over what they say themselves."""

    published: dt.date | None = None
    publisher: str | None = None


def understand(
    path: Path, reader: Reader, *, source: str | None = None, given: Given | None = None
) -> tuple[Facts, ...]:
    """The facts of each release of a document, the main one first.

    ``source`` names the document in the graph, its file name unless given. Raises
    :class:`~pipeline.errors.DocumentError` for a document that cannot be read.
    """
    return facts_of(reading.read(path, source=source), reader, given)


def facts_of(
    releases: Iterable[Release], reader: Reader, given: Given | None = None
) -> tuple[Facts, ...]:
    """The facts of the releases of a document that has been read."""
    return tuple(reader.understand(amend(release, given or Given())) for release in releases)


def amend(release: Release, given: Given) -> Release:
    """The release with what the user says about it; the date is that of the main release."""
    said = release.metadata
    if given.published and release.part == 0:
        said = replace(said, published=given.published, given=("published",))
    if given.publisher:
        said = replace(said, publisher=(given.publisher,), given=(*said.given, "publisher"))
    return replace(release, metadata=said)


def draw(
    facts: Sequence[Facts],
    *,
    base: str = BASE,
    extension: Extension = NOTHING,
    known: gazetteer.Gazetteer | None = None,
) -> Graph:
    """The graph of a document from the facts of its releases.

    ``known`` are the names known beforehand, the project's unless given.
    """
    return build(facts, base=base, gazetteer=known or gazetteer.load(), extension=extension)


def reread(folder: Path, source: str) -> tuple[str, ...] | None:
    """The canonical texts of a document's releases as they read today; none if it is gone.

    Raises DocumentError for a document that is no file of its own: it was fetched from the web,
    or it is a row or member of a file.
    """
    path = lying_in(folder, source)
    return tuple(r.text for r in reading.read(path, source=source)) if path else None


def lying_in(folder: Path, source: str) -> Path | None:
    """The file of a document that was read from a folder; none if it is gone.

    Raises DocumentError for a document that is no file of its own, as :func:`reread` does.
    """
    if "://" in source:
        raise DocumentError(
            "was fetched from the web and is not read again", remedy="save it to compare"
        )
    path = folder / source
    if path.is_file() and path.suffix.lower() in reading.SUFFIXES:
        return path
    holders = (each for each in (path, *path.parents) if each.is_file())
    if holder := next(holders, None):
        raise DocumentError(
            f"was taken out of {holder.name} and is not read again", remedy="unpack it to compare"
        )
    return None
