"""The named questions are plain SPARQL: rdflib and real stores answer them as the command does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib import Literal as RdflibLiteral
from rdflib.namespace import XSD
from rdflib.query import ResultRow

from pipeline.graph.answering import bound
from pipeline.graph.given import terms
from pipeline.graph.query import Solutions, ask
from pipeline.graph.questions import OPENING, find, questions
from pipeline.graph.write import serialize
from tests.graph.asked import CALLS, parted
from tests.servers import Server

Rows = list[tuple[str, ...]]
Engine = Callable[[str, str], Rows]  # the collection and the question to its rows
QUESTIONS = questions()
_NUMBERS = {str(XSD[name]) for name in ("integer", "decimal", "double", "nonNegativeInteger")}


@pytest.fixture(scope="module")
def rdflib(asked_of: Mapping[str, Sequence[Graph]]) -> Engine:
    """The library, each collection joined in one graph."""
    joint = {name: Graph() for name in asked_of}
    for name, graphs in asked_of.items():
        for graph in graphs:
            joint[name] += graph

    def rows(collection: str, sparql: str) -> Rows:
        found = joint[collection].query(sparql)
        return [tuple(map(_rdflib_cell, row)) for row in found if isinstance(row, ResultRow)]

    return rows


@pytest.fixture(scope="module")
def filled(asked_of: Mapping[str, Sequence[Graph]]) -> Iterator[Callable[[Server], Engine]]:
    """A server that holds all graphs under their names, asked of one collection's.

    Other tests use the server too: it is left without them.
    """
    servers: list[Server] = []

    def fill(server: Server) -> Engine:
        servers.append(server)
        clauses = {}
        for name, graphs in asked_of.items():
            for graph in graphs:
                server.put(str(graph.identifier), serialize(graph))
            clauses[name] = "".join(f"FROM <{graph.identifier}>\n" for graph in graphs)

        def rows(collection: str, sparql: str) -> Rows:
            asked = sparql.replace(OPENING, clauses[collection] + OPENING, 1)
            found = ox.parse_query_results(server.select(asked), format=ox.QueryResultsFormat.JSON)
            assert isinstance(found, ox.QuerySolutions)
            return [tuple(map(_cell, row)) for row in found]

        return rows

    yield fill
    names = {str(graph.identifier) for graphs in asked_of.values() for graph in graphs}
    for server in servers:
        for name in sorted(names):
            server.update(f"DROP SILENT GRAPH <{name}>")


@pytest.fixture(scope="module")
def engines(
    rdflib: Engine, filled: Callable[[Server], Engine], request: pytest.FixtureRequest
) -> Callable[[str], Engine]:
    """An engine by its name; a server is started and filled when it is first asked for."""
    known = {"rdflib": rdflib}

    def engine(name: str) -> Engine:
        if name not in known:
            known[name] = filled(request.getfixturevalue(name))
        return known[name]

    return engine


@pytest.mark.parametrize("engine", ["rdflib", "oxigraph", "virtuoso"])
@pytest.mark.parametrize(("collection", "called"), CALLS)
def test_every_engine_gives_the_same_answer(
    engines: Callable[[str], Engine],
    stores: Mapping[str, ox.Store],
    engine: str,
    collection: str,
    called: str,
) -> None:
    name, given = parted(called)
    question, store = find(name, QUESTIONS), stores[collection]
    sparql = bound(question, terms(question, given, store))
    ours = ask(store, sparql)
    assert isinstance(ours, Solutions)
    expected = [tuple(map(_cell, row)) for row in ours.rows]
    assert sorted(engines(engine)(collection, sparql)) == sorted(expected)


def _rdflib_cell(term: object) -> str:
    if isinstance(term, RdflibLiteral):
        return _value(str(term), str(term.datatype))
    return "" if term is None else str(term)


def _cell(term: object) -> str:
    if isinstance(term, ox.Literal):
        return _value(term.value, term.datatype.value)
    return "" if term is None else str(getattr(term, "value", term))


def _value(text: str, datatype: str) -> str:
    """A literal as its value: 2.50 and 2.5 are one number, 1 and true one truth value."""
    if datatype in _NUMBERS:
        return f"{Decimal(text).normalize():f}"
    if datatype == str(XSD.boolean):
        return {"1": "true", "0": "false"}.get(text, text)
    return text
