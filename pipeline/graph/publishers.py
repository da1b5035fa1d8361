"""Who issued a release: an entity it names, one of the gazetteer, or a body known by name only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.graph.iris import Names, digest
from pipeline.graph.terms import DCTERMS, Triple
from pipeline.models import Entity, EntityKind, Facts, slug

if TYPE_CHECKING:
    from pipeline.gazetteer import Entry, Gazetteer

ISSUERS = frozenset(
    {EntityKind.ORGANIZATION, EntityKind.AGENCY, EntityKind.GOVERNMENT, EntityKind.PERSON}
)


def publishers(facts: Facts, gazetteer: Gazetteer | None) -> tuple[Entity, ...]:
    """The bodies that issued a release, each once."""
    bodies = spellings(facts.release.metadata.publisher)
    found = (_publisher(names, facts.entities, gazetteer) for names in bodies)
    return tuple({entity.id: entity for entity in found}.values())


def spellings(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The names of a header by the body they name, fullest first: one may shorten another.

    >>> spellings(["Department of Trade", "U.S. Department of Trade", "Home Office"])
    (('U.S. Department of Trade', 'Department of Trade'), ('Home Office',))
    """
    bodies: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda text: (-len(text), text)):
        fuller = (full for full in bodies if full.casefold().endswith(" " + name.casefold()))
        bodies.setdefault(next(fuller, name), []).append(name)
    return tuple(map(tuple, bodies.values()))


def describe_publishers(issuers: Iterable[Entity], names: Names) -> Iterator[Triple]:
    """Say who issued the release."""
    for entity in issuers:
        yield names.release, DCTERMS.publisher, names.entity(entity.id)


def listed(entry: Entry) -> Entity:
    """An entry of the gazetteer as an entity that every release shares."""
    return Entity(entry.id, entry.kind, entry.label, shared=True)


def _publisher(
    names: tuple[str, ...], entities: Iterable[Entity], gazetteer: Gazetteer | None
) -> Entity:
    """Who bears one of the names; a body that is new if nobody does."""
    sought = {_fold(name) for name in names}
    for entity in entities:
        if entity.kind in ISSUERS and sought & set(map(_fold, (entity.label, *entity.alt_labels))):
            return entity
    entries = (_entry(name, gazetteer) for name in names) if gazetteer else ()
    for entry in filter(None, entries):
        return replace(listed(entry), alt_labels=names)
    return Entity(f"publisher/{_end(names[0])}", EntityKind.ORGANIZATION, names[0], names[1:])


def _entry(name: str, gazetteer: Gazetteer) -> Entry | None:
    """The entry of a name, also with its country behind it: *Ministry of Law, Singapore*."""
    body, _, country = name.rpartition(", ")
    whose = gazetteer.find(country) if body else None
    return gazetteer.find(name) or (whose and gazetteer.find(body, whose.country))


def _end(name: str) -> str:
    """The end of a new body's IRI; a name in another script keeps apart by its digest."""
    return slug(name) if slug(name) != "unnamed" else digest(name)


def _fold(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
