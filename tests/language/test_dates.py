"""Date expressions: what counts as one, and which day, month or year it means."""

from __future__ import annotations

import datetime as dt
import itertools
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.dates import DateKind, find_dates
from pipeline.models import Span
from tests.growth import spent

#: A Wednesday.
ANCHOR = dt.date(2026, 8, 12)


def words(text: str) -> list[str]:
    return [mention.span.of(text) for mention in find_dates(text)]


def resolved(text: str, *, future: bool = False) -> tuple[str | None, str | None]:
    (mention,) = find_dates(text)
    start, end = mention.resolve(ANCHOR, future=future)
    return start.iso if start else None, end.iso if end else None


@pytest.mark.parametrize(
    "text",
    [
        "We may 5 times ask.",
        "The March on the capital went ahead.",
        "They set out in March on the capital.",
        "Section 2019 applies.",
        "the 2030 Agenda for Sustainable Development",
        "Vision 2030 is ours.",
        "the Fisheries Act of 2002",
        "Executive Order 14024",
        "see page 2019",
        "(50 U.S.C. 1701)",
        "open 24/7",
        "a fee of Rs. 2026",
        "a report by April Smith",
        "Minister June Park spoke.",
        "the Second World War",
        "in FY 2022",
        "in fiscal year 2022",
        "over the last two years",
        "in the last year",
        "over two years ago",
        "in the 1990s",
        "by 2000 participants",
        "Resolution 2231 (2015)",
        "Monday to Friday from nine",
        "Black Friday sales",
        "every Monday",
        "by 1 November each year",
        "version 11.2.3.4",
        "a $2021 bill",
    ],
)
def test_words_that_only_look_like_a_date_are_none(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on September 27, 2019", "2019-09-27", None),
        ("on 27 Sep. 2019", "2019-09-27", None),
        ("on 05 th August,2026 at the hall", "2026-08-05", None),
        ("on the 5th of August 2026", "2026-08-05", None),
        ("this 11th day of September, 2001", "2001-09-11", None),
        ("on Friday, 5 June 2026", "2026-06-05", None),
        ("in March 2021", "2021-03", None),
        ("MARCH 2021", "2021-03", None),
        ("since Sept ’19", "2019-09", None),
        ("in 2021", "2021", None),
        ("a 2021 agreement", "2021", None),
        ("during the year 2012", "2012", None),
        ("September 23-24, 2022", "2022-09-23", "2022-09-24"),
        ("5 to 7 June 2023", "2023-06-05", "2023-06-07"),
        ("on 5, 6 and 7 June 2020", "2020-06-05", "2020-06-07"),
        ("from 5 July to 9 August 2020", "2020-07-05", "2020-08-09"),
        ("from 28 December to 3 January 2021", "2020-12-28", "2021-01-03"),
        ("between 31 July 2021 and 30 September 2021", "2021-07-31", "2021-09-30"),
        ("June 10-July 5, 2019", "2019-06-10", "2019-07-05"),
        ("from September 2019 to June 2020", "2019-09", "2020-06"),
        ("from 2005 - 2010", "2005", "2010"),
        ("in 2017-18", "2017", "2018"),
        ("on 11.08.2026", "2026-08-11", None),
        ("on 9/27/19", "2019-09-27", None),
        ("on 2019-09-27", "2019-09-27", None),
        ("on 8/7/2010", "2010", None),
        ("today, March 9, 2021", "2021-03-09", None),
    ],
)
def test_a_date_with_its_year_means_the_same_from_anywhere(
    text: str, start: str, end: str | None
) -> None:
    (mention,) = find_dates(text)
    assert mention.kind is DateKind.ABSOLUTE
    assert tuple(d and d.iso for d in mention.resolve(None)) == (start, end)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("today", "2026-08-12", "2026-08-12"),
        ("earlier today", "2026-08-12", "2026-08-12"),
        ("this evening", "2026-08-12", "2026-08-12"),
        ("yesterday", "2026-08-11", "2026-08-11"),
        ("tomorrow", "2026-08-13", "2026-08-13"),
        ("on Wednesday", "2026-08-12", "2026-08-19"),
        ("on Tuesday", "2026-08-11", "2026-08-18"),
        ("this past Tuesday", "2026-08-11", "2026-08-11"),
        ("last Wednesday", "2026-08-05", "2026-08-05"),
        ("next Monday", "2026-08-17", "2026-08-17"),
        ("on Aug. 6", "2026-08-06", "2026-08-06"),
        ("Thursday, Aug. 6", "2026-08-06", "2026-08-06"),
        ("Wednesday, Aug. 6", "2025-08-06", "2025-08-06"),
        ("on 3 March", "2026-03-03", "2026-03-03"),
        ("on 3 January", "2026-01-03", "2027-01-03"),
        ("1 October this year", "2026-10-01", "2026-10-01"),
        ("in October", "2026-10", "2026-10"),
        ("last October", "2025-10", "2025-10"),
        ("since April last year", "2025-04", "2025-04"),
        ("earlier this month", "2026-08", "2026-08"),
        ("last month", "2026-07", "2026-07"),
        ("next month", "2026-09", "2026-09"),
        ("last year", "2025", "2025"),
        ("later this year", "2026", "2026"),
        ("last week", "2026-08", "2026-08"),
        ("three years ago", "2023", "2023"),
        ("two months ago", "2026-06", "2026-06"),
        ("today (05) at the hall", "2026-08-05", "2026-08-05"),
        ("yesterday (11)", "2026-08-11", "2026-08-11"),
        ("this morning (12)", "2026-08-12", "2026-08-12"),
        ("the meeting (05th)", "2026-08-05", "2026-09-05"),
        ("the 21st of this month", "2026-08-21", "2026-08-21"),
        ("on the 21st, they met", "2026-07-21", "2026-08-21"),
    ],
)
def test_a_date_without_its_year_is_seen_from_the_day_of_the_release(
    text: str, past: str, future: str
) -> None:
    assert resolved(text)[0] == past
    assert resolved(text, future=True)[0] == future
    (mention,) = find_dates(text)
    assert mention.resolve(None) == (None, None)


def test_a_date_far_on_the_wrong_side_belongs_to_the_neighbouring_year() -> None:
    (mention,) = find_dates("signed on December 20")
    assert [d and d.iso for d in mention.resolve(dt.date(2022, 1, 10))] == ["2021-12-20", None]


def test_a_week_that_spans_two_months_keeps_only_the_year() -> None:
    (mention,) = find_dates("last week")
    assert [d and d.iso for d in mention.resolve(dt.date(2026, 9, 9))] == ["2026", None]


@pytest.mark.parametrize(
    ("text", "span", "preposition"),
    [
        ("signed on 5 May 2020 in Rome", "5 May 2020", "on"),
        ("since early 2019", "2019", "since"),
        ("by the end of 2021", "2021", "by"),
        ("it was signed today", "today", None),
        ("In October, they met", "October", "in"),
    ],
)
def test_the_preposition_stands_beside_the_date_words(
    text: str, span: str, preposition: str | None
) -> None:
    (mention,) = find_dates(text)
    assert (mention.span.of(text), mention.preposition) == (span, preposition)


@pytest.mark.parametrize(
    ("text", "attributive"),
    [
        ("an April 8 meeting", [True]),
        ("the March 2, 2023, and April 17, 2023, announcements", [True, True]),
        ("Wednesday’s talks", [True]),
        ("the 2019 visit", [True]),
        ("they met on the 5th of May and left", [False]),
        ("signed on April 8 in Oslo", [False]),
    ],
)
def test_a_date_before_a_noun_dates_the_noun(text: str, attributive: list[bool]) -> None:
    assert [mention.attributive for mention in find_dates(text)] == attributive


def test_dates_in_a_list_share_the_year_of_the_last() -> None:
    first, second = find_dates("in February and March 1996")
    assert (first.year, second.year) == (1996, 1996)


def test_only_the_given_stretches_are_read() -> None:
    text = "Signed in May 2020. Renewed in June 2021."
    assert [m.span.of(text) for m in find_dates(text, [Span(20, len(text))])] == ["June 2021"]


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: dt.date) -> None:
    month = day.strftime("%B")
    for text in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.strftime('%A')}, {day.day} {month} {day.year}",
    ):
        (mention,) = find_dates(text)
        start, _ = mention.resolve(None)
        assert start is not None
        assert start.iso == day.isoformat()


@given(
    st.text(
        alphabet="0123456789 ./-,()thMay JuneofMonday'’of in on to and last year\n", max_size=200
    )
)
def test_mentions_are_in_order_and_apart_in_any_text(text: str) -> None:
    mentions = find_dates(text)
    for one, next_one in itertools.pairwise(mentions):
        assert one.span.end <= next_one.span.start
    for mention in mentions:
        assert mention.span.end <= len(text)
        mention.resolve(ANCHOR)
        mention.resolve(ANCHOR, future=True)


@pytest.mark.parametrize("unit", ["1 ", "May ", "5, ", "the ", "last ", "5 and ", "(", "Monday "])
def test_long_runs_of_date_like_words_take_time_in_proportion(unit: str) -> None:
    short, long = (
        spent(partial(find_dates, unit * (size // len(unit)))) for size in (5_000, 20_000)
    )
    assert long < 8 * short + 0.01  # four times the text; by its square it would be sixteen
