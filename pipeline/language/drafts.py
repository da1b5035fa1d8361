"""An event as one clause states it, its fillers resolved to entities: what the merger works on."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.models import PartialDate, Span, Status


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement as one phrase names it.

    ``head`` is its noun in the singular, ``named`` whether it has an official name, ``definite``
    whether the phrase points back or at something known (*the MOU*, *this agreement*).
    """

    text: str
    core: str
    head: str
    kind: str | None
    plural: bool
    named: bool
    definite: bool
    new: bool
    count: int | None
    span: Span
    aims: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of an event. ``roles`` holds pairs of entity id and the words that name it."""

    frame: str
    type: str
    status: Status
    evidence: Span
    roles: dict[str, tuple[tuple[str, Span], ...]]
    instrument: Instrument | None = None
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    headline: bool = False
    nominal: bool = False
    sentence: int = 0
    reasons: tuple[str, ...] = ()
    kind: str | None = None

    def ids(self, role: str) -> tuple[str, ...]:
        """The entities of one role."""
        return tuple(id_ for id_, _ in self.roles.get(role, ()))
