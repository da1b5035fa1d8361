"""One row of a dump, or one entry of a feed, as a document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePath

from pipeline.errors import DocumentError
from pipeline.reading import SUFFIXES
from pipeline.reading.dates import find_date

from .columns import columns_of, no_text
from .document import Content, Document
from .names import row_name
from .terms import too_large
from .vessel import Vessel, kept

#: Only a page has these; a plain text may have "<b>" or "<http://…>" in it.
_TAGS = re.compile(r"<(?:p|br|div|ul|ol|li|table|h[1-6]|article|section)\b[^<>]{0,500}>|</p>", re.I)
_COARSE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")
_SHOWN = 60  # characters of a value in a message


def row_document(
    row: Mapping[str, object], vessel: Vessel, number: int, columns: Mapping[str, str] | None = None
) -> Document:
    """The document that a row holds, named by its id or number, with its other columns beside it.

    Raises DocumentError where it has no text, or a value is not what its column promises.
    """
    columns = columns or columns_of(row, vessel.terms.columns)
    if "text" not in columns:
        raise no_text(row)
    values = {meaning: _string(row.get(key), key) for meaning, key in columns.items()}
    text = values.pop("text")
    if not text:
        raise DocumentError(f"has no text in {columns['text']!r}", remedy="leave it out")
    data = text.encode()
    if len(data) > vessel.terms.max_bytes:
        raise too_large(vessel.terms)
    identifier = values.pop("id", None)
    name = row_name(identifier, number)
    if values.get("date"):
        values["date"] = _date(str(values["date"]), columns["date"])
    sidecar = {meaning: value for meaning, value in values.items() if value}
    content = Content(data, f"{name}{suffix_of(text, identifier)}", sidecar)
    return Document(f"{vessel.source}/{name}", f"{vessel.place}:{number}", partial(kept, content))


def suffix_of(text: str, identifier: str | None) -> str:
    """The ending that tells the format of a row's text.

    That of its id, else HTML where the text has the tags of a page, else plain text.

    >>> suffix_of("<p>Both signed.</p>", "17"), suffix_of("Both signed.", "talks.md")
    ('.html', '.md')
    """
    ending = PurePath(identifier or "").suffix.lower()
    if ending in SUFFIXES and ending not in {".pdf", ".docx"}:
        return ending
    return ".html" if _TAGS.search(text) else ".txt"


def _string(value: object, key: str) -> str | None:
    """A value as text; several strings, such as issuers, are joined by semicolons."""
    if value is None:
        return None
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = "; ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        kind = type(value).__name__
        raise DocumentError(
            f"its {key!r} is a {kind}, not a string", remedy="name another with --columns"
        )
    return _HALF_CHARACTERS.sub("\ufffd", str(value)).strip() or None


def _date(value: str, key: str) -> str | None:
    """A date as reading understands it; a year or month alone is no date of publication."""
    if _COARSE.fullmatch(value):
        return None
    if found := find_date(value):
        return found.isoformat()
    try:
        return dt.date.fromisoformat(value).isoformat()  # 20190927
    except ValueError:
        raise DocumentError(
            f"its {key!r} is {value[:_SHOWN]!r}, no clear date",
            remedy="write such as 2019-09-27, or do without dates with --columns date=",
        ) from None
