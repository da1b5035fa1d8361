"""The recogniser's guesses at bodies and places: which the text bears out, and which are nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import EntityKind, Facts

FactsOf = Callable[..., Facts]

#: The recogniser takes the name for an organization, and nothing else does.
GUESS = "The Chilean navy sent Zorvax doses to Lima. "


def named(facts: Facts, kind: EntityKind) -> set[str]:
    return {entity.label for entity in facts.entities if entity.kind is kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "Zorvax sold them cheaply.",
        "The doses were developed by Zorvax.",
        "Later Zorvax was fined in Lima.",
        "The navy has a contract with Zorvax.",
        "A director of Zorvax was glad.",
        "They came from Zorvax, a manufacturer of medicines.",
        "They came from Zorvax, of Denver, Colorado.",
    ],
    ids=["acts", "by it", "fined", "contract with it", "director", "called a body", "address"],
)
def test_a_guess_is_a_body_where_the_text_treats_it_as_one(
    facts_of: FactsOf, sentence: str
) -> None:
    assert named(facts_of(GUESS + sentence), EntityKind.ORGANIZATION) == {"Zorvax"}


@pytest.mark.parametrize(
    "text",
    [
        GUESS + "Zorvax was stored there.",
        "Sales of HPX grew in Lima last year.",
        "Digital Services were praised in Lima.",
        "The minister praised the Okafor Harbor Project in Lima.",
    ],
    ids=["medicine", "letters", "ordinary words", "project"],
)
def test_a_guess_that_nothing_bears_out_is_nobody(facts_of: FactsOf, text: str) -> None:
    facts = facts_of(text)
    assert named(facts, EntityKind.ORGANIZATION) == set()
    assert named(facts, EntityKind.PLACE) == {"Lima"}


def test_a_project_that_acts_is_a_body(facts_of: FactsOf) -> None:
    facts = facts_of("The Okafor Harbor Project hired divers in Lima.")
    assert named(facts, EntityKind.ORGANIZATION) == {"Okafor Harbor Project"}


def test_what_ends_as_a_company_does_needs_no_more(facts_of: FactsOf) -> None:
    facts = facts_of("Boats of Nilvar Pte Ltd were sold in Lima.")
    assert named(facts, EntityKind.ORGANIZATION) == {"Nilvar Pte Ltd"}


@pytest.mark.parametrize("name", ["Northern Fleet", "Harbor Inspectorate", "Second Marine Brigade"])
def test_a_noun_for_bodies_alone_needs_no_more(facts_of: FactsOf, name: str) -> None:
    facts = facts_of(f"The boat was brought into the {name} in Lima.")
    assert named(facts, EntityKind.ORGANIZATION) == {name}


def test_a_place_stands_where_places_do(facts_of: FactsOf) -> None:
    assert named(facts_of("Farmers in Kelpra were glad."), EntityKind.PLACE) == {"Kelpra"}


def test_whom_a_clause_brought_in_for_nothing_is_left_out(facts_of: FactsOf) -> None:
    """A meeting needs two: the farmers are nobody, so there is no one whom anything is told of."""
    assert facts_of("Kelpra met farmers.").entities == ()
