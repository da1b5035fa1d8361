"""The named graphs of files, each as N-Triples, kept on disk until they are sent."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.read import graph_files, read_file

from .sameness import Fingerprint, fingerprint, has_blank_nodes, serialized


class Cargo:
    """Named graphs in a temporary file: an archive may hold more than memory does."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[str, tuple[int, int]] = {}
        self._prints: dict[str, Fingerprint] = {}

    def __iter__(self) -> Iterator[str]:
        """The names of the graphs, sorted."""
        return iter(sorted(self._places))

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def triples(self, name: str) -> bytes:
        """The triples of a graph in N-Triples, each once, sorted."""
        start, size = self._places[name]
        self._file.seek(start)
        return self._file.read(size)

    def print_of(self, name: str) -> Fingerprint:
        """The fingerprint of a graph."""
        return self._prints[name]

    def add(self, name: str, triples: bytes, source: Path) -> None:
        """Add triples in N-Triples to a graph; ``source`` is the file that they are from."""
        if name in self and (has_blank_nodes(triples) or has_blank_nodes(self.triples(name))):
            raise GraphError(
                f"holds more of the graph {name}, which has blank nodes",
                where=str(source),
                remedy="put the graph into one file",
            )
        there = self.triples(name) if name in self else b""
        lines = {*there.splitlines(keepends=True), *triples.splitlines(keepends=True)}
        data = b"".join(sorted(lines))
        self._places[name] = (self._file.seek(0, 2), len(data))
        self._prints[name] = fingerprint(data)
        self._file.write(data)


@contextmanager
def gathered(paths: Iterable[Path]) -> Iterator[Cargo]:
    """The named graphs in files and folders; raises GraphError as :func:`read_file` does."""
    with tempfile.TemporaryFile() as file:
        cargo = Cargo(file)
        for path in graph_files(paths):
            for name, triples in _by_graph(read_file(path)).items():
                cargo.add(name, serialized(triples), path)
        yield cargo


def _by_graph(quads: Iterable[ox.Quad]) -> dict[str, list[ox.Triple]]:
    found: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise GraphError(f"the graph {quad.graph_name} has no IRI", remedy="name it by one")
        found.setdefault(quad.graph_name.value, []).append(quad.triple)
    return found
