"""How long `communique load` takes, checked, against posting the same bytes with curl.

    python tools/loading.py GRAPHS [--triples 1000000]

Graphs are copied under other names until there are as many triples as asked for; each way begins
with an empty Oxigraph server on disk, and both are timed in this one run. Leaves with 1 where
loading takes more than twice as long.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from pipeline.graph.read import graph_files, read_file

LIMIT = 2.0
_RELEASE = "/release/"  # in the IRI of everything that a release scopes, and of its graph


def main() -> int:
    """Time both ways and print their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("graphs", type=Path, nargs="+")
    parser.add_argument("--triples", type=int, default=1_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="loading-") as folder:
        file = Path(folder) / "all.nq"
        triples, graphs = copied(given.graphs, given.triples, file)
        megabytes = file.stat().st_size / 1e6
        tell(f"{triples:,} triples in {graphs:,} graphs, {megabytes:,.0f} MB of N-Quads")
        with server(Path(folder) / "one") as address:
            posting = timed(
                "curl", "--silent", "--show-error", "--fail", "--request", "POST", "--header",
                "Content-Type: application/n-quads", "--upload-file", str(file), f"{address}/store",
            )  # fmt: skip
        tell(f"curl posts them in {posting:.1f} s")
        with server(Path(folder) / "two") as address:
            code = "from pipeline.cli import main; main()"
            loading = timed(sys.executable, "-c", code, "load", str(file), "--to", address)
        ratio = loading / posting
        tell(f"load puts and checks them in {loading:.1f} s: {ratio:.2f} times as long")
        return int(ratio > LIMIT)


def tell(line: str) -> None:
    """Say how far the measurement is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def copied(graphs: list[Path], triples: int, file: Path) -> tuple[int, int]:
    """Write copies of graphs under other names; how many triples and graphs there are."""
    sources = [lines(path) for path in graph_files(graphs)]
    written, names = 0, 0
    with file.open("w", encoding="utf-8") as out:
        while written < triples:
            for source in sources:
                out.write(source.replace(_RELEASE, f"{_RELEASE}copy-{names}-"))
                written += source.count("\n")
                names += 1
    return written, names


def lines(path: Path) -> str:
    """A graph file as N-Quads."""
    data = ox.serialize(read_file(path), format=ox.RdfFormat.N_QUADS)
    assert data is not None  # only a file as output leaves nothing to return
    return data.decode()


def timed(*command: str) -> float:
    """The seconds that a command takes; its output is passed on, its failure ends the run."""
    start = time.monotonic()
    subprocess.run(command, check=True)
    return time.monotonic() - start


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """An Oxigraph server with an empty store on disk, until the block ends."""
    beside = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    program = beside or shutil.which("oxigraph") or sys.exit("pip install oxigraph")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            sys.exit("the server does not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
