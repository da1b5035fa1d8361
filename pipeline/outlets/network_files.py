"""A network in the forms that other programs read: GraphML, GEXF, Cytoscape and node-link JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx

from pipeline.errors import GraphError
from pipeline.outlets.network import Network, Projection

#: The forms a network is written in, with the ending of their files.
FORMATS = {"graphml": ".graphml", "gexf": ".gexf", "cytoscape": ".cyjs", "node-link": ".json"}


def form_of(path: Path) -> str:
    """The form of a network by the ending of its file.

    Raises :class:`GraphError` for an ending that no form has.
    """
    for form, ending in FORMATS.items():
        if path.suffix == ending:
            return form
    raise GraphError(
        f"the ending {path.suffix!r} is that of no network",
        where=str(path),
        remedy=f"choose one of {' '.join(FORMATS.values())}, or a form with --format",
    )


def write(whole: Network | Projection, path: Path, format: str) -> None:  # noqa: A002 - rdflib's name for it
    """Write a network: ``graphml``, ``gexf``, ``cytoscape`` or ``node-link`` (both JSON).

    The same network gives the same bytes.
    """
    ordered = _sorted(whole)
    if format == "graphml":
        nx.write_graphml(ordered, path)
    elif format == "gexf":
        nx.write_gexf(ordered, path)
        _without_day(path)
    elif format == "cytoscape":
        _write_json(nx.cytoscape_data(ordered), path)
    elif format == "node-link":
        _write_json(nx.node_link_data(ordered, edges="links"), path)
    else:
        raise GraphError(
            f"a network cannot be written as {format!r}",
            remedy=f"choose one of {', '.join(FORMATS)}",
        )


def _sorted(whole: Network | Projection) -> Network | Projection:
    """The network with nodes and edges in order of their IRIs."""
    ordered = whole.__class__()
    ordered.add_nodes_from((node, whole.nodes[node]) for node in sorted(whole))
    if isinstance(whole, nx.MultiDiGraph):
        for one, other, key in sorted(whole.edges(keys=True)):
            ordered.add_edge(one, other, key=key, **whole.edges[one, other, key])
    else:
        for one, other in sorted(whole.edges()):
            ordered.add_edge(one, other, **whole.edges[one, other])
    return ordered


def _without_day(path: Path) -> None:
    """GEXF states the day on which it was written; the same bytes every time do not."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r' lastmodifieddate="[^"]*"', "", text), encoding="utf-8")


def _write_json(data: object, path: Path) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
