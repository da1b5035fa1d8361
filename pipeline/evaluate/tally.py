"""Counts of what is annotated, found and right, and the figures they give."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are in the annotation, how many were found, how many of those are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both counted together."""
        return Tally(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; unknown if nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is annotated that was found; unknown if nothing is annotated."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; unknown if there is nothing on either side."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None


@dataclass(frozen=True, slots=True)
class TypeScore:
    """The score of one type of event. ``exact`` and ``statuses`` count annotated events."""

    events: Tally = Tally()
    roles: dict[str, Tally] = field(default_factory=dict)
    exact: int = 0
    statuses: int = 0  # paired events with the right status

    def __add__(self, other: TypeScore) -> TypeScore:
        """Both counted together."""
        roles = dict.fromkeys((*self.roles, *other.roles))
        return TypeScore(
            self.events + other.events,
            {r: self.roles.get(r, Tally()) + other.roles.get(r, Tally()) for r in roles},
            self.exact + other.exact,
            self.statuses + other.statuses,
        )

    @property
    def all_roles(self) -> Tally:
        """The roles' fillers counted together."""
        return sum(self.roles.values(), Tally())
