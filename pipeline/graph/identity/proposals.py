"""What comes of comparing: links with their grounds, groups, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.graph.identity.decisions import Decision
from pipeline.graph.identity.namesakes import Parting

#: From this score on two are taken for one; from the lower one on they are said to be close.
SAME, CLOSE = 0.9, 0.6


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A proposal that two IRIs name one, with its grounds.

    ``same`` tells a link that is taken for true from one that is only close; ``decided`` one that
    people made. ``passages`` are where the two are first named.
    """

    one: str
    other: str
    same: bool
    score: float
    support: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A link that would have joined two who are decided to be different."""

    link: Link
    apart: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is who: the links, the groups they make, and what was refused.

    ``parted`` tells in which documents an IRI that all share names another person.
    """

    links: tuple[Link, ...]
    groups: tuple[tuple[str, ...], ...]
    refused: tuple[Refusal, ...]
    parted: tuple[Parting, ...] = ()

    @property
    def undecided(self) -> tuple[Decision, ...]:
        """The pairs that are only close, with the reasons for and against."""
        return tuple(
            Decision(
                (link.one, link.other),
                why="; ".join((*link.support, *map("but {}".format, link.doubt))),
            )
            for link in self.links
            if not link.same
        )
