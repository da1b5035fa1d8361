"""When and where what happens on an occasion happens, told in another sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]

VISIT = "President Ann Vega will begin a state visit to Peru from June 24 to 26."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (VISIT, "Farmers cheered.", "Several agreements will be signed during the visit."),
            {"place": "Peru", "date": "2024-06"},
        ),
        (
            (VISIT, "The visit is to include the signing of several agreements."),
            {"place": "Peru", "date": "2024-06"},
        ),
        (
            (
                "A summit on water took place in Lima on June 18.",
                "At the summit, Chile and Peru signed a treaty.",
            ),
            {"place": "Lima", "date": "2024-06-18"},
        ),
        (
            (
                "A summit on water took place in Lima on June 18.",
                "At the summit, Chile and Peru signed a treaty in Cusco on June 19.",
            ),
            {"place": "Cusco", "date": "2024-06-19"},
        ),
        (
            (
                "A summit on water took place in Lima on June 18.",
                "Chile and Peru signed a treaty.",
            ),
            {},
        ),
        (
            (
                "She visited Ghana in May.",
                "A visit to Norway followed.",
                "Farmers cheered. Children sang. Bells rang. Boats sailed.",
                "Chile and Peru signed a treaty during the visit.",
            ),
            {"date": "2024-05"},
        ),
        (
            (
                "Delegations from Chile and Peru met in Lima on June 18.",
                "During the meeting, Chile signed a treaty with Norway.",
            ),
            {"place": "Lima", "date": "2024-06-18"},
        ),
        (
            (
                "A workshop on tides was held on June 18 at the Ministry of Ports.",
                "The workshop witnessed the signing of a treaty between Chile and Peru.",
            ),
            {"place": "Ministry of Ports", "date": "2024-06-18"},
        ),
        (
            (
                "A summit on water took place in Lima on June 18.",
                "At the World Harbour Summit, Chile and Peru signed a treaty.",
            ),
            {},
        ),
    ],
    ids=[
        "during the visit",
        "the visit includes",
        "at the summit",
        "its own place and day",
        "no occasion",
        "visits to two countries, neither near",
        "at a meeting that is told itself",
        "the workshop witnessed",
        "a summit with a name of its own",
    ],
)
def test_an_occasion_gives_its_place_and_its_day(
    facts_of: FactsOf, said: Said, paragraphs: tuple[str, ...], expected: dict[str, str]
) -> None:
    (event,) = said(facts_of(*paragraphs), "Signing")
    assert {k: v for k, v in event.items() if k in ("place", "date")} == expected


def test_a_signing_on_a_visit_is_between_the_publisher_and_the_state_visited(
    facts_of: FactsOf, said: Said
) -> None:
    facts = facts_of(
        VISIT,
        "Several agreements will be signed during the visit.",
        title="A warm welcome",
        publisher=("Ministry of Trade of Chile",),
    )
    assert said(facts, "Signing")[0]["party"] == "Chile; Peru"


def test_verbs_that_share_each_others_time_are_asked_once(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of(
        "A 12-count indictment returned by a grand jury was unsealed today after the arrest of six"
        " people, announced Jane Doe, an Attorney General."
    )
    (arrest,) = said(facts, "LegalAction")
    assert arrest["defendant"] == "six people"


def test_what_is_done_has_no_day_that_is_yet_to_come(facts_of: FactsOf, said: Said) -> None:
    facts = facts_of(
        "Peru, Chile and Ghana, which have signed the Whale Treaty, are glad. The signing of the"
        " Whale Treaty will be held in Lima on 7 August 2024."
    )
    done = [event for event in said(facts, "Signing") if "status" not in event]
    assert done
    assert not any("date" in event for event in done)
