"""Who issued a release: an entity it names, one of the gazetteer, or a body known by name only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.graph.iris import Names
from pipeline.graph.terms import DCTERMS, Triple
from pipeline.models import Entity, EntityKind, Facts, slug

if TYPE_CHECKING:
    from pipeline.gazetteer import Entry, Gazetteer

ISSUERS = frozenset(
    {EntityKind.ORGANIZATION, EntityKind.AGENCY, EntityKind.GOVERNMENT, EntityKind.PERSON}
)


def publishers(facts: Facts, gazetteer: Gazetteer | None) -> tuple[Entity, ...]:
    """The bodies that issued a release, in the header's order, each once."""
    found = (
        _publisher(name, facts.entities, gazetteer) for name in facts.release.metadata.publisher
    )
    return tuple({entity.id: entity for entity in found}.values())


def describe_publishers(issuers: Iterable[Entity], names: Names) -> Iterator[Triple]:
    """Say who issued the release."""
    for entity in issuers:
        yield names.release, DCTERMS.publisher, names.entity(entity.id)


def listed(entry: Entry) -> Entity:
    """An entry of the gazetteer as an entity that every release shares."""
    return Entity(entry.id, entry.kind, entry.label, shared=True)


def _publisher(name: str, entities: Iterable[Entity], gazetteer: Gazetteer | None) -> Entity:
    for entity in entities:
        if entity.kind in ISSUERS and _fold(name) in map(_fold, (entity.label, *entity.alt_labels)):
            return entity
    if gazetteer and (entry := gazetteer.find(name)):
        return replace(_known(entry, entities), alt_labels=(name,), mentions=())
    return Entity(f"publisher/{slug(name)}", EntityKind.ORGANIZATION, name)


def _known(entry: Entry, entities: Iterable[Entity]) -> Entity:
    return next((entity for entity in entities if entity.id == entry.id), listed(entry))


def _fold(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
