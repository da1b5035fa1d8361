"""Entities and agreements: who and what a release names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef

from pipeline.graph.iris import Names
from pipeline.graph.passages import mention, passage
from pipeline.graph.publishers import listed
from pipeline.graph.terms import CMQ, DCTERMS, ORG, RDF, RDFS, SKOS, Triple
from pipeline.models import Agreement, Entity, Facts, Release

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer


def complete(facts: Facts, gazetteer: Gazetteer | None) -> tuple[Entity, ...]:
    """The entities of a release and those of the gazetteer that it refers to by id alone.

    An entity of the gazetteer is called there what it is called in every graph, so that a question
    over many releases finds one label; the release's spellings stay beside it.
    """
    known = {entity.id for entity in facts.entities}
    entries = gazetteer.entries if gazetteer else {}
    absent = sorted((referred(facts) - known) & entries.keys())
    called = (
        replace(
            entity, label=entries[entity.id].label, alt_labels=(entity.label, *entity.alt_labels)
        )
        if entity.shared and entity.id in entries
        else entity
        for entity in facts.entities
    )
    return (*called, *(listed(entries[identifier]) for identifier in absent))


def referred(facts: Facts) -> frozenset[str]:
    """The ids of all entities that the facts of a release refer to."""
    ids: set[str | None] = set()
    for entity in facts.entities:
        ids.update((entity.parent, entity.government_of, entity.headquarters_of))
    for deal in facts.agreements:
        ids.update((deal.id, *deal.parties, *deal.follows, *deal.implements, *deal.replaces))
    for post in facts.posts:
        ids.update((post.person, post.organization))
    for event in facts.events:
        ids.update(filler.entity for filler in event.fillers)
    return frozenset(identifier for identifier in ids if identifier)


def describe_entity(entity: Entity, release: Release, names: Names) -> Iterator[Triple]:
    """Write down an entity's class, its ties to others and where the release names it."""
    iri = names.entity(entity.id)
    yield iri, RDF.type, CMQ[entity.kind.value]
    ties = (
        (ORG.subOrganizationOf, entity.parent),
        (CMQ["governmentOf"], entity.government_of),
        (CMQ["headquartersOf"], entity.headquarters_of),
    )
    yield from ((iri, term, names.entity(other)) for term, other in ties if other)
    for span in entity.mentions:
        yield from mention(span, iri, release, names)


def describe_labels(labels: Iterable[tuple[URIRef, Entity]]) -> Iterator[Triple]:
    """Give each entity one label, the fullest that any release of the document uses, and the rest.

    The first release of the document to describe an entity names it; a longer label of a later
    one wins, so that the main release's "Kim" becomes the joint statement's "Dana Kim".
    """
    ordered = sorted(labels, key=lambda pair: pair[0])
    for iri, group in groupby(ordered, key=lambda pair: pair[0]):
        entities = [entity for _, entity in group]
        label = min((e.label for e in entities), key=lambda text: (-len(text), text))
        yield iri, RDFS.label, Literal(label)
        spellings = {text for e in entities for text in (e.label, *e.alt_labels)}
        yield from ((iri, SKOS.altLabel, Literal(text)) for text in spellings - {label})


def describe_agreement(deal: Agreement, release: Release, names: Names) -> Iterator[Triple]:
    """Write down what a release says of an agreement beside its name."""
    iri = names.entity(deal.id)
    if deal.kind:
        yield iri, CMQ["kind"], CMQ[deal.kind]
    if deal.title:
        yield iri, DCTERMS.title, Literal(deal.title)
    ties = (
        (CMQ["party"], deal.parties),
        (CMQ["follows"], deal.follows),
        (CMQ["implements"], deal.implements),
        (DCTERMS.replaces, deal.replaces),
    )
    yield from ((iri, term, names.entity(other)) for term, ids in ties for other in ids)
    for span in deal.aims:
        yield iri, CMQ["aim"], Literal(span.of(release.text))
        yield iri, CMQ["evidence"], names.passage(span)
        yield from passage(span, release, names)
