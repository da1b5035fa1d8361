"""What the parser hung on a noun though it belongs to the predicate, or may."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.infinitives import infinitives_of
from pipeline.language.clauses.nouns import governed, kind_of
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.mentions import BODIES, Kind, Mention
from pipeline.language.standins import Unit

#: What an agreement is about, and between whom it is.
_SUBJECT_MATTER = frozenset(("on", "for", "concerning", "regarding", "about", "in"))
_SIDES = frozenset(("with", "between", "among"))
_HOLDERS = frozenset(("subject", "object", "of", "possessor"))
_PEOPLE = frozenset((Kind.PERSON, Kind.OFFICE))


def beyond_people(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """What hangs on a person though it cannot be theirs.

    The place in *met Smith of Peru in Rome*, and the other one in *met Smith of Peru and Jones*,
    with what hangs on that other one.
    """
    pending = deque(arguments)
    while pending:
        one = pending.popleft()
        if one.kind in _PEOPLE:
            found = [*_places(unit, one), *_others(unit, one)]
            pending.extend(found)
            yield from found


def _places(unit: Unit, one: Argument) -> Iterator[Argument]:
    under = prepositional(unit, unit.doc[one.index])
    return (a for a in under if a.relation in ("in", "at"))


def _others(unit: Unit, one: Argument) -> Iterator[Argument]:
    for a in prepositional(unit, unit.doc[one.index]):
        token = unit.doc[a.index]
        joined = token.dep_ == "conj" and kind_of(token.head, unit.mentions) in BODIES
        if a.kind in _PEOPLE and joined:
            yield replace(a, relation=one.relation)


def hung_on(unit: Unit, noun: Token) -> Iterator[Argument]:
    """What the parser hung on an object: *an agreement with Honduras*, *a US grant*."""
    yield from prepositional(unit, noun)
    yield from _sides(unit, noun)
    yield from infinitives_of(unit, noun)
    for deep in _measured(unit, noun):
        yield from prepositional(unit, deep)
        yield from infinitives_of(unit, deep)
    yield from compounds(unit, noun, ("compound", "amod", "nmod", "nummod"))


def titles_of(arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The titles given beside the names of those who act or are acted on, as *title*."""
    for one in arguments:
        if one.kind is Kind.PERSON and one.relation in _HOLDERS and one.mention is not None:
            for title in one.mention.titles[:1]:
                office = Mention(
                    title.start, title.end, Kind.OFFICE, title.start, title.end, titles=(title,)
                )
                yield replace(one, relation="title", mention=office)


def compounds(unit: Unit, noun: Token, links: Sequence[str]) -> Iterator[Argument]:
    """The names that hang on a noun by one of the links."""
    linked = (c for c in noun.children if c.dep_ in links)
    return (argument(unit, "compound", c) for c in linked if unit.mentions[c.i] is not None)


def _sides(unit: Unit, noun: Token) -> Iterator[Argument]:
    """The sides hung on the subject matter: "an agreement on fisheries with Peru"."""
    about = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _SUBJECT_MATTER)
    for topic in (t for prep in about for t in governed(prep)):
        deeper = prepositional(unit, topic)
        yield from (a for a in deeper if a.relation in _SIDES and a.mention is not None)


def _measured(unit: Unit, noun: Token) -> list[Token]:
    """What a sum of money is a measure of: *grants* in "$5 million in grants to 12 tribes"."""
    if kind_of(noun, unit.mentions) is not Kind.MONEY:
        return []
    of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("in", "of"))
    return [measured for prep in of for measured in governed(prep)]
