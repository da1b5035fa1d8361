"""A store that answers as the documentation of its kind says, and records what it is asked.

It holds its graphs in memory. Only the services of its kind are there, at their documented
addresses; anything else is 404, as such a server has it.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox


@dataclass
class Behaviour:
    """What a kind of store documents, and what goes wrong in it.

    ``graphs``, ``quads``, ``query`` and ``update`` are paths. ``refusals`` are answers given
    before it does what it is asked, each once; ``cut`` is the most triples of one answer; ``loses``
    is a word whose triples it does not keep; ``says`` are the heads of its answers.
    """

    query: str
    update: str
    graphs: str | None = None
    quads: str | None = None
    says: dict[str, str] = field(default_factory=dict)
    user: tuple[str, str] | None = None
    challenge: str | None = 'Basic realm="store"'
    refusals: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    cut: int | None = None
    loses: str | None = None


@dataclass
class Recorded:
    """A running store: its address, its graphs, and the requests it was sent."""

    address: str
    behaviour: Behaviour
    store: ox.Store = field(default_factory=ox.Store)
    asked: list[str] = field(default_factory=list)
    authorized: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    recorded: Recorded

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is inherited
        """Say nothing on standard error."""

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        path = urlsplit(self.path).path
        with self.recorded.lock:
            self.recorded.authorized += "authorization" in self.headers
            self.recorded.asked.append(f"{self.command} {path}")
            self._answer(path, parse_qs(urlsplit(self.path).query, keep_blank_values=True), body)

    do_GET = do_PUT = do_POST = do_DELETE = _handle  # noqa: N815 - as http.server has it

    def _answer(self, path: str, asked: dict[str, list[str]], body: bytes) -> None:
        behaviour = self.recorded.behaviour
        if behaviour.refusals:
            status, heads = behaviour.refusals.pop(0)
            self._send(status, b"not now", heads)
        elif behaviour.user and not self._is_known(behaviour.user):
            challenge = {"WWW-Authenticate": behaviour.challenge} if behaviour.challenge else {}
            self._send(401 if challenge else 403, b"who are you", challenge)
        elif path == behaviour.graphs and "graph" in asked:
            self._graph(ox.NamedNode(asked["graph"][0]), body)
        elif path == behaviour.quads and self.command == "POST" and self._is("application/n-quads"):
            self._keep(ox.parse(body, format=ox.RdfFormat.N_QUADS))
            self._send(204)
        elif self.command == "POST" and path in (behaviour.query, behaviour.update):
            self._sparql(path, parse_qs(body.decode()))
        else:
            self._send(404, b"no such service")

    def _is(self, kind: str) -> bool:
        return self.headers.get("content-type", "").partition(";")[0] == kind

    def _is_known(self, user: tuple[str, str]) -> bool:
        said = self.headers.get("authorization", "")
        return said == "Basic " + base64.b64encode(":".join(user).encode()).decode()

    def _graph(self, name: ox.NamedNode, body: bytes) -> None:
        store = self.recorded.store
        if self.command == "GET":
            triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, name)]
            self._triples(triples) if triples else self._send(404)
            return
        if self.command in ("PUT", "DELETE"):
            store.remove_graph(name)
        if body:
            assert self._is("application/n-triples")
            triples_sent = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
            self._keep(ox.Quad(q.subject, q.predicate, q.object, name) for q in triples_sent)
        self._send(204)

    def _keep(self, quads: Iterator[ox.Quad]) -> None:
        loses = self.recorded.behaviour.loses
        for quad in quads:
            if not (loses and loses in str(quad.object)):
                self.recorded.store.add(quad)

    def _sparql(self, path: str, form: dict[str, list[str]]) -> None:
        behaviour, store = self.recorded.behaviour, self.recorded.store
        if "update" in form and path == behaviour.update:
            store.update(form["update"][0])
            self._send(204)
        elif "query" in form and path == behaviour.query:
            found = store.query(form["query"][0])
            if isinstance(found, ox.QueryTriples):
                self._triples(list(found))
            else:
                assert isinstance(found, ox.QuerySolutions)
                answer = found.serialize(format=ox.QueryResultsFormat.JSON)
                self._send(200, answer or b"", {"Content-Type": "application/sparql-results+json"})
        else:
            self._send(400, b"neither a query nor an update")

    def _triples(self, triples: list[ox.Triple]) -> None:
        data = ox.serialize(triples[: self.recorded.behaviour.cut], format=ox.RdfFormat.N_TRIPLES)
        self._send(200, data or b"", {"Content-Type": "application/n-triples"})

    def _send(self, status: int, body: bytes = b"", heads: dict[str, str] | None = None) -> None:
        self.send_response_only(status)
        for name, value in {**self.recorded.behaviour.says, **(heads or {})}.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)


@contextmanager
def recording(behaviour: Behaviour) -> Iterator[Recorded]:
    """Run such a store on a free port of 127.0.0.1 until the block ends."""

    class Handler(_Handler):
        pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Handler.recorded = Recorded(f"http://127.0.0.1:{server.server_port}", behaviour)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Handler.recorded
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def rows(answer: bytes) -> list[dict[str, str]]:
    """The rows of SPARQL 1.1 Query Results JSON, each a value by its variable."""
    found = json.loads(answer)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]
