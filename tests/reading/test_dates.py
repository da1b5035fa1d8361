"""Dates of headers and signature lines."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.dates import find_date, only_date

NONE = [
    "",
    "Wednesday",
    "September 2019",
    "31 February 2019",
    "9/10/19",  # September or October
    "version 3.14.2019.1",
    "2019-13-01",
    "12019-09-27",
]

FOUND = [
    ("September 27, 2019", (2019, 9, 27)),
    ("27 Sep 2019", (2019, 9, 27)),
    ("27th of September, 2019", (2019, 9, 27)),
    ("2019-09-27", (2019, 9, 27)),
    ("2019-09-27T10:00:00Z", (2019, 9, 27)),
    ("05 JUL 2017 3:15PM by PIB Delhi", (2017, 7, 5)),
    ("Posted On: 09 AUG 2026 2:31PM by PIB Delhi", (2026, 8, 9)),
    ("6 APRIL1999", (1999, 4, 6)),
    ("1 Oct 2011 Posted in Press releases", (2011, 10, 1)),
    ("Saturday, 01-Sep-2001 13:37:07 EST", (2001, 9, 1)),
    ("Sept. 5, 2024", (2024, 9, 5)),
    ("29/11/10", (2010, 11, 29)),
    ("(Posted 9/27/19)", (2019, 9, 27)),
    ("15.12.2025", (2025, 12, 15)),
    ("30 February 2019, rather 1 March 2019", (2019, 3, 1)),
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(("text", "date"), FOUND, ids=[text for text, _ in FOUND])
def test_a_date_is_found_in_every_form_that_headers_use(
    text: str, date: tuple[int, int, int]
) -> None:
    assert find_date(text) == dt.date(*date)


@pytest.mark.parametrize(
    "text",
    ["They met on 27 September 2019", "27 September 2019 was a Friday in Oslo", "Oslo, 1 May 2020"],
)
def test_a_line_with_more_than_a_date_is_no_date_line(text: str) -> None:
    assert only_date(text) is None


@pytest.mark.parametrize(
    "text", ["Friday, 27 September 2019", "27 SEPTEMBER 2019", "September 27, 2019, 4:30 p.m."]
)
def test_a_date_line_may_name_weekday_and_time(text: str) -> None:
    assert only_date(text) == dt.date(2019, 9, 27)


@given(st.dates(dt.date(1960, 1, 1), dt.date(2059, 12, 31)))
def test_every_day_is_read_back_from_long_and_iso_form(date: dt.date) -> None:
    assert find_date(date.isoformat()) == date
    assert only_date(f"{date.day} {date:%B} {date.year}") == date


@given(st.text(max_size=400))
def test_no_text_breaks_the_search(text: str) -> None:
    find_date(text)
    only_date(text)
