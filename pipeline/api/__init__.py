"""Communiqué from Python: releases to facts in three lines.

The package itself passes these names on: ``import pipeline as communique``.
"""

from __future__ import annotations

from .extracting import extract, read
from .facts import Event, Passage, Thing
from .graph import Graph

__all__ = ["Event", "Graph", "Passage", "Thing", "extract", "read"]
