"""Check graphs: their shape, and every passage against the release it stands in."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from pipeline.graph.declared import misplaced, misused, undeclared
from pipeline.graph.document import Document, documents, of_graph
from pipeline.graph.findings import Finding
from pipeline.graph.read import graph_files, read_file
from pipeline.graph.reread import Texts, against, reread
from pipeline.graph.shapes import misshapen
from pipeline.graph.terms import CMQ, NIF
from pipeline.graph.ties import dangling, loose_edges, strangers

__all__ = ["Finding", "check", "validate"]


def validate(paths: Iterable[Path], texts: Texts | None = None) -> tuple[Finding, ...]:
    """All that is amiss in the graphs of files and folders, sorted; nothing if all is well.

    With ``texts``, which gives the canonical texts of a document's releases by the document's
    name, each release is also compared with the document it was read from. Raises
    :class:`GraphError` for a graph that cannot be read.
    """
    quads = [quad for path in graph_files(paths) for quad in read_file(path)]
    return _checked(documents(quads), texts)


def check(graph: Graph, texts: Texts | None = None) -> tuple[Finding, ...]:
    """What is amiss in the graph of one document."""
    return _checked([of_graph(graph)], texts)


def _checked(several: Sequence[Document], texts: Texts | None) -> tuple[Finding, ...]:
    store = ox.Store()
    found: set[Finding] = set()
    for document in several:
        store.extend(document.quads)
    with _quiet():
        by_name = {document.name: document for document in several}
        for finding in misshapen(store, several):
            found.add(_shown(finding, by_name[finding.document]))
    for document in several:
        found.update(_shown(finding, document) for finding in _amiss(document, store, texts))
    return tuple(sorted(found, key=lambda finding: (finding.problem, str(finding))))


def _amiss(document: Document, store: ox.Store, texts: Texts | None) -> Iterator[Finding]:
    """What the checks beside the shapes find in one document."""
    for look in (reread, dangling, strangers, undeclared, misplaced, misused):
        yield from look(document)
    yield from loose_edges(document, store)
    if texts:
        yield from against(document, texts)


def _shown(finding: Finding, document: Document) -> Finding:
    """A finding with the passage that its node is or rests on."""
    node = ox.NamedNode(finding.node) if ":" in finding.node else None
    if node is None:
        return finding
    shown = [node, *sorted(document.values(node, CMQ["evidence"]), key=str)]
    for passage in shown:
        words = document.value(passage, NIF["anchorOf"])
        if words is not None:
            return replace(finding, passage=str(passage)[1:-1], words=words)
    return finding


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging what is amiss with a literal: that becomes a finding."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
