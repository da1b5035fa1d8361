"""The page over an endpoint: a real Oxigraph server tells it what the page would else hold."""

from __future__ import annotations

import re
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from pipeline.cli import app
from pipeline.errors import GraphError
from pipeline.outlets.explore import endpoint_page
from tests.outlets.explore.conftest import Open
from tests.outlets.explore.test_finding import SIGNING
from tests.outlets.explore.test_reading import PERSON, WORDS
from tests.servers import free_port, running


@pytest.fixture(scope="module")
def server(graphs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The two releases behind an endpoint that pages from elsewhere may ask."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if not program:
        pytest.skip("oxigraph is not installed (pip install oxigraph)")
    root = f"http://127.0.0.1:{free_port()}"
    command = [program, "serve", "--bind", root[7:], "--cors", "--union-default-graph"]
    with running(command, f"{root}/", tmp_path_factory.mktemp("server")):
        for graph in graphs.iterdir():
            address = f"{root}/store?graph=urn:{graph.stem}"
            kind = {"Content-Type": "text/turtle"}
            httpx.put(address, content=graph.read_bytes(), headers=kind).raise_for_status()
        yield f"{root}/query"


@pytest.fixture
def asking(opened: Open, server: str, tmp_path: Path) -> Open:
    """Open a view of the page over the endpoint."""
    file = tmp_path / "page.html"
    file.write_text(endpoint_page(server), encoding="utf-8")

    return partial(opened, at=file.as_uri(), asks=server)


@pytest.mark.parametrize(
    ("view", "facts"),
    [
        ("#/facts", 8),
        ("#/facts?q=WHALE", 1),
        ("#/facts?q=lobo%20signed", 1),
        ("#/facts?q=%22signed%20lobo%22", 0),
        ("#/facts?status=Planned&status=Negated", 2),
        (f"#/facts?kind={SIGNING}", 4),
        ("#/facts?kind=https%3A%2F%2Fw3id.org%2Fcommunique%2Fontology%23Charge", 1),
        ("#/facts?who=suria&who=ana", 1),
        ("#/facts?who=https://w3id.org/communique/id/person/ana-lobo", 4),
        ("#/facts?from=2021-05-01&to=2021-05-31", 1),
        ("#/facts?from=2021-06-15", 2),
    ],
)
def test_the_endpoint_is_asked_for_the_facts_that_a_held_page_shows(
    asking: Open, view: str, facts: int
) -> None:
    page = asking(view)
    assert page.locator(".fact").count() == facts
    assert page.locator("h2.count").inner_text() == f"{facts} {'fact' if facts == 1 else 'facts'}"


@pytest.mark.parametrize(
    "typed",
    ['") } INSERT', "$limit", "$kinds", "\\u0022", "' UNION {", "<x> . ?s ?p ?o", "#", '"\\'],
)
def test_what_is_typed_is_searched_for_and_never_part_of_the_question(
    asking: Open, typed: str
) -> None:
    page = asking(f"#/facts?kind={SIGNING}")
    page.get_by_role("searchbox").fill(f"{typed} nowhere")
    page.wait_for_selector("h2.count:has-text('0 facts')")
    page.get_by_label("Party or person").fill(typed)
    page.get_by_label("Party or person").press("Enter")
    page.wait_for_selector(".chips")
    assert page.locator("h2.count").inner_text() == "0 facts"


def test_a_fact_is_shown_with_its_sentence_in_the_text_of_the_release(asking: Open) -> None:
    page = asking("#/facts?q=%22Fishing%20Pact%20with%22")
    page.locator(".fact h3 a").click()
    page.wait_for_selector(".pane")
    words = page.locator(".pane mark[data-evidence='1']").evaluate_all(WORDS)
    assert words == "Minister Ana Lobo signed the Fishing Pact with Suria on 4 May 2021"
    assert page.locator(".pane .warning").count() == 0


def test_a_person_and_a_release_have_their_pages(asking: Open) -> None:
    page = asking(PERSON)
    kinds = page.locator(".fact .kind").all_inner_texts()
    assert sorted(kinds) == ["Meeting", "Post", "Signing", "Statement"]
    page.goto(page.url.split("#")[0] + "#/releases")
    page.wait_for_selector("tbody")
    counts = page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => row.cells[3].innerText)"
    )
    assert counts == ["1", "7"]
    page.get_by_role("searchbox").fill("whale")
    page.wait_for_selector("h2:has-text('1 release')")
    page.locator("tbody a", has_text="fishing pact").click()
    page.wait_for_selector(".reader mark")
    assert page.locator(".results .fact").count() == 7


def test_timeline_and_network_are_those_of_a_held_page(asking: Open) -> None:
    page = asking("#/timeline")
    assert page.locator(".chart svg a").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    ) == ["May 2021: 1 stated as done", "June 2021: 1 alleged or possible"]
    page.goto(page.url.split("#")[0] + "#/network")
    page.wait_for_selector("tbody tr")
    told = page.locator("tbody tr").all_inner_texts()
    assert len(told) == 1
    assert re.search(r"Ana Lobo|Suria", told[0])


def test_hostile_text_of_an_endpoint_is_shown_and_does_not_run(asking: Open) -> None:
    page = asking("#/facts?q=charged")
    page.locator(".fact h3 a").click()
    page.wait_for_selector(".pane")
    assert "</script><script>window.broken = 1</script>" in page.locator(".pane .text").inner_text()
    assert page.evaluate("window.broken") is None


def test_an_endpoint_that_does_not_answer_is_named(
    opened: Open, tmp_path: Path, complaints: list[str]
) -> None:
    file = tmp_path / "page.html"
    address = f"http://127.0.0.1:{free_port()}/query"
    file.write_text(endpoint_page(address), encoding="utf-8")
    page = opened(at=file.as_uri(), asks=address)
    assert f"The endpoint {address} does not answer" in page.locator("main").inner_text()
    assert all("ERR_CONNECTION_REFUSED" in complaint for complaint in complaints)
    complaints.clear()


class Hasty(BaseHTTPRequestHandler):
    """Breaks each answer off, as Oxigraph does when the time for a question is over."""

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(b'{"head":{"vars":["fact"]},"results":{"bindings":[')

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_answer_that_is_broken_off_is_told_so(opened: Open, tmp_path: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hasty)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/query"
        file = tmp_path / "page.html"
        file.write_text(endpoint_page(address), encoding="utf-8")
        page = opened(at=file.as_uri(), asks=address)
        assert "broke its answer off" in page.locator("main").inner_text()
    finally:
        server.shutdown()
        server.server_close()


def test_only_the_endpoint_may_be_asked() -> None:
    policy = endpoint_page("https://store.example:8080/a/query?x=1")
    assert "connect-src https://store.example:8080;" in policy.replace("&#x27;", "'")
    assert "connect-src 'self';" in endpoint_page("/query").replace("&#x27;", "'")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "http:", "//host/query", "http://host/; script-src *", "ftp://h/q"],
)
def test_what_is_no_address_of_an_endpoint_is_refused(url: str) -> None:
    with pytest.raises(GraphError, match="is no address of an endpoint"):
        endpoint_page(url)


def test_graphs_and_an_endpoint_do_not_go_together(graphs: Path, tmp_path: Path) -> None:
    output = str(tmp_path / "page.html")
    for arguments in ([str(graphs), "--endpoint", "http://h/query"], []):
        with pytest.raises(Exception, match="name graphs, or an endpoint"):
            app(["explore", *arguments, "-o", output], standalone_mode=False)
