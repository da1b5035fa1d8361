"""Pages on the web, fetched from a small server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias

import httpx
import pytest

from pipeline.sources import Terms, addresses, web

from .conftest import Find

HERE = Terms(allow_private=True)


class Pages(BaseHTTPRequestHandler):
    """Answers as an agency's site does, well and badly."""

    agents: list[str] = []  # noqa: RUF012 - one server, one list

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        path, _, query = self.path.partition("?")
        answers: dict[str, tuple[int, str, bytes]] = {
            "/talks": (200, "text/html; charset=utf-8", b"<p>They met.</p>"),
            "/talks.md": (200, "application/octet-stream", b"# Talks"),
            "/file.php": (200, "application/pdf", b"%PDF-1.7"),
            "/latin": (200, "text/plain; charset=iso-8859-1", b"caf\xe9"),
            "/rows": (200, "application/x-ndjson", b'{"text": "They met.", "id": "7"}\n'),
            "/large": (200, "text/plain", b"x" * 200_000),
            "/gone": (404, "text/html", b"<p>Not here.</p>"),
            "/odd": (200, "", b"They met."),
        }
        if path in {"/moved", "/forever"}:
            self.send_response(302)
            self.send_header("Location", query or path)
            self.end_headers()
            return
        if path == "/slow":
            self.send_response(200)
            self.end_headers()
            with suppress(BrokenPipeError):
                for _ in range(20):
                    self.wfile.write(b"x")
                    time.sleep(0.1)
            return
        if path == "/bomb":
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(gzip.compress(bytes(5_000_000)))
            return
        status, kind, body = answers[path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "name", "data"),
    [
        ("/talks", "talks.html", b"<p>They met.</p>"),
        ("/talks.md", "talks.md", b"# Talks"),
        ("/file.php", "file.pdf", b"%PDF-1.7"),
        ("/latin", "latin.txt", "café".encode()),
        ("/odd", "odd", b"They met."),
        ("/moved?/talks", "talks.html", b"<p>They met.</p>"),
    ],
)
def test_a_page_is_a_document(find: Find, site: str, path: str, name: str, data: bytes) -> None:
    documents, refused = find(site + path, terms=HERE)
    assert refused == []
    (content,) = documents.values()
    assert list(documents) == [site + path]
    assert (content.name, content.data) == (name, data)
    assert content.sidecar == {"url": site + path.removeprefix("/moved?")}


def test_a_dump_on_the_web_is_read_by_its_content_type(find: Find, site: str) -> None:
    assert list(find(f"{site}/rows", terms=HERE)[0]) == [f"{site}/rows/7"]


def test_the_server_is_told_who_asks(find: Find, site: str) -> None:
    find(f"{site}/odd", terms=HERE)
    assert Pages.agents[-1].startswith("communique/")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "the server answers 404 Not Found; check the address in a browser"),
        ("/large", "is larger than 0.1 MB; allow more with --max-bytes"),
        ("/bomb", "is larger than 0.1 MB; allow more with --max-bytes"),
        ("/slow", "did not come within 0.5 seconds; try again or give more --timeout"),
        ("/forever", "is redirected more than 5 times"),
    ],
)
def test_a_page_that_does_not_come_is_refused_on_one_line(
    find: Find, site: str, path: str, reason: str
) -> None:
    terms = Terms(allow_private=True, max_bytes=100_000, timeout=0.5)
    documents, refused = find(site + path, terms=terms)
    assert documents == {}
    (told,) = refused
    assert told.startswith(f"{site}{path}: {reason}")


def test_private_addresses_are_not_asked_unless_allowed(find: Find, site: str) -> None:
    before = len(Pages.agents)
    for host in ("127.0.0.1", "localhost", "2130706433", "[::1]"):
        address = site.replace("127.0.0.1", host) + "/talks"
        (told,) = find(address)[1]
        assert "private address" in told or "cannot be found" in told
    assert len(Pages.agents) == before


Answers: TypeAlias = list[tuple[int, int, int, str, tuple[str, int]]]


def lookup(names: dict[str, list[str]]) -> Callable[..., Answers]:
    """Names are at the addresses given, and addresses at themselves."""

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> Answers:
        found = names.get(host, [host])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    return getaddrinfo


def test_a_redirect_to_a_private_address_is_not_followed(
    find: Find, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server counts as public under one name; the name it points to does not."""
    port = site.rpartition(":")[2]
    names = {"public.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}
    monkeypatch.setattr(socket, "getaddrinfo", lookup(names))
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    start = f"http://public.example:{port}/moved"
    documents, _ = find(f"{start}?/talks")
    assert [content.data for content in documents.values()] == [b"<p>They met.</p>"]
    assert [content.sidecar for content in documents.values()] == [
        {"url": f"http://public.example:{port}/talks"}
    ]
    (told,) = find(f"{start}?http://inside.example:{port}/talks")[1]
    assert "inside.example is at the private address 10.0.0.7" in told


def test_a_host_with_one_private_address_among_public_ones_is_refused(
    find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lookup({"two.example": ["8.8.8.8", "10.0.0.7"]}))
    assert "is at the private address 10.0.0.7" in find("https://two.example/")[1][0]


def test_the_name_stays_in_the_head_and_the_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lookup({"agency.example": ["8.8.8.8"]}))
    request = httpx.Request("GET", "https://agency.example/talks")
    sent = web._sent_to("8.8.8.8", request)
    assert str(sent.url) == "https://8.8.8.8/talks"
    assert sent.headers["Host"] == "agency.example"
    assert sent.extensions["sni_hostname"] == "agency.example"


def test_offline_is_said_plainly(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    (told,) = find("https://agency.example/talks")[1]
    assert told == (
        "https://agency.example/talks: the host agency.example cannot be found;"
        " check the spelling and the connection"
    )


@pytest.mark.parametrize(
    "address",
    "10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 :: ::1 fe80::1"
    " fc00::1 ff02::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
)  # fmt: skip
def test_no_private_address_counts_as_public(address: str) -> None:
    assert not addresses.is_public(address)
