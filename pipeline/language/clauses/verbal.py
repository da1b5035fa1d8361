"""The clause of a verb: who does what to whom, with whom, when, where and what for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.clauses.attachments import beyond_people, hung_on, titles_of
from pipeline.language.clauses.attendance import accompanying
from pipeline.language.clauses.clause import Argument, Clause, argument, clause
from pipeline.language.clauses.documents import charged_in
from pipeline.language.clauses.gapping import without_gaps
from pipeline.language.clauses.infinitives import infinitives
from pipeline.language.clauses.nouns import conjoined, kind_of, no_one
from pipeline.language.clauses.objects import objects
from pipeline.language.clauses.phrases import TERMS
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.status import status_of
from pipeline.language.clauses.subjects import subjects
from pipeline.language.clauses.times import journeys, occasions, times
from pipeline.language.clauses.verbs import is_infinitive, is_passive, own_subject
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token
from pipeline.models import Status

#: Verbs the lemmatizer gets wrong.
_LEMMAS = {"fin": "fine", "fining": "fine"}
_ANNOUNCING = frozenset(("announce", "say", "report", "state", "confirm"))


def verbal(unit: Unit, verb: Token, predicates: frozenset[int]) -> Clause:
    """The clause of a verb among the predicates of its unit."""
    passive = is_passive(verb)
    arguments = [*subjects(unit, verb), *objects(unit, verb, passive=passive)]
    arguments += without_gaps(unit, list(prepositional(unit, verb)))
    arguments += list(beyond_people(unit, arguments))
    arguments += list(accompanying(unit, arguments))
    arguments += list(_on_objects(unit, arguments))
    arguments += list(_lawful(unit, arguments))
    arguments += list(_before_court(unit, arguments))
    arguments += list(_for_whose(unit, arguments))
    arguments += list(_complements(unit, verb))
    arguments += list(_grounds(unit, arguments))
    arguments += list(charged_in(unit, verb, arguments))
    if passive:
        arguments += list(_on_agents(unit, arguments))
    arguments += times(unit, verb, predicates)
    arguments += _ascribed(unit, verb)
    arguments += occasions(unit, arguments)
    arguments += list(journeys(unit, verb, arguments))
    arguments += infinitives(unit, verb)
    arguments += list(_announced(unit, verb, arguments))
    lemma = verb.lemma_.lower()
    voice = "passive" if passive else "active"
    arguments += list(titles_of(arguments))
    said = _status(unit, verb, arguments)
    return clause(unit, verb, _LEMMAS.get(lemma, lemma), voice, arguments, said)


def _on_objects(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """What hangs on the objects and agreements: with a sum, what is under *in* too."""
    found = list(arguments)
    for direct in arguments:
        if direct.relation in ("object", "into") or direct.kind is Kind.AGREEMENT:
            found += hung_on(unit, unit.doc[direct.index])
    yield from found[len(arguments) :]
    if any(a.relation == "object" and a.kind is Kind.MONEY for a in found):
        for one in (a for a in found if a.relation == "in"):  # "gave $5 million in aid to Chad"
            yield from prepositional(unit, unit.doc[one.index])


def _before_court(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The court that the parser hung on the accused: *filed a suit against X in the Court*."""
    for one in (a for a in arguments if a.relation == "against"):
        under = prepositional(unit, unit.doc[one.index])
        yield from (a for a in under if a.relation == "in" and a.kind is Kind.ORGANIZATION)


def _for_whose(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Whose good something is for: *gave $5 million for Chad's schools*."""
    for one in (a for a in arguments if a.relation == "for"):
        owners = (c for c in unit.doc[one.index].children if c.dep_ == "poss")
        yield from (argument(unit, "beneficiary", owner) for owner in conjoined(owners))


def _lawful(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The law that the parser hung on a noun: *imposed a ban on six men under the Act*."""
    for one in arguments:
        under = prepositional(unit, unit.doc[one.index]) if one.kind is not Kind.LAW else ()
        yield from (a for a in under if a.relation == "under" and a.kind is Kind.LAW)


def _complements(unit: Unit, verb: Token) -> Iterator[Argument]:
    """What hangs on what the verb is completed by: *pleaded guilty to*, *found Smith guilty of*."""
    for complement in verb.children:
        found = complement.dep_ == "ccomp" and complement.pos_ == "ADJ"
        if found:
            nouns = conjoined(own_subject(complement))
            yield from (argument(unit, "object", noun) for noun in nouns)
        if found or complement.dep_ in ("acomp", "oprd", "advmod"):
            yield from prepositional(unit, complement)


def _grounds(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """What a sentence is for: "sentenced to four weeks' imprisonment for theft"."""
    if any(a.relation == "for" for a in arguments):
        return
    terms = [unit.doc[a.index] for a in arguments if a.relation == "to"]
    for noun in (t for t in terms if t.lower_ in TERMS):
        under = (a for t in (noun, *noun.subtree) for a in prepositional(unit, t))
        yield from (a for a in under if a.relation == "for")


def _on_agents(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """What hangs on the one who acts: "convicted by a jury of"."""
    for agent in (a for a in arguments if a.relation == "subject"):
        yield from prepositional(unit, unit.doc[agent.index])


def _ascribed(unit: Unit, verb: Token) -> Iterator[Argument]:
    """The noun a verb describes, and what a verb says its subject or object is."""
    if verb.dep_ == "amod":
        yield argument(unit, "attribute", verb.head)
    elif verb.dep_ in ("acl", "relcl") and is_infinitive(verb):
        yield argument(unit, "means", verb.head)  # "steps to impose a ban"
    said = (c for c in verb.children if c.dep_ in ("oprd", "attr"))
    yield from (argument(unit, "complement", c) for c in said)


def _announced(unit: Unit, verb: Token, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Who announced what a clause tells, and when: ", the Ministry announced today".

    The day it was announced counts if the clause comes first and has no date of its own.
    """
    above, lemma = verb.head, verb.head.lemma_.lower()
    reported = verb.dep_ in ("ccomp", "parataxis") and above.i != verb.i
    if not reported or lemma not in _ANNOUNCING:
        return
    for noun in conjoined(own_subject(above)):
        yield argument(unit, "announcer", noun)
    dated = any(a.relation == "when" for a in arguments)
    if lemma == "announce" and verb.i < above.i and not dated:
        dates = (c for c in above.children if kind_of(c, unit.mentions) is Kind.DATE)
        yield from (argument(unit, "when", date) for date in dates)


def _status(
    unit: Unit, verb: Token, arguments: Sequence[Argument]
) -> tuple[Status, tuple[str, ...]]:
    sides = (unit.doc[a.index] for a in arguments if a.relation in ("subject", "object"))
    if any(no_one(side) for side in sides):
        return Status.NEGATED, ("no",)
    return status_of(verb)
