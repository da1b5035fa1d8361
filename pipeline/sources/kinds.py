"""What a source is: one document, a dump of rows, a feed or an archive of any of these.

The ending of the name tells; where it tells nothing, as for standard input and addresses on the
web, the first bytes do.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath

from pipeline.reading import SUFFIXES

from .columns import splits_into_columns


class Kind(StrEnum):
    """The kinds of sources, by how their documents are found in them."""

    DOCUMENT = "document"
    JSONL = "jsonl"
    CSV = "csv"
    FEED = "feed"
    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"


_ENDINGS = {
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".zip": Kind.ZIP,
    ".tar": Kind.TAR,
    ".tgz": Kind.GZIP,
    ".gz": Kind.GZIP,
}

#: What can be given: the endings of documents and of what holds documents.
ENDINGS = (*SUFFIXES, *sorted(_ENDINGS), ".xml")

#: Kinds of documents that are not read: in a folder they are passed over, with a word.
NOT_READ = tuple(s for s in (".doc", ".odt", ".msg", ".mht") if s not in SUFFIXES)

#: How many bytes are enough to tell what something is.
HEAD = 4096

_ELEMENT = re.compile(rb"<(?:\w+:)?(\w+)[\s>]")  # neither a declaration nor a comment
_FEEDS = (b"rss", b"feed", b"RDF")
_WORD = (b"[Content_Types].xml", b"word/")  # what a Word file, which is a zip, begins with


def kind_of(name: str, head: bytes) -> Kind:
    """What a source is, by its name and its first bytes."""
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return Kind.DOCUMENT
    return _ENDINGS.get(suffix) or _sniffed(head)


def is_feed(head: bytes) -> bool:
    """Whether the first element of a file of XML is that of RSS or Atom."""
    root = _ELEMENT.search(head)
    return bool(root and root[1] in _FEEDS)


def is_document(name: str) -> bool:
    """Whether a name is that of one document, whose format reading knows."""
    return PurePath(name).suffix.lower() in SUFFIXES


def is_known(name: str) -> bool:
    """Whether the name alone tells that there are documents to be found."""
    return is_document(name) or PurePath(name).suffix.lower() in _ENDINGS


def may_hold_documents(name: str) -> bool:
    """Whether documents are looked for under a name; XML may turn out to be no feed."""
    return is_known(name) or PurePath(name).suffix.lower() == ".xml"


def _sniffed(head: bytes) -> Kind:
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith(b"PK\x03\x04"):
        return Kind.DOCUMENT if any(part in head for part in _WORD) else Kind.ZIP
    if head[257:262] == b"ustar":
        return Kind.TAR
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and is_feed(head):
        return Kind.FEED
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    if first.startswith(b"{") and _is_object(first, len(head)):
        return Kind.JSONL
    return Kind.CSV if splits_into_columns(first) else Kind.DOCUMENT


def _is_object(line: bytes, seen: int) -> bool:
    """Whether a line is a JSON object, or begins as one and goes on beyond what is seen."""
    if len(line) + 1 >= seen >= HEAD:
        return bool(re.match(rb'\{\s*"[^"\\]{1,80}"\s*:', line))
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
