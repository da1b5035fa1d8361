"""A fragment as a page of its own, in which nothing can run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.graph.explain.find import find
from pipeline.graph.explain.node import Node
from pipeline.graph.read import read

from .fragment import fragment
from .manner import text

#: What a browser is told to refuse, whatever the page should hold: all but its own style.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body style="font-family:system-ui,sans-serif;line-height:1.5;margin:1em auto;padding:0 1em;\
max-width:54em">
<main>{body}</main>
</body>
</html>
"""


def highlight(graphs: Iterable[Path], name: str) -> str:
    """A page about one thing in the graphs of files and folders, to be written as UTF-8.

    ``name`` is its IRI or the end of it, or its label. Raises
    :class:`~pipeline.errors.GraphError` as :func:`~pipeline.graph.explain.explain` does.
    """
    store = read(graphs)
    thing = Node(store, find(store, name))
    return _PAGE.format(policy=_POLICY, title=text(thing.label), body=fragment(thing))
