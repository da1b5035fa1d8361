"""How long `communique load` takes, checked, against posting the same bytes with curl.

    python tools/loading.py GRAPHS [--triples 1000000] [--pairs 3] [--most 2]

Graphs are copied under other names until there are as many triples as asked for. Both ways are
timed in this one run, in pairs that begin with the one and the other in turn, each with an empty
Oxigraph server on disk; what counts is the median of the pairs' ratios, since other work on the
machine slows now this way and now that. Leaves with 1 where it is above ``--most``.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from pipeline.graph.read import graph_files, read_file

LIMIT = 2.0
_RELEASE = "/release/"  # in the IRI of everything that a release scopes, and of its graph


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the clock, and of processors: the client's and the server's together."""

    clock: float
    processors: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.processors:.1f} s of processors)"


def main() -> int:
    """Time both ways, pair after pair, and print the median of their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("graphs", type=Path, nargs="+")
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--most", type=float, default=LIMIT, help="times as long as curl, allowed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="loading-") as folder:
        file = Path(folder) / "all.nq"
        triples, graphs = copied(given.graphs, given.triples, file)
        megabytes = file.stat().st_size / 1e6
        tell(f"{triples:,} triples in {graphs:,} graphs, {megabytes:,.0f} MB of N-Quads")
        ratios = []
        for pair in range(given.pairs):
            ways = (post, load) if pair % 2 == 0 else (load, post)
            taken = {way: timed(way, file, Path(folder) / f"{pair}-{way.__name__}") for way in ways}
            ratios.append(taken[load].clock / taken[post].clock)
            tell(
                f"curl posts them in {taken[post]}, load puts and checks them in {taken[load]}:"
                f" {ratios[-1]:.2f} times as long"
            )
        median = statistics.median(ratios)
        tell(
            f"the median of {len(ratios)}: {median:.2f} times as long, of {given.most:.2f} allowed"
        )
        return int(median > given.most)


def post(file: Path, address: str) -> tuple[str, ...]:
    """The command that posts a file with curl."""
    return (
        "curl", "--silent", "--show-error", "--fail", "--request", "POST", "--header",
        "Content-Type: application/n-quads", "--upload-file", str(file), f"{address}/store",
    )  # fmt: skip


def load(file: Path, address: str) -> tuple[str, ...]:
    """Our command that loads a file, and checks that it is there."""
    code = "from pipeline.cli import main; main()"
    return (sys.executable, "-c", code, "load", str(file), "--to", address)


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


def timed(way: Callable[[Path, str], Sequence[str]], file: Path, store: Path) -> Taken:
    """What a command takes with a file and an empty store; its failure ends the run."""
    before = processors()
    with server(store) as address:
        start = time.monotonic()
        subprocess.run(way(file, address), check=True)
        clock = time.monotonic() - start
    shutil.rmtree(store)
    return Taken(clock, processors() - before)


def processors() -> float:
    """Seconds of processors that the commands and servers which have ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
