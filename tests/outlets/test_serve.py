"""Graphs served: asked by others over HTTP, changed by nobody, and gone without a trace."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from pipeline.cli.serving import serve
from pipeline.errors import GraphError, StoreError
from pipeline.graph.renaming import KnownAs
from pipeline.outlets import serve as serving
from pipeline.outlets.beside import beside
from pipeline.outlets.explore import endpoint_page
from pipeline.outlets.serve import Endpoint, endpoint
from tests.servers import free_port

CSV = {"Accept": "text/csv"}
NAMED = """
<https://example.org/id/r1> { <urn:s> <urn:p> "shared", "one" . }
<https://example.org/id/r2> { <urn:s> <urn:p> "shared", "two" . }
"""


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """Two graphs with a triple that both state."""
    path = tmp_path / "two.trig"
    path.write_text(NAMED, encoding="utf-8")
    return path


@pytest.fixture
def served(named: Path) -> Iterator[Endpoint]:
    """Their endpoint, in which a query may take a second."""
    with endpoint([named], free_port(), 1) as found:
        yield found


def ask(served: Endpoint, query: str) -> list[str]:
    answer = httpx.post(served.query, data={"query": query}, headers=CSV, timeout=60)
    answer.raise_for_status()
    return answer.text.split()[1:]


def test_the_default_graph_is_the_union_in_which_a_triple_counts_once(served: Endpoint) -> None:
    assert (served.graphs, served.triples) == (2, 3)
    assert ask(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == ["3"]


def test_what_is_one_is_served_as_one(tmp_path: Path) -> None:
    path = tmp_path / "two.trig"
    path.write_text(
        "<urn:r1> { <urn:r1/x> a <urn:Body> } <urn:r2> { <urn:r2/x> a <urn:Body> }", "utf-8"
    )
    known_as = KnownAs({"urn:r2/x": "urn:r1/x"})
    with endpoint([path], free_port(), 30, known_as=known_as) as joined:
        assert ask(joined, "SELECT ?x { ?x a <urn:Body> }") == ["urn:r1/x"]
        known = "SELECT ?y { ?x <https://w3id.org/communique/ontology#knownHereAs> ?y }"
        assert ask(joined, known) == ["urn:r2/x"]


def test_each_document_can_be_asked_by_its_name(served: Endpoint) -> None:
    found = ask(served, 'SELECT ?g { GRAPH ?g { ?s ?p "two" } }')
    assert found == ["https://example.org/id/r2"]


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/update"), ("PUT", "/store?default"), ("DELETE", "/store")]
)
def test_nobody_changes_it(served: Endpoint, method: str, path: str) -> None:
    data = {"update": "CLEAR ALL"} if method == "POST" else None
    refused = httpx.request(method, served.address + path, data=data, timeout=60)
    assert refused.status_code == 403
    assert ask(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == ["3"]


def test_a_query_that_takes_too_long_is_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "many.nt"
    path.write_text("".join(f"<urn:s{n}> <urn:p> <urn:o> .\n" for n in range(20_000)))
    hours = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(CONTAINS(STR(?a), STR(?d))) }"
    with endpoint([path], free_port(), 1) as served:
        answer = httpx.post(served.query, data={"query": hours}, headers=CSV, timeout=120)
    assert "cancelled" in answer.text


def test_it_listens_to_this_machine_alone(served: Endpoint) -> None:
    port = int(served.address.rpartition(":")[2])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.2", port)) != 0


def test_a_port_that_is_taken_is_told_with_the_remedy(named: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(StoreError, match=f"port {port} is taken; .*another with --port"),
            endpoint([named], port, 1),
        ):
            pass


def test_pages_of_other_addresses_may_ask_only_beside_the_explorer(
    named: Path, served: Endpoint
) -> None:
    allowed = "access-control-allow-origin"
    asking = {"Origin": "http://127.0.0.1:1"}
    assert allowed not in httpx.get(f"{served.query}?query=ASK{{}}", headers=asking).headers
    with endpoint([named], free_port(), 1, is_open=True) as opened:
        assert allowed in httpx.get(f"{opened.query}?query=ASK{{}}", headers=asking).headers


def test_a_page_is_at_its_address_and_nothing_else_is(named: Path) -> None:
    port = free_port()
    with beside("<p>naïve</p>", port) as address:
        page = httpx.get(f"{address}?at=somebody")
        assert (page.text, page.headers["content-type"]) == (
            "<p>naïve</p>",
            "text/html; charset=utf-8",
        )
        assert httpx.get(f"{address}etc/passwd").status_code == 404
        with pytest.raises(StoreError, match=f"port {port} is taken"), beside("", port):
            pass


def test_graphs_that_cannot_be_read_are_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no graph lies"), endpoint([tmp_path], free_port(), 1):
        pass


def test_a_missing_server_is_told_with_the_remedy(
    named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    with (
        pytest.raises(StoreError, match=r"not installed; pip install 'communique\[serve\]'"),
        endpoint([named], free_port(), 1),
    ):
        pass


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_the_command_leaves_nothing_behind(
    named: Path, tmp_path: Path, told: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    port = free_port()
    code = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", str(named), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said == (
            f"2 graphs with 3 triples answer at http://127.0.0.1:{port}/query, read-only; "
            "Ctrl-C stops\n"
        )
        assert process.stdout.readline() == f"the explorer is at http://127.0.0.1:{port + 1}/\n"
        page = httpx.get(f"http://127.0.0.1:{port + 1}/")
        assert page.text == endpoint_page(f"http://127.0.0.1:{port}/query")
        process.send_signal(told)
        assert process.wait(timeout=60) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["two.trig"]
    for gone in (port, port + 1):
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://127.0.0.1:{gone}/")


#: Stands for a server that falls over at the first who calls.
FALLS_OVER = f"""#!{sys.executable}
import socket, sys
host, port = sys.argv[sys.argv.index("--bind") + 1].split(":")
with socket.create_server((host, int(port))) as server:
    server.accept()
sys.exit(3)
"""


def test_a_server_that_stops_by_itself_is_told(
    named: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    program = tmp_path / "oxigraph"
    program.write_text(FALLS_OVER, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(serving, "_program", lambda: str(program))
    with pytest.raises(SystemExit) as left:
        serve([named], port=free_port(), page=False)
    assert left.value.code == 1
    assert "stopped by itself with code 3" in capsys.readouterr().err
