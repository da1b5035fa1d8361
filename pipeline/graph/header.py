"""A release as a document: its text, title, date, issuer and subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rdflib import Literal, URIRef

from pipeline.graph.iris import Names, web_address
from pipeline.graph.terms import CMQ, DCTERMS, NIF, RDF, Triple
from pipeline.models import Metadata, Release


def describe_release(release: Release, names: Names) -> Iterator[Triple]:
    """Write down a release, its canonical text and the fields of its header."""
    iri = names.release
    yield iri, RDF.type, CMQ["Release"]
    yield iri, NIF["isString"], Literal(release.text)
    yield iri, DCTERMS.source, Literal(release.source)
    if release.dateline:
        yield iri, CMQ["dateline"], Literal(release.dateline.of(release.text))
    for term, value in _fields(release.metadata):
        yield iri, term, value


def _fields(metadata: Metadata) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    single = (
        (DCTERMS.title, metadata.title),
        (DCTERMS.issued, metadata.published),
        (DCTERMS.modified, metadata.modified),
        (DCTERMS.language, metadata.language),
    )
    yield from ((term, Literal(value)) for term, value in single if value)
    yield from ((DCTERMS.identifier, Literal(value)) for value in metadata.identifiers)
    yield from ((DCTERMS.subject, Literal(v)) for v in (*metadata.topics, *metadata.keywords))
    if metadata.url and (address := web_address(metadata.url)):
        yield DCTERMS.source, address


def describe_parts(whole: URIRef, parts: Sequence[URIRef]) -> Iterator[Triple]:
    """Say which releases a document holds besides its main one."""
    for part in parts:
        if part != whole:
            yield whole, DCTERMS.hasPart, part
            yield part, DCTERMS.isPartOf, whole
