"""Whether two releases report one event."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from pipeline.graph.identity.commonness import Commonness
from pipeline.graph.identity.names import fold
from pipeline.graph.identity.profiles import Happening
from pipeline.graph.identity.weigh import Reason, Verdict, weigh

_START = -2.5
_SAME_DAY, _SAME_PART, _OTHER_DAY = 2.0, 1.4, -4.0
_SAME_WORDS = 4.0

#: The roles that single out one event among those of its type, at least one of which is shared.
_CORE = {
    "Signing": ("agreement", "signatory", "party"),
    "Statement": ("speaker",),
    "Meeting": ("participant",),
    "Appointment": ("appointee",),
    "LegalAction": ("defendant",),
    "Sanction": ("target",),
    "Award": ("recipient",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one or several documents tell it, its people and bodies of one identity."""

    type: str
    kind: str | None
    status: str
    dates: frozenset[str]
    parts: frozenset[tuple[str, str]]
    documents: frozenset[str]

    def with_(self, other: Told) -> Told:
        """What is told in both."""
        return Told(
            self.type,
            self.kind,
            self.status,
            self.dates | other.dates,
            self.parts | other.parts,
            self.documents | other.documents,
        )

    @property
    def keys(self) -> Iterator[Hashable]:
        """Each core participant with each day; a statement by its words."""
        for role, value in self.parts:
            if role == "quote":
                yield self.type, value
            elif role in _CORE[self.type]:
                yield from ((self.type, self.kind, day, value) for day in self.dates)


def told(happening: Happening, known_as: Callable[[str], str]) -> Told | None:
    """What one document tells of an event; nothing if it has no day, or no words are quoted."""
    parts = frozenset(
        (role, " ".join(fold(value)) if role == "quote" else known_as(value))
        for role, value in happening.fillers
    )
    quoted = any(role == "quote" and len(value.split()) > 4 for role, value in parts)
    if happening.type == "Statement" and not quoted:
        return None
    if happening.type != "Statement" and (happening.date is None or len(happening.date) < 10):
        return None
    return Told(
        happening.type,
        happening.kind,
        happening.status,
        frozenset({happening.date} if happening.date else ()),
        parts,
        frozenset({happening.document}),
    )


def judge(one: Told, other: Told, common: Commonness) -> Verdict | None:
    """The evidence for two reports being of one event; nothing if they tell of different things.

    Two events of one document are two: the release itself told them apart.
    """
    if (one.type, one.kind, one.status) != (other.type, other.kind, other.status):
        return None
    if one.documents & other.documents:
        return None
    return weigh(_reasons(one, other))


def _reasons(one: Told, other: Told) -> Iterator[Reason]:
    yield Reason(_START, "there are many events")
    shared = one.parts & other.parts
    if any(role == "quote" for role, _ in shared):
        yield Reason(_SAME_WORDS, "the same words are quoted")
    roles = sorted(role for role, value in shared if role in _CORE[one.type])
    for role in roles:
        yield Reason(_SAME_PART, f"both have the same {role}")
    if one.dates & other.dates:
        yield Reason(_SAME_DAY, f"both happened on {min(one.dates & other.dates)}")
    elif one.dates and other.dates:
        yield Reason(_OTHER_DAY, "the days are others")
