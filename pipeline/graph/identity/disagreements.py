"""What releases say differently of one thing: its day, its sides, its amount, its holder."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pipeline.graph.identity.deals import Deal
from pipeline.graph.identity.names import fold
from pipeline.graph.identity.profiles import Happening, country_of
from pipeline.graph.identity.tenures import Overlap, Tenure

#: Days by which two releases may differ about one day: farther apart it is likelier another thing.
_NEAR = 31

#: Agreements of one title that are compared: a title of more tells no instrument from others.
_BLOCK = 40

#: The steps of a case that a defendant goes through once.
_ONCE = frozenset({"Conviction", "Plea", "Sentencing"})


@dataclass(frozen=True, slots=True, order=True)
class Disagreement:
    """That two releases say of one thing what cannot both be so.

    ``over`` is date, party, amount or holder; ``between`` are the things as each release has them,
    ``told`` says in words what each says, ``passages`` where.
    """

    over: str
    between: tuple[str, str]
    told: str
    passages: tuple[str, ...] = ()


def over_holders(found: Iterable[Overlap]) -> Iterator[Disagreement]:
    """The offices of one person in which releases show two at one time."""
    for overlap in found:
        one, other = overlap.one, overlap.other
        passages = tuple(dict.fromkeys((*one.passages[:1], *other.passages[:1])))
        told = f"{_shown(one)}; {_shown(other)}"
        between = min(one.holder, other.holder), max(one.holder, other.holder)
        yield Disagreement("holder", between, told, passages)


def _shown(tenure: Tenure) -> str:
    first, last = tenure.span
    days = first if first == last else f"{first} to {last}"
    return (
        f"{'acting ' if tenure.acting else ''}{tenure.title} of {tenure.seat.owner}: "
        f"{tenure.holder.rpartition('/')[2]}, {days}, in {tenure.shown} "
        f"release{'s' if tenure.shown > 1 else ''}"
    )


def over_agreements(
    deals: Mapping[str, Deal], passages: Mapping[str, str]
) -> Iterator[Disagreement]:
    """The agreements of one title that two releases date or give sides differently."""
    by_title: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for iri, deal in sorted(deals.items()):
        for title in deal.titles:
            by_title[title].append(iri)
    pairs = {
        pair for iris in by_title.values() if len(iris) <= _BLOCK for pair in combinations(iris, 2)
    }
    for one, other in sorted(pairs):
        for over, told in _unlike(deals[one], deals[other]):
            shown = tuple(passages[iri] for iri in (one, other) if iri in passages)
            yield Disagreement(over, (one, other), told, shown)


def _unlike(one: Deal, other: Deal) -> Iterator[tuple[str, str]]:
    mine, theirs = _sides(one), _sides(other)
    if one.documents & other.documents or len(mine & theirs) == 0:
        return
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        return
    days = sorted(one.days), sorted(other.days)
    if mine <= theirs or theirs <= mine:
        if len(mine & theirs) > 1 and _near(days[0], days[1]):
            yield "date", f"signed on {days[0][0]} in one release, on {days[1][0]} in the other"
    elif one.days & other.days and min(len(mine), len(theirs)) > 1 and _distinct(one, other):
        sides = " and ".join(sorted(mine)), " and ".join(sorted(theirs))
        yield "party", f"between {sides[0]} in one release, between {sides[1]} in the other"


def _distinct(one: Deal, other: Deal) -> bool:
    """Whether a title that both have is of several words."""
    return any(len(title) > 1 for title in one.titles & other.titles)


def _sides(deal: Deal) -> frozenset[str]:
    """The countries that are sides, by their codes, if all sides are of known countries."""
    found = [country_of(party) for party in deal.parties]
    return frozenset(code for code in found if code) if all(found) else frozenset()


def _near(one: list[str], other: list[str]) -> bool:
    """Whether two days are others and so near that both may be meant for one."""
    if len(one) != 1 or len(other) != 1 or len(one[0]) < 10 or len(other[0]) < 10:
        return False
    return 0 < abs((dt.date.fromisoformat(one[0]) - dt.date.fromisoformat(other[0])).days) <= _NEAR


def over_events(
    told: Iterable[Happening], known_as: Callable[[str], str]
) -> Iterator[Disagreement]:
    """The events that happen once and two releases date differently, the awards of two amounts."""
    found: dict[Hashable, list[Happening]] = defaultdict(list)
    for one in told:
        if one.status == "Occurred" and len(one.date or "") == 10:
            for key in _keys(one, known_as):
                found[key].append(one)
    for _, events in sorted(found.items(), key=str):
        documents = [event.document for event in events]
        alone = [event for event in events if documents.count(event.document) == 1]
        for one, other in combinations(_each(alone), 2):
            for over, words in _told_unlike(one, other):
                passages = tuple(p for p in (one.passage, other.passage) if p)
                between = min(one.iri, other.iri), max(one.iri, other.iri)
                yield Disagreement(over, between, words, passages)


def _each(events: Iterable[Happening]) -> list[Happening]:
    """The first event of each day and amount: what two releases say alike is told once."""
    found: dict[Hashable, Happening] = {}
    for event in sorted(events, key=lambda e: (e.document, e.iri)):
        found.setdefault((event.date, event.sums), event)
    return list(found.values())


def _keys(one: Happening, known_as: Callable[[str], str]) -> Iterator[Hashable]:
    """What singles an event out beside what releases may disagree about."""
    kind = (one.kind or "").rpartition("#")[2]
    roles: dict[str, list[str]] = defaultdict(list)
    for role, value in sorted(one.fillers):
        roles[role].append(value)
    if one.type == "LegalAction" and kind in _ONCE:
        yield from ((kind, known_as(who)) for who in roles["defendant"])
    elif one.type == "Appointment":
        posts = [" ".join(fold(post)) for post in roles["post"]]
        yield from ((kind, known_as(who), post) for who in roles["appointee"] for post in posts)
    elif one.type == "Award" and len(one.sums) == 1:
        sides = tuple(tuple(sorted(map(known_as, roles[r]))) for r in ("funder", "recipient"))
        if all(sides):
            yield ("Award", *sides, one.date)


def _told_unlike(one: Happening, other: Happening) -> Iterator[tuple[str, str]]:
    if one.type == "Award":
        (mine, coin), (theirs, other_coin) = *one.sums, *other.sums
        if coin == other_coin and mine != theirs:
            yield "amount", f"{mine} {coin} in one release, {theirs} {coin} in the other"
    elif _near([one.date or ""], [other.date or ""]):
        yield "date", f"on {one.date} in one release, on {other.date} in the other"
