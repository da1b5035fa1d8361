"""When and where events were that tell it only by the visit or the appointments they belong to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.models import Facts

FactsOf = Callable[..., Facts]
Said = Callable[[Facts, str], list[dict[str, str]]]

MET = {"participant": "Ada Moyo; Ivo Horvat"}
WILL_MEET = MET | {"status": "Planned"}
IN_PERU = {"place": "Peru", "date": "2024-07-04"}
IN_JULY = {"place": "Peru", "date": "2024-07"}


@pytest.mark.parametrize(
    ("paragraphs", "meeting"),
    [
        pytest.param(
            (
                "Minister Ada Moyo will undertake a visit to Peru from July 4 to 6.",
                "During the visit, Minister Moyo will meet Premier Ivo Horvat.",
            ),
            WILL_MEET | IN_JULY,
            id="during the visit",
        ),
        pytest.param(
            ("Minister Ada Moyo will travel to Peru on July 4. She will meet Premier Ivo Horvat.",),
            WILL_MEET | IN_PERU,
            id="planned by the visitor",
        ),
        pytest.param(
            (
                "Minister Ada Moyo left this morning for Peru.",
                "The visit, scheduled from July 4 to 6, is her first.",
                "During the visit she will meet Premier Ivo Horvat.",
            ),
            WILL_MEET | IN_JULY,
            id="the day of the departure is not that of the visit",
        ),
        pytest.param(
            (
                "Minister Ada Moyo will visit Peru from July 4 to 6.",
                "Minister Lea Sand will meet Premier Ivo Horvat.",
            ),
            {"participant": "Ivo Horvat; Lea Sand", "status": "Planned"},
            id="someone else's meeting",
        ),
        pytest.param(
            (
                "Minister Ada Moyo will visit Peru in July and Chile in August.",
                "She will meet Premier Ivo Horvat.",
            ),
            WILL_MEET,
            id="one of two visits",
        ),
        pytest.param(
            (
                "Minister Ada Moyo will visit Peru from July 4 to 6.",
                "She met Premier Ivo Horvat in 2019.",
            ),
            MET | {"date": "2019"},
            id="a meeting before the visit",
        ),
        pytest.param(
            ("Minister Ada Moyo flew to Peru on 4 June and met with Premier Ivo Horvat.",),
            MET | {"place": "Peru", "date": "2024-06-04"},
            id="in one sentence",
        ),
        pytest.param(
            ("Minister Ada Moyo hosted Premier Ivo Horvat during his visit to Peru in May 2023.",),
            MET | {"place": "Peru", "date": "2023-05"},
            id="the visit of the other",
        ),
    ],
)
def test_meeting_is_where_the_visit_is(
    facts_of: FactsOf, said: Said, paragraphs: tuple[str, ...], meeting: dict[str, str]
) -> None:
    """A meeting of a visitor has the date and the place of the visit, if it is part of it."""
    found = said(facts_of(*paragraphs), "Meeting")
    assert [{k: v for k, v in m.items() if k != "topic"} for m in found] == [meeting]


def test_schedule_tells_plans(facts_of: FactsOf, said: Said) -> None:
    """What a schedule tells in the present tense is planned for its day."""
    facts = facts_of(
        "9:00 a.m. Minister Moyo meets with Premier Ivo Horvat.",
        title="Public Schedule of Minister Ada Moyo",
    )
    assert said(facts, "Meeting") == [WILL_MEET | {"date": "2024-06-20"}]


LED = "The Minister for Law has appointed two new members to the Harbour Board from 1 July 2024."


@pytest.mark.parametrize(
    ("paragraphs", "appointments"),
    [
        pytest.param(
            (LED, "Dr. Ann Po will be appointed for two years."),
            [
                {
                    "appointee": "Ann Po",
                    "appointedBy": "Minister for Law",
                    "organization": "Harbour Board",
                    "post": "member",
                    "date": "2024-07-01",
                    "status": "Planned",
                }
            ],
            id="who appoints to what and when",
        ),
        pytest.param(
            (LED, "Dr. Ann Po was appointed Director of the Bureau of Mines in 2009."),
            [],
            id="not the past of someone introduced",
        ),
        pytest.param(
            ("Dr. Ann Po will serve as Director of the Bureau of Mines.",),
            [],
            id="serving tells of none by itself",
        ),
        pytest.param(
            (
                "President Ada Moyo announced her intent to appoint the following individuals:",
                "Ann Po, to be Director of the Bureau of Mines for a term of two years",
            ),
            [
                {
                    "appointee": "Ann Po",
                    "appointedBy": "Ada Moyo",
                    "organization": "Bureau of Mines",
                    "post": "Director of the Bureau of Mines",
                    "status": "Planned",
                }
            ],
            id="a list of those to be appointed",
        ),
    ],
)
def test_appointments_share_what_is_told_of_all(
    facts_of: FactsOf, said: Said, paragraphs: tuple[str, ...], appointments: list[dict[str, str]]
) -> None:
    """What a release tells of all its appointments together holds for each."""
    assert said(facts_of(*paragraphs), "Appointment") == appointments
