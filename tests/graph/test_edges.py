from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph, Literal
from rdflib.namespace import RDFS

from pipeline.graph.build import build
from pipeline.graph.edges import EDGES, derive_edges, stated_edges
from pipeline.models import (
    Entity,
    EntityKind,
    Event,
    Facts,
    Filler,
    Metadata,
    Release,
    Span,
    Status,
)

PEOPLE = tuple(
    Entity(name.lower(), EntityKind.PERSON, name, shared=True) for name in ("Ana", "Bo", "Cy")
)
DEALS = tuple(Entity(name, EntityKind.AGREEMENT, name, shared=True) for name in ("pact", "deal"))


def told(type_: str, status: Status, **roles: str | tuple[str, ...]) -> Facts:
    fillers = tuple(
        Filler(role, value) if role != "quote" else Filler(role, literal=value)
        for role, values in roles.items()
        for value in ((values,) if isinstance(values, str) else values)
    )
    event = Event(type_, status, (Span(0, 4),), fillers)
    return Facts(Release("a", 0, "Text", (), Metadata()), (*PEOPLE, *DEALS), events=(event,))


def edges(graph: Graph) -> set[tuple[str, str, str]]:
    return {
        (
            str(graph.value(subject, RDFS.label)),
            str(edge).rpartition("#")[2],
            str(graph.value(value, RDFS.label) or value),
        )
        for subject, edge, value in stated_edges(graph)
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            told("Signing", Status.OCCURRED, signatory=("ana", "bo"), party="cy", agreement="pact"),
            {("Ana", "signed", "pact"), ("Bo", "signed", "pact"), ("Cy", "partyTo", "pact")},
            id="signing",
        ),
        pytest.param(
            told("Signing", Status.OCCURRED, signatory="ana", agreement=("pact", "deal")),
            {("Ana", "signed", "pact"), ("Ana", "signed", "deal")},
            id="two agreements",
        ),
        pytest.param(
            told("Signing", Status.OCCURRED, signatory="ana"), set(), id="signing of nothing"
        ),
        pytest.param(
            told("Meeting", Status.OCCURRED, participant=("ana", "bo")),
            {("Ana", "metWith", "Bo"), ("Bo", "metWith", "Ana")},
            id="meeting goes both ways",
        ),
        pytest.param(
            told("Meeting", Status.OCCURRED, participant="ana"), set(), id="nobody meets herself"
        ),
        pytest.param(
            told("Award", Status.OCCURRED, funder="ana", recipient="bo"), set(), id="no edge"
        ),
        *(
            pytest.param(
                told(kind, status, signatory="ana", party="bo", agreement="pact",
                     participant=("ana", "bo"), speaker="ana", quote="x"),
                set(),
                id=f"{kind} {status}",
            )
            for kind in ("Signing", "Meeting", "Statement")
            for status in (Status.PLANNED, Status.NEGATED, Status.POSSIBLE)
        ),
    ],
)  # fmt: skip
def test_edges_come_from_what_occurred_alone(
    facts: Facts, expected: set[tuple[str, str, str]]
) -> None:
    assert edges(build([facts])) == expected


def test_a_statement_is_said(graph: Graph) -> None:
    said = {edge for edge in edges(graph) if edge[1] == "said"}
    assert {(who, edge) for who, edge, _ in said} == {("Ana Lobo", "said")}


def test_an_agreement_is_signed_on_the_day_of_its_signing(tiny: Callable[..., Facts]) -> None:
    graph = build([tiny()])
    assert [str(date) for date in graph.objects(None, EDGES[2])] == ["2020-05"]
    assert not list(build([tiny(date=None)]).objects(None, EDGES[2]))


def test_edges_are_made_anew_from_the_graph_without_them(graph: Graph) -> None:
    without = graph - stated_edges(graph)
    assert len(without) < len(graph)
    assert set(derive_edges(without)) == set(stated_edges(graph))


def test_edges_do_not_feed_on_edges(graph: Graph) -> None:
    assert set(derive_edges(graph)) == set(stated_edges(graph))
    assert Literal("2018") not in set(derive_edges(graph).objects())
