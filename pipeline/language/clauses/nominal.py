"""The clause of a noun that names an event: *the signing of X by Y*, *India's signing of X*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.clauses.attachments import (
    beyond_people,
    compounds,
    hung_on,
    nationality,
    titles_of,
)
from pipeline.language.clauses.attendance import accompanying, attending
from pipeline.language.clauses.clause import Argument, Clause, argument, clause
from pipeline.language.clauses.infinitives import infinitives_of
from pipeline.language.clauses.measures import measured
from pipeline.language.clauses.nouns import conjoined
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.status import status_of_event
from pipeline.language.clauses.subjects import subjects
from pipeline.language.clauses.support import paired, supporting
from pipeline.language.clauses.times import OCCASIONS, journeys, occasions, times
from pipeline.language.clauses.verbs import is_passive, is_verb
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: Verbs that send nothing *to* anyone: "welcomes the appointment of Smith, …, to the Board".
_APPROVING = frozenset("welcome approve endorse support applaud commend confirm".split())
#: Verbs of what money does for those who get it: *the grant will help the school*.
_HELPING = frozenset(("help", "assist", "support", "benefit", "enable", "allow"))


def nominal(unit: Unit, noun: Token, predicates: frozenset[int]) -> Clause:
    """The clause of a noun among the predicates of its unit."""
    named = noun.head if _names_occasion(noun) else noun
    support = list(supporting(named))
    arguments = _around(unit, noun)
    if not _is_remembered(noun):
        arguments += times(unit, named, predicates)
    arguments += _governing(unit, noun, predicates)
    for verb in support:
        arguments += [*subjects(unit, verb), *prepositional(unit, verb)]
        arguments += times(unit, verb, predicates)
    arguments += list(beyond_people(unit, arguments))
    if support or any(a.relation in ("in", "at") for a in arguments):
        arguments += paired(unit, noun)
    arguments += attending(unit, noun)
    arguments += list(accompanying(unit, arguments))
    arguments = [a for a in arguments if a.index != noun.i]
    arguments += occasions(unit, arguments)
    for predicate in (noun, *support):
        arguments += list(journeys(unit, predicate, arguments))
    arguments += [*_after(unit, noun, predicates), *_compounded(unit, noun)]
    arguments += list(titles_of(arguments))
    said = status_of_event(named, support[0] if support else None)
    return clause(unit, noun, noun.lower_, "noun", arguments, said, within=named)


def _names_occasion(noun: Token) -> bool:
    """Whether a noun says what an occasion is for: *the signing ceremony*."""
    return noun.dep_ == "compound" and noun.head.lower_ in OCCASIONS


def _is_remembered(noun: Token) -> bool:
    """Whether an anniversary is spoken of, whose day is not that of the event."""
    return noun.dep_ == "pobj" and noun.head.head.lower_ == "anniversary"


def _around(unit: Unit, noun: Token) -> list[Argument]:
    """What hangs on the noun, and on what it is of."""
    found = [a for child in noun.children for a in _beside(unit, child)]
    if noun.dep_ == "appos":
        found.append(argument(unit, "apposed", noun.head))
    found += [*prepositional(unit, noun), *measured(unit, noun), *nationality(unit, noun)]
    inner = [a for a in found if _is_inner(a)]
    found += [h for a in inner for h in hung_on(unit, unit.doc[a.index])]
    return [*found, *infinitives_of(unit, noun)]


def _beside(unit: Unit, child: Token) -> Iterator[Argument]:
    if child.dep_ == "poss" or _is_owner(child):
        yield from (argument(unit, "possessor", t) for t in conjoined([child]))
    elif child.dep_ in ("compound", "amod", "nmod") and unit.mentions[child.i] is not None:
        yield argument(unit, "compound", child)
    elif child.dep_ == "dobj":
        yield from (argument(unit, "of", t) for t in conjoined([child]))


def _is_owner(child: Token) -> bool:
    """Whether a lone apostrophe behind a plural name was not read: *the States’ signing of*."""
    named = child.dep_ in ("nmod", "compound") and child.i + 2 == child.head.i
    return named and child.doc[child.i + 1].text in ("’", "'")


def _is_inner(one: Argument) -> bool:
    return one.relation in ("of", "compound") or one.kind is Kind.AGREEMENT


def _governing(unit: Unit, noun: Token, predicates: frozenset[int]) -> Iterator[Argument]:
    """What hangs on the verb above: *announced the appointment of X as Y*, *is set for Monday*."""
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_.lower() in _HELPING:
        yield from (argument(unit, "helping", c) for c in above.children if c.dep_ == "dobj")
    if noun.dep_ == "pobj" and above.lower_ == "from" and above.head.lemma_ == "benefit":
        yield from (replace(a, relation="helping") for a in subjects(unit, above.head))
    if noun.dep_ == "dobj":
        under = prepositional(unit, above)
        approved = above.lemma_.lower() in _APPROVING
        named = any(a.kind is Kind.PERSON for a in prepositional(unit, noun))
        told = {"as", "to"} if approved and named else {"as"}
        yield from (a for a in under if a.relation in told and a.index > noun.i)
    whole = above if noun.dep_ == "compound" else noun  # "the sentencing hearing is set for May"
    if whole.dep_ == "nsubjpass" and whole.head.lemma_.lower() in ("schedule", "set", "slate"):
        yield from times(unit, whole.head, predicates)


def _after(unit: Unit, noun: Token, predicates: frozenset[int]) -> Sequence[Argument]:
    """What follows the noun is the noun's: "welcomed the signing of X on 3 May by Y"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else noun.head
    governed = noun.dep_ == "dobj" or verb.lemma_.lower() == "congratulate"
    if not governed or not is_verb(verb) or is_passive(verb):
        return []
    agents = (a for a in prepositional(unit, verb) if a.relation == "by")
    dates = times(unit, verb, predicates - {noun.i})
    return [a for a in (*agents, *dates) if a.index > noun.i]


def _compounded(unit: Unit, noun: Token) -> Iterator[Argument]:
    """What hangs on the noun it is part of: *the MOU signing ceremony with Peru*."""
    if noun.dep_ == "compound":
        yield from prepositional(unit, noun.head)
        owners = conjoined(c for c in noun.head.children if c.dep_ == "poss")
        yield from (argument(unit, "possessor", owner) for owner in owners)
        yield from compounds(unit, noun.head, ("compound",))
