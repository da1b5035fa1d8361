"""From when till when releases show someone in an office, and who else is shown in it then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.graph.identity.names import fold
from pipeline.graph.identity.profiles import Corpus, Happening, Office, Showing
from pipeline.graph.identity.seats import Seat, seats_of

#: The kinds of appointments with which someone takes up a post, and leaves it.
_TAKES, _LEAVES = frozenset({"Appointed", "SwornIn"}), frozenset({"Resigned"})


@dataclass(frozen=True, slots=True, order=True)
class Tenure:
    """Someone's time in one office, as all releases together show it.

    ``first`` and ``last`` are the first and the last day on which a release shows them in it,
    ``began`` and ``ended`` the days on which a release says that they took it up and left it,
    ``left`` the first day on which a release calls it a former post of theirs. ``shown`` counts
    the releases, ``passages`` are those of the first and the last of them.
    """

    holder: str
    seat: Seat
    title: str
    acting: bool
    first: str
    last: str
    began: str | None = None
    ended: str | None = None
    left: str | None = None
    shown: int = 1
    passages: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[str, str]:
        """The days between which someone is known to have held the office."""
        return min(self.first, self.began or self.first), max(self.last, self.ended or self.last)


@dataclass(frozen=True, slots=True, order=True)
class Overlap:
    """Two who are shown in an office of one person at one time."""

    one: Tenure
    other: Tenure


def tenures(corpus: Corpus, known_as: Callable[[str], str]) -> tuple[Tenure, ...]:
    """Who held which office when; ``known_as`` gives the IRI that stands for a person's group."""
    shown: dict[tuple[str, Seat, bool], list[Showing]] = defaultdict(list)
    left: dict[tuple[str, Seat], list[str]] = defaultdict(list)
    for showing in corpus.showings:
        holder = known_as(showing.person)
        for seat in seats_of(showing.office)[:1]:
            if showing.day is None:
                continue
            if showing.office.former:
                left[holder, seat].append(showing.day)
            else:
                shown[holder, seat, showing.acting].append(showing)
    changes = _changes(corpus.happenings, known_as)

    def told(holder: str, seat: Seat, acting: bool) -> _Told:
        """What is told of an office is of the full one, where it was not held in acting alone."""
        if acting and (holder, seat, False) in shown:
            return ()
        return tuple((takes, day) for takes, of, day in changes.get(holder, ()) if of == seat)

    return tuple(
        sorted(
            _tenure(*key, seen, left.get(key[:2], ()), told(*key)) for key, seen in shown.items()
        )
    )


#: Whether an office was taken up or left, and on which day.
_Told = tuple[tuple[bool, str], ...]

#: For each holder: whether an office was taken up or left, which, and on which day.
_Changes = Mapping[str, tuple[tuple[bool, Seat | None, str], ...]]


def _changes(happenings: Iterable[Happening], known_as: Callable[[str], str]) -> _Changes:
    found: dict[str, set[tuple[bool, Seat | None, str]]] = defaultdict(set)
    for one in happenings:
        kind = (one.kind or "").rpartition("#")[2]
        if one.type != "Appointment" or one.status != "Occurred" or len(one.date or "") < 10:
            continue
        if kind in _TAKES | _LEAVES:
            roles = dict(sorted(one.fillers, reverse=True))
            office = Office(roles.get("post", ""), roles.get("organization"), None, former=False)
            seat = next(iter(seats_of(office)), None)
            for role, person in one.fillers:
                if role == "appointee":
                    found[known_as(person)].add((kind in _TAKES, seat, one.date or ""))
    return {holder: tuple(sorted(each, key=str)) for holder, each in found.items()}


def _tenure(
    holder: str,
    seat: Seat,
    acting: bool,
    seen: list[Showing],
    left: Iterable[str],
    told: _Told,
) -> Tenure:
    seen = sorted(seen, key=lambda s: (s.day or "", s.document))
    titles = [" ".join(s.office.title.split()) for s in seen]
    passages = (seen[0].passage, seen[-1].passage)
    return Tenure(
        holder=holder,
        seat=seat,
        title=min(titles, key=lambda t: (-titles.count(t), fold(t), t)),
        acting=acting,
        first=seen[0].day or "",
        last=seen[-1].day or "",
        began=min((day for takes, day in told if takes), default=None),
        ended=max((day for takes, day in told if not takes), default=None),
        left=min(left, default=None),
        shown=len({s.document for s in seen}),
        passages=tuple(dict.fromkeys(p for p in passages if p)),
    )


def overlaps(found: Iterable[Tenure]) -> Iterator[Overlap]:
    """The pairs of people who are shown in an office of one person at one time."""
    by_seat: dict[Seat, list[Tenure]] = defaultdict(list)
    for tenure in found:
        if tenure.seat.single:
            by_seat[tenure.seat].append(tenure)
    for _, held in sorted(by_seat.items()):
        held.sort(key=lambda t: (t.span, t))
        for number, one in enumerate(held):
            for other in held[number + 1 :]:
                if other.span[0] > one.span[1]:
                    break
                if one.holder != other.holder:
                    yield Overlap(one, other)
