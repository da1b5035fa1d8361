"""Loading by the documented protocol of each kind of store, and what goes wrong on the way."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from pipeline import cli
from pipeline.errors import GraphError, StoreError
from pipeline.outlets.stores import Terms, load

from .conftest import PACT, VISIT, Load
from .recording import Behaviour, recording

#: What the documentation of each store says, below the address of the server: the address that
#: its users give, and its services.
DOCUMENTED = {
    "fuseki": (
        "/news",
        Behaviour("/news/query", "/news/update", "/news/data", "/news/data",
                  says={"Server": "Apache Jena Fuseki (5.2.0)"}),
    ),
    "graphdb": (
        "/repositories/news",
        Behaviour("/repositories/news", "/repositories/news/statements",
                  "/repositories/news/rdf-graphs/service", "/repositories/news/statements",
                  user=("ann", "hush-hush")),
    ),
    "rdf4j": (
        "/rdf4j-server/repositories/news",
        Behaviour("/rdf4j-server/repositories/news", "/rdf4j-server/repositories/news/statements",
                  "/rdf4j-server/repositories/news/rdf-graphs/service",
                  "/rdf4j-server/repositories/news/statements"),
    ),
    "blazegraph": (
        "/blazegraph/namespace/news/sparql",
        Behaviour("/blazegraph/namespace/news/sparql", "/blazegraph/namespace/news/sparql"),
    ),
    "stardog": (
        "/news",
        Behaviour("/news/query", "/news/update", "/news",
                  user=("ann", "hush-hush"), challenge='BASIC realm="Stardog"'),
    ),
    "neptune": (
        "/sparql/gsp/", Behaviour("/sparql", "/sparql", "/sparql/gsp/"),
    ),
    "virtuoso": (
        "/sparql-graph-crud-auth",
        Behaviour("/sparql", "/sparql-auth", "/sparql-graph-crud-auth",
                  says={"Server": "Virtuoso/07.20.3229 (Linux)"}),
    ),
    "oxigraph": (
        "/", Behaviour("/query", "/update", "/store", "/store",
                       says={"Server": "Oxigraph/0.5.13"}),
    ),
}  # fmt: skip


def plain(**changes: object) -> Behaviour:
    """An Oxigraph that does something of its own."""
    says = {"Server": "Oxigraph/0.5.13"}
    return Behaviour("/query", "/update", "/store", "/store", says=says, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", DOCUMENTED)
@pytest.mark.parametrize("is_told", [False, True], ids=["recognised", "told"])
def test_each_kind_is_loaded_by_its_documented_services(
    kind: str, is_told: bool, into: Load
) -> None:
    path, behaviour = DOCUMENTED[kind]
    with recording(behaviour) as store:
        x = ox.NamedNode("urn:x")
        store.store.add(ox.Quad(x, x, x, ox.NamedNode("urn:theirs")))
        told = {"store": kind} if is_told else {}
        assert into(store.address + path, behaviour.user, **told).new == 2
        assert into(store.address + path, behaviour.user, **told).unchanged == 2
        names = {str(graph) for graph in store.store.named_graphs()}
        assert names == {f"<{PACT}>", f"<{VISIT}>", "<urn:theirs>"}
        done = {(asked.split(" ")[0], asked.split(" ")[1]) for asked in store.asked}
        if behaviour.quads:
            assert ("POST", behaviour.quads) in done
        elif behaviour.graphs:
            assert ("PUT", behaviour.graphs) in done
        else:
            assert ("POST", behaviour.update) in done
            assert not any(method == "PUT" for method, _ in done)


def test_a_store_that_lacks_the_graph_store_protocol_is_loaded_by_updates(into: Load) -> None:
    behaviour = Behaviour("/sparql", "/sparql-auth", says={"Server": "Virtuoso/07.20 (Linux)"})
    with recording(behaviour) as store:
        assert into(store.address).new == 2
        assert store.asked.count("PUT /sparql-graph-crud-auth") == 1
        assert into(store.address, delete_missing=True).unchanged == 2


def test_a_store_nobody_knows_must_be_told(into: Load) -> None:
    with recording(Behaviour("/sparql", "/sparql")) as store:
        with pytest.raises(StoreError, match=r"does not say which kind .*; say it with --store"):
            into(f"{store.address}/sparql")
        assert into(f"{store.address}/sparql", store="sparql").new == 2


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_refusal_that_passes_is_waited_for(status: int, into: Load) -> None:
    with recording(plain(refusals=[(status, {"Retry-After": "0"})] * 2)) as store:
        assert into(store.address).new == 2


def test_a_store_that_stays_busy_is_given_up(into: Load) -> None:
    with (
        recording(plain(refusals=[(503, {"Retry-After": "0"})] * 50)) as store,
        pytest.raises(StoreError, match=r"answers 503 Service Unavailable to .* \(not now\)"),
    ):
        into(store.address, store="oxigraph")


def test_what_a_store_loses_is_found_out(into: Load) -> None:
    with (
        recording(plain(loses="minister")) as store,
        pytest.raises(StoreError, match=rf"1 of 2 graphs are not there .* {VISIT} \(1 of 2\)"),
    ):
        into(store.address)


def test_what_another_has_changed_is_put_right_though_the_count_is(into: Load) -> None:
    with recording(plain()) as store:
        into(store.address)
        store.store.update(
            'DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?s ?p "another text" } } '
            'WHERE { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?o), "minister")) }'
        )
        assert into(store.address).replaced == 1
        assert not list(store.store.quads_for_pattern(None, None, ox.Literal("another text")))


def test_an_answer_that_is_cut_is_asked_for_in_slices(into: Load, graphs: Path) -> None:
    large = "".join(f'<urn:s{n}> <urn:p> "value {n}" .\n' for n in range(300))
    graphs.write_text(f"<{PACT}> {{\n{large}}}\n", encoding="utf-8")
    with recording(plain(cut=100)) as store:
        assert into(store.address).triples == 300
        assert store.asked.count("POST /query") > 16


def test_nothing_is_sent_of_graphs_that_cannot_be_read(into: Load, graphs: Path) -> None:
    graphs.write_text("<urn:g> { this is no graph }", encoding="utf-8")
    with recording(plain()) as store:
        with pytest.raises(GraphError):
            into(store.address)
        assert store.asked == []


def test_graphs_that_one_file_adds_to_another_are_one(into: Load, graphs: Path) -> None:
    more = f'<{VISIT}> {{ <urn:s> <urn:p> "more" . <{VISIT}> a <urn:t> }}'
    graphs.with_name("more.trig").write_text(more, encoding="utf-8")
    with recording(plain()) as store:
        assert load([graphs.parent], store.address, Terms(), {"NETRC": "/dev/null"}).triples == 12


def test_a_server_that_is_no_store_is_told(into: Load) -> None:
    behaviour = plain(refusals=[(200, {}), (200, {"Content-Type": "text/html"})])
    with (
        recording(behaviour) as store,
        pytest.raises(StoreError, match="what answers there is no SPARQL endpoint"),
    ):
        into(store.address)


def test_a_store_elsewhere_is_not_followed(into: Load) -> None:
    moved = (307, {"Location": "http://elsewhere.example/query"})
    with (
        recording(plain(refusals=[moved] * 3)) as store,
        pytest.raises(StoreError, match=r"is elsewhere: http://elsewhere\.example/query"),
    ):
        into(store.address, ("ann", "hush-hush"), store="oxigraph")


def test_a_store_that_does_not_run_is_told(into: Load) -> None:
    with recording(plain()) as store:
        address = store.address
    with pytest.raises(StoreError, match=r"nothing answers there .*; start the store"):
        into(address, retries=0)


@pytest.mark.parametrize(
    "address", ["ftp://h/x", "localhost:7878", "ftp://ann:hush@h", "http://ann:hush@h:1/", "http:"]
)
def test_an_address_that_is_none_or_holds_a_password_is_refused_unshown(
    address: str, into: Load
) -> None:
    with pytest.raises(StoreError) as refusal:
        into(address)
    assert "hush" not in str(refusal.value)


def test_no_password_is_logged(into: Load, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with recording(plain(user=("ann", "hush-hush"))) as store:
        into(store.address, ("ann", "hush-hush"))
        with pytest.raises(StoreError, match="401"):
            into(store.address, ("ann", "wrong-word"))
    assert caplog.records
    for hidden in ("hush-hush", "wrong-word", "YW5uOmh1c2gtaHVzaA"):  # the last as sent: base 64
        assert hidden not in caplog.text


def test_nobody_is_told_who_we_are_who_does_not_ask(into: Load) -> None:
    with recording(plain()) as store:
        into(store.address, ("ann", "hush-hush"))
        assert store.authorized == 0


def test_the_command_tells_what_it_did_in_one_line(
    graphs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETRC", "/dev/null")
    with recording(plain()) as store:
        command = ["communique", "load", str(graphs), "--to", store.address, "--delete-missing"]
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as left:
            cli.main()
    assert not left.value.code
    assert capsys.readouterr().out == (
        "graphs: 2 new, 0 replaced, 0 unchanged, 0 deleted; their 10 triples are in Oxigraph at "
        f"{store.address}, counted and compared\n"
    )
