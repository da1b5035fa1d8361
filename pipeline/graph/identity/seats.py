"""Offices by what they are called and whose they are: *Foreign Minister of Norway*.

*Norwegian Foreign Minister*, *Minister of Foreign Affairs of Norway* and a foreign minister whom a
release ties to Norway are one seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline import gazetteer
from pipeline.gazetteer import Gazetteer
from pipeline.graph.identity.lexicon import words
from pipeline.graph.identity.names import fold
from pipeline.graph.identity.profiles import Office, country_of

#: Words of the longest name that begins or ends a title: "the Democratic Republic of the Congo".
_LONGEST = 8

_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """An office: the words of its title that tell it from others, sorted, and whose it is.

    ``owner`` is the id of a country or a body of the gazetteer: ``country/NO``.
    """

    title: tuple[str, ...]
    owner: str

    @property
    def single(self) -> bool:
        """Whether it is held by one person at a time.

        >>> Seat(("minister", "prime"), "country/NO").single
        True
        >>> Seat(("assistant", "secretary"), "agency/us-dos").single
        False
        """
        title = set(self.title)
        junior = {"minister", "state"} <= title  # a minister of state
        return bool(words("single") & title) and not words("several") & title and not junior


def seats_of(office: Office) -> tuple[Seat, ...]:
    """The seats that an office is: of the country, if it tells of what; of the body it belongs to.

    >>> law = Office("Minister of Law", "https://example.org/agency/sg-minlaw", None, former=False)
    >>> [seat.owner for seat in seats_of(law)]
    ['country/SG', 'agency/sg-minlaw']
    """
    return _seats_of(office.title, office.body)


@lru_cache(maxsize=1 << 16)
def _seats_of(called: str, body: str | None) -> tuple[Seat, ...]:
    title, owner = _parted(called)
    known = owner or _id(body)
    return tuple(_seats(_telling(title), known)) if known else ()


def seats_called(label: str, home: str | None) -> tuple[Seat, ...]:
    """The seats that an office is which a release names without a person.

    Where the words do not say whose it is, it is that of the country whose body issued the release,
    ``home``, if the title tells of what: *Minister for Law*, and not *Minister*.

    >>> seats_called("Norwegian Foreign Minister", None)
    (Seat(title=('foreign', 'minister'), owner='country/NO'),)
    >>> seats_called("Foreign Minister", None), seats_called("Minister", "SG")
    ((), ())
    """
    title, owner = _parted(label)
    told = _telling(title)
    if owner:
        return tuple(_seats(told, owner))
    return (Seat(told, f"country/{home}"),) if home and _tells_of_what(told) else ()


def _seats(title: tuple[str, ...], owner: str) -> Iterator[Seat]:
    if not title:
        return
    country = country_of(owner)
    if country and _tells_of_what(title) and not owner.startswith("country/"):
        yield Seat(title, f"country/{country}")
    yield Seat(title, owner)


def _tells_of_what(title: tuple[str, ...]) -> bool:
    """Whether a title says more than a rank: *Secretary of State*, and not *Deputy Secretary*."""
    return bool(set(title) - words("offices") - words("single") - words("several"))


def _telling(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others, each once.

    >>> _telling("acting Minister of Foreign Affairs") == _telling("Foreign Minister")
    True
    """
    return tuple(sorted({word for word in fold(title) if word not in words("passing")}))


@cache
def _parted(title: str) -> tuple[str, str | None]:
    """A title without the name or people it begins or ends with, and the id of whose it is."""
    known = gazetteer.load()
    parts = title.removeprefix("the ").split()
    for count in range(min(_LONGEST, len(parts) - 1), 0, -1):
        name = _POSSESSIVE.sub("", " ".join(parts[:count]))
        if owner := _named(name, known):
            return " ".join(parts[count:]), owner
    for start in range(max(1, len(parts) - _LONGEST), len(parts)):
        leads = parts[start - 1].casefold() in {"of", "for", "the"}
        if leads and (owner := _named(" ".join(parts[start:]), known)):
            return " ".join(parts[:start]), owner
    return title, None


def _named(name: str, known: Gazetteer) -> str | None:
    """The id of the country or body that a name or an adjective designates."""
    if people := known.demonyms.get(name):
        return people
    entry = known.find(name)
    return _id(entry.id) if entry else None


def _id(body: str | None) -> str | None:
    """The id of a listed country or body; a government's is its country's."""
    *_, kind, code = f"//{body or ''}".split("/")
    if kind in {"government", "country"}:
        return f"country/{code}"
    return f"{kind}/{code}" if kind in {"agency", "body"} else None
