"""Date expressions: find the words of a release that say when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.language import date_patterns as pattern
from pipeline.language.dating import DateKind, DateMention, Interval, exists
from pipeline.models import Span

__all__ = ["DateKind", "DateMention", "Interval", "find_dates"]


def find_dates(text: str, within: Sequence[Span] | None = None) -> tuple[DateMention, ...]:
    """The date expressions of a text, or of some stretches of it, in reading order.

    >>> [mention.span for mention in find_dates("Signed on Aug. 6 in Rome.")]
    [Span(start=10, end=16)]
    """
    spans = within if within is not None else ([Span(0, len(text))] if text else [])
    found = [mention for span in spans for mention in _candidates(text, span)]
    return tuple(_joined(text, _apart(found)))


def _candidates(text: str, within: Span) -> Iterator[DateMention]:
    """What each pattern takes for a date, with what stands around it."""
    for shape, read in _READERS:
        for match in shape.finditer(text, within.start, within.end):
            mention = read(match)
            if mention is not None:
                yield _placed(text, mention)


def _placed(text: str, mention: DateMention) -> DateMention:
    """The mention with its preposition, and whether it stands before a noun."""
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    preposition = pattern.PREPOSITION.search(before)
    noun = pattern.NOUN.match(text, mention.span.end)
    return replace(
        mention,
        preposition=preposition[1].lower() if preposition else None,
        attributive=mention.attributive
        or text.startswith(("'s ", "’s "), mention.span.end)
        or bool(noun and mention.month and pattern.DETERMINER.search(before)),
    )


def _apart(found: Iterable[DateMention]) -> list[DateMention]:
    """The mentions that do not overlap: the earliest first, and of those the longest."""
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
        elif kept[-1].span.end < mention.span.end and mention.day and not kept[-1].day:
            kept[-1] = mention
    return kept


def _joined(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Ranges of two whole dates made one, and "today, March 9, 2021" read as one date."""
    joined: list[DateMention] = []
    for mention in mentions:
        between = text[joined[-1].span.end : mention.span.start] if joined else ""
        if joined and _is_range(joined[-1], between, mention):
            joined[-1] = _range(joined[-1], mention)
        elif joined and _is_gloss(joined[-1], between, mention):
            joined[-1] = replace(mention, span=_over(joined[-1], mention))
        else:
            joined.append(mention)
            if between.strip(" ,") in {"and", "&"}:
                joined[-2:] = _listed(*joined[-2:])
    return joined


def _is_range(first: DateMention, between: str, second: DateMention) -> bool:
    if first.kind is DateKind.RELATIVE or second.kind is DateKind.RELATIVE or first.until:
        return False
    if (first.day is None) != (second.day is None) or (first.month is None) != (
        second.month is None
    ):
        return False
    word = between.strip(" ,").lower()
    return word in {"to", "until", "till", "through", "-", "–", "—"} or (
        word == "and" and first.preposition == "between"
    )


def _range(first: DateMention, second: DateMention) -> DateMention:
    """One mention from the first date to the second, which lends the first its year."""
    year, kind = first.year, first.kind
    if year is None and second.year is not None and first.month and second.month:
        year = second.year - (first.month > second.month)
        kind = DateKind.ABSOLUTE
    return replace(
        first, span=_over(first, second), year=year, kind=kind, until=second.until or second
    )


def _listed(first: DateMention, second: DateMention) -> tuple[DateMention, DateMention]:
    """Two dates joined by "and": the first takes the second's year, both date the same noun."""
    if (
        first.kind is DateKind.PARTIAL
        and second.year
        and (first.day is None) == (second.day is None)
    ):
        first = replace(first, kind=DateKind.ABSOLUTE, year=second.year)
    return first, replace(second, attributive=first.attributive or second.attributive)


def _is_gloss(first: DateMention, between: str, second: DateMention) -> bool:
    """Whether the second date says which day the first word, such as "today", is."""
    single = first.kind is DateKind.WEEKDAY or (
        first.kind is DateKind.RELATIVE
        and not first.word.endswith(("week", "month", "year", "ago"))
    )
    written = second.kind in {DateKind.ABSOLUTE, DateKind.PARTIAL} and second.day is not None
    return single and written and second.preposition is None and between in {", ", " ", " (", ","}


def _over(first: DateMention, second: DateMention) -> Span:
    return Span(first.span.start, second.span.end)


Reader = Callable[[re.Match[str]], DateMention | None]


def _day_and_month(match: re.Match[str]) -> DateMention | None:
    """A day of a month, or a range of days of one month."""
    year, word = _year(match)
    month, day = _month(match["month"]), int(match["day"])
    last = int(match["day2"]) if match["day2"] else None
    if not exists(year, month, day) or not exists(year, month, last):
        return None
    kind = DateKind.PARTIAL if year is None else DateKind.ABSOLUTE
    weekday = _weekday(match["weekday"])
    mention = DateMention(_inner(match), kind, year, month, day, weekday, word)
    if last is None or last <= day:
        return mention
    return replace(mention, until=replace(mention, day=last, weekday=None))


def _month_and_year(match: re.Match[str]) -> DateMention | None:
    year, word = _year(match)
    kind = DateKind.PARTIAL if year is None else DateKind.ABSOLUTE
    month = _month(match["month"])
    mention = DateMention(_inner(match), kind, year, month, word=word)
    if match["month1"] is None:
        return mention
    first = _month(match["month1"])
    begun = year - (first > month) if year is not None else None
    return replace(mention, year=begun, month=first, until=mention)


def _month_alone(match: re.Match[str]) -> DateMention | None:
    after = match.string[match.end() : match.end() + 8]
    if match["month"].lower() in pattern.NAMES and re.match(r"\s+[A-Z]|\s+(?:on|for|of)\b", after):
        return None
    step = (match["step"] or "").lower().split()
    start = match.start("step") if step else match.start("month")
    end = match.end("month") - match["month"].endswith(".") * (after[:2].strip() == "")
    return DateMention(
        Span(start, end), DateKind.PARTIAL, month=_month(match["month"]), word=_last(step)
    )


def _last(step: Sequence[str]) -> str:
    """Which way the words lead: "this past" is "last"."""
    return {"past": "last", "coming": "next"}.get(step[-1], step[-1]) if step else ""


def _year_alone(match: re.Match[str]) -> DateMention | None:
    """A year, or a span of years, where the words around it say that it is one."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    lead = pattern.YEAR_LEAD.search(before)
    if lead and pattern.OF_LAW.search(before[: lead.start()]):
        return None
    if lead and match["more"]:
        return _years(match)
    span, year = Span(*match.span("year")), int(match["year"])
    before_noun = bool(
        pattern.DETERMINER.search(before) and pattern.NOUN.match(match.string, match.end())
    )
    if match["more"] or not (lead or before_noun):
        return None
    return DateMention(span, DateKind.ABSOLUTE, year, attributive=before_noun)


def _years(match: re.Match[str]) -> DateMention | None:
    """A span of years: "2005 - 2010", "2017-18"."""
    year = int(match["year"])
    last = int(str(year)[: 4 - len(match["year2"])] + match["year2"])
    if not year < last <= year + 100:
        return None
    span = Span(*match.span())
    end = DateMention(span, DateKind.ABSOLUTE, last)
    return DateMention(span, DateKind.ABSOLUTE, year, until=end)


def _iso(match: re.Match[str]) -> DateMention | None:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    if not exists(year, month, day) or not 1500 <= year < 2200:
        return None
    return DateMention(Span(*match.span()), DateKind.ABSOLUTE, year, month, day)


def _figures(match: re.Match[str]) -> DateMention | None:
    """A date in figures; where day and month could be either way round, its year alone."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        if match["mark"] != "/":
            return None
        year += 2000 if year < 70 else 1900
    orders = {(a, b), (b, a)} if match["mark"] == "/" else {(b, a)}
    possible = {(m, d) for m, d in orders if m and d and exists(year, m, d)}
    span = Span(*match.span())
    if not possible:
        return None
    month, day = possible.pop() if len(possible) == 1 else (None, None)
    return DateMention(span, DateKind.ABSOLUTE, year, month, day)


def _weekday_alone(match: re.Match[str]) -> DateMention | None:
    text = match.string
    if match["step"] is None and _is_barred(text, match.start()):
        return None
    if pattern.PAPERS.match(text, match.end()) or text[match.end() : match.end() + 1] == "-":
        return None
    step, day = (match["step"] or "").lower().split(), match["day"]
    kind = DateKind.DAY_OF_MONTH if day else DateKind.WEEKDAY
    return DateMention(
        Span(*match.span()),
        kind,
        day=int(day) if day else None,
        weekday=_weekday(match["weekday"]),
        word="" if day else _last(step),
    )


def _relative(match: re.Match[str]) -> DateMention | None:
    word = _folded(match["word"])
    if word.startswith(("last", "next")) and _is_barred(match.string, match.start()):
        return None
    day = int(match["day"]) if match["day"] else None
    kind = DateKind.DAY_OF_MONTH if day else DateKind.RELATIVE
    return DateMention(Span(*match.span()), kind, day=day, word=word)


def _ago(match: re.Match[str]) -> DateMention | None:
    if pattern.INEXACT.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return DateMention(Span(*match.span()), DateKind.RELATIVE, word=_folded(match[0]))


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _day_alone(match: re.Match[str]) -> DateMention | None:
    day = int(match["bracketed"] or match["day"])
    word = f"{match['which']} month" if match["which"] else ""
    group = "bracketed" if match["bracketed"] else "day"
    start = (
        match.start() if match["bracketed"] else match.string.rindex("the", 0, match.start(group))
    )
    return DateMention(Span(start, match.end()), DateKind.DAY_OF_MONTH, day=day, word=word)


def _is_barred(text: str, start: int) -> bool:
    """Whether the word before turns the date words into something else: "Black Friday"."""
    return pattern.NOT_BEFORE.search(text, max(0, start - 25), start) is not None


def _year(match: re.Match[str]) -> tuple[int | None, str]:
    """The year of a match, or the words such as "last year" that say it."""
    if match["year"]:
        return int(match["year"]), ""
    if match["short"]:
        return 2000 + int(match["short"]) - (100 if int(match["short"]) >= 70 else 0), ""
    return None, f"{match['which']} year" if match["which"] else ""


def _month(words: str) -> int:
    return pattern.MONTH_OF[words.lower().rstrip(".")]


def _weekday(words: str | None) -> int | None:
    return pattern.WEEKDAY_OF[words[:3].lower()] if words else None


def _inner(match: re.Match[str]) -> Span:
    """The date words of a match without a leading article."""
    lead = re.match(r"the\s+", match[0])
    return Span(match.start() + (lead.end() if lead else 0), match.end())


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern.DAY_MONTH, _day_and_month),
    (pattern.MONTH_DAY, _day_and_month),
    (pattern.MONTH_YEAR, _month_and_year),
    (pattern.MONTH_ALONE, _month_alone),
    (pattern.YEAR, _year_alone),
    (pattern.ISO, _iso),
    (pattern.FIGURES, _figures),
    (pattern.WEEKDAY_ALONE, _weekday_alone),
    (pattern.RELATIVE, _relative),
    (pattern.AGO, _ago),
    (pattern.DAY_ALONE, _day_alone),
)
