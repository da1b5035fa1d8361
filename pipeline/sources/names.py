"""The names of documents in the graph, which are also the paths of their graphs."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from pipeline.models import slug

#: Ids that can be a file's name on every system as they are.
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")
_DRIVE = re.compile(r"[A-Za-z]:")
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DIGITS = 8  # of a digest: 32 bits, beside a slug that tells most names apart


def row_name(identifier: str | None, number: int) -> str:
    """The name of a row in its dump: its id where that is a plain word, else made of it.

    Then it is a slug and a digest of the id; a row without an id is called by its number.

    >>> row_name("2024-117", 3), row_name(None, 3)
    ('2024-117', '3')
    >>> row_name("https://example.gov/?p=1", 3)
    'https-example-gov-p-1-20ab8ed4'
    """
    if not identifier:
        return str(number)
    if _SAFE.fullmatch(identifier):
        return identifier
    return f"{slug(identifier)}-{_digest(identifier)}"


def graph_name(source: str) -> str:
    """The path of a document's graph below the output folder: its name, an address as a path.

    >>> graph_name("us-dhs/a.md")
    'us-dhs/a.md'
    >>> graph_name("https://www.example.gov/news/talks?page=2")
    'www.example.gov/news/talks-cf0cf03e'
    """
    if "://" not in source:
        return source
    parts = urlsplit(source)
    folders = [re.sub(r"[^\w.-]+", "-", part).lstrip(".") for part in parts.path.split("/")]
    path = "/".join([parts.hostname or "", *(folder[:80] for folder in folders if folder)])
    plain = source.rstrip("/").removeprefix(f"{parts.scheme}://") == path
    return path if plain else f"{path}-{_digest(source)}"


def unsafe(path: str) -> str | None:
    """What is wrong with a name that would become a path; nothing if it stays in its folder."""
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\")) or _DRIVE.match(path):
        return "its name is a path from the root"
    if ".." in parts:
        return "its name leaves the folder"
    if "\\" in path or "" in parts or "." in parts:
        return "its name is no plain path"
    if any(unicodedata.category(c) in {"Cc", "Cs"} or c in _DIRECTIONS for c in path):
        return "its name holds characters that cannot be seen"
    return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
