"""The graph that says who is who: links with their grounds, as RDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.identity.namesakes import Parting, document_of
from pipeline.graph.identity.proposals import Identity, Link
from pipeline.graph.read import read_file
from pipeline.graph.renaming import KnownAs
from pipeline.graph.terms import CMQ, OWL, PREFIXES, RDF, SKOS, XSD
from pipeline.vocabulary import BASE

_SAME = ox.NamedNode(str(OWL.sameAs))
_APART = ox.NamedNode(str(OWL.differentFrom))
_HERE = ox.NamedNode(str(CMQ.knownHereAs))
_CLOSE = ox.NamedNode(str(SKOS.closeMatch))


def write_links(identity: Identity, path: Path, base: str = BASE) -> None:
    """Write links as Turtle: ``owl:sameAs`` where taken for true, else ``skos:closeMatch``.

    Each group has one member that all others are the same as: a shared one before one of a single
    release. Each link also stands as a ``cmq:Correspondence`` with its score, its reasons and the
    passages on both sides. Those parted from a namesake are ``owl:differentFrom`` them.
    """
    apart = [_parted(parting) for parting in identity.parted]
    triples = sorted(
        {
            *_groups(identity),
            *_close(identity),
            *_namesakes(identity),
            *_grounds((*identity.links, *apart), base),
        },
        key=str,
    )
    used = {name: iri for name, iri in PREFIXES.items() if name in {"cmq", "owl", "skos", "xsd"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        ox.serialize(triples, file, format=ox.RdfFormat.TURTLE, prefixes=used)


def canonical(group: Iterable[str]) -> str:
    """The member that a group is known by: shared by all releases if one is, the first of them."""
    return min(group, key=lambda iri: ("/release/" in iri, iri))


def read_links(path: Path) -> KnownAs:
    """What things are known as, by the links of a file of :func:`write_links`.

    Those joined are so by ``owl:sameAs``; someone parted from a namesake is known in one document
    by an IRI of their own, which leads by ``cmq:knownHereAs`` to the one that both have there.

    Raises :class:`GraphError` for a file that cannot be read or says that one IRI is two.
    """
    found: dict[str, str] = {}
    parted: dict[str, dict[str, str]] = {}
    for quad in read_file(path):
        if quad.predicate == _HERE:
            own, iri = _iri(quad.subject, path), _iri(quad.object, path)
            parted.setdefault(document_of(own, iri), {})[iri] = own
        elif quad.predicate == _SAME:
            one, other = _iri(quad.subject, path), _iri(quad.object, path)
            if found.setdefault(one, other) != other:
                raise GraphError(
                    f"{one} is the same as two others",
                    where=str(path),
                    remedy="write it anew with 'communique identity'",
                )
    if chained := sorted(found.keys() & set(found.values())):
        raise GraphError(
            f"{chained[0]} is the same as another and has others the same as itself",
            where=str(path),
            remedy="write it anew with 'communique identity'",
        )
    return KnownAs(found, parted)


def _iri(term: object, path: Path) -> str:
    if not isinstance(term, ox.NamedNode):
        raise GraphError(f"{term} is no IRI", where=str(path), remedy="link IRIs alone")
    return term.value


def _groups(identity: Identity) -> Iterator[ox.Triple]:
    for group in identity.groups:
        known_as = canonical(group)
        for iri in group:
            if iri != known_as:
                yield ox.Triple(ox.NamedNode(iri), _SAME, ox.NamedNode(known_as))


def _close(identity: Identity) -> Iterator[ox.Triple]:
    for link in identity.links:
        if not link.same:
            yield ox.Triple(ox.NamedNode(link.one), _CLOSE, ox.NamedNode(link.other))


def _namesakes(identity: Identity) -> Iterator[ox.Triple]:
    for parting in identity.parted:
        own, shared = ox.NamedNode(parting.here), ox.NamedNode(parting.iri)
        yield ox.Triple(own, _HERE, shared)
        yield ox.Triple(own, _APART, shared)


def _parted(parting: Parting) -> Link:
    """The grounds on which two of one name were parted, as those of a link that is none."""
    one, other = sorted((parting.here, parting.iri))
    return Link(one, other, False, 0.0, (), (parting.why,), parting.passages)


def _grounds(links: Iterable[Link], base: str) -> Iterator[ox.Triple]:
    for link in links:
        digest = hashlib.sha256(f"{link.one} {link.other}".encode()).hexdigest()[:12]
        node = ox.NamedNode(f"{base}correspondence/{digest}")
        yield ox.Triple(node, ox.NamedNode(str(RDF.type)), _term("Correspondence"))
        for iri in (link.one, link.other):
            yield ox.Triple(node, _term("between"), ox.NamedNode(iri))
        for passage in link.passages:
            yield ox.Triple(node, _term("seenIn"), ox.NamedNode(passage))
        for words in link.support:
            yield ox.Triple(node, _term("reasonFor"), ox.Literal(words))
        for words in link.doubt:
            yield ox.Triple(node, _term("reasonAgainst"), ox.Literal(words))
        score = ox.Literal(f"{link.score:.2f}", datatype=ox.NamedNode(str(XSD.decimal)))
        yield ox.Triple(node, _term("score"), score)


def _term(local: str) -> ox.NamedNode:
    return ox.NamedNode(str(CMQ[local]))
