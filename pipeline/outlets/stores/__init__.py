"""Graphs into stores, by the Graph Store Protocol or SPARQL Update, and checked there."""

from __future__ import annotations

from .kinds import KINDS
from .load import Loaded, Terms, load

__all__ = ["KINDS", "Loaded", "Terms", "load"]
