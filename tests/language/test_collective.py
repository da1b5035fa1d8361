"""Several signings announced together and then told one by one."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]

LEAD = "Two memoranda of understanding were signed today between Chile and Peru."
FISH = "A memorandum between the Chile Fish Board and the Peru Fish Board on young fish."
RAIL = "A memorandum between the Chile Rail Board and the Peru Rail Board on tracks."


def test_those_told_one_by_one_have_the_day_of_the_announcement(
    facts_of: FactsOf, said: Said
) -> None:
    events = said(facts_of(LEAD, FISH, RAIL), "Signing")
    assert [(e["party"], e["date"]) for e in events] == [
        ("Chile Fish Board; Peru Fish Board", "2024-06-20"),
        ("Chile Rail Board; Peru Rail Board", "2024-06-20"),
    ]


def test_an_announcement_of_which_nothing_more_is_told_stays(facts_of: FactsOf, said: Said) -> None:
    (event,) = said(facts_of(LEAD, "Farmers cheered."), "Signing")
    assert event["count"] == "2"


def test_one_of_them_alone_does_not_stand_for_all(facts_of: FactsOf, said: Said) -> None:
    assert len(said(facts_of(LEAD, FISH), "Signing")) == 2
