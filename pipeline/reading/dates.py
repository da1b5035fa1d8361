"""Dates as headers, datelines and signature lines write them: one day each, English months."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR} ?[-–./] ?(?P<number>\d\d) ?[-–./] ?(?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_DAY}[ -]{{0,2}}(?:of )?{_MONTH}[ ,-]{{0,3}}{_YEAR}(?!\d)",
        rf"(?<![a-z]){_MONTH} {{0,2}}{_DAY} ?,? {{0,2}}{_YEAR}(?!\d)",
        rf"(?<![\d.]){_DAY}\.(?P<number>\d\d?)\.{_YEAR}(?!\d)",
        r"(?<![\d/])(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<short>(?:(?:19|20)\d\d|\d\d))(?![\d/])",
    )
)

#: What may stand around a date on a line that is only a date.
_AROUND = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|date|dated|posted|on|at"
    r"|issued|published|released?|updated|edited|time|\d{1,2}[:.]\d\d(?::\d\d)?|a\.?m|p\.?m"
    r"|e[ds]?t|gmt|ist|by PIB [A-Z]\w+|by|[\s,;:.|()\[\]–—-])+",
    re.IGNORECASE,
)


def find_date(text: str) -> dt.date | None:
    """The first full date in a short text; None where day, month or year is missing or unclear.

    >>> find_date("Posted on 05 JUL 2017 3:15PM by PIB Delhi")
    datetime.date(2017, 7, 5)
    >>> find_date("9/10/19") is None  # September or October?
    True
    """
    found = _search(text)
    return found[0] if found else None


def only_date(text: str) -> dt.date | None:
    """The date of a line that holds a date, a weekday, a time and nothing else.

    >>> only_date("Thursday, August 29, 2013")
    datetime.date(2013, 8, 29)
    >>> only_date("On 27 September 2019 they signed") is None
    True
    """
    if len(text) > 100 or not (found := _search(text)):
        return None
    date, start, end = found
    around = f"{text[:start]} {text[end:]}"
    return date if _AROUND.fullmatch(around) else None


def _search(text: str) -> tuple[dt.date, int, int] | None:
    hits = (_first(form, text[:300]) for form in _FORMS)
    return min((hit for hit in hits if hit), key=lambda hit: hit[1], default=None)


def _first(form: re.Pattern[str], text: str) -> tuple[dt.date, int, int] | None:
    for match in form.finditer(text):
        if date := _date(match.groupdict()):
            return date, match.start(), match.end()
    return None


def _date(parts: dict[str, str | None]) -> dt.date | None:
    if parts.get("short"):
        return _numeric(int(parts["first"] or 0), int(parts["second"] or 0), parts["short"] or "")
    month = parts.get("month")
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(parts.get("number") or 0)
    return _day(int(parts["year"] or 0), number, int(parts["day"] or 0))


def _numeric(first: int, second: int, year: str) -> dt.date | None:
    """A date of two numbers and a year, only where one number cannot be a month."""
    century = 0 if len(year) == 4 else (1900 if int(year) > 60 else 2000)
    if first > 12 or first == second:
        return _day(int(year) + century, second, first)
    return _day(int(year) + century, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
