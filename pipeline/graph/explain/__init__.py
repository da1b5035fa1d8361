"""Explain a fact of a graph: its words in their place, what they fill, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from pipeline.graph.explain.find import find
from pipeline.graph.explain.node import Node
from pipeline.graph.explain.tell import tell
from pipeline.graph.read import read_releases

__all__ = ["explain", "explain_in"]


def explain(graphs: Iterable[Path], name: str) -> str:
    """What the graphs of files and folders hold of one thing, as text to read.

    ``name`` is its IRI or the end of it, or its label. Raises :class:`GraphError` for graphs that
    cannot be read, and for a name that nothing or more than one thing has.
    """
    return explain_in(read_releases(graphs), name)


def explain_in(store: ox.Store, name: str) -> str:
    """As :func:`explain`, of a store that has been read."""
    return "\n".join(tell(Node(store, find(store, name)))) + "\n"
