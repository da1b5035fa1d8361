"""What releases say together, as RDF: who held which office when, and where two disagree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pyoxigraph as ox

from pipeline.graph.identity.disagreements import Disagreement
from pipeline.graph.identity.proposals import Identity
from pipeline.graph.identity.tenures import Tenure
from pipeline.graph.terms import CMQ, RDF, XSD

_TYPE = ox.NamedNode(str(RDF.type))


def said_together(identity: Identity, base: str) -> Iterator[ox.Triple]:
    """The tenures and the disagreements; ``base`` begins the IRIs of what the gazetteer lists."""
    for tenure in identity.tenures:
        yield from _tenure(tenure, base)
    for disagreement in identity.disagreements:
        yield from _disagreement(disagreement, base)


def _tenure(one: Tenure, base: str) -> Iterator[ox.Triple]:
    node = _node(base, "tenure", one.holder, *one.seat.title, one.seat.owner, str(one.acting))
    yield ox.Triple(node, _TYPE, _term("Tenure"))
    yield ox.Triple(node, _term("holder"), ox.NamedNode(one.holder))
    yield ox.Triple(node, _term("heldIn"), ox.NamedNode(base + one.seat.owner))
    yield ox.Triple(node, _term("heldPost"), ox.Literal(one.title))
    yield ox.Triple(node, _term("acting"), ox.Literal(one.acting))
    yield ox.Triple(node, _term("shownIn"), ox.Literal(one.shown))
    days = {
        "firstShown": one.first,
        "lastShown": one.last,
        "tookUp": one.began,
        "leftOn": one.ended,
        "formerBy": one.left,
    }
    for term, day in days.items():
        if day:
            said = ox.Literal(day, datatype=ox.NamedNode(str(XSD.date)))
            yield ox.Triple(node, _term(term), said)
    yield from _shown(node, one.passages)


def _disagreement(one: Disagreement, base: str) -> Iterator[ox.Triple]:
    node = _node(base, "disagreement", one.over, *one.between, one.told)
    yield ox.Triple(node, _TYPE, _term("Disagreement"))
    yield ox.Triple(node, _term("disagreesOn"), ox.Literal(one.over))
    yield ox.Triple(node, _term("told"), ox.Literal(one.told))
    for iri in one.between:
        yield ox.Triple(node, _term("between"), ox.NamedNode(iri))
    yield from _shown(node, one.passages)


def _shown(node: ox.NamedNode, passages: tuple[str, ...]) -> Iterator[ox.Triple]:
    for passage in passages:
        yield ox.Triple(node, _term("evidence"), ox.NamedNode(passage))


def _node(base: str, kind: str, *parts: str) -> ox.NamedNode:
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
    return ox.NamedNode(f"{base}{kind}/{digest}")


def _term(local: str) -> ox.NamedNode:
    return ox.NamedNode(str(CMQ[local]))
