"""How common a name or a companion is among the documents: what all share proves nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.graph.identity.lexicon import words
from pipeline.graph.identity.names import PersonName, body_name, initials, is_acronym, person_name
from pipeline.graph.identity.profiles import BODIES, PEOPLE, Profile, title

#: The weight of one companion that no other document names, and the most that all together weigh.
_COMPANION, _COMPANY = 1.6, 3.5

#: How many times more people of a name there are than the documents name.
_UNSEEN = 3.0

#: People that are taken to be known beforehand, so that a handful of documents does not make every
#: name common, and how many of them have one of the names that many people have.
_BEFOREHAND, _MANY = 1000, 40

#: Namesakes to expect of a family name that only one person named in full has.
_SURNAME = 0.3


@dataclass(frozen=True, slots=True)
class Commonness:
    """Counts over all documents: parts of people's names, companions, what acronyms stand for.

    ``titled`` has the first letters of the given names of those with a title and a family name.
    """

    people: int
    first: Mapping[str, int]
    last: Mapping[str, int]
    documents: int
    companions: Mapping[str, int]
    expansions: Mapping[str, frozenset[tuple[str, ...]]]
    titled: Mapping[tuple[str, str], frozenset[str]]

    def prior(self, name: PersonName) -> float:
        """How likely two people of one name are one person, by how many namesakes to expect.

        The number expected is that of independent given and family names: the share of people
        with the one times the share with the other, times all people. A name of one word has
        the namesakes of its family name.
        """
        last = self.last.get(name.last, 0) + _known(name.last, "family")
        if len(name.words) == 1:
            expected = max(last - 1, 0) + _SURNAME
        else:
            first = self.first.get(name.first, 0) + _known(name.first, "given")
            expected = first * last / (self.people + _BEFOREHAND)
        return min(1 / (1 + _UNSEEN * expected), 0.98)

    def company(self, shared: Iterable[str]) -> tuple[float, list[str]]:
        """What companions in common weigh: most if few documents name them."""
        weights = sorted(
            ((self._rarity(token), token) for token in shared), key=lambda w: (-w[0], w[1])
        )
        telling = [(weight, token) for weight, token in weights if weight > 0.2]
        total = min(_COMPANY, math.fsum(weight for weight, _ in telling))
        return round(total, 2), [token for _, token in telling[:3]]

    def _rarity(self, token: str) -> float:
        seen = self.companions.get(token, 1)
        if self.documents < 3:
            return _COMPANION / 4
        return _COMPANION * max(0.0, 1 - math.log(seen) / math.log(self.documents)) ** 2


def _known(part: str, of: str) -> int:
    """How many people are taken beforehand to have a given or family name."""
    return _MANY if part in words(of) else 1


def commonness(profiles: Iterable[Profile], documents: int) -> Commonness:
    """Count names and companions over all profiles."""
    people: set[PersonName] = set()
    companions: Counter[str] = Counter()
    expansions: dict[str, set[tuple[str, ...]]] = {}
    titled: dict[tuple[str, str], set[str]] = {}
    seen: set[tuple[str, str]] = set()
    for profile in profiles:
        if (profile.label.casefold(), profile.document) not in seen:
            seen.add((profile.label.casefold(), profile.document))
            companions[profile.label.casefold()] += 1
        if profile.kind == PEOPLE:
            name = person_name(profile.label)
            if name and name.full:
                people.add(name)
                for office in profile.offices:
                    titled.setdefault((title(office), name.last), set()).add(name.first[0])
        elif profile.kind == BODIES:
            for short, full in _expanded(profile.names):
                expansions.setdefault(short, set()).add(full)
    return Commonness(
        people=len(people),
        first=Counter(name.first for name in people),
        last=Counter(name.last for name in people),
        documents=documents,
        companions=companions,
        titled={key: frozenset(firsts) for key, firsts in titled.items()},
        expansions={short: frozenset(full) for short, full in expansions.items()},
    )


def _expanded(names: tuple[str, ...]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Acronyms among a body's names with the names they stand for."""
    for short in filter(is_acronym, names):
        letters = "".join(c for c in short if c.isupper())
        for full in names:
            if not is_acronym(full) and letters in initials(full):
                yield letters, body_name(full)
