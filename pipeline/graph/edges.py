"""Derived edges: plain triples for those who want them, from events that occurred."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from rdflib import URIRef

from pipeline.graph.events import date_literal
from pipeline.graph.iris import Names
from pipeline.graph.terms import CMQ, Triple
from pipeline.models import Event, Status


def derive_edges(event: Event, names: Names) -> Iterator[Triple]:
    """The plain triples an event implies, if it occurred."""
    if event.status is not Status.OCCURRED:
        return
    if event.type == "Signing":
        yield from _signing(event, names)
    if event.type == "Statement":
        for speaker in _entities(event, "speaker", names):
            yield speaker, CMQ["said"], names.event(event)
    if event.type == "Meeting":
        for one, other in permutations(_entities(event, "participant", names), 2):
            yield one, CMQ["metWith"], other


def _signing(event: Event, names: Names) -> Iterator[Triple]:
    agreements = _entities(event, "agreement", names)
    for role, edge in (("signatory", "signed"), ("party", "partyTo")):
        for agent, agreement in product(_entities(event, role, names), agreements):
            yield agent, CMQ[edge], agreement
    if event.date:
        for agreement in agreements:
            yield agreement, CMQ["dateSigned"], date_literal(event.date)


def _entities(event: Event, role: str, names: Names) -> list[URIRef]:
    return sorted({names.entity(f.entity) for f in event.fill(role) if f.entity})
