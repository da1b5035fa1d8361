"""Build the graph of one document from the facts found in its releases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from rdflib import Graph

from pipeline import __version__, vocabulary
from pipeline.errors import GraphError
from pipeline.extension import NOTHING, Extension
from pipeline.graph.edges import derive_edges
from pipeline.graph.entities import complete, describe_agreement, describe_entity, describe_labels
from pipeline.graph.events import describe_case, describe_event
from pipeline.graph.header import describe_parts, describe_release, describe_tools
from pipeline.graph.iris import Names, name, root
from pipeline.graph.own_terms import declare
from pipeline.graph.posts import describe_post
from pipeline.graph.publishers import describe_publishers, publishers
from pipeline.graph.terms import PREFIXES, Triple
from pipeline.models import Entity, Facts

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer


def build(
    facts: Sequence[Facts],
    *,
    base: str = vocabulary.BASE,
    gazetteer: Gazetteer | None = None,
    provenance: Sequence[str] = (f"communique {__version__}",),
    extension: Extension = NOTHING,
) -> Graph:
    """Build the graph of one document, named after its main release.

    ``facts`` holds those of each of its releases, the main one first. ``gazetteer`` names what
    the facts refer to by id alone and the publisher; ``provenance`` lists the programs and models
    that read the document, each by name and version; ``extension`` has the terms that frames of a
    user's own speak of. Equal values give equal graphs.
    Raises :class:`GraphError` for a reference to an entity that is nowhere described, a passage
    outside its text and a base that cannot begin an IRI.
    """
    if not facts:
        raise GraphError("a document without a release has no graph")
    chapters = [_open(each, root(base), gazetteer, extension) for each in facts]
    graph = Graph(identifier=chapters[0].names.release, bind_namespaces="none")
    for prefix, namespace in {**extension.prefixes, **PREFIXES}.items():
        graph.bind(prefix, namespace)
    for triple in chain(_document(chapters, provenance), *map(_chapter, chapters)):
        graph.add(triple)
    graph += derive_edges(graph)
    return graph


@dataclass(frozen=True, slots=True)
class Chapter:
    """One release of a document: its facts, all entities it needs and what they are called."""

    facts: Facts
    entities: tuple[Entity, ...]
    issuers: tuple[Entity, ...]
    names: Names


def _open(facts: Facts, base: str, gazetteer: Gazetteer | None, extension: Extension) -> Chapter:
    facts = replace(facts, entities=complete(facts, gazetteer))
    issuers = publishers(facts, gazetteer)
    entities = (*facts.entities, *issuers)
    return Chapter(facts, entities, issuers, name(facts.release, entities, base, extension))


def _document(chapters: Sequence[Chapter], provenance: Sequence[str]) -> Iterator[Triple]:
    releases = [chapter.names.release for chapter in chapters]
    yield from describe_parts(releases[0], releases[1:])
    yield from describe_tools(releases, provenance, chapters[0].names.base)
    yield from describe_labels(
        (chapter.names.entity(entity.id), entity)
        for chapter in chapters
        for entity in chapter.entities
    )


def _chapter(chapter: Chapter) -> Iterator[Triple]:
    facts, release, names = chapter.facts, chapter.facts.release, chapter.names
    yield from describe_release(release, names)
    yield from describe_publishers(chapter.issuers, names)
    for entity in chapter.entities:
        yield from describe_entity(entity, release, names)
    for agreement in facts.agreements:
        yield from describe_agreement(agreement, release, names)
    for post in facts.posts:
        yield from describe_post(post, release, names)
    yield from declare(facts.events, names.extension)
    for event in facts.events:
        yield from describe_event(event, release, names)
    for later, earlier in facts.steps:
        yield from describe_case(later, earlier, names)
