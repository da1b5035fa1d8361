"""How two people or bodies are connected: a chain of events, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from pipeline.errors import GraphError
from pipeline.outlets.network import AGENTS, Network, Projection


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path: an event that has both ends in its roles, and its words."""

    start: str
    end: str
    event: str
    roles: tuple[str, str]
    date: str | None
    words: str
    passage: str


def find(whole: Network, name: str) -> str:
    """The agent or agreement of a name, an IRI or the end of one.

    Raises :class:`GraphError` where there is none, or several, with their IRIs.
    """
    wanted = name.casefold()
    labels = {
        node: data["label"].casefold()
        for node, data in whole.nodes(data=True)
        if "status" not in data  # which only events have
    }
    named = [node for node in labels if wanted in (labels[node], node.casefold())]
    named = named or [node for node in labels if node.casefold().endswith(f"/{wanted}")]
    if len(named) == 1:
        return named[0]
    if not named:
        raise GraphError(
            f"nobody is called {name!r} here", remedy="look at the labels with 'query'"
        )
    raise GraphError(
        f"{name!r} names {len(named)}: {', '.join(sorted(named))}", remedy="give one of these IRIs"
    )


def connection(whole: Network, start: str, end: str) -> tuple[Hop, ...]:
    """The shortest chain of occurred events from one agent to another, empty where there is none.

    Of chains of one length the first by their IRIs is taken, so that the answer is always the same.
    """
    plain: Projection = nx.Graph()
    for event, filler in sorted(set(whole.edges())):
        if whole.nodes[event].get("status") == "Occurred" and _is_link(whole.nodes[filler]):
            plain.add_edge(event, filler)
    if start not in plain or end not in plain or not nx.has_path(plain, start, end):
        return ()
    path = min(nx.all_shortest_paths(plain, start, end))
    ends = path[::2]
    return tuple(
        _hop(whole, one, event, other)
        for (one, other), event in zip(pairwise(ends), path[1::2], strict=True)
    )


def _is_link(node: Mapping[str, Any]) -> bool:
    """Whether a node can tie two events: places do not, everybody is somewhere."""
    return node["kind"] in AGENTS or node["kind"] == "Agreement"


def _hop(whole: Network, one: str, event: str, other: str) -> Hop:
    data = whole.nodes[event]
    return Hop(
        one,
        other,
        event,
        (_role(whole, event, one), _role(whole, event, other)),
        data["date"] or None,
        data["words"],
        data["passages"].split(" ", 1)[0],
    )


def _role(whole: Network, event: str, filler: str) -> str:
    roles = (data["role"] for data in whole.get_edge_data(event, filler).values())
    return str(min(roles))


def told(whole: Network, hops: Sequence[Hop]) -> str:
    """A connection in words, one paragraph for each hop."""
    return "\n".join(
        f"{whole.nodes[hop.start]['label']} — {whole.nodes[hop.end]['label']}\n"
        f"  {whole.nodes[hop.event]['kind']}, {hop.date or 'no date told'}"
        f" ({hop.roles[0]}, {hop.roles[1]})\n"
        f"  “{hop.words}”\n  {hop.passage}\n"
        for hop in hops
    )
