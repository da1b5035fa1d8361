"""The ``<stem>.meta.json`` beside a document, in which its collector wrote what they knew."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from pipeline.errors import DocumentError
from pipeline.models import Metadata

from .characters import clean, fold
from .dates import find_date

_COARSE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_TRAILING_NOTE = re.compile(r"\s*\([^()]{1,200}\)$")


def sidecar_path(document: PurePath) -> PurePath:
    """Where the sidecar of a document lies, whether or not there is one."""
    return document.with_name(f"{document.stem}.meta.json")


def load_sidecar(document: Path) -> Mapping[str, object] | None:
    """The fields of a document's sidecar, None where it has none.

    Raises DocumentError naming the sidecar where it is not a JSON object.
    """
    path = Path(sidecar_path(document))
    if not path.is_file():
        return None
    return parse_sidecar(path.read_bytes(), path.name)


def parse_sidecar(data: bytes, name: str) -> Mapping[str, object]:
    """The fields of a sidecar; raises DocumentError naming it where it is not a JSON object."""
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _broken(name, f"the sidecar is not JSON ({error})") from error
    if not isinstance(fields, dict):
        raise _broken(name, f"the sidecar holds a {type(fields).__name__}, not an object")
    return fields


def read_sidecar(fields: Mapping[str, object], name: str) -> Metadata:
    """What a sidecar's ``title``, ``date``, ``issuer`` and ``url`` say; other keys are ignored.

    A note in brackets after the issuer, as in "Ministry of Finance (via the Information Bureau)",
    is no part of the name; several issuers are separated by semicolons.
    A date that is only a year or a month is no date of publication, and no fault.
    Raises DocumentError naming the sidecar where a value is not what its key promises.
    """
    title, date, issuer, url = (_string(fields, key, name) for key in _KEYS)
    published = find_date(date) if date else None
    if date and not published and not _COARSE.fullmatch(date):
        raise _broken(name, f"the sidecar's date {date!r} is not a date")
    names = (_TRAILING_NOTE.sub("", part.strip()) for part in (issuer or "").split(";"))
    return Metadata(
        title=title, published=published, publisher=tuple(n for n in names if n), url=url
    )


_KEYS = ("title", "date", "issuer", "url")


def _string(fields: Mapping[str, object], key: str, name: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise _broken(name, f"the sidecar's {key} is {value!r}, not a string")
    return fold(clean(value)) or None if value else None


def _broken(name: str, what: str) -> DocumentError:
    like = '{"title": "…", "date": "2019-09-27", "issuer": "…", "url": "…"}'
    return DocumentError(what, where=name, remedy=f"mend or remove it; one looks like {like}")
