"""Many graphs in one file of quads, written as they are read: one document's is held at a time."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.read import graph_files, read_file
from pipeline.graph.terms import PREFIXES

_SYNTAXES = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG}
_PACKED = ".gz"


def merge(paths: Iterable[Path], output: Path) -> tuple[int, int]:
    """Write all graphs in files and folders into one file; gives how many files and quads.

    Each document's graph keeps its name; they come in order of their paths, their statements
    sorted, so that the same graphs give the same bytes in whatever syntax they were. The file
    ends in ``.nq`` or ``.trig``, with ``.gz`` behind it or not, and is there whole or not at all.
    Raises :class:`GraphError` for another ending, and for what
    :func:`~pipeline.graph.read.read_file` cannot read.
    """
    syntax = _syntax(output)
    files = [file for file in graph_files(paths) if file.resolve() != output.resolve()]
    written = _Counted(files)
    with _whole(output) as stream:
        if syntax is ox.RdfFormat.TRIG:
            head_first = cast(IO[bytes], _SortedHead(stream))  # it is only written to
            ox.serialize(written, head_first, syntax, prefixes=PREFIXES)
        else:
            ox.serialize(written, stream, syntax)
    return len(files), written.quads


class _Counted:
    """The quads of files, one file after the other, and how many there were."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.files, self.quads = files, 0

    def __iter__(self) -> Iterator[ox.Quad]:
        for file in self.files:
            for quad in sorted(set(read_file(file)), key=str):
                self.quads += 1
                yield quad


class _SortedHead(io.RawIOBase):
    """A stream of TriG whose prefixes are put in order: Oxigraph gives them in any."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.head: bytes | None = b""

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # it is given bytes alone
        """Write on; what may be of the head is held until it is over."""
        if self.head is None:
            return self.stream.write(data)
        self.head += data
        lines = self.head.splitlines(keepends=True)
        prefixes = [line for line in lines if line.startswith(b"@prefix")]
        if len(lines) > len(prefixes) and not b"@prefix".startswith(lines[-1]):
            self.stream.write(b"".join((*sorted(prefixes), *lines[len(prefixes) :])))
            self.head = None
        return len(data)


def _syntax(output: Path) -> ox.RdfFormat:
    ending = Path(output.stem if output.suffix == _PACKED else output.name).suffix
    if ending not in _SYNTAXES:
        raise GraphError(
            f"graphs cannot be merged into a file that ends in {output.suffix!r}",
            where=str(output),
            remedy=f"choose one of {' '.join(_SYNTAXES)}, with {_PACKED} behind it or not",
        )
    return _SYNTAXES[ending]


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that has its name when it is on the disk, and leaves nothing when that fails."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as stream:
            if path.suffix == _PACKED:  # without time and name, so that the bytes are the same
                with gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed:
                    yield packed  # type: ignore[misc]  # it is a stream of bytes
            else:
                yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GraphError(reason, where=str(path), remedy="choose another -o") from error
    finally:
        unfinished.unlink(missing_ok=True)
