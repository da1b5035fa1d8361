"""Which documents there are in what a user names."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os.path import realpath

from pipeline.errors import DocumentError

from .document import Document, Found, Refusal, refuse
from .files import documents_at, passed_over
from .names import unsafe
from .terms import Terms
from .unpack import unpack
from .vessel import Allowance, Vessel, opened

__all__ = ["discover", "passed_over"]

#: What names standard input, as for other programs.
STANDARD_INPUT = "-"


def discover(sources: Iterable[str], terms: Terms | None = None) -> Iterator[Found]:
    """The documents in files, folders, globs, addresses and standard input, one after the other.

    Sources come in the order given, a folder's documents in order of name. What gives nothing is
    refused and the others go on. So is a second document of the same name, whose graph would
    overwrite the first one's; the same document named twice counts once.
    """
    places: dict[str, str] = {}
    for source in sources:
        for each in _found(source, terms or Terms()):
            found = replace(each, given=source)
            if isinstance(found, Refusal):
                yield found
                continue
            known = places.get(found.source)
            if known is None:
                places[found.source] = found.place
                yield found
            elif realpath(known) != realpath(found.place):
                yield replace(_namesake(found, known), given=source)


def _found(source: str, terms: Terms) -> Iterator[Found]:
    try:
        if source == STANDARD_INPUT:
            yield from _piped(terms)
        elif source.startswith(("http://", "https://")):
            from .web import page  # noqa: PLC0415  (httpx: 150 ms, needed only for the web)

            yield from unpack(page(source, terms))
        elif "://" in source:
            from .remote import remote_documents  # noqa: PLC0415  (fsspec is an extra)

            yield from remote_documents(source, terms)
        else:
            yield from documents_at(source, terms)
    except DocumentError as error:
        yield refuse(source, source, error)


def _piped(terms: Terms) -> Iterator[Found]:
    if problem := unsafe(terms.name):
        raise DocumentError(problem, remedy="give another --name")
    stream = opened(sys.stdin.buffer)
    yield from unpack(Vessel(terms.name, terms.name, terms.name, stream, terms, Allowance(terms)))


def _namesake(document: Document, known: str) -> Refusal:
    return Refusal(
        document.place,
        f"{document.place}: has the name {document.source} of {known};"
        " give the folder that holds both, or rows ids that differ",
    )
