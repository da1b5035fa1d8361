"""The sides of an agreement: named, acted for, or those a release is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]

CHILE = ("Ministry of Trade of Chile",)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Chile and Peru draw closer",
            "Farmers welcomed the signing of the Lima Convention on Fish.",
            None,
        ),
        (
            "Chile and Peru draw closer",
            "Farmers welcomed the signing of an agreement on fish.",
            "Chile; Peru",
        ),
        ("Ann Vega visits Peru", "Farmers welcomed the signing of an agreement on fish.", None),
        (
            "Ann Vega visits Peru",
            "The two ministers welcomed the signing of an agreement on fish.",
            "Chile; Peru",
        ),
        ("Peruvian fish", "An agreement was signed between the two countries.", "Chile; Peru"),
        (
            "Fish deal with Peru",
            "Prices fell within days of the agreement being signed.",
            "Chile; Peru",
        ),
        (
            "Chile and Peru draw closer",
            "The Minister welcomed the signing of an agreement with local fish companies.",
            None,
        ),
        (
            "Chile and Peru draw closer",
            "Ms. Rosa Okafor signed an agreement on fish.",
            None,
        ),
        ("Chile and Peru draw closer", "Norway signed an agreement with Ghana.", "Ghana; Norway"),
    ],
    ids=[
        "a treaty may have more sides",
        "a pair in the headline",
        "no pair, nothing joint",
        "both ministers",
        "the two countries",
        "the deal of the headline",
        "others that nobody names",
        "someone of whom it is not known for whom",
        "others named",
    ],
)
def test_the_two_states_a_release_is_about(
    facts_of: FactsOf, said: Said, title: str, text: str, expected: str | None
) -> None:
    (event,) = said(facts_of(text, title=title, publisher=CHILE), "Signing")
    assert event.get("party") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Vega, Administrator of NASA, signed a treaty with Peru.",
            "Peru; United States",
        ),
        (
            "Ann Vega, Administrator of NASA, signed an agreement with Luis Rojas, Director of the "
            "Harbor Institute.",
            "Harbor Institute; NASA",
        ),
        (
            "Ann Vega, Minister of Fish of Chile, and Ambassador Luis Rojas of Peru signed it: "
            "the treaty was signed by Ann Vega and Luis Rojas.",
            "Chile; Peru",
        ),
        (
            "Ann Vega, Administrator of NASA, signed a pact with the Interim Authority of Chad.",
            "Interim Authority of Chad; United States",
        ),
        ("President Rosa Okafor signed an agreement with Peru.", "Chile; Peru"),
        (
            "In Peru, Ann Vega, Minister of Trade of Chile, signed an agreement on visas.",
            "Chile; Peru",
        ),
    ],
    ids=[
        "a state beside a state",
        "a body beside a body",
        "the state named behind the name",
        "a state beside what governs one",
        "a president of no stated body for the publisher's",
        "with the country in which it was signed",
    ],
)
def test_signatories_act_for_what_is_like_the_other_side(
    facts_of: FactsOf, said: Said, text: str, expected: str
) -> None:
    (event,) = said(facts_of(text, publisher=CHILE), "Signing")
    assert event["party"] == expected


def test_a_side_told_again_by_another_name_is_one_side(facts_of: FactsOf, said: Said) -> None:
    (event,) = said(
        facts_of(
            "The Harbor Center for Fish and the Lima Institute signed an agreement.",
            "The signing of the agreement between the Harbor Centre for Fish and the Lima "
            "Institute pleased farmers.",
        ),
        "Signing",
    )
    assert event["party"] == "Harbor Center for Fish; Lima Institute"


def test_we_are_the_government_that_publishes(facts_of: FactsOf, said: Said) -> None:
    (event,) = said(facts_of("We have signed an agreement with Peru.", publisher=CHILE), "Signing")
    assert event["party"] == "Government of Chile; Peru"


def test_a_country_is_not_called_by_the_name_of_its_people(facts_of: FactsOf, said: Said) -> None:
    text = "A pact was signed by Peruvian Minister Ann Vega and Ghanaian Minister Luis Rojas."
    (event,) = said(facts_of(text, publisher=CHILE), "Signing")
    assert event["party"] == "Ghana; Peru"


@pytest.mark.parametrize("body", ["Ministry of Finance and Budget", "Bureau of Harbor Funds"])
def test_a_body_whose_name_ends_like_money_is_a_side(
    facts_of: FactsOf, said: Said, body: str
) -> None:
    (signing,) = said(facts_of(f"The {body} signed an agreement with Peru."), "Signing")
    assert signing["party"] == "; ".join(sorted((body, "Peru")))
