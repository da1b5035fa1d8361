"""What one document is said to tell, whether a person annotated it or a graph states it."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Every spelling of one filler, the fullest first.
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one side tells it; ``roles`` go by the annotation guide's names."""

    type: str
    status: str
    roles: dict[str, tuple[Names, ...]] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    def fill(self, role: str) -> tuple[Names, ...]:
        """The fillers of one role, in order."""
        return self.roles.get(role, ())


@dataclass(frozen=True, slots=True)
class Office:
    """A person and the post that the document gives them."""

    person: Names
    post: Names


@dataclass(frozen=True, slots=True)
class Record:
    """One document's header fields, events and posts."""

    source: str
    title: Names = ()
    published: str | None = None
    publisher: Names = ()
    events: tuple[Happening, ...] = ()
    posts: tuple[Office, ...] = ()
