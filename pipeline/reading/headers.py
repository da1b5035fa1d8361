"""Header fields: the lines of a release that say when, by whom and about what it is.

A label and its value may stand on one line or on several: "Release Date:" above
"September 26, 2019".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.models import BlockKind, Metadata

from .dates import find_date, only_date
from .draft import Piece
from .furniture import is_line


@dataclass(frozen=True, slots=True)
class Field:
    """A header field: what it states, its value, and the pieces ``start`` to ``end`` it fills."""

    states: str  # published, modified, topics, keywords, identifiers, or label
    value: str
    start: int
    end: int


#: What labels state, each followed by a colon unless it says otherwise. The first match counts.
_LABELS = tuple(
    (states, re.compile(label, re.IGNORECASE))
    for states, label in (
        (
            "modified",
            r"(?:page )?last (?:published|updated|modified|reviewed|edited)(?: date)?(?: on)?\s*:?",
        ),
        ("modified", r"updated(?: on)?\s*:?(?= ?\w{3,9} \d{1,2},? \d{4}| ?\d)"),
        ("published", r"(?:press )?(?:release|publication|publish(?:ed)?|issued?) date\s*:"),
        ("published", r"date(?: of (?:issue|release))?\s*:"),
        ("published", r"(?:published|posted|released|issued)(?: on)?\s*:|posted on\b"),
        ("topics", r"(?:topic|subject)(?:s|\(s\))?\s*:"),
        ("keywords", r"(?:keyword|tag)(?:s|\(s\))?\s*:"),
        ("identifiers", r"\(?release id\s*:|press release number\s*:"),
        (
            "identifiers",
            r"(?:press |news |media )?(?:release|advisory|statement)(?: (?:number|no\.?))?\s*:"
            r"(?= ?[A-Z]{0,4}[\d/-]*\d)",
        ),
        (
            "label",
            r"(?:component|issuer|agency|department|author|by|source|contact|location)(?:s|\(s\))?"
            r"\s*:",
        ),
    )
)
_LISTS = frozenset(("topics", "keywords", "label"))
_ANNOUNCED = re.compile(
    r"(?:for immediate release|embargoed? (?:until|till|for)\b.{0,60}|not for (?:publication|"
    r"release).{0,60}|(?:media|news|press) (?:release|statement|advisory|note|communiqu[eé])s?"
    r"|release|fact ?sheet|advisory|statement|office of the \w+(?: \w+)?|media centre)\W?",
    re.IGNORECASE,
)
_POSTED_IN = re.compile(r"posted in\b|posted\b.{0,40}\d{4}", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:no\.? ?)?(?:[A-Z]{1,6}[ -]?)?\d{1,4}[/-]\d{2,4}|[A-Z]{1,4}\d{0,2}-\d{2,4}"
)
_STAMPED = re.compile(
    r"(?:[A-Z]{2,8} )?doc(?:ument)?\.? no\.? ?[\w/-]{2,20}(?<![.])", re.IGNORECASE
)
_SITE_PATH = re.compile(r"\s*\(/[\w/-]{1,200}\)")


def find_fields(pieces: tuple[Piece, ...]) -> tuple[Field, ...]:
    """The header fields of a document, in reading order."""
    found: list[Field] = []
    for start, piece in enumerate(pieces):
        if (found and start < found[-1].end) or len(piece.text) > 300:
            continue
        if field := _field(pieces, start):
            found.append(field)
    return tuple(found)


def mark_fields(pieces: tuple[Piece, ...], fields: Iterable[Field]) -> tuple[Piece, ...]:
    """The pieces with those of header fields marked as headers."""
    places = {place for field in fields for place in range(field.start, field.end)}
    return tuple(
        piece.as_kind(BlockKind.HEADER)
        if place in places and piece.kind is not BlockKind.BOILERPLATE
        else piece
        for place, piece in enumerate(pieces)
    )


def fields_metadata(fields: tuple[Field, ...]) -> Metadata:
    """What the header fields state; the first of two dates counts."""
    dates = {field.states: find_date(field.value) for field in reversed(fields)}
    return Metadata(
        published=dates.get("published"),
        modified=dates.get("modified"),
        topics=_listed(fields, "topics"),
        keywords=_listed(fields, "keywords"),
        identifiers=tuple(dict.fromkeys(f.value for f in fields if f.states == "identifiers")),
    )


def line_date(pieces: Iterable[Piece]) -> dt.date | None:
    """The date of the first piece that is nothing but a date."""
    return next((date for piece in pieces if (date := only_date(piece.text))), None)


def _field(pieces: tuple[Piece, ...], start: int) -> Field | None:
    text = pieces[start].text
    if stamp := _STAMPED.match(text):
        return Field("identifiers", stamp[0], start, start + 1)
    for states, label in _LABELS:
        if match := label.match(text):
            return _labelled(pieces, start, states, text[match.end() :].strip(" )"))
    if _POSTED_IN.search(text[:80]) and is_line(text) and find_date(text):
        return Field("published", text, start, start + 1)
    if _ANNOUNCED.fullmatch(text):
        return Field("label", text, start, start + 1)
    if _NUMBER.fullmatch(text) and not only_date(text):
        return Field("identifiers", text, start, start + 1)
    return Field("date", text, start, start + 1) if only_date(text) else None


def _labelled(pieces: tuple[Piece, ...], start: int, states: str, value: str) -> Field | None:
    """A labelled field whose value stands beside the label or in the pieces below it."""
    if value:
        stated = states in {"topics", "keywords", "label"} or any(map(str.isdigit, value))
        return Field(states, value, start, start + 1) if stated and len(value) < 200 else None
    end = start + 1
    while end < len(pieces) and _is_value(pieces[end], states, end - start):
        end += 1
    values = " | ".join(piece.text for piece in pieces[start + 1 : end])
    return Field(states, values, start, end) if values else None


def _is_value(piece: Piece, states: str, distance: int) -> bool:
    if piece.level or any(label.match(piece.text) for _, label in _LABELS):
        return False
    if states in _LISTS:
        return is_line(piece.text) and not only_date(piece.text) and distance <= 8
    return distance == 1 and any(map(str.isdigit, piece.text)) and is_line(piece.text)


def _listed(fields: Iterable[Field], states: str) -> tuple[str, ...]:
    values = (field.value for field in fields if field.states == states)
    return tuple(dict.fromkeys(word for value in values for word in _words(value)))


def _words(value: str) -> Iterator[str]:
    for part in re.split(r"\s*[|;]\s*|,\s+", _SITE_PATH.sub("", value)):
        if part.strip():
            yield part.strip()


def combined(first: Metadata, second: Metadata) -> Metadata:
    """What the first states, completed by the second; topics and the like are both kept."""
    return replace(
        first,
        title=first.title or second.title,
        published=first.published or second.published,
        publisher=first.publisher or second.publisher,
        url=first.url or second.url,
        modified=first.modified or second.modified,
        language=first.language or second.language,
        identifiers=tuple(dict.fromkeys((*first.identifiers, *second.identifiers))),
        topics=tuple(dict.fromkeys((*first.topics, *second.topics))),
        keywords=tuple(dict.fromkeys((*first.keywords, *second.keywords))),
    )
