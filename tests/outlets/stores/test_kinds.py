"""Where each kind of store has its services, and how a kind is recognised."""

from __future__ import annotations

import pytest

from pipeline.cli.loading import StoreKind
from pipeline.errors import StoreError
from pipeline.outlets.stores.kinds import KINDS, endpoints, kind_named
from pipeline.outlets.stores.recognise import by_address, by_answer

#: The documented addresses of each store's services: query, update, Graph Store Protocol.
DOCUMENTED = {
    "oxigraph": (
        "http://h:7878/query", "http://h:7878/update", "http://h:7878/store",
    ),
    "fuseki": (
        "http://h:3030/ds/query", "http://h:3030/ds/update", "http://h:3030/ds/data",
    ),
    "virtuoso": (
        "http://h:8890/sparql", "http://h:8890/sparql-auth",
        "http://h:8890/sparql-graph-crud-auth",
    ),
    "graphdb": (
        "http://h:7200/repositories/r", "http://h:7200/repositories/r/statements",
        "http://h:7200/repositories/r/rdf-graphs/service",
    ),
    "rdf4j": (
        "http://h:8080/rdf4j-server/repositories/r",
        "http://h:8080/rdf4j-server/repositories/r/statements",
        "http://h:8080/rdf4j-server/repositories/r/rdf-graphs/service",
    ),
    "blazegraph": (
        "http://h:9999/blazegraph/namespace/kb/sparql",
        "http://h:9999/blazegraph/namespace/kb/sparql", None,
    ),
    "stardog": ("http://h:5820/db/query", "http://h:5820/db/update", "http://h:5820/db"),
    "neptune": (
        "https://c.neptune.amazonaws.com:8182/sparql",
        "https://c.neptune.amazonaws.com:8182/sparql",
        "https://c.neptune.amazonaws.com:8182/sparql/gsp/",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "address"),
    [(name, address) for name, all_ in DOCUMENTED.items() for address in all_ if address]
    + [
        ("oxigraph", "http://h:7878/"),
        ("fuseki", "http://h:3030/ds/"),
        ("fuseki", "http://h:3030/ds/sparql"),
        ("virtuoso", "http://h:8890"),
        ("neptune", "https://c.neptune.amazonaws.com:8182"),
    ],
)
def test_any_service_leads_to_all_of_them(name: str, address: str) -> None:
    found = endpoints(KINDS[name], address)
    assert (found.query, found.update, found.graphs) == DOCUMENTED[name]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("fuseki", "http://h:3030"),
        ("graphdb", "http://h:7200/"),
        ("rdf4j", "http://h:8080/rdf4j-server"),
        ("blazegraph", "http://h:9999/blazegraph/"),
        ("stardog", "http://h:5820/"),
    ],
)
def test_a_server_with_several_databases_is_not_enough(name: str, address: str) -> None:
    with pytest.raises(StoreError, match=r"is no address of a database in .*; give one such as"):
        endpoints(KINDS[name], address)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://h/rdf4j-server/repositories/r", "rdf4j"),
        ("http://h/repositories/r/statements", "graphdb"),
        ("http://h/bigdata/namespace/kb/sparql", "blazegraph"),
        ("https://h/sparql-graph-crud-auth", "virtuoso"),
        ("https://c.neptune.amazonaws.com:8182/", "neptune"),
        ("http://localhost:8183/sparql/gsp/", "neptune"),
    ],
)
def test_an_address_tells_its_kind(address: str, name: str) -> None:
    assert by_address(address) is KINDS[name]


@pytest.mark.parametrize(
    ("heads", "name"),
    [
        ({"server": "Oxigraph/0.5.13"}, "oxigraph"),
        ({"server": "Apache Jena Fuseki (4.10.0)"}, "fuseki"),
        ({"fuseki-request-id": "7"}, "fuseki"),
        ({"server": "Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu"}, "virtuoso"),
        ({"server": "GraphDB/10.6 RDF4J/4.3"}, "graphdb"),
        ({"www-authenticate": 'BASIC realm="Stardog"'}, "stardog"),
    ],
)
def test_a_server_tells_its_kind(heads: dict[str, str], name: str) -> None:
    assert by_answer(heads) is KINDS[name]


def test_nothing_is_told_by_a_web_server() -> None:
    assert by_address("http://h/sparql") is None
    assert by_answer({"server": "nginx", "x-note": "not fuseki"}) is None


def test_an_unknown_kind_is_refused_with_the_choices() -> None:
    with pytest.raises(StoreError, match="choose one of oxigraph, fuseki"):
        kind_named("allegro")


def test_the_command_offers_the_kinds_there_are() -> None:
    assert [kind.value for kind in StoreKind] == list(KINDS)
