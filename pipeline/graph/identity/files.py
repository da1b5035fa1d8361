"""Graph files with identity put in or taken out, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.identity.rewrite import apply, remove
from pipeline.graph.oxigraph import graph
from pipeline.graph.read import graph_files, read_file
from pipeline.graph.renaming import KnownAs
from pipeline.graph.write import write


def rewrite_files(graphs: Iterable[Path], output: Path, known_as: KnownAs | None) -> int:
    """Write graph files below a folder, links put in, or taken out if none are given; their count.

    Raises :class:`GraphError` if a file would be written over itself, cannot be read, or has
    identity in it already.
    """
    count = 0
    for given in graphs:
        for path in graph_files([given]):
            target = output / (path.relative_to(given) if given.is_dir() else path.name)
            if target.resolve() == path.resolve():
                raise GraphError(
                    "would be written over itself", where=str(path), remedy="name another folder"
                )
            _rewrite(path, target, known_as)
            count += 1
    return count


def _rewrite(path: Path, target: Path, known_as: KnownAs | None) -> None:
    by_name: dict[str, list[ox.Quad]] = {}
    for quad in read_file(path):
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        by_name.setdefault(name, []).append(quad)
    made = []
    for name, quads in sorted(by_name.items()):
        try:
            done = remove(quads) if known_as is None else apply(quads, known_as.within(name))
        except GraphError as error:
            raise GraphError(error.what, where=str(path), remedy=error.remedy) from error
        made.append(graph(name, done))
    write(made, target)
