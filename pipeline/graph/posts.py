"""Posts: who holds which office in which organization."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal

from pipeline.graph.iris import Names
from pipeline.graph.passages import passage
from pipeline.graph.terms import CMQ, ORG, RDF, RDFS, Triple
from pipeline.models import Post, Release


def describe_post(post: Post, release: Release, names: Names) -> Iterator[Triple]:
    """Write down a post as a membership: the person, the role and, if stated, the organization."""
    iri, role = names.membership(post), names.role(post.title)
    yield iri, RDF.type, ORG.Membership
    yield iri, ORG.member, names.entity(post.person)
    yield iri, ORG.role, role
    yield role, RDF.type, ORG.Role
    yield role, RDFS.label, Literal(post.title)
    if post.organization:
        yield iri, ORG.organization, names.entity(post.organization)
    yield iri, CMQ["acting"], Literal(post.acting)
    yield iri, CMQ["former"], Literal(post.former)
    for span in post.evidence:
        yield iri, CMQ["evidence"], names.passage(span)
        yield from passage(span, release, names)
