"""Write graphs: the same bytes for the same triples, whatever the order they came in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.syntaxes import claimed, jsonld, nquads, ntriples, rdfxml, trig, turtle
from pipeline.graph.views import CLAIMS, FULL, seen

_WRITERS: Mapping[str, Callable[[Sequence[Graph]], bytes]] = {
    "ttl": turtle,
    "trig": trig,
    "nt": ntriples,
    "nq": nquads,
    "jsonld": jsonld,
    "rdf": rdfxml,
}

#: The suffix of the files of each format.
FORMATS: Mapping[str, str] = MappingProxyType({name: f".{name}" for name in _WRITERS})


def serialize(
    graphs: Graph | Iterable[Graph],
    format: str = "ttl",  # noqa: A002 - rdflib's name for it
    view: str = FULL,
) -> bytes:
    """A graph or several as bytes; TriG and N-Quads keep them apart, the others join them.

    ``view`` is one of :data:`~pipeline.graph.views.VIEWS` or
    :data:`~pipeline.graph.views.CLAIMS`, which is written in RDF 1.2. Raises
    :class:`GraphError` for a format that is none of :data:`FORMATS` or cannot hold the view.
    """
    if format not in FORMATS:
        raise GraphError(
            f"{format!r} is no format of a graph", remedy=f"choose one of {', '.join(FORMATS)}"
        )
    several = [graphs] if isinstance(graphs, Graph) else list(graphs)
    several.sort(key=lambda graph: str(graph.identifier))
    if view == CLAIMS:
        return claimed(several, format)
    return _WRITERS[format]([seen(graph, view) for graph in several])


def write(
    graphs: Graph | Iterable[Graph],
    path: Path,
    format: str | None = None,  # noqa: A002 - as above
    view: str = FULL,
) -> Path:
    """Write a graph or several into a file, whole or not at all.

    The format follows the file's suffix unless it is given; folders are made as needed.
    """
    data = serialize(graphs, format or path.suffix.removeprefix("."), view)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
