"""Names known beforehand: countries, their governments and agencies, international bodies, places.

The files ``ontology/gazetteer/*.ttl`` hold one SKOS concept per entry. What follows from them is
derived: the governments, and spellings such as *US Department of Labor* or *Ministry of Law of
Singapore*.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from pipeline.gazetteer.derive import derive
from pipeline.gazetteer.entries import Entry, Gazetteer, fold, index
from pipeline.gazetteer.files import Described, GazetteerError, check_links, entry, held, read
from pipeline.vocabulary import ontology_directory

__all__ = ["Entry", "Gazetteer", "GazetteerError", "fold", "load"]


def load(extra: Sequence[Path] = ()) -> Gazetteer:
    """The project's gazetteer, with a user's own Turtle files added to it.

    Loaded once for each set of files and what they hold. Raises :class:`GazetteerError` for a file
    that cannot be read, is not Turtle, or describes a concept without a label or a class.
    """
    return _load(tuple((path, held(path)) for path in extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[tuple[Path, bytes], ...]) -> Gazetteer:
    own = sorted((ontology_directory() / "gazetteer").glob("*.ttl"))
    files = {path: read(path, data) for path, data in (*((p, held(p)) for p in own), *extra)}
    described: dict[str, Described] = {}
    for id_, said in chain.from_iterable(file.items() for file in files.values()):
        _merge(described.setdefault(id_, {}), said)
    for path, _ in extra:
        check_links(path, files[path], described)
    entries = {id_: entry(id_, said) for id_, said in described.items()}
    return replace(index(derive(entries)), digest=_digest(data for _, data in extra))


def _digest(files: Iterable[bytes]) -> str | None:
    """The SHA-256 of what a user's files hold, in their order; nothing without any."""
    each = [hashlib.sha256(data).digest() for data in files]
    return hashlib.sha256(b"".join(each)).hexdigest() if each else None


def _merge(known: Described, more: Described) -> None:
    for term, values in more.items():
        known.setdefault(term, []).extend(values)
