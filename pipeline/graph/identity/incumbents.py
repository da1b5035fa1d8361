"""Who an office is that a release names without a person: whoever held it that day.

And whether two names are one person's, because releases show both in an office of one person at one
time: *Foreign Minister Hayashi* and *Foreign Minister Hayashi Yoshimasa* of Japan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.graph.identity.names import PersonName, described
from pipeline.graph.identity.profiles import PEOPLE, Profile
from pipeline.graph.identity.seats import Seat, seats_called
from pipeline.graph.identity.tenures import Overlap, Tenure

#: How sure it is that two of one office, one time and one name are one; and that the office named
#: on a day is who is shown in it before and after that day, or on that day alone.
_NAMESAKES, _BETWEEN, _THAT_DAY = 0.95, 0.93, 0.75

#: Letters of the shortest word in which a slip is taken for one, and how much of two words is the
#: same then, at least: *Anthony* and *Antony* have .92, *Sergei* and *Sergey* .83, *Martin* and
#: *Marlon* .67.
_SLIP, _LIKE = 5, 0.8


@dataclass(frozen=True, slots=True)
class Incumbent:
    """That two IRIs name one for the office they are shown in, how likely, and why."""

    one: str
    other: str
    score: float
    why: str


def incumbents(profiles: Iterable[Profile], held: Iterable[Tenure]) -> Iterator[Incumbent]:
    """Those whom offices named without a person are, where releases show one holder that day."""
    by_seat: dict[Seat, list[Tenure]] = defaultdict(list)
    for tenure in held:
        if tenure.seat.single:
            by_seat[tenure.seat].append(tenure)
    for profile in profiles:
        if profile.kind == PEOPLE and profile.day and described(profile.label):
            found = _on(profile.day, seats_called(profile.label, profile.home), by_seat)
            if len({tenure.holder for tenure in found}) == 1:
                yield _incumbent(profile, max(found, key=lambda t: (t.shown, t)))


def _on(
    day: str, seats: Iterable[Seat], by_seat: Mapping[Seat, Iterable[Tenure]]
) -> tuple[Tenure, ...]:
    """Those who held one of some seats on a day."""
    return tuple(
        tenure
        for seat in seats
        for tenure in by_seat.get(seat, ())
        if tenure.span[0] <= day <= tenure.span[1]
    )


def _incumbent(profile: Profile, tenure: Tenure) -> Incumbent:
    first, last = tenure.span
    score = _BETWEEN if first != last else _THAT_DAY
    known = f"{tenure.title} from {first} to {last}" if first != last else f"{tenure.title} then"
    return Incumbent(profile.iri, tenure.holder, score, f"releases show one {known}")


def one_holder(
    overlaps: Iterable[Overlap], names: Mapping[str, frozenset[PersonName]]
) -> Iterator[Incumbent]:
    """The pairs shown in one office at one time whose names can be one person's."""
    for overlap in overlaps:
        one, other = overlap.one, overlap.other
        fullest = [max(names.get(who.holder, ()), key=_size, default=None) for who in (one, other)]
        if fullest[0] and fullest[1] and _alike(fullest[0], fullest[1]):
            why = f"releases show both as {one.title} at one time, which one person is"
            yield Incumbent(one.holder, other.holder, _NAMESAKES, why)


def _size(name: PersonName) -> tuple[int, int, tuple[str, ...]]:
    return len(name.words), sum(map(len, name.words)), name.words


def _alike(one: PersonName, other: PersonName) -> bool:
    """Whether one name is made of words of the other, in any order and but for a slip.

    >>> _alike(PersonName(("hayashi", "yoshimasa")), PersonName(("yoshimasa", "hayashi")))
    True
    >>> _alike(PersonName(("dana", "r", "kim")), PersonName(("dana", "p", "kim")))
    False
    """
    short, long = sorted((one.words, other.words), key=lambda words: (len(words), words))
    letters = [{word for word in words if len(word) == 1} for words in (short, long)]
    if (all(letters) and not letters[0] & letters[1]) or one.suffix != other.suffix:
        return False
    left = list(long)
    for word in (word for word in short if len(word) > 1):
        match = next((w for w in left if _same(word, w)), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) > 2 for word in short)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SLIP:
        return False
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKE
