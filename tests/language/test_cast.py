"""Who is who inside one release: names, short names, offices, pronouns and groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Entity, EntityKind, Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]


def entities(facts: Facts, kind: EntityKind) -> dict[str, tuple[str, ...]]:
    """The other spellings of each entity of a kind, by its label."""
    return {e.label: e.alt_labels for e in facts.entities if e.kind is kind}


def entity(facts: Facts, label: str) -> Entity:
    (found,) = [e for e in facts.entities if e.label == label]
    return found


# -- people ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Ann Vega met farmers in Lima today. Vega praised them all.",
            {"Ann Vega": ("Vega",)},
        ),
        (
            "Minister Ann K. Vega met farmers in Lima. Later Ann Vega left. Ms. Vega was glad.",
            {"Ann K. Vega": ("Ann Vega", "Vega")},
        ),
        (
            "Minister Ann Vega met farmers in Lima. Senator Joe Vega met them too.",
            {"Ann Vega": (), "Joe Vega": ()},
        ),
        (
            "Minister A. Vega met farmers in Lima. Later Minister Ann Vega left.",
            {"Ann Vega": ("A. Vega",)},
        ),
        (
            "The police spoke to Wei Lin Tan, a clerk. They later met Wei in Lima.",
            {"Wei Lin Tan": ("Wei",)},
        ),
        (
            "Minister Ann Vega met Senator Luis Rojas in Lima today.",
            {"Ann Vega": (), "Luis Rojas": ()},
        ),
    ],
    ids=[
        "surname",
        "fuller and shorter",
        "one surname, two people",
        "initial",
        "first name",
        "two people",
    ],
)
def test_the_names_of_people(
    facts_of: FactsOf, text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert entities(facts_of(text), EntityKind.PERSON) == expected


def test_a_surname_that_two_people_share_is_the_one_named_last_before_it(
    facts_of: FactsOf, said: Said
) -> None:
    facts = facts_of(
        "Minister Ann Vega met farmers in Lima. Senator Joe Vega met them too.",
        "Later in the day Vega signed a treaty with Peru.",
    )
    (event,) = said(facts, "Signing")
    assert event["signatory"] == "Joe Vega"


def test_an_entity_points_at_each_of_its_mentions(facts_of: FactsOf) -> None:
    facts = facts_of("Minister Ann Vega met farmers in Lima today. Vega praised them all.")
    vega = entity(facts, "Ann Vega")
    assert [span.of(facts.release.text) for span in vega.mentions] == ["Minister Ann Vega", "Vega"]


def test_a_person_with_a_post_is_shared_between_releases(facts_of: FactsOf) -> None:
    facts = facts_of("Minister Ann Vega met farmers in Lima. Mr. Luis Rojas met them too.")
    assert entity(facts, "Ann Vega").shared
    assert not entity(facts, "Luis Rojas").shared


# -- bodies ----------------------------------------------------------------------------------------


def test_an_acronym_the_text_defines_is_the_body_it_is_short_for(facts_of: FactsOf) -> None:
    facts = facts_of(
        "The National Water Board (NWB) met farmers in Lima today. The NWB praised them all."
    )
    assert entities(facts, EntityKind.ORGANIZATION) == {"National Water Board": ("NWB",)}


def test_a_short_name_is_the_longer_name_it_begins(facts_of: FactsOf) -> None:
    facts = facts_of("Chile signed a lease with Okafor Inc. in Lima. Okafor Inc. was founded here.")
    assert list(entities(facts, EntityKind.ORGANIZATION)) == ["Okafor Inc."]


def test_an_agency_of_the_gazetteer_keeps_its_id(facts_of: FactsOf) -> None:
    facts = facts_of("The Department of Homeland Security (DHS) met farmers. DHS praised them.")
    (agency,) = [e for e in facts.entities if e.kind is EntityKind.AGENCY]
    assert (agency.id, agency.shared, agency.alt_labels) == ("agency/us-dhs", True, ("DHS",))


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("U.S. Department of Labor", "agency/us-dol"),
        ("Ministry of Labour of Chile", "organization/department-of-labor"),
    ],
)
def test_a_name_that_many_countries_use_is_the_publishers(
    facts_of: FactsOf, publisher: str, expected: str
) -> None:
    facts = facts_of("The Department of Labor met farmers today.", publisher=(publisher,))
    assert [e.id for e in facts.entities] == [expected]


# -- what stands for whom --------------------------------------------------------------------------

#: The paragraphs before, a sentence about a signing, and its signatories or parties.
REFERENTS = {
    "he": (
        ["Minister Luis Rojas came to Lima."],
        "He signed a treaty with Peru.",
        ("signatory", "Luis Rojas"),
    ),
    "she, the last named": (
        ["Minister Luis Rojas came to Lima.", "Minister Ann Vega came later."],
        "She signed a treaty with Peru.",
        ("signatory", "Ann Vega"),
    ),
    "she, nobody before": ([], "She signed a treaty with Peru.", ("signatory", "")),
    "the Department": (
        ["The Department of Homeland Security met farmers."],
        "The Department signed a treaty with Peru.",
        ("party", "Department of Homeland Security; Peru"),
    ),
    "the Ministry, not another body": (
        ["The Ministry of Water met farmers.", "The National Food Board met them too."],
        "The Ministry signed a treaty with Peru.",
        ("party", "Ministry of Water; Peru"),
    ),
    "the Ministry, none named": (
        ["The National Food Board met farmers."],
        "The Ministry signed a treaty with Peru.",
        ("party", "Peru"),
    ),
    "both countries": (
        ["Chile and Peru met in Lima."],
        "Both countries signed a treaty.",
        ("party", "Chile; Peru"),
    ),
    "the two governments": (
        ["Chile and Peru met in Lima."],
        "The two governments signed a treaty.",
        ("party", "Chile; Peru"),
    ),
    "the two sides": (
        ["The Government of Chile met Peru."],
        "The two sides signed a treaty.",
        ("party", "Chile; Peru"),
    ),
    "both countries, the last two of three": (
        ["Ghana helps many farmers.", "Chile and Peru met in Lima."],
        "Both countries signed a treaty.",
        ("party", "Chile; Peru"),
    ),
    "both countries, one named": (
        ["Chile held a fair."],
        "Both countries signed a treaty.",
        ("party", ""),
    ),
    "these countries": (
        ["Farmers of Kenya came.", "Chile, Peru, and Ghana met in Lima."],
        "A treaty was signed by these countries.",
        ("party", "Chile; Ghana; Peru"),
    ),
    "each of the two countries": (
        ["Chile and Peru met in Lima."],
        "Each of the two countries signed a treaty.",
        ("party", "Chile; Peru"),
    ),
    "a group told by number": (
        [],
        "More than 50 states signed the treaty.",
        ("signatory", "More than 50 states"),
    ),
    "a group told by a quantifier": (
        [],
        "Several countries signed the treaty.",
        ("signatory", "Several countries"),
    ),
    "a plural without a number": ([], "Countries signed the treaty.", ("signatory", "")),
    "a body nobody knew": (
        [],
        "Yesterday Zembla signed a treaty with Peru.",
        ("signatory", "Zembla"),
    ),
    "an office is no body": (
        [],
        "The President signed a treaty with Peru.",
        ("signatory", ""),
    ),
}


@pytest.mark.parametrize(
    ("before", "text", "expected"), list(REFERENTS.values()), ids=list(REFERENTS)
)
def test_what_stands_for_whom(
    facts_of: FactsOf, said: Said, before: list[str], text: str, expected: tuple[str, str]
) -> None:
    role, labels = expected
    (event,) = said(facts_of(*before, text), "Signing")
    assert event.get(role, "") == labels


def test_both_countries_are_those_of_the_headline(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of(
        "Ghana helps many farmers.",
        "Both countries signed a treaty.",
        title="Chile and Peru deepen their ties in Lima",
    )
    (event,) = said(facts, "Signing")
    assert event["party"] == "Chile; Peru"


def test_the_government_is_the_publishers(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of(
        "The Government signed a treaty with Peru.", publisher=("Ministry of Trade of Chile",)
    )
    (event,) = said(facts, "Signing")
    assert event["party"] == "Government of Chile; Peru"


def test_a_country_met_only_through_its_government_becomes_an_entity(facts_of: FactsOf) -> None:
    facts = facts_of("The Government of Chile met Peru.", "The two sides signed a treaty.")
    assert entity(facts, "Chile").kind is EntityKind.COUNTRY
    assert entity(facts, "Chile").mentions == ()


def test_what_a_pronoun_stands_for_does_not_change_the_spellings(facts_of: FactsOf) -> None:
    facts = facts_of("Minister Ann Vega came to Lima.", "She signed a treaty with Peru.")
    assert entity(facts, "Ann Vega").alt_labels == ()
