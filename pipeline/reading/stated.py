"""What the document and its sidecar each state about it, and which of them is believed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import PurePath

from pipeline.models import BlockKind, Metadata

from .dateline import dateline_date
from .dates import find_date
from .draft import Draft, Piece
from .headers import Field, combined, fields_metadata, find_fields, line_date
from .publisher import find_publisher
from .title import title_of


def own_title(draft: Draft) -> str | None:
    """The title that the document marks as such: in fields or meta tags, else its top heading."""
    top = (piece.text for piece in draft.pieces[:8] if piece.level == 1)
    return draft.stated.title or next(top, None)


def own_metadata(draft: Draft, pieces: tuple[Piece, ...], fields: tuple[Field, ...]) -> Metadata:
    """What the document says of itself: in machine-readable form, in labelled fields, by its form.

    The date is that of front matter or meta tags, then of a labelled field ("Release Date:"), then
    of a line that is only a date (above the prose first, then in the signature), then that of the
    dateline.
    """
    stated = combined(draft.stated, fields_metadata(fields))
    return replace(
        stated,
        title=own_title(draft),
        published=stated.published or _unlabelled_date(pieces),
        publisher=draft.stated.publisher or find_publisher(pieces),
    )


def believed(own: Metadata, beside: Metadata, labelled: bool, name: str) -> Metadata:
    """What is taken as known of the document; ``beside`` is its sidecar's.

    The document's date of publication comes first where it is ``labelled``, in machine-readable
    form or in words: where a real document and its sidecar both have one they agree, in 281 of 281,
    and the user can see the document's. A bare date line can be another day's (a letterhead of the
    eve, an event) and comes after the sidecar; the date that begins the file's name comes last.

    The publisher is the sidecar's, since collectors name an agency in full and pages a site or an
    office.
    """
    bare = None if labelled else own.published
    return replace(
        combined(own, beside),
        published=(own.published if labelled else None)
        or beside.published
        or bare
        or find_date(PurePath(name).name[:10]),
        publisher=beside.publisher or own.publisher,
    )


def is_labelled(draft: Draft, fields: tuple[Field, ...]) -> bool:
    """Whether the document says of a date that it is that of its publication."""
    return bool(draft.stated.published or fields_metadata(fields).published)


def _unlabelled_date(pieces: tuple[Piece, ...]) -> dt.date | None:
    headers = [piece for piece in pieces if piece.kind is BlockKind.HEADER]
    signed = (find_date(piece.text) for piece in pieces if piece.kind is BlockKind.SIGNATURE)
    return (
        line_date(headers) or next((date for date in signed if date), None) or dateline_date(pieces)
    )


def part_metadata(metadata: Metadata, part: tuple[Piece, ...], number: int) -> Metadata:
    """A later release has its own title and date, and the document's publisher and address."""
    if number == 0:
        return metadata
    own = fields_metadata(find_fields(part))
    return Metadata(
        title=title_of(part),
        published=own.published or line_date(part[:6]) or dateline_date(part) or metadata.published,
        publisher=metadata.publisher,
        url=metadata.url,
    )
