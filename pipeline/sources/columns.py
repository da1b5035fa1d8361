"""Which column of a dump holds what."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping

from pipeline.errors import DocumentError

#: What a column can hold, and the names that are taken to say so, first found first taken.
_NAMES = {
    "text": ("text", "body", "content", "full_text", "fulltext", "body_text", "content_text",
             "article_text", "body_html", "content_html", "html", "markdown"),
    "title": ("title", "headline", "subject", "name"),
    "date": ("date", "published", "published_at", "published_on", "publication_date",
             "publish_date", "date_published", "pub_date", "pubdate", "release_date", "released",
             "issued"),
    "issuer": ("issuer", "publisher", "agency", "department", "ministry", "organization",
               "organisation", "institution"),
    "url": ("url", "link", "href", "permalink", "web_url", "source_url", "uri"),
    "id": ("id", "guid", "uuid", "identifier", "document_id", "doc_id", "slug"),
}  # fmt: skip

MEANINGS = tuple(_NAMES)

_NAME_WORDS = 4  # of a column; a line of prose with commas has longer stretches


def parse_columns(written: str) -> dict[str, str]:
    """What columns hold, as written on the command line.

    An empty name says that no column holds it. Raises DocumentError with the choices.

    >>> parse_columns("text=body, date=")
    {'text': 'body', 'date': ''}
    """
    columns: dict[str, str] = {}
    for part in filter(None, map(str.strip, written.split(","))):
        meaning, sign, column = (piece.strip() for piece in part.partition("="))
        if not sign or meaning not in MEANINGS:
            raise DocumentError(
                f"{part!r} says of no column what it holds",
                where="--columns",
                remedy=f"write such as text=body,date=released; choose among {', '.join(MEANINGS)}",
            )
        columns[meaning] = column
    return columns


def columns_of(keys: Iterable[str], said: Mapping[str, str]) -> dict[str, str]:
    """Which of the columns hold what: as the user says, else by their names."""
    known: dict[str, str] = {}
    for key in keys:
        known.setdefault(_plain(key), key)
    guessed = {
        meaning: next((known[name] for name in names if name in known), "")
        for meaning, names in _NAMES.items()
    }
    taken = set(said.values())
    free = {meaning: key for meaning, key in guessed.items() if key not in taken}
    return {meaning: key for meaning, key in {**free, **said}.items() if key}


def no_text(keys: Iterable[str]) -> DocumentError:
    """What is said where no column holds the text."""
    listed = ", ".join(str(key)[:40] for key in keys) or "none"
    return DocumentError(
        f"no column holds the text; the columns are {listed[:300]}",
        remedy="say which one with --columns text=NAME",
    )


def delimiter_of(header: str) -> str:
    """What stands between the columns of a header line: most often met of comma, tab, semicolon.

    >>> delimiter_of("id;title;text, whole")
    ';'
    """
    return max(",\t;|", key=header.count)


def splits_into_columns(line: bytes) -> bool:
    """Whether a line is the header of a table with a column of text."""
    header = line.decode("utf-8", errors="replace").strip()
    if len(header) > 1000:
        return False
    try:
        cells = next(csv.reader([header], delimiter=delimiter_of(header)), [])
    except csv.Error:  # such as a carriage return in it
        return False
    named = all(0 < len(cell.split()) <= _NAME_WORDS for cell in cells)
    return len(cells) > 1 and named and "text" in columns_of(cells, {})


def _plain(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip().lower())
