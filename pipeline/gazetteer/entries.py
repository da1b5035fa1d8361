"""Entries of the gazetteer and the spellings that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.models import EntityKind


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone or something with a known name.

    ``names`` are all spellings that designate it, folded by :func:`fold`, the label first. The
    ``ambiguous`` ones among them (*Department of Justice*, *CBI*) do so only in a text from its own
    ``country`` (alpha-2). ``demonyms`` are a country's adjectives and the nouns for its people;
    ``parent`` is the id of the organization this one is part of.
    """

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    parent: str | None = None
    government_of: str | None = None
    country: str | None = None
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """Entries by id, and the spellings that lead to them, folded by :func:`fold`.

    A demonym that two countries share (*Dominican*, *Congolese*, *Korean*) leads to neither.
    ``digest`` is the SHA-256 of the files that a user added, in hexadecimal.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[str, ...]] = field(repr=False)
    demonyms: Mapping[str, str] = field(repr=False)
    digest: str | None = None

    def find(self, name: str, country: str | None = None) -> Entry | None:
        """The entry a name designates in a text issued in ``country``; none if undecided.

        In American texts *Georgia* may be the state or the country, so there it finds neither.
        """
        spelling = fold(name)
        bearers = (self.entries[id_] for id_ in self.names.get(spelling, ()))
        meant = [
            entry
            for entry in bearers
            if spelling not in entry.ambiguous or (country and entry.country == country)
        ]
        return meant[0] if len(meant) == 1 else None


def fold(spelling: str) -> str:
    """A spelling with plain apostrophes, single spaces and no leading article.

    >>> fold("the  People’s Republic of China")
    "People's Republic of China"
    """
    plain = " ".join(spelling.replace("’", "'").split())
    return plain[4:] if plain.startswith(("the ", "The ")) else plain


def index(entries: Mapping[str, Entry]) -> Gazetteer:
    """A gazetteer of the entries."""
    names: dict[str, list[str]] = {}
    peoples: dict[str, set[str]] = {}
    for entry in entries.values():
        for name in entry.names:
            names.setdefault(name, []).append(entry.id)
        for demonym in entry.demonyms:
            peoples.setdefault(demonym, set()).add(entry.id)
    return Gazetteer(
        entries=entries,
        names={name: tuple(ids) for name, ids in names.items()},
        demonyms={word: min(ids) for word, ids in peoples.items() if len(ids) == 1},
    )
