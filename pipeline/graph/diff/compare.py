"""Compare graphs: which facts came, went or changed, document by document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from pipeline.graph.diff.facts import Document, Fact, document_facts
from pipeline.graph.diff.pair import pair
from pipeline.graph.read import graph_files, read_file


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that came (no ``old``), went (no ``new``) or changed, in a document."""

    document: str
    old: Fact | None
    new: Fact | None

    @property
    def sort(self) -> str:
        """``came``, ``went`` or ``changed``."""
        if self.old is None:
            return "came"
        return "changed" if self.new is not None else "went"

    def roles(self) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """Each role that differs: what filled it and no longer does, and what fills it now."""
        before, after = (dict(f.says) if f else {} for f in (self.old, self.new))
        for role in sorted(before.keys() | after.keys()):
            was, now = before.get(role, ()), after.get(role, ())
            if was != now:
                yield (
                    role,
                    tuple(v for v in was if v not in now),
                    tuple(v for v in now if v not in was),
                )


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes, and how many facts are the same; ``moved`` of these stand elsewhere by now."""

    changes: tuple[Change, ...]
    same: int
    moved: int


def diff(old: Path, new: Path) -> Difference:
    """Compare two files or folders of graphs.

    Documents are the same if they were read from the same source; a single document on either
    side is compared with the other whatever its source. Raises :class:`GraphError` for graphs that
    cannot be read.
    """
    return compare(_documents(old), _documents(new))


def compare(old: Mapping[str, Document], new: Mapping[str, Document]) -> Difference:
    """Compare documents by their names."""
    if len(old) == len(new) == 1:
        (name,) = new
        old = {name: next(iter(old.values()))}
    changes: list[Change] = []
    same = moved = 0
    for name in sorted(old.keys() | new.keys()):
        before, after = (each[name].facts if name in each else () for each in (old, new))
        for was, now in pair(before, after):
            if was and now and (was.says, was.words) == (now.says, now.words):
                same += 1
                moved += was.places != now.places
            else:
                changes.append(Change(name, was, now))
    return Difference(tuple(changes), same, moved)


def _documents(path: Path) -> dict[str, Document]:
    """The documents in a file or folder, by their names."""
    named: dict[str, list[ox.Quad]] = defaultdict(list)
    for file in graph_files([path]):
        for quad in read_file(file):
            named[str(getattr(quad.graph_name, "value", ""))].append(quad)
    found: dict[str, Document] = {}
    for name in sorted(named):
        document = document_facts(name, named[name])
        known = found.get(document.name)
        facts = (*known.facts, *document.facts) if known else document.facts
        found[document.name] = Document(document.name, facts)
    return found
