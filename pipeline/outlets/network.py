"""A graph as a network: people, bodies and agreements, tied by what they did, with the words.

Every tie is a role that someone fills in an event, so that each can be shown by its sentence. The
network is a directed multigraph of networkx: agents and agreements and events are its nodes, and an
edge goes from an event to each filler of its roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import networkx as nx
import pyoxigraph as ox

from pipeline.graph.query import Solutions, ask
from pipeline.graph.read import read
from pipeline.graph.renaming import KnownAs

Network: TypeAlias = "nx.MultiDiGraph[str]"
Projection: TypeAlias = "nx.Graph[str]"

#: The classes of those who act.
AGENTS = frozenset(("Person", "Organization", "Agency", "Government", "Country"))
#: The roles that tie two agents to each other where both fill one in the same event.
_TYING = frozenset(("signatory", "party", "participant", "onBehalfOf"))

_NODES = """
SELECT ?node ?class ?label WHERE {
  ?node a ?class ; rdfs:label ?label .
  FILTER(?class IN (cmq:Person, cmq:Organization, cmq:Agency, cmq:Government, cmq:Country,
                    cmq:Place, cmq:Agreement))
}
"""
_EVENTS = """
SELECT ?event ?class ?status ?date ?release WHERE {
  ?event a ?class, cmq:Event ; cmq:status ?status ; cmq:reportedIn ?release .
  FILTER(?class != cmq:Event)
  OPTIONAL { ?event cmq:date ?date }
}
"""
_ROLES = """
SELECT ?event ?role ?filler WHERE {
  ?event a cmq:Event ; ?role ?filler .
  FILTER(isIRI(?filler))
}
"""
_PASSAGES = """
SELECT ?event ?passage ?words WHERE {
  ?event a cmq:Event ; cmq:evidence ?passage . ?passage nif:anchorOf ?words .
}
"""


def network(graphs: Iterable[Path], known_as: KnownAs | None = None) -> Network:
    """The network of all events in files and folders.

    ``known_as`` tells what some IRIs are to be called, so that one of several releases is one node.

    Nodes are IRIs with ``kind`` (a class of the ontology) and ``label``; those of events have
    ``status``, ``date`` (ISO 8601, empty where it is not told), ``release``, ``words`` and
    ``passages`` besides, of which several are parted by spaces. Edges have ``role``. Nothing is
    left out: filter by ``status`` for what is stated as done. Raises :class:`GraphError` for graphs
    that cannot be read.
    """
    return network_of(read(graphs, known_as))


def network_of(store: ox.Store) -> Network:
    """As :func:`network`, of a store that has been read."""
    found: Network = nx.MultiDiGraph()
    for node, kind, label in _rows(ask(store, _NODES)):
        found.add_node(node, kind=_local(kind), label=label)
    for event, kind, status, date, release in _rows(ask(store, _EVENTS)):
        if event in found:  # told by another release as well, as identity has it
            found.nodes[event]["release"] += f" {release}"
            continue
        found.add_node(
            event, kind=_local(kind), label=_local(kind), status=_local(status), date=date,
            release=release, words="", passages="",
        )  # fmt: skip
    for event, passage, words in _rows(ask(store, _PASSAGES)):
        told = found.nodes[event]
        told["words"] = f"{told['words']} … {words}" if told["words"] else words
        told["passages"] = f"{told['passages']} {passage}".strip()
    for event, role, filler in _rows(ask(store, _ROLES)):
        if filler in found:
            found.add_edge(event, filler, key=_local(role), role=_local(role))
    return found


def signed_with(whole: Network) -> Projection:
    """Who signed with whom: agents that are in one signing stated as done.

    An edge has ``weight``, the number of such signings, ``events``, their IRIs, and ``first`` and
    ``last``, the earliest and the latest of their dates that are told.
    """
    return project(whole, kinds=frozenset(("Signing",)))


def project(whole: Network, *, kinds: frozenset[str]) -> Projection:
    """The agents that are together in occurred events of some kinds, as an undirected graph."""
    found: Projection = nx.Graph()
    for event in sorted(whole):
        data = whole.nodes[event]
        if data["kind"] not in kinds or data.get("status") != "Occurred":
            continue
        for one, other in combinations(_agents(whole, event), 2):
            for agent in (one, other):
                found.add_node(agent, **whole.nodes[agent])
            _tie(found, one, other, event, data["date"])
    return found


def _agents(whole: Network, event: str) -> list[str]:
    """The agents in an event's tying roles, each once, in order of their IRIs."""
    fillers = (
        filler
        for filler, edges in whole[event].items()
        if not _TYING.isdisjoint(edges) and whole.nodes[filler]["kind"] in AGENTS
    )
    return sorted(fillers)


def _tie(found: Projection, one: str, other: str, event: str, date: str) -> None:
    edge = found.edges.get((one, other)) or {"weight": 0, "events": "", "first": "", "last": ""}
    days = sorted(day for day in (edge["first"], edge["last"], date) if day)
    found.add_edge(
        one,
        other,
        weight=edge["weight"] + 1,
        events=f"{edge['events']} {event}".strip(),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def centrality(projected: Projection) -> dict[str, float]:
    """How often each agent lies on the shortest paths of others (betweenness), 0 to 1."""
    return dict(nx.betweenness_centrality(projected))


def communities(projected: Projection) -> tuple[frozenset[str], ...]:
    """Agents that deal more with each other than with others (greedy modularity), largest first.

    Source: A. Clauset, M. Newman, C. Moore, "Finding community structure in very large networks",
    2004, as networkx has it.
    """
    if not projected.number_of_edges():
        return tuple(frozenset((node,)) for node in sorted(projected))
    groups = nx.community.greedy_modularity_communities(projected, weight="weight")
    return tuple(sorted(map(frozenset, groups), key=lambda group: (-len(group), min(group))))


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]


def _rows(answer: object) -> Iterator[tuple[str, ...]]:
    if not isinstance(answer, Solutions):
        raise TypeError(f"a SELECT answers with rows, not {type(answer).__name__}")
    for row in answer.rows:
        yield tuple("" if term is None else str(getattr(term, "value", term)) for term in row)
