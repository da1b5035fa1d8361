"""The reading pass for one document: its characters, its pieces, its releases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from pipeline.errors import DocumentError
from pipeline.models import Release

from .assemble import assemble
from .damage import damage
from .formats import read_format
from .furniture import mark_furniture, mark_tail
from .headers import find_fields, mark_fields
from .limits import Limits
from .mend import mend
from .outline import mark_outline
from .sidecar import read_sidecar, sidecar_path
from .split import split
from .stated import believed, is_labelled, own_metadata, own_title, part_metadata
from .title import set_title, title_of
from .tongue import language_of


def read_document(
    data: bytes, name: str, sidecar: Mapping[str, object] | None, limits: Limits
) -> tuple[Release, ...]:
    """The releases of a document, the main one first."""
    draft = read_format(data, name, limits)
    beside = read_sidecar(sidecar or {}, sidecar_path(PurePath(name)).name)
    pieces = mark_furniture(draft.pieces)
    fields = find_fields(pieces)
    pieces = mark_outline(mend(mark_tail(mark_fields(pieces, fields))))
    pieces = set_title(pieces, own_title(draft) or beside.title)
    if not pieces:
        raise DocumentError("no text was found", where=name, remedy="look whether it has any")
    own = own_metadata(draft, pieces, fields)
    known = believed(own, beside, is_labelled(draft, fields), name)
    metadata = replace(known, title=title_of(pieces))
    releases = tuple(
        assemble(part, part_metadata(metadata, part, number), name, number)
        for number, part in enumerate(split(pieces))
    )
    language = language_of(releases) or own.language
    main, *others = (_in_language(release, language) for release in releases)
    notes = (*draft.notes, *damage(pieces))
    return replace(main, notes=notes, stated=(("document", own), ("sidecar", beside))), *others


def _in_language(release: Release, language: str | None) -> Release:
    return replace(release, metadata=replace(release.metadata, language=language))
