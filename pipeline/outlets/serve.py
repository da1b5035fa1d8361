"""A read-only SPARQL 1.1 endpoint: Oxigraph's own server, over a copy of the graphs.

It listens to this machine alone, and its store is gone when it stops.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from pipeline.errors import StoreError
from pipeline.graph.read import read_into
from pipeline.graph.renaming import KnownAs

HOST = "127.0.0.1"

_STARTING = 30.0  # seconds: it opens a store that is written already, which takes less than one
_LEAVING = 10.0  # seconds in which a server that is told to stop has finished its answers


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that runs: its process, where it is asked, and how much it holds."""

    process: subprocess.Popen[bytes]
    address: str
    graphs: int
    triples: int

    @property
    def query(self) -> str:
        """The address of SPARQL queries."""
        return f"{self.address}/query"


@contextmanager
def endpoint(
    graphs: Iterable[Path],
    port: int,
    timeout: int,
    *,
    is_open: bool = False,
    known_as: KnownAs | None = None,
) -> Iterator[Endpoint]:
    """Serve the graphs of files and folders until the block ends.

    The default graph is their union, as in every question we ask. A query is broken off after
    ``timeout`` seconds. ``is_open`` lets pages of other addresses ask it in a browser; ``known_as``
    tells what some IRIs are to be called. Raises :class:`GraphError` for graphs that cannot be read
    and :class:`StoreError` where the port is taken or the server is missing or does not start.
    """
    program = _program()
    check_port(port)
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        names, triples = _stored(graphs, Path(folder) / "store", known_as)
        command = [program, "serve-read-only", "--location", str(Path(folder) / "store"),
                   "--bind", f"{HOST}:{port}", "--timeout-s", str(timeout)]  # fmt: skip
        if is_open:
            command.append("--cors")
        log = Path(folder) / "log"
        with log.open("wb") as told:
            process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT)
        try:
            _wait(process, port, log)
            yield Endpoint(process, f"http://{HOST}:{port}", names, triples)
        finally:
            _stop(process)


def check_port(port: int) -> None:
    """Raise :class:`StoreError` for a port that something else listens on."""
    with socket.socket() as probe:
        # As servers do it: a port whose last user has just left is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise StoreError(
                f"port {port} is kept for the system", remedy="choose one above 1023 with --port"
            ) from error
        except OSError as error:
            raise StoreError(
                f"port {port} is taken", remedy="stop what uses it, or choose another with --port"
            ) from error


def _program() -> str:
    """Oxigraph's server: beside this Python, else on the path."""
    beside = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    found = beside or shutil.which("oxigraph")
    if found is None:
        raise StoreError(
            "Oxigraph's server is not installed", remedy="pip install 'communique[serve]'"
        )
    return found


def _stored(graphs: Iterable[Path], folder: Path, known_as: KnownAs | None) -> tuple[int, int]:
    """Write the graphs into a store on disk; how many there are, and how many triples."""
    store = ox.Store(str(folder))
    read_into(store, graphs, known_as)
    store.flush()
    union = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return sum(1 for _ in store.named_graphs()), sum(1 for _ in union)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return as soon as the server answers."""
    deadline = time.monotonic() + _STARTING
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    said = log.read_text(errors="replace").strip().partition("\n")[0]
    raise StoreError(
        f"Oxigraph's server does not start ({said or 'it says nothing'})",
        remedy="choose another --port, or try again",
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_LEAVING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
