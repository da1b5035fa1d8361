"""Where documents come from: what a user names, opened into one document after the other.

Discovery is lazy. A file of its own is opened when it is read; a row of a dump, an entry of a feed
and a member of an archive exist while they are looked at, so that a dump of any length takes the
memory of one row.
"""

from __future__ import annotations

from .columns import parse_columns
from .discover import discover, passed_over
from .document import Content, Document, Refusal
from .kinds import NOT_READ
from .names import graph_name
from .terms import Terms

__all__ = [
    "NOT_READ",
    "Content",
    "Document",
    "Refusal",
    "Terms",
    "discover",
    "graph_name",
    "parse_columns",
    "passed_over",
]
