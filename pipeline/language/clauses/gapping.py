"""A verb left out of a second clause: *Ruiz signed for Chile and Okafor for Ghana*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.clauses.clause import Argument
from pipeline.language.clauses.nouns import kind_of
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit


def without_gaps(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The arguments, a person whom the parser joined to what a preposition governs made a subject.

    It is one if the same preposition follows.
    """
    for one in arguments:
        yield replace(one, relation="subject") if _begins_anew(unit, one) else one


def _begins_anew(unit: Unit, one: Argument) -> bool:
    token = unit.doc[one.index]
    if token.dep_ != "conj" or one.kind is not Kind.PERSON or one.relation == "subject":
        return False
    after = unit.doc[token.i + 1].lower_ if token.i + 1 < len(unit.doc) else ""
    return after == one.relation and kind_of(token.head, unit.mentions) is not Kind.PERSON
