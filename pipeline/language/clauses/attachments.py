"""What the parser hung on a noun though it belongs to the predicate, or may."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.infinitives import infinitives_of
from pipeline.language.clauses.measures import measured
from pipeline.language.clauses.nouns import conjoined, governed, kind_of
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.mentions import AGENTS, BODIES, Kind, Mention
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: What an agreement is about, and between whom it is.
_SUBJECT_MATTER = frozenset(("on", "for", "concerning", "regarding", "about", "in"))
SIDES = frozenset(("with", "between", "among"))
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
    return (a for a in under if a.relation in ("in", "at", "on behalf of"))


def _others(unit: Unit, one: Argument) -> Iterator[Argument]:
    token = unit.doc[one.index]
    for a in prepositional(unit, token):
        other = unit.doc[a.index]
        joined = other.dep_ == "conj" and kind_of(other.head, unit.mentions) in BODIES
        if a.kind in _PEOPLE and joined:
            yield replace(a, relation=one.relation)
    # "by Smith of Peru, Jones of Chile and Baker": no person is an apposition of another
    listed = (c for c in token.children if c.dep_ == "appos" and _is_person(unit, c))
    yield from (argument(unit, one.relation, c) for c in conjoined(listed))


def _is_person(unit: Unit, token: Token) -> bool:
    return kind_of(token, unit.mentions) is Kind.PERSON


def hung_on(unit: Unit, noun: Token) -> Iterator[Argument]:
    """What the parser hung on an object: *an agreement with Honduras*, *a US grant*."""
    beside = list(prepositional(unit, noun))
    yield from beside
    owners = conjoined(c for c in noun.children if c.dep_ == "poss")
    yield from (argument(unit, "owner", owner) for owner in owners)
    yield from _about(unit, noun)
    if kind_of(noun, unit.mentions) is Kind.AGREEMENT and not any(
        a.relation in SIDES for a in beside
    ):
        yield from _sides_behind(unit, noun)
    yield from measured(unit, noun)
    yield from nationality(unit, noun)
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


def nationality(unit: Unit, noun: Token) -> Iterator[Argument]:
    """The capitalized adjectives before a noun, which may tell of which country: *Cuban aid*."""
    before = (c for c in noun.children if c.dep_ == "amod" and c.i < noun.i)
    named = (c for c in before if c.text[0].isupper() and unit.mentions[c.i] is None)
    yield from (argument(unit, "nationality", c) for c in named)


def compounds(unit: Unit, noun: Token, links: Sequence[str]) -> Iterator[Argument]:
    """The names that hang on a noun by one of the links."""
    linked = (c for c in noun.children if c.dep_ in links)
    return (argument(unit, "compound", c) for c in linked if unit.mentions[c.i] is not None)


def _about(unit: Unit, noun: Token) -> Iterator[Argument]:
    """What is hung on the subject matter: "an agreement on fisheries with Peru in Lima today"."""
    about = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _SUBJECT_MATTER)
    for topic in (t for prep in about for t in governed(prep)):
        for one in prepositional(unit, topic):
            if (one.relation in SIDES and one.mention is not None) or (
                one.relation in ("in", "at") and one.kind is Kind.PLACE and _dated(unit, one)
            ):
                yield one


def _dated(unit: Unit, place: Argument) -> bool:
    """Whether a date stands right behind a place, as where something was done: "in Lima today"."""
    after = [t for t in unit.doc[place.index + 1 : place.index + 4] if t.text not in (",", "on")]
    return bool(after) and kind_of(after[0], unit.mentions) is Kind.DATE


def _sides_behind(unit: Unit, noun: Token) -> Iterator[Argument]:
    """Two sides told behind an agreement, whatever they are hung on: *rules …, between A and B*."""
    for prep in unit.doc[noun.i + 1 :]:
        if kind_of(prep, unit.mentions) is Kind.AGREEMENT:
            return
        if prep.lower_ in ("between", "among"):
            sides = [argument(unit, "between", t) for t in conjoined(governed(prep))]
            if len(sides) > 1 and all(a.kind in AGENTS for a in sides):
                yield from sides
                return


def _measured(unit: Unit, noun: Token) -> list[Token]:
    """What a sum of money is a measure of: *grants* in "$5 million in grants to 12 tribes"."""
    if kind_of(noun, unit.mentions) is not Kind.MONEY:
        return []
    of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("in", "of"))
    return [measured for prep in of for measured in governed(prep)]
