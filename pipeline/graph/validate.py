"""Check graphs: their shape, and every passage against the release it stands in."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from pipeline.graph.declared import misused, undeclared
from pipeline.graph.findings import Finding
from pipeline.graph.oxigraph import graph
from pipeline.graph.read import graph_files, read_file
from pipeline.graph.reread import Texts, against, reread
from pipeline.graph.shapes import misshapen
from pipeline.graph.ties import dangling, loose_edges, strangers

__all__ = ["Finding", "check", "validate"]


def validate(paths: Iterable[Path], texts: Texts | None = None) -> tuple[Finding, ...]:
    """All that is amiss in the graphs of files and folders, sorted; nothing if all is well.

    With ``texts``, which gives the canonical texts of a document's releases by the document's
    name, each release is also compared with the document it was read from. Raises
    :class:`GraphError` for a graph that cannot be read.
    """
    found: set[Finding] = set()
    with _quiet():
        for path in graph_files(paths):
            for document in documents(path):
                found.update(check(document, texts))
    return tuple(sorted(found, key=str))


def documents(path: Path) -> Iterator[Graph]:
    """The graphs of a file, one for each document."""
    named: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in read_file(path):
        named[str(quad.graph_name)[1:-1]].append(quad)
    yield from (graph(name, named[name]) for name in sorted(named))


def check(document: Graph, texts: Texts | None = None) -> Iterator[Finding]:
    """What is amiss in the graph of one document."""
    yield from misshapen(document)
    yield from reread(document)
    yield from dangling(document)
    yield from strangers(document)
    yield from loose_edges(document)
    yield from undeclared(document)
    yield from misused(document)
    if texts:
        yield from against(document, texts)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging what is amiss with a literal: that becomes a finding."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
