"""The reading pass for one document: its characters, its pieces, its releases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from pipeline.errors import DocumentError
from pipeline.models import BlockKind, Metadata, Release

from .assemble import assemble
from .damage import damage
from .dateline import dateline_date
from .dates import find_date
from .draft import Draft, Piece
from .formats import read_format
from .furniture import mark_furniture, mark_tail
from .headers import Field, combined, fields_metadata, find_fields, line_date, mark_fields
from .limits import Limits
from .mend import mend
from .outline import mark_outline
from .publisher import find_publisher
from .sidecar import read_sidecar, sidecar_path
from .split import split
from .title import set_title, title_of


def read_document(
    data: bytes, name: str, sidecar: Mapping[str, object] | None, limits: Limits
) -> tuple[Release, ...]:
    """The releases of a document, the main one first."""
    draft = read_format(data, name, limits)
    beside = read_sidecar(sidecar or {}, sidecar_path(PurePath(name)).name)
    pieces = mark_furniture(draft.pieces)
    fields = find_fields(pieces)
    pieces = mark_outline(mend(mark_tail(mark_fields(pieces, fields))))
    pieces = set_title(pieces, _stated_title(draft, beside))
    if not pieces:
        raise DocumentError("no text was found", where=name, remedy="look whether it has any")
    metadata = _metadata(draft, beside, pieces, fields, name)
    parts = split(pieces)
    main, *others = (
        assemble(part, _part_metadata(metadata, part, number), name, number)
        for number, part in enumerate(parts)
    )
    return replace(main, notes=(*draft.notes, *damage(pieces))), *others


def _stated_title(draft: Draft, beside: Metadata) -> str | None:
    """The document's own title, else its own top heading, else the sidecar's."""
    if draft.stated.title:
        return draft.stated.title
    top = [piece.text for piece in draft.pieces[:8] if piece.level == 1]
    return top[0] if top else beside.title


def _metadata(
    draft: Draft, beside: Metadata, pieces: tuple[Piece, ...], fields: tuple[Field, ...], name: str
) -> Metadata:
    """What is known of the document as a whole.

    The date of publication is the document's own in machine-readable form (front matter, meta
    tags), then its labelled field ("Release Date:"), then the sidecar's, then a line that is only a
    date (above the prose first, then in the signature), the dateline's, and last the date that
    begins the file's name. Where a real document and its sidecar both have a date they agree, in
    281 of 281, so the document, which the user can see, comes first; a bare
    date line can be another day's (a letterhead of the eve, an event) and comes after the sidecar.

    The publisher is the sidecar's, since collectors name an agency in full and pages a site or an
    office, then the document's own.
    """
    stated = combined(draft.stated, fields_metadata(fields))
    published = stated.published or beside.published or _unlabelled_date(pieces, name)
    return replace(
        combined(stated, beside),
        title=title_of(pieces),
        published=published,
        publisher=beside.publisher or draft.stated.publisher or find_publisher(pieces),
    )


def _unlabelled_date(pieces: tuple[Piece, ...], name: str) -> dt.date | None:
    headers = [piece for piece in pieces if piece.kind is BlockKind.HEADER]
    signed = (find_date(piece.text) for piece in pieces if piece.kind is BlockKind.SIGNATURE)
    return (
        line_date(headers)
        or next((date for date in signed if date), None)
        or dateline_date(pieces)
        or find_date(PurePath(name).name[:10])
    )


def _part_metadata(metadata: Metadata, part: tuple[Piece, ...], number: int) -> Metadata:
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
