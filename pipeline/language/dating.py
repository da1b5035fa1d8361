"""A date expression and where it falls on the calendar, seen from the day of the release."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.models import PartialDate, Span

#: A date without a year that would lie further than this on the wrong side of the release is taken
#: into the neighbouring year: half a year, so that the nearer of the two years wins.
HALF_A_YEAR = dt.timedelta(days=183)

Interval = tuple[PartialDate | None, PartialDate | None]


class DateKind(StrEnum):
    """How a date expression says when."""

    ABSOLUTE = "absolute"  # with a year: "27 September 2019", "October 2024", "in 2021"
    PARTIAL = "partial"  # a month without a year: "Aug. 6", "last October"
    WEEKDAY = "weekday"  # "on Wednesday", "this past Tuesday"
    RELATIVE = "relative"  # "today", "last month", "three years ago"
    DAY_OF_MONTH = "day of month"  # "the 21st of this month", "(05th)"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression of a release.

    ``span`` holds the date words without their preposition; ``word`` is what ties the date to the
    day of the release ("today", "last month", the "last" of "last October"), in lower case.
    ``attributive`` tells that the date stands before a noun and dates that noun rather than the
    clause ("a 2021 agreement"); ``until`` is the end of a range.
    """

    span: Span
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    word: str = ""
    preposition: str | None = None
    attributive: bool = False
    until: DateMention | None = None

    def resolve(self, anchor: dt.date | None, future: bool = False) -> Interval:
        """The first and, for a range, the last date meant, as precise as the words.

        ``anchor`` is the day of the release; ``future`` tells that the clause speaks of what is
        to come. What the words do not decide is None.
        """
        start = _point(self, anchor, future)
        if self.until is None:
            return start, None
        end = _point(self.until, anchor, future)
        if end is None or start is None or end.iso[: len(start.iso)] < start.iso[: len(end.iso)]:
            return start, None
        return start, end


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day; without a year, whether a leap year has it."""
    if month is None or day is None:
        return True
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]


def _point(mention: DateMention, anchor: dt.date | None, future: bool) -> PartialDate | None:
    if mention.kind is DateKind.ABSOLUTE:
        return _written(mention.year, mention.month, mention.day)
    if anchor is None:
        return None
    if mention.kind is DateKind.PARTIAL:
        return _partial(mention, anchor, future)
    if mention.kind is DateKind.WEEKDAY:
        return _whole(_weekday(mention, anchor, future))
    if mention.kind is DateKind.DAY_OF_MONTH:
        return _day_of_month(mention, anchor, future)
    return _relative(mention.word, anchor)


def _written(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """The date with as many parts as are known, the largest first."""
    if year is None:
        return None
    if month is None:
        return PartialDate(f"{year:04}")
    if day is None:
        return PartialDate(f"{year:04}-{month:02}")
    return PartialDate(f"{year:04}-{month:02}-{day:02}") if exists(year, month, day) else None


def _whole(day: dt.date) -> PartialDate:
    return PartialDate(day.isoformat())


def _partial(mention: DateMention, anchor: dt.date, future: bool) -> PartialDate | None:
    """A month, with or without its day, in the year that the release speaks from."""
    month, day = mention.month or 1, mention.day
    if mention.word.endswith("year"):
        year = anchor.year + _step(mention.word)
    elif mention.word in {"last", "next"}:
        year = _year_beside(month, anchor, _step(mention.word))
    elif mention.weekday is not None and day is not None:
        return _on_weekday(month, day, mention.weekday, anchor)
    else:
        year = _likely_year(month, day, anchor, future)
    return _written(year, month, day)


def _step(words: str) -> int:
    """How many steps along the calendar "last", "this" and "next" lead."""
    return {"last": -1, "past": -1, "next": 1}.get(words.partition(" ")[0], 0)


def _year_beside(month: int, anchor: dt.date, step: int) -> int:
    """The year of the latest such month before the anchor's month, or of the first after it."""
    if step < 0:
        return anchor.year - (month >= anchor.month)
    return anchor.year + (month <= anchor.month)


def _likely_year(month: int, day: int | None, anchor: dt.date, future: bool) -> int:
    """The anchor's year, or its neighbour where the date would lie on the wrong side."""
    moment = dt.date(anchor.year, month, min(day or 15, calendar.monthrange(anchor.year, month)[1]))
    if not future and moment - anchor > HALF_A_YEAR:
        return anchor.year - 1
    if future and anchor - moment > HALF_A_YEAR:
        return anchor.year + 1
    return anchor.year


def _on_weekday(month: int, day: int, weekday: int, anchor: dt.date) -> PartialDate | None:
    """The date nearest to the anchor on which this day of the year is that weekday.

    A weekday returns to its date within six years; further off than the neighbouring
    years, the weekday is rather a slip and the anchor's year is kept.
    """
    years = range(anchor.year - 1, anchor.year + 2)
    days = [dt.date(y, month, day) for y in years if exists(y, month, day)]
    fitting = [d for d in days if d.weekday() == weekday]
    if not fitting:
        return _written(anchor.year, month, day)
    return _whole(_nearest(fitting, anchor))


def _nearest(days: Iterable[dt.date], anchor: dt.date) -> dt.date:
    return min(days, key=lambda d: (abs(d - anchor), d))


def _weekday(mention: DateMention, anchor: dt.date, future: bool) -> dt.date:
    """The last such day on or before the anchor, or the first after it."""
    back = (anchor.weekday() - (mention.weekday or 0)) % 7
    if mention.word == "next" or (future and mention.word != "last"):
        return anchor + dt.timedelta(days=7 - back)
    if mention.word == "last" and back == 0:
        back = 7
    return anchor - dt.timedelta(days=back)


def _day_of_month(mention: DateMention, anchor: dt.date, future: bool) -> PartialDate | None:
    """A day whose month is the anchor's, a neighbour's ("of last month") or the nearest."""
    if mention.word.endswith("month"):
        year, month = _month_beside(anchor, _step(mention.word))
        return _written(year, month, mention.day)
    base = _moment(mention.word, anchor)
    months = [_month_beside(base or anchor, step) for step in (-1, 0, 1)]
    day = mention.day or 1
    days = [dt.date(y, m, day) for y, m in months if exists(y, m, day)]
    if base is None:
        days = [d for d in days if (d >= anchor if future else d <= anchor)]
    return _whole(_nearest(days, base or anchor)) if days else None


def _month_beside(anchor: dt.date, step: int) -> tuple[int, int]:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + step, 12)
    return year, month + 1


#: Words for a single day and how far it lies from the day of the release.
_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}

_NUMBERS = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **{w: n for n, w in enumerate("two three four five six seven eight nine ten".split(), 2)},
}


def _moment(words: str, anchor: dt.date) -> dt.date | None:
    """The single day that words such as "earlier today" or "yesterday" stand for."""
    shift = _DAYS.get(re.sub(r"^(?:earlier|later|late|early) ", "", words))
    return None if shift is None else anchor + dt.timedelta(days=shift)


def _relative(words: str, anchor: dt.date) -> PartialDate | None:
    """The day, month or year that relative words stand for, no more precise than they are."""
    day = _moment(words, anchor)
    if day is not None:
        return _whole(day)
    *lead, unit = words.split()
    if unit == "ago":
        return _ago(lead[-2], lead[-1].removesuffix("s"), anchor)
    return _unit_beside(unit, _step(" ".join(lead[-1:])), anchor)


def _ago(count: str, unit: str, anchor: dt.date) -> PartialDate | None:
    steps = _NUMBERS.get(count) or int(count)
    if unit == "day":
        return _whole(anchor - dt.timedelta(days=steps))
    return _unit_beside(unit, -steps, anchor)


def _unit_beside(unit: str, step: int, anchor: dt.date) -> PartialDate | None:
    if unit == "month":
        return _written(*_month_beside(anchor, step), None)
    if unit in {"week", "weekend"}:
        return _week(anchor + dt.timedelta(weeks=step))
    return _written(anchor.year + step, None, None)


def _week(day: dt.date) -> PartialDate | None:
    """The month, else the year, in which the whole week of this day lies."""
    monday = day - dt.timedelta(days=day.weekday())
    sunday = monday + dt.timedelta(days=6)
    if monday.year != sunday.year:
        return None
    return _written(day.year, day.month if monday.month == sunday.month else None, None)
