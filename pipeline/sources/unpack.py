"""Everything that is in an open source, whatever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from pipeline.errors import DocumentError

from .archives import gzip_content, tar_members, zip_members
from .damage import BROKEN, damaged
from .document import Document, Found, Refusal, refuse
from .dumps import csv_rows, jsonl_rows
from .feeds import feed_entries
from .kinds import HEAD, Kind, kind_of
from .vessel import Vessel, document

_Holding: TypeAlias = Callable[[Vessel], Iterator[Document | Refusal | Vessel]]

_HOLDING: dict[Kind, _Holding] = {
    Kind.JSONL: jsonl_rows,
    Kind.CSV: csv_rows,
    Kind.FEED: feed_entries,
    Kind.ZIP: zip_members,
    Kind.TAR: tar_members,
    Kind.GZIP: gzip_content,
}

#: Archives within archives: a zip in a zip is opened, one in that is not. So with wrappings.
_NESTED = 2


def unpack(vessel: Vessel) -> Iterator[Found]:
    """The documents in an open source, and what in it was refused; never an exception."""
    try:
        yield from _unpacked(vessel)
    except DocumentError as error:
        yield refuse(vessel.source, vessel.place, error)
    except BROKEN as error:
        yield refuse(vessel.source, vessel.place, damaged(error))


def _unpacked(vessel: Vessel) -> Iterator[Found]:
    if max(vessel.around) > _NESTED:
        raise DocumentError(
            "lies too deep in archives within archives", remedy="unpack the outer one yourself"
        )
    kind = kind_of(vessel.name, vessel.stream.peek(HEAD)[:HEAD])
    if kind is Kind.DOCUMENT:
        if not vessel.name.lower().endswith(".xml"):  # XML that is no feed is no release either
            yield document(vessel)
        return
    count = 0
    for inner in _HOLDING[kind](vessel):
        count += 1
        if isinstance(inner, Vessel):
            yield from unpack(inner)
        else:
            yield inner
    if not count:
        raise DocumentError("holds no releases", remedy="leave it out")
