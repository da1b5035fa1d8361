"""The values: classes of events, roles and kinds that are a user's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.models import EntityKind
from pipeline.vocabulary import CIRCUMSTANCES, CMQ, EVENT_KINDS, EVENT_ROLES

#: What can fill a role: words, sums of money, or what the ontology calls entities.
WORDS = "http://www.w3.org/2001/XMLSchema#string"
SUM = "https://schema.org/MonetaryAmount"
RANGES = {
    "xsd:string": WORDS,
    "schema:MonetaryAmount": SUM,
    "cmq:Agent": CMQ + "Agent",
    **{f"cmq:{kind.value}": CMQ + kind.value for kind in EntityKind},
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a user's own, with what its file says it means."""

    iri: str
    label: str
    definition: str | None = None

    @property
    def name(self) -> str:
        """What frames call it: the last part of its IRI."""
        return local_name(self.iri)


@dataclass(frozen=True, slots=True)
class EventClass(Term):
    """A class of events; ``above`` are the names of those it is under, up to the ontology's."""

    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role(Term):
    """A role of events; ``events`` names those that have it, ``range`` is an IRI of ``RANGES``."""

    events: tuple[str, ...] = ()
    range: str | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """The classes of events, roles and kinds of a user's own, each by its name in frames.

    ``prefixes`` are those that their file abbreviates its IRIs with, ``digest`` is the SHA-256 of
    what it holds, in hexadecimal.
    """

    classes: Mapping[str, EventClass] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    kinds: Mapping[str, Term] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    digest: str | None = None

    def events(self) -> tuple[str, ...]:
        """All classes of events: the ontology's and the user's own."""
        return (*EVENT_ROLES, *self.classes)

    def lineage(self, event: str) -> tuple[str, ...]:
        """A class of events and those above it, *Event* left out."""
        own = self.classes.get(event)
        return (event, *own.above) if own else (event,)

    def role(self, event: str, name: str) -> Role | None:
        """A role of the user's own that an event has, if it has one of that name."""
        lineage = set(self.lineage(event)) | {"Event"}
        return next(
            (r for r in self.roles if r.name == name and not lineage.isdisjoint(r.events)), None
        )

    def roles_of(self, event: str) -> tuple[str, ...]:
        """The names of all roles an event can have."""
        lineage = self.lineage(event)
        ours = (role for name in lineage for role in EVENT_ROLES.get(name, ()))
        own = (r.name for r in self.roles if not {*lineage, "Event"}.isdisjoint(r.events))
        return tuple(dict.fromkeys((*ours, *own, *CIRCUMSTANCES)))

    def kinds_of(self, event: str) -> tuple[str, ...]:
        """The names of the kinds an event can be of; none are told apart if there are none."""
        ours = next((EVENT_KINDS[n] for n in self.lineage(event) if n in EVENT_KINDS), ())
        return ours or (tuple(self.kinds) if event in self.classes else ())


#: What there is without a file of the user's.
NOTHING = Extension()


def local_name(iri: str) -> str:
    """The last part of an IRI.

    >>> local_name("https://example.org/navy#Commissioning")
    'Commissioning'
    """
    return re.split(r"[#/]", iri)[-1]
