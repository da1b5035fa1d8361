"""A predicate with its arguments, which is what a frame is matched against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.clauses.phrases import extent, noun_phrase
from pipeline.language.mentions import Kind, Mention
from pipeline.language.standins import Unit
from pipeline.language.tree import Token
from pipeline.models import Status


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate: its relation, and the words of its unit it covers.

    ``relation`` is ``subject``, ``object``, ``when``, ``possessor``, ``compound``, or a preposition
    such as ``with``. ``sure`` is False where only position in the sentence suggests it.
    """

    relation: str
    index: int
    first: int
    last: int
    mention: Mention | None
    referents: tuple[str, ...] = ()
    sure: bool = True

    @property
    def kind(self) -> Kind | None:
        """What it names, if it names anything."""
        return self.mention.kind if self.mention else None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments.

    ``voice`` is ``active``, ``passive``, ``noun`` or ``fragment``; ``cues`` are the words that
    decided the status.
    """

    unit: Unit
    index: int
    lemma: str
    voice: str
    arguments: tuple[Argument, ...]
    status: Status
    cues: tuple[str, ...] = ()
    first: int = 0
    last: int = 0

    def get(self, relation: str) -> tuple[Argument, ...]:
        """The arguments in one relation, in order."""
        return tuple(a for a in self.arguments if a.relation == relation)


def argument(unit: Unit, relation: str, token: Token) -> Argument:
    """The noun phrase of a word, in a relation to a predicate."""
    first, last = noun_phrase(token)
    return Argument(relation, token.i, first, last, unit.mentions[token.i])


def clause(
    unit: Unit,
    head: Token,
    lemma: str,
    voice: str,
    arguments: Sequence[Argument],
    said: tuple[Status, tuple[str, ...]],
    within: Token | None = None,
) -> Clause:
    """The clause of a predicate: it reaches from the first to the last of what belongs to it.

    A predicate ``within`` another word, *signing* in *signing ceremony*, reaches as far as that.
    """
    first, last = extent(head if within is None else within)
    first = min([first, *(a.first for a in arguments)])
    last = max([last, *(a.last for a in arguments)])
    status, cues = said
    return Clause(unit, head.i, lemma, voice, _once(arguments), status, cues, first, last)


def _once(arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """Each word in each relation once, where it was found first."""
    found: dict[tuple[str, int], Argument] = {}
    for one in arguments:
        found.setdefault((one.relation, one.index), one)
    return tuple(found.values())
