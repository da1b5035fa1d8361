"""Whom the signatories of an agreement act for: the body of their office, or the state it is of."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.cast import Cast
from pipeline.language.drafts import Roles, Value, Values
from pipeline.language.mentions import Kind
from pipeline.language.posts import body_after
from pipeline.language.standing import Standing
from pipeline.models import Span

STATES = ("country/", "government/")
#: What governs a country.
_GOVERNING = frozenset(("administration", "government", "authority", "republic", "kingdom"))
#: Offices held for the country named behind the name: *Ambassador Ann Vega of Chile*.
_SENT = frozenset(("ambassador", "minister", "president", "commissioner", "secretary"))
_STATE_KINDS = frozenset((Kind.COUNTRY, Kind.GOVERNMENT))
#: Offices that need no body to be those of a state.
_LEADING = frozenset(("president",))


class ActingFor:
    """Tells for whom the signatories of one release act."""

    def __init__(self, cast: Cast, standing: Standing) -> None:
        self.cast = cast
        self.standing = standing

    def sides(self, roles: Roles, known: set[str], *, open_: bool) -> Iterator[tuple[Value, Span]]:
        """The bodies that the signatories act for by their titles: states beside a ``known`` state.

        A minister who signs in another country, with nobody named, signs with that country, if it
        is ``open_`` who the sides are.
        """
        people = [
            (v.entity, span)
            for v, span in roles.get("signatory", {}).items()
            if v.entity and is_person(v)
        ]
        bodies = {person: self._body_of(person) for person, _ in people}
        told = known | {state(Value(entity=body)) for body in bodies.values() if body}
        host = self._host(roles) if open_ and not known else {}
        among_states = bool(host) or any(side.startswith(STATES) for side in told)
        among_states = among_states or any(map(self._governs, known))
        for person, span in people:
            body = bodies[person]
            country = self._country_of(person, body) if among_states else None
            if country is None and body is None and among_states and len(people) == 1:
                country = self._home_of(person, known)
            if country is not None or body is not None:
                (side,) = self.cast.enlisted([country or body or ""])
                yield Value(entity=side), span
                if country == f"country/{self.cast.country}":
                    yield from host.items()

    def _host(self, roles: Roles) -> Values:
        """The foreign country in which something was signed, if that is all the place told."""
        places = roles.get("place", {})
        home = f"country/{self.cast.country}"
        return {
            v: s for v, s in places.items() if state(v).startswith("country/") and v.entity != home
        }

    def _governs(self, side: str) -> bool:
        """Whether a side governs a country: *the Interim Administration of Chad*."""
        member = self.cast.members.get(side)
        words = next(iter(member.spellings), "").split() if member else []
        governing = {w.lower() for w in words[:-2]} & _GOVERNING and "of" in words[-3:-1]
        entry = self.cast.gazetteer.find(words[-1], None) if governing else None
        return entry is not None and entry.id.startswith("country/")

    def _home_of(self, person: str, known: set[str]) -> str | None:
        """The publisher's country, if a president of no stated body signs for it."""
        home, member = f"country/{self.cast.country}", self.cast.members[person]
        foreign = all(side.startswith("country/") and side != home for side in known)
        heads = {self.cast.words.lower[title.head] for title, _ in member.titles}
        leads = not heads.isdisjoint(_LEADING)
        return home if self.cast.country and known and foreign and leads else None

    def _body_of(self, person: str) -> str | None:
        member = self.cast.members.get(person)
        if member is None or member.kind is not Kind.PERSON:
            return None
        bodies = (self.standing.organization(title) for title, _ in member.titles)
        after = (
            body_after(self.cast, m, _STATE_KINDS)
            for title, m in member.titles
            if title.organization is None and self.cast.words.lower[title.head] in _SENT
        )
        named = (self.cast.of.get(m) for m in after if m is not None)
        return next((body for body in (*bodies, *named) if body), None)

    def _country_of(self, person: str, body: str | None) -> str | None:
        """The country whose office a person holds."""
        behind = sorted(self.standing.behind(person))
        return next((id_ for id_ in behind if id_.startswith("country/")), None) if body else None


def is_person(value: Value) -> bool:
    """Whether what fills a role is a person."""
    return bool(value.entity and value.entity.startswith("person/"))


def state(value: Value) -> str:
    """The id of a side, a government counted as its country."""
    return (value.entity or "").replace("government/", "country/")
