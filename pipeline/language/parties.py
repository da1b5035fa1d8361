"""The sides of an agreement: those named, those its signatories act for, those it is told to bind.

What is named decides. Where fewer than two sides are named, the offices of those who sign tell for
whom, like beside like: a minister who signs with a country signs for hers, one who signs with an
institute for her ministry. Last come the two states that the release as a whole is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.language.acting_for import STATES, ActingFor, is_person, state
from pipeline.language.cast import Cast
from pipeline.language.drafts import Draft, Roles, Value, Values
from pipeline.language.standing import Standing
from pipeline.language.states import home_and_abroad, names_agreement, paired_states, titled_states
from pipeline.models import Span

#: Instruments that mostly have more than two sides.
_MANY_SIDED = frozenset(
    ("convention", "treaty", "accord", "protocol", "charter", "declaration", "compact", "pact")
)
#: Words that tell no name from another, and American spellings of British ones.
_SMALL = frozenset("the of and for in on ltd limited inc corp corporation plc".split())
_SPELT = {"center": "centre", "labor": "labour", "defense": "defence", "program": "programme"}
#: The most instruments of one group that the two states of a headline may have made.
_FEW = 12


class Parties:
    """Tells the sides of each signing of one release."""

    def __init__(self, cast: Cast, standing: Standing) -> None:
        self.cast = cast
        self.acting = ActingFor(cast, standing)

    def of(self, group: Sequence[Draft], roles: Roles) -> Values:
        """The sides of the signing that a group tells of, by its roles."""
        found = self._told_once(group, dict(roles.get("party", {})))
        signatories = roles.get("signatory", {})
        if len(found) < 2:  # else who signs does so for those named, or is one of them
            found |= {v: s for v, s in signatories.items() if not is_person(v) and v not in found}
        _add(found, self._principals(roles))
        known = {state(v) for v in found}
        _add(found, self.acting.sides(roles, known, open_=not _is_many_sided(group)))
        _add(found, self._both(group, roles, {state(v) for v in found}).items())
        for value in [v for v in found if v.entity and v.entity.startswith("government/")]:
            found.pop(Value(entity=state(value)), None)
        return found

    def _told_once(self, group: Sequence[Draft], found: Values) -> Values:
        """The sides without those that a later mention names otherwise.

        A country stands there for its ministry, and a name may be shorter or spelt otherwise;
        those that one mention names together are told apart.
        """
        together = [{v.entity for v in d.roles.get("party", ())} for d in group]
        kept: Values = {}
        for value, span in found.items():
            again = any(
                self._same_side(value.entity or "", k.entity or "")
                and not any({value.entity, k.entity} <= told for told in together)
                for k in kept
            )
            if not again:
                kept[value] = span
        return kept

    def _same_side(self, one: str, other: str) -> bool:
        """Whether one of two sides is the other by another name, or the state it belongs to."""
        entries = self.cast.gazetteer.entries
        for side, land in ((one, other), (other, one)):
            entry = entries.get(side)
            agency = entry is not None and not side.startswith(STATES)
            if agency and entry is not None and f"country/{entry.country}" == state(Value(land)):
                return True
        a, b = self._words(one), self._words(other)
        return min(len(a), len(b)) > 1 and (a <= b or b <= a)

    def _words(self, id_: str) -> frozenset[str]:
        """The words of a body's name that tell it from others."""
        member = self.cast.members.get(id_)
        name = next(iter(member.spellings), "") if member else ""
        words = (_SPELT.get(w, w) for w in re.findall(r"\w+", name.lower()))
        return frozenset(words) - _SMALL

    def _principals(self, roles: Roles) -> Iterator[tuple[Value, Span]]:
        """Those on whose behalf the signatories act, by the text."""
        principals = roles.get("onBehalfOf", {}).items()
        return ((value, span) for value, span in principals if not is_person(value))

    def _both(self, group: Sequence[Draft], roles: Roles, known: set[str]) -> Values:
        """The two states a release is about, where nothing speaks for others.

        An instrument of many sides is not theirs, nor one whose other side is told though not
        named, nor one of dozens, nor one that people sign of whom it is not known for whom.
        """
        instruments = [d.instrument for d in group if d.instrument]
        if _is_many_sided(group) or any(d.untold for d in group):
            return {}
        states = paired_states(self.cast)
        bilateral = any("bilateral" in i.text.lower() for i in instruments)
        told = any(d.headline or d.joint for d in group) or (
            any(i.definite for i in instruments) and names_agreement(self.cast)
        )
        if not states and (known or bilateral or told):
            states = titled_states(self.cast) or home_and_abroad(self.cast) or self._visit(group)
        signed = any(is_person(v) for v in roles.get("signatory", {}))
        if (signed and not known and not bilateral) or (known and not known & set(states)):
            return {}
        return {Value(entity=state): group[0].evidence for state in states}

    def _visit(self, group: Sequence[Draft]) -> list[str]:
        """The publisher's country and the one visited when something was signed."""
        visited = {d.visited for d in group if d.visited} - {f"country/{self.cast.country}"}
        home = self.cast.country and len(visited) == 1
        return self.cast.enlisted([f"country/{self.cast.country}", *visited]) if home else []


def _is_many_sided(group: Sequence[Draft]) -> bool:
    """Whether an instrument is one that many sign, or of dozens."""
    instruments = (d.instrument for d in group if d.instrument)
    return any((i.named and i.head in _MANY_SIDED) or (i.count or 0) > _FEW for i in instruments)


def _add(found: Values, more: Iterable[tuple[Value, Span]]) -> None:
    """Add sides to those found, if fewer than two are known."""
    if len({state(v) for v in found}) < 2:
        for value, span in more:
            if state(value) not in {state(v) for v in found}:
                found[value] = span
