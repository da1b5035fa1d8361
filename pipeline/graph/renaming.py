"""Statements with some IRIs called by others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import pyoxigraph as ox

#: What some terms are to be called.
Names: TypeAlias = Mapping[ox.NamedNode | ox.BlankNode | ox.Triple, ox.NamedNode]


def renamed(quad: ox.Quad, names: Names) -> ox.Quad:
    """A statement whose subject and object go by their new names, if they have any."""
    subject = names.get(quad.subject, quad.subject)
    value = quad.object
    if not isinstance(value, ox.Literal):
        value = names.get(value, value)
    if subject is quad.subject and value is quad.object:
        return quad
    return ox.Quad(subject, quad.predicate, value, quad.graph_name)
