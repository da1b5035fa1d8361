"""The reading wing: bytes to releases.

Reading takes a document apart into pieces (one file per format), tells furniture, header fields
and signature from prose, mends what pages tore, and puts each release's canonical text together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.models import Release

from .document import read_document
from .formats import SUFFIXES
from .limits import Limits
from .sidecar import load_sidecar
from .tongue import ENGLISH, language_of

__all__ = ["ENGLISH", "SUFFIXES", "Limits", "language_of", "read", "read_bytes"]


def read(path: Path, *, source: str | None = None) -> tuple[Release, ...]:
    """The releases of a file, the main one first, with what its sidecar adds.

    ``source`` names the document in the graph; it is the file's name where none is given.
    Raises DocumentError with the file and the remedy where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be opened ({error.strerror})"
        raise DocumentError(what, where=str(path), remedy="check the path") from error
    releases = read_bytes(data, path.name, load_sidecar(path))
    return tuple(replace(release, source=source or path.name) for release in releases)


def read_bytes(
    data: bytes,
    name: str,
    sidecar: Mapping[str, object] | None = None,
    limits: Limits | None = None,
) -> tuple[Release, ...]:
    """The releases of a document's bytes; its name tells the format and becomes the source.

    ``sidecar`` holds ``title``, ``date``, ``issuer`` and ``url``, each a string or absent.
    Raises DocumentError also for a document that holds more than the limits allow.
    """
    return read_document(data, name, sidecar, limits or Limits())
