"""The canonical texts of documents as files, so that any program can check an offset.

A file is the UTF-8 of a release's text and no more: no mark, no line end that is not in it. So an
offset of the graph, which counts code points, is one of what the file decodes to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count, takewhile
from pathlib import PurePosixPath

from pipeline.models import Release

from .store import Store


def text_path(graph: str, part: int) -> str:
    """The name of a release's text, beside its document's graph if both were in one folder.

    >>> text_path("us-dhs/a.md.ttl", 0), text_path("us-dhs/a.md.ttl", 1)
    ('us-dhs/a.md.txt', 'us-dhs/a.md.part-1.txt')
    """
    return f"{PurePosixPath(graph).with_suffix('')}{f'.part-{part}' if part else ''}.txt"


def write_texts(store: Store, graph: str, releases: Sequence[Release]) -> None:
    """Put the text of each release of a document into the store, in place of those before."""
    for release in releases:
        store.write(text_path(graph, release.part), release.text.encode())
    remove_texts(store, graph, len(releases))


def remove_texts(store: Store, graph: str, first: int = 0) -> None:
    """Take away the texts of a document from that release on."""
    for part in takewhile(lambda part: store.digest(text_path(graph, part)), count(first)):
        store.remove(text_path(graph, part))


def digest_of_texts(store: Store, graph: str) -> str:
    """The digest of the texts that a document has there; that of nothing where it has none."""
    found = (store.digest(text_path(graph, part)) for part in count())
    return hashlib.sha256("".join(takewhile(bool, found)).encode()).hexdigest()  # type: ignore[arg-type]  # None ends them
