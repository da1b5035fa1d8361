"""An open source: bytes that are a document or hold documents, and how much may still come out."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import IO

from pipeline.errors import DocumentError

from .document import Content, Document
from .terms import Terms, too_large

#: Bytes below which nothing is a bomb, however well it was packed.
_HARMLESS = 1_000_000
_CHUNK = 65_536


class Allowance:
    """The bytes that may still come out of one source, with all that is packed in it."""

    def __init__(self, terms: Terms) -> None:
        self.left = terms.max_unpacked
        self.terms = terms

    def spend(self, count: int) -> None:
        """Take bytes off; raises DocumentError where there are too few left."""
        self.left -= count
        if self.left < 0:
            raise DocumentError(
                f"more than {self.terms.max_unpacked / 1e6:g} MB come out, the rest is unread",
                remedy="unpack it yourself or allow more with --max-unpacked",
            )


@dataclass(frozen=True, slots=True)
class Vessel:
    """Open bytes, their name in the graph, their place and the name that tells what they are.

    ``around`` counts the archives and the wrappings that the bytes lie in.
    """

    source: str
    place: str
    name: str
    stream: io.BufferedReader
    terms: Terms
    allowance: Allowance
    around: tuple[int, int] = (0, 0)
    sidecar: Mapping[str, object] | None = field(default=None)


def opened(stream: IO[bytes] | io.RawIOBase) -> io.BufferedReader:
    """A stream that can be peeked into."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(stream)  # type: ignore[arg-type]  # it needs readinto alone, which all have


def whole(vessel: Vessel) -> bytes:
    """All the bytes of a document; raises DocumentError where they are more than allowed."""
    data = vessel.stream.read(vessel.terms.max_bytes + 1)
    if len(data) > vessel.terms.max_bytes:
        raise too_large(vessel.terms)
    return data


def document(vessel: Vessel) -> Document:
    """The document that a vessel is."""
    content = Content(whole(vessel), vessel.name, vessel.sidecar)
    return Document(vessel.source, vessel.place, partial(kept, content))


def kept(content: Content) -> Content:
    """What a document holds that was taken out of something else already."""
    return content


def seekable(vessel: Vessel) -> IO[bytes]:
    """The stream where it can be read in any order, else a copy of it that can."""
    if vessel.stream.seekable():
        return vessel.stream
    copy = tempfile.SpooledTemporaryFile(max_size=vessel.terms.max_bytes)  # noqa: SIM115 - it is closed when nobody reads it any more
    for chunk in iter(partial(vessel.stream.read, _CHUNK), b""):
        vessel.allowance.spend(len(chunk))
        copy.write(chunk)
    copy.seek(0)
    return copy


class Measured(io.RawIOBase):
    """Bytes as they are unpacked, which stop where they grow beyond what is allowed.

    ``packed`` tells how many packed bytes they have been made of so far.
    """

    def __init__(self, stream: IO[bytes], packed: Callable[[], int], allowance: Allowance) -> None:
        self.stream, self.packed, self.allowance = stream, packed, allowance
        self.unpacked = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the buffer is one
        """Unpack into the buffer; raises DocumentError where it becomes too much."""
        chunk = self.stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self.unpacked += len(chunk)
        self.allowance.spend(len(chunk))
        check_ratio(self.unpacked, self.packed(), self.allowance.terms)
        return len(chunk)


def check_ratio(unpacked: int, packed: int, terms: Terms) -> None:
    """Raise DocumentError where bytes unpack to so many more that they must be a bomb."""
    if unpacked > max(_HARMLESS, packed * terms.max_ratio):
        raise DocumentError(
            f"unpacks to more than {terms.max_ratio} times its size, as zip bombs do",
            remedy="allow it with --max-ratio if you trust it",
        )


def lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; None for one of more bytes than the limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None
