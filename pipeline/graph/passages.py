"""Passages and mentions: where in the release the words of a fact stand."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef

from pipeline.errors import GraphError
from pipeline.graph.iris import Names
from pipeline.graph.terms import CMQ, ITSRDF, NIF, RDF, XSD, Triple
from pipeline.models import Release, Span


def passage(span: Span, release: Release, names: Names) -> Iterator[Triple]:
    """Describe a stretch of the release's text that states something."""
    yield names.passage(span), RDF.type, CMQ["Passage"]
    yield from _string(span, release, names)


def mention(span: Span, entity: URIRef, release: Release, names: Names) -> Iterator[Triple]:
    """Describe a stretch of the release's text that names an entity."""
    yield names.passage(span), RDF.type, CMQ["Mention"]
    yield names.passage(span), ITSRDF["taIdentRef"], entity
    yield from _string(span, release, names)


def _string(span: Span, release: Release, names: Names) -> Iterator[Triple]:
    if span.end > len(release.text):
        raise GraphError(
            f"passage {span.start},{span.end} runs past the text's {len(release.text)} characters",
            where=release.source,
        )
    iri = names.passage(span)
    yield iri, NIF["beginIndex"], Literal(span.start, datatype=XSD.nonNegativeInteger)
    yield iri, NIF["endIndex"], Literal(span.end, datatype=XSD.nonNegativeInteger)
    yield iri, NIF["anchorOf"], Literal(span.of(release.text))
    yield iri, NIF["referenceContext"], names.release
