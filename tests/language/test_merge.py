"""Which mentions tell of one event: the story of a release, told in headline, lead and after."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]


@pytest.fixture(scope="session")
def signings(facts_of: FactsOf, said: Said) -> Callable[..., list[dict[str, str]]]:
    """The signings a release tells of."""

    def told(*paragraphs: str, **about: object) -> list[dict[str, str]]:
        return said(facts_of(*paragraphs, **about), "Signing")

    return told


Signings = Callable[..., list[dict[str, str]]]


def test_headline_lead_and_later_mention_tell_of_one_signing(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of(
        "Chile and Peru signed a Memorandum of Understanding in Lima today.",
        "Farmers and their families cheered.",
        "The Memorandum of Understanding was signed by Minister Ann Vega and Minister Luis Rojas.",
        title="Chile and Peru sign memorandum on fish",
    )
    (event,) = said(facts, "Signing")
    assert event == {
        "signatory": "Ann Vega; Luis Rojas",
        "party": "Chile; Peru",
        "agreement": "Memorandum of Understanding",
        "place": "Lima",
        "date": "2024-06-20",
    }
    (signing,) = facts.events
    assert [span.of(facts.release.text).split()[0] for span in signing.evidence] == [
        "Chile",
        "Chile",
        "The",
    ]


def test_the_words_of_each_mention_are_names_of_the_agreement(facts_of: FactsOf) -> None:
    facts = facts_of(
        "Chile and Peru signed a Memorandum of Understanding today.",
        "The MoU was signed in Lima.",
    )
    (agreement,) = [e for e in facts.entities if e.kind == "Agreement"]
    assert agreement.label == "Memorandum of Understanding"
    assert agreement.alt_labels == ("MoU",)
    assert facts.agreements[0].kind == "MemorandumOfUnderstanding"
    assert set(facts.agreements[0].parties) == {"country/CL", "country/PE"}


ONE = {
    "the agreement was signed later in the text": [
        "Chile signed an agreement with Peru today.",
        "The agreement was signed in Lima.",
    ],
    "this agreement": [
        "Chile signed an agreement with Peru today.",
        "This agreement was signed in Lima.",
    ],
    "an MoU for a memorandum": [
        "Chile signed a memorandum with Peru today.",
        "The MoU was signed in Lima.",
    ],
    "a deal for a treaty": [
        "Chile signed a treaty with Peru today.",
        "The deal was signed in Lima.",
    ],
    "the signing of it": [
        "Chile signed an agreement with Peru today.",
        "The signing of the agreement was watched by farmers.",
    ],
    "the signing took place": [
        "Chile signed an agreement with Peru today.",
        "The signing took place in Lima.",
    ],
    "X signed for A and Y for B": [
        "Chile and Peru signed a treaty today.",
        "Minister Ann Vega signed for Chile, and Minister Luis Rojas signed for Peru.",
    ],
    "the plural, then it again": [
        "Chile and Peru signed two agreements today.",
        "The agreements were signed in Lima.",
    ],
    "a date and the same date": [
        "Chile and Peru signed a treaty on 20 June 2024.",
        "The treaty was signed today.",
    ],
    "a month and a day in it": [
        "Chile and Peru signed a treaty on 3 June 2024.",
        "The treaty was signed in June 2024.",
    ],
    "a government for its country": [
        "The Government of Chile and Peru signed a treaty.",
        "The treaty was signed by Chile and the Government of Peru.",
    ],
    "one name, longer and shorter": [
        "Chile and Peru signed the Agreement on Fisheries and Forests in Lima.",
        "Farmers are glad that the Fisheries Agreement was signed by the two countries.",
    ],
}

TWO = {
    "other parties": [
        "Chile signed an agreement with Peru today.",
        "Chile signed an agreement with Ghana today.",
    ],
    "other parties, one sentence": [
        "Chile signed an agreement with Peru, and Kenya signed an agreement with Ghana.",
    ],
    "other dates": [
        "Chile signed an agreement with Peru on 3 June 2024.",
        "Chile signed an agreement with Peru on 5 May 2021.",
    ],
    "other names": [
        "Chile and Peru signed the Agreement on Fisheries and Forests in Lima.",
        "Chile and Peru signed the Agreement on Railways and Harbours in Lima.",
    ],
    "other kinds": [
        "Chile and Peru signed a treaty in Lima.",
        "Chile and Peru signed a letter of intent in Lima.",
    ],
    "another one": [
        "Chile signed an agreement with Peru today.",
        "Another agreement was signed with Ghana.",
    ],
    "other numbers": [
        "Chile and Peru signed two agreements in Lima.",
        "Chile and Peru signed three agreements in Lima.",
    ],
    "other people, one agreement each": [
        "Minister Ann Vega signed one agreement today.",
        "Minister Luis Rojas signed one agreement today.",
    ],
    "other people": [
        "Minister Ann Vega signed an agreement today.",
        "Minister Luis Rojas signed an agreement today.",
    ],
    "one done, one planned": [
        "Chile signed an agreement with Peru today.",
        "Chile will sign an agreement with Peru next year.",
    ],
    "one done, one not": [
        "Chile signed an agreement with Peru today.",
        "No agreement on visas was signed.",
    ],
    "today and in 2021": [
        "Chile and Peru today signed a protocol to the treaty that they had signed in 2021.",
    ],
}


@pytest.mark.parametrize("paragraphs", list(ONE.values()), ids=list(ONE))
def test_mentions_that_agree_are_one_signing(signings: Signings, paragraphs: list[str]) -> None:
    assert len(signings(*paragraphs)) == 1


@pytest.mark.parametrize("paragraphs", list(TWO.values()), ids=list(TWO))
def test_mentions_that_differ_are_two_signings(signings: Signings, paragraphs: list[str]) -> None:
    assert len(signings(*paragraphs)) == 2


def test_two_agreements_of_one_day_each_keep_their_parties(signings: Signings) -> None:
    first, second = signings(
        "Chile signed an agreement with Peru today.",
        "The Government of Kenya signed an agreement with Ghana today.",
    )
    assert first["party"] == "Chile; Peru"
    assert second["party"] == "Ghana; Government of Kenya"


def test_people_who_sign_for_their_sides_fill_the_signing_before(signings: Signings) -> None:
    (event,) = signings(
        "Chile and Peru signed a treaty today.",
        "Ms. Ann Vega signed for Chile, and Mr. Luis Rojas signed for Peru.",
    )
    assert event["signatory"] == "Ann Vega; Luis Rojas"
    assert event["party"] == "Chile; Peru"
    assert event["date"] == "2024-06-20"


def test_where_the_signings_took_place_is_where_the_agreements_were_signed(
    signings: Signings,
) -> None:
    (event,) = signings(
        "Chile and Peru signed two agreements today.",
        "The signings took place at the University of Lima.",
    )
    assert (event["count"], event["place"]) == ("2", "University of Lima")


def test_a_signing_that_is_spoken_of_alone_is_none(signings: Signings) -> None:
    assert signings("The signing took place in Lima.") == []


def test_a_group_of_agreements_and_its_members(signings: Signings) -> None:
    found = signings(
        "Chile and Peru signed two agreements in Lima today.",
        "The first agreement, on fisheries, was signed by Minister Ann Vega.",
        "The second agreement, on railways, was signed by Minister Luis Rojas.",
    )
    assert [event["count"] for event in found] == ["2"]


def test_a_planned_signing_that_took_place_is_done(signings: Signings) -> None:
    (event,) = signings(
        "Chile and Peru signed a treaty in Lima today.",
        "The signing of the treaty will help farmers.",
    )
    assert "status" not in event


def test_the_more_precise_date_is_kept(signings: Signings) -> None:
    (event,) = signings(
        "Chile and Peru signed a treaty in June 2024.",
        "The treaty was signed on 3 June 2024.",
    )
    assert event["date"] == "2024-06-03"


def test_the_headlines_place_is_not_the_signings(signings: Signings) -> None:
    (event,) = signings(
        "Chile and Peru signed a treaty today.",
        title="Chile and Peru sign a treaty in Lima",
    )
    assert "place" not in event


def test_the_body_corrects_the_headline(signings: Signings) -> None:
    (event,) = signings(
        "Chile and Peru will sign a treaty tomorrow.",
        title="Chile and Peru sign treaty",
    )
    assert event["status"] == "Planned"
