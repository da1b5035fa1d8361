"""Loading into the stores people run: Oxigraph and Virtuoso."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.outlets.stores.accounts import Account
from pipeline.outlets.stores.asking import client
from pipeline.outlets.stores.cargo import gathered
from pipeline.outlets.stores.kinds import KINDS, Endpoints
from pipeline.outlets.stores.sameness import says_the_same
from pipeline.outlets.stores.store import Store
from tests.servers import Server

from .conftest import ID, PACT, VISIT, Load
from .recording import rows

OTHERS = "https://example.org/somebody/else"


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Each store in turn, with a graph of somebody else's, and without ours in the end."""
    found: Server = request.getfixturevalue(request.param)
    found.put(OTHERS, b'<urn:s> <urn:p> "theirs" .')
    yield found
    for name in named(found):
        found.update(f"DROP SILENT GRAPH <{name}>")


def named(server: Server) -> dict[str, int]:
    """The graphs of these tests that a store holds, with their numbers of triples."""
    found = rows(
        server.select(
            "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } "
            'FILTER(STRSTARTS(STR(?g), "https://example.org/")) } GROUP BY ?g'
        )
    )
    return {row["g"]: int(row["n"]) for row in found}


def text_of(server: Server, name: str) -> str:
    (row,) = rows(
        server.select(
            f"SELECT ?t WHERE {{ GRAPH <{name}> {{ ?s "
            "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString> ?t } }"
        )
    )
    return row["t"]


def test_each_graph_is_there_with_its_text(server: Server, into: Load) -> None:
    done = into(server.graphs, server.user)
    assert (done.kind.lower(), done.new, done.triples) == (server.name, 2, 10)
    assert named(server) == {PACT: 8, VISIT: 2, OTHERS: 1}
    assert text_of(server, PACT) == 'Ana said: "Día."\nThen \\u0022 } } ; CLEAR ALL # \u202e'
    assert text_of(server, VISIT) == "The minister came. 🚢"


def test_loading_twice_changes_nothing(server: Server, into: Load) -> None:
    into(server.graphs, server.user)
    again = into(server.graphs, server.user)
    assert (again.new, again.replaced, again.unchanged) == (0, 0, 2)
    assert named(server) == {PACT: 8, VISIT: 2, OTHERS: 1}


def test_a_graph_that_changed_takes_the_place_of_the_old_one(
    server: Server, into: Load, graphs: Path
) -> None:
    into(server.graphs, server.user)
    text = graphs.read_text(encoding="utf-8")
    graphs.write_text(text.replace('"Ana" .', '"Eva" .'), encoding="utf-8")
    again = into(server.graphs, server.user)
    assert (again.new, again.replaced, again.unchanged) == (0, 1, 1)
    assert named(server)[PACT] == 8


def test_what_is_missing_is_deleted_on_demand_and_nothing_of_others(
    server: Server, into: Load, graphs: Path
) -> None:
    into(server.graphs, server.user)
    text = graphs.read_text(encoding="utf-8")
    graphs.write_text(text.partition(f"<{VISIT}> {{")[0], encoding="utf-8")
    assert into(server.graphs, server.user).deleted == 0
    assert named(server) == {PACT: 8, VISIT: 2, OTHERS: 1}
    assert into(server.graphs, server.user, delete_missing=True).deleted == 1
    assert named(server) == {PACT: 8, OTHERS: 1}


def test_large_and_small_graphs_arrive_whole_in_batches(
    server: Server, into: Load, graphs: Path
) -> None:
    large = "".join(f'<urn:s{n}> <urn:p> "value {n}" .\n' for n in range(997))
    with graphs.open("a", encoding="utf-8") as file:
        file.write(f"<{ID}large> {{\n{large}}}\n")
    done = into(server.graphs, server.user, batch=100)
    assert done.new == 3
    assert named(server)[f"{ID}large"] == 997
    replaced = graphs.read_text(encoding="utf-8").replace("value 7", "worth 7")
    graphs.write_text(replaced, encoding="utf-8")
    assert into(server.graphs, server.user, batch=100).replaced == 1
    assert named(server)[f"{ID}large"] == 997


def test_sparql_update_alone_does_as_well(server: Server, graphs: Path) -> None:
    account = Account(*server.user) if server.user else None
    endpoints = Endpoints(KINDS["sparql"], server.queries, server.updates, None, None)
    with gathered([graphs]) as cargo, client(account, retries=0, timeout=60) as asking:
        store = Store(asking, endpoints, batch=3)
        for name in (*cargo, *cargo):
            store.replace(name, cargo.triples(name))
        counts = store.counts(tuple(cargo))
        for name in cargo:
            assert says_the_same(store.fetch(name, counts[name]), cargo.print_of(name))
        assert set(store.releases()) == {PACT, VISIT}
        store.remove(VISIT)
    assert named(server) == {PACT: 8, OTHERS: 1}


def test_a_graph_with_blank_nodes_is_compared_by_its_shape(
    server: Server, into: Load, graphs: Path
) -> None:
    graphs.write_text(
        f"<{PACT}> {{ <urn:s> <urn:p> [ <urn:q> 1 ], [ <urn:q> 2 ; <urn:r> <urn:s> ] . }}",
        encoding="utf-8",
    )
    assert into(server.graphs, server.user).new == 1
    assert into(server.graphs, server.user).unchanged == 1


def test_virtuoso_lets_nobody_write_whom_it_does_not_know(virtuoso: Server, into: Load) -> None:
    with pytest.raises(StoreError, match=r"401 .*set COMMUNIQUE_USER and COMMUNIQUE_PASSWORD"):
        into(virtuoso.graphs)
    with pytest.raises(StoreError, match="401") as refusal:
        into(virtuoso.graphs, ("dba", "hush-hush"))
    assert "hush" not in str(refusal.value)
