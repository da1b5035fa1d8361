"""The stores other tests rely on: they take graphs, answer, and listen to this machine alone."""

from __future__ import annotations

import json
import socket
import sys
from urllib.parse import urlsplit

import httpx
import pytest

from tests.servers import Server, free_port, running

GRAPH, OTHER = "https://example.org/g", "https://example.org/h"
ASKED = f"SELECT ?o FROM <{GRAPH}> WHERE {{ ?s <https://example.org/says> ?o }}"


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each store in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Server)
    return found


def said(server: Server) -> list[str]:
    rows = json.loads(server.select(ASKED))["results"]["bindings"]
    return [row["o"]["value"] for row in rows]


def test_a_graph_that_is_put_replaces_the_one_before_and_an_update_empties_it(
    server: Server,
) -> None:
    server.put(GRAPH, b'<https://example.org/s> <https://example.org/says> "old" .')
    server.put(GRAPH, '<https://example.org/s> <https://example.org/says> "néw" .'.encode())
    assert said(server) == ["néw"]
    server.update(f"CLEAR GRAPH <{GRAPH}>")
    assert said(server) == []


def test_a_server_listens_to_this_machine_alone(server: Server) -> None:
    port = urlsplit(server.queries).port
    assert port
    with socket.socket() as probe:
        # An address of this machine that is not 127.0.0.1, all the same.
        assert probe.connect_ex(("127.0.0.2", port)) != 0


def test_a_server_is_gone_when_its_block_ends(tmp_path_factory: pytest.TempPathFactory) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    with running(command, address, tmp_path_factory.mktemp("web")):
        assert httpx.get(address, timeout=5).status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(address, timeout=5)


def test_a_server_that_does_not_start_is_a_failure_with_its_last_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no room')"]
    with (
        pytest.raises(pytest.fail.Exception, match="no room"),
        running(command, f"http://127.0.0.1:{free_port()}/", tmp_path_factory.mktemp("none")),
    ):
        pass
