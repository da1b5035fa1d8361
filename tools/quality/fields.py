"""Whether title, date and publisher are right where a document states them and has no sidecar."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from digests import letters

from pipeline.errors import DocumentError
from pipeline.models import Metadata
from pipeline.reading import read_bytes

FIELDS = ("title", "published", "publisher")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a document's sidecar: whether the document states it too, and what was read."""

    document: str
    name: str
    wanted: str
    read: str
    stated: bool
    right: bool


def fields(folder: Path) -> Iterator[Field]:
    """The fields of all documents below a folder that have a sidecar, which is not read."""
    for sidecar in sorted(folder.rglob("*.meta.json")):
        told = json.loads(sidecar.read_text("utf-8"))
        stem = sidecar.name.removesuffix(".meta.json")
        for path in sorted(p for p in sidecar.parent.glob(f"{glob_safe(stem)}.*") if p != sidecar):
            try:
                metadata = read_bytes(path.read_bytes(), f"document{path.suffix}")[0].metadata
            except DocumentError:
                continue  # counted where every document is read
            yield from _fields(str(path.relative_to(folder)), told, words(path), metadata)


def _fields(
    name: str, told: dict[str, str | None], text: str, metadata: Metadata
) -> Iterator[Field]:
    if title := told.get("title"):
        right = letters(title) == letters(metadata.title or "")
        stated = letters(title) in letters(text)
        yield Field(name, "title", title, metadata.title or "", stated, right)
    day = _day(told.get("date") or "")
    if day:
        read = metadata.published.isoformat() if metadata.published else ""
        yield Field(name, "published", str(day), read, is_dated(text, day), read == str(day))
    if issuer := re.sub(r"\s*\([^()]*\)$", "", told.get("issuer") or ""):
        wanted = {letters(each) for each in issuer.split(";")}
        right = bool(wanted & {letters(each) for each in metadata.publisher})
        stated = any(each in letters(text) for each in wanted)
        yield Field(name, "publisher", issuer, "; ".join(metadata.publisher), stated, right)


def words(path: Path) -> str:
    """All that a document says, in its markup too, by a way that reading does not go."""
    if path.read_bytes()[:4] == b"PK\3\4":
        with zipfile.ZipFile(path) as packed:
            return re.sub(r"<[^>]*>", " ", packed.read("word/document.xml").decode("utf-8"))
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    text = path.read_text("utf-8", errors="replace")
    if path.suffix != ".html":
        return text
    said = re.findall(r"<meta\b[^>]*\bcontent=[\"']([^\"']*)", text)
    text = re.sub(r"(?s)<!--.*?-->|<(script|style)\b.*?</\1>", " ", text)
    return html.unescape("\n".join([re.sub(r"<[^>]*>", " ", text), *said]))


def is_dated(text: str, day: dt.date) -> bool:
    """Whether a text has a day in figures or with the month's name, in any order."""
    month = rf"(?:{day:%B}|{day:%b}\.?|Sept\.?)" if day.month == 9 else rf"(?:{day:%B}|{day:%b}\.?)"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    forms = (
        rf"{day.year}\s?[-./–]\s?{day.month:02}\s?[-./–]\s?{day.day:02}",
        rf"{number}[\s-]+(?:of\s+)?{month},?[\s-]+{day.year}",
        rf"{month}\s+{number}\s*,?\s+{day.year}",
        rf"0?{day.day}[./]0?{day.month}[./]{day.year}",
        rf"0?{day.month}/0?{day.day}/{day.year}",
    )
    return any(re.search(rf"(?<!\d){form}(?!\d)", text, re.I) for form in forms)


def _day(written: str) -> dt.date | None:
    return dt.date.fromisoformat(written[:10]) if re.match(r"\d{4}-\d\d-\d\d", written) else None


def glob_safe(stem: str) -> str:
    """A file's stem as a pattern that only it matches."""
    return re.sub(r"([*?[])", r"[\1]", stem)


def share(found: Sequence[Field], name: str) -> tuple[int, int, int]:
    """Of the fields of a name: how many there are, are stated, and are stated and right."""
    mine = [field for field in found if field.name == name]
    stated = [field for field in mine if field.stated]
    return len(mine), len(stated), sum(field.right for field in stated)
