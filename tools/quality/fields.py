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

#: Words of a line that is a field and no sentence.
_FIELD_WORDS = 14
_TITLED = re.compile(r"(?:title|headline|subject)\s*:", re.I)
_LABEL = re.compile(
    r"(?:issued|posted|published|released)?\s*(?:by|from|source|issuer|agency|publisher)?\s*:?\s*",
    re.I,
)

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
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    if title := told.get("title"):
        yield Field(
            name, "title", title, metadata.title or "",
            any(_heads(letters(title), lines[n : n + 4]) for n in range(len(lines))),
            _is_title(letters(metadata.title or ""), letters(title)),
        )  # fmt: skip
    if day := _day(told.get("date") or ""):
        read = metadata.published.isoformat() if metadata.published else ""
        stated = any(len(line.split()) <= _FIELD_WORDS and is_dated(line, day) for line in lines)
        yield Field(name, "published", str(day), read, stated, read == str(day))
    if issuer := re.sub(r"\s*\([^()]*\)$", "", told.get("issuer") or ""):
        wanted = {_body(each) for each in issuer.split(";")}
        read_names = {_body(each) for each in metadata.publisher}
        stated = any(_body(_LABEL.sub("", line)) in wanted for line in lines)
        yield Field(
            name,
            "publisher",
            issuer,
            "; ".join(metadata.publisher),
            stated,
            bool(wanted & read_names),
        )


def _heads(title: str, lines: Sequence[str]) -> bool:
    """Whether a line, behind a label, begins with the title, which may run over several."""
    text = letters(_TITLED.sub("", " ".join(lines)))
    return bool(title) and text.startswith(title)


def _is_title(read: str, wanted: str) -> bool:
    """Whether a title is the one wanted, or goes on where the collector cut it at a line's end."""
    return read == wanted or (len(wanted) >= 25 and read.startswith(wanted))


def _body(name: str) -> str:
    """A body's name as it is compared: without article and the country that qualifies it."""
    return re.sub(r"^(?:the|us)|singapore$", "", letters(name))


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
    text = re.sub(
        r"</?(?:a|b|strong|em|i|u|span|abbr|sup|sub|font)\b[^>]*>", "", " ".join(text.split())
    )
    return html.unescape("\n".join([re.sub(r"<[^>]*>", "\n", text), *said]))


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
