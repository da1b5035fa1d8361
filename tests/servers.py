"""Real stores for tests: each started on free ports of 127.0.0.1 and stopped by its process id."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

#: Seconds in which a server answers or is given up: Virtuoso writes a new database first, which
#: takes about ten on a quiet machine.
PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A store that runs: its name and the addresses of its SPARQL 1.1 services.

    ``graphs`` is that of the Graph Store Protocol; ``user`` are a name and password for HTTP
    digest, where writing asks for them.
    """

    name: str
    queries: str
    updates: str
    graphs: str
    user: tuple[str, str] | None = None

    @property
    def digest(self) -> httpx.Auth | None:
        """What httpx needs in order to write."""
        return httpx.DigestAuth(*self.user) if self.user else None

    def put(self, graph: str, turtle: bytes) -> None:
        """Replace a named graph by Turtle."""
        self._send("PUT", f"{self.graphs}?{urlencode({'graph': graph})}", turtle, "text/turtle")

    def update(self, sparql: str) -> None:
        """Run a SPARQL update."""
        self._send("POST", self.updates, sparql.encode(), "application/sparql-update")

    def select(self, sparql: str) -> bytes:
        """The answer to SELECT as SPARQL 1.1 Query Results JSON."""
        headers = {"Accept": "application/sparql-results+json"}
        found = httpx.post(self.queries, data={"query": sparql}, headers=headers, timeout=60)
        found.raise_for_status()
        return found.content

    def _send(self, method: str, address: str, content: bytes, kind: str) -> None:
        headers = {"Content-Type": kind}
        done = httpx.request(
            method, address, content=content, headers=headers, auth=self.digest, timeout=60
        )
        done.raise_for_status()


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An Oxigraph server with an empty store in memory.

    Its default graph holds what is put there and no named graph: name those meant with ``FROM``,
    which it would not heed if the union were its default graph.
    """
    program = _program("oxigraph", "pip install oxigraph")
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    with running(command, f"{root}/", tmp_path_factory.mktemp("oxigraph")):
        yield Server("oxigraph", f"{root}/query", f"{root}/update", f"{root}/store")


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Virtuoso server with a new database.

    Its default graph is the union of all its graphs, some of them its own: name those meant with
    ``FROM``.
    """
    program = _program("virtuoso-t", "apt-get install virtuoso-opensource-7")
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, sql=sql, http=http))
    root = f"http://127.0.0.1:{http}"
    command = [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with running(command, f"{root}/sparql", folder):
        yield Server(
            "virtuoso",
            f"{root}/sparql",
            f"{root}/sparql-auth",
            f"{root}/sparql-graph-crud-auth",
            ("dba", "dba"),
        )


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], address: str, folder: Path) -> Iterator[None]:
    """Start a server, wait until the address answers, and stop that very process at the end."""
    log = folder / "server.log"
    with log.open("wb") as told:
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=subprocess.STDOUT)
    try:
        _wait(process, address, log)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            httpx.get(address, timeout=5)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    last = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
    pytest.fail(f"{address} does not answer; the server's last words:\n{last}")


def _program(name: str, remedy: str) -> str:
    """The program of that name, beside this Python or on the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; {remedy}")
    return found


#: No checkpoint comes between (0), nothing but 127.0.0.1 is listened on, and no file of the
#: machine's own Virtuoso is touched.
_VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
CaseMode = 2
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 8
EnabledGzipContent = 0

[SPARQL]
ResultSetMaxRows = 100000
DefaultQuery = select ?s where {{ ?s a [] }} limit 1
"""
