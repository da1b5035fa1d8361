"""Communiqué: government releases in, a knowledge graph out, every fact with its words.

>>> import pipeline as communique
>>> graph = communique.extract("release.md")  # doctest: +SKIP
>>> graph.signings(with_="Honduras")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import Event, Graph, Passage, Thing, extract, read

__version__ = "0.1.0"

__all__ = ["Event", "Graph", "Passage", "Thing", "extract", "read"]


def __getattr__(name: str) -> object:
    """Bring in what is asked for: importing the package alone stays light."""
    if name in __all__:
        return getattr(import_module("pipeline.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
