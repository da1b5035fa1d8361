"""An event as one clause states it, its fillers resolved to entities: what the merger works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.language import lexicon
from pipeline.language.frames import Frame
from pipeline.models import PartialDate, Span, Status

_SIGNED = lexicon.words("instruments", "signed")


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

    @property
    def unclear(self) -> bool:
        """Whether the noun does not tell an agreement from what an official writes alone."""
        alone = self.head in _SIGNED and not self.named and " " not in self.core
        return alone or (self.head == "memorandum" and self.kind is None)


class Value(NamedTuple):
    """What fills a role: an entity by its id, or the words themselves."""

    entity: str | None = None
    literal: str | None = None


#: Fillers with the words that name each, and the fillers of each role.
Values = dict[Value, Span]
Roles = dict[str, Values]


class Sort(NamedTuple):
    """A sort of setting: its frame and kind, and whether it is a journey."""

    frame: str
    kind: str | None
    journey: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of an event; ``roles`` holds for each its fillers and the words that name them.

    ``pointing`` tells that the words point at an event told of before, *the meeting*, ``joining``
    that they add who took part in it, ``adds`` that they only tell more of one, ``another`` that
    they speak of one more, *will also call on*. ``amid`` are the sorts of setting they say it may
    be part of, ``lead`` is for the first sentences. ``open`` are the roles that such words can
    fill, ``bound`` is the setting they count in. ``trigger`` are the words that announce it,
    ``dated`` those that tell its date. ``behind`` leads from those in personal roles to the bodies
    they stand for. ``untold`` tells that a side is spoken of that nobody could name: *with its
    partners*, and ``joint`` that the sentence speaks of two sides or of what they do together:
    *both leaders*, *at the summit*; ``visited`` is the country of the journey on which it happened.
    """

    frame: Frame
    status: Status
    evidence: Span
    roles: Mapping[str, Mapping[Value, Span]]
    instrument: Instrument | None = None
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    headline: bool = False
    nominal: bool = False
    sentence: int = 0
    reasons: tuple[str, ...] = ()
    kind: str | None = None
    fragment: bool = False  # named in a phrase without a verb: an agreement, a sum
    pointing: bool = False
    joining: bool = False
    behind: Mapping[str, frozenset[str]] = field(default_factory=dict)
    adds: bool = False
    another: bool = False
    amid: frozenset[Sort] = frozenset()
    lead: bool = False
    open: frozenset[str] = frozenset()
    bound: str | None = None
    trigger: Span | None = None
    dated: Span | None = None
    untold: bool = False
    joint: bool = False
    visited: str | None = None

    def ids(self, role: str) -> tuple[str, ...]:
        """The entities of one role."""
        return tuple(v.entity for v in self.roles.get(role, ()) if v.entity)
