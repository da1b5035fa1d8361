"""Whom a person stands for: the country of the body, or the body, that their title belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.language.cast import Cast
from pipeline.language.drafts import Value
from pipeline.language.mentions import Title
from pipeline.language.posts import organization_of

#: For each entity the bodies it counts for.
Behind = Mapping[str, frozenset[str]]


class Standing:
    """Tells for each person of a release which state they stand for."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def organization(self, title: Title) -> str | None:
        """The body a title belongs to."""
        return organization_of(self.cast, title)

    def behind(self, id_: str) -> frozenset[str]:
        """The bodies that an entity counts for.

        Itself, for an agency its country, for a person the bodies of their titles.
        """
        member = self.cast.members.get(id_)
        found = {_state(id_), *self._country(id_)}
        for title, _ in member.titles if member else ():
            if (body := self.organization(title)) is not None:
                found |= {_state(body), *self._country(body)}
        return frozenset(found)

    def _country(self, body: str) -> tuple[str, ...]:
        entry = self.cast.gazetteer.entries.get(body)
        return (f"country/{entry.country}",) if entry is not None and entry.country else ()


def _state(id_: str) -> str:
    """A government counts as its country."""
    return id_.replace("government/", "country/")


def one_each(values: Iterable[Value], behind: Behind) -> list[Value]:
    """The values without the bodies for which another among them stands."""
    told = list(values)
    return [v for v in told if not any(_stands_for(other, v, behind) for other in told)]


def _stands_for(one: Value, other: Value, behind: Behind) -> bool:
    """Whether a person or an agency counts for another value: its body, its country."""
    if one.entity is None or other.entity is None or one == other:
        return False
    return not other.entity.startswith("person/") and _state(other.entity) in (
        behind.get(one.entity, frozenset()) - {_state(one.entity)}
    )


def counted_in(some: Iterable[Value], others: Iterable[Value], behind: Behind) -> bool:
    """Whether each of some is among the others, or one of the two stands for the other."""
    known = set(others)
    bodies = {_state(v.entity) for v in known if v.entity}
    spoken_for = {body for v in known if v.entity for body in behind.get(v.entity, ())}
    return all(
        v in known
        or (v.entity and _meets(v.entity, bodies, spoken_for, behind))
        or any(_shortens(v.literal, k.literal) for k in known)
        for v in some
    )


def _shortens(short: str | None, long: str | None) -> bool:
    """Whether the words of one wording are all among those of the other."""
    return bool(short and long) and set((short or "").lower().split()) <= set(
        (long or "").lower().split()
    )


def _meets(id_: str, bodies: set[str], spoken_for: set[str], behind: Behind) -> bool:
    if id_.startswith("person/"):
        return not bodies.isdisjoint(behind.get(id_, ()))
    return _state(id_) in spoken_for
