"""Who took part in the event a noun names: the verb that says it took place tells."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import lexicon
from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import COUNTING, kind_of
from pipeline.language.mentions import BODIES
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

_SUPPORT = lexicon.words("clauses", "support")
_TAKE_PLACE = lexicon.words("clauses", "take_place")
_TAKING_PART = frozenset(("participate", "take"))
_ATTENDING = frozenset(("attend", "chair", "cochair", "co-chair", "join", "lead"))
_PLANNING = frozenset(("schedule", "plan", "set", "slate"))
_ROUNDS = COUNTING | {"round", "rounds", "session", "edition"}


def supporting(noun: Token) -> Iterator[Token]:
    """The verb that says an event took place: *X held talks*, *the talks, which were held at Y*."""
    yield from _above(_counted(noun))
    described = (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ != "VB")
    happening = _TAKE_PLACE | _SUPPORT | _ATTENDING | _PLANNING
    yield from (c for c in described if c.lemma_.lower() in happening)


def _above(noun: Token) -> Iterator[Token]:
    """The verb an event is the object or subject of, with those beside it that name an agent."""
    verb, link, lemma = noun.head, noun.dep_, noun.head.lemma_.lower()
    if link == "dobj" and lemma in _SUPPORT:
        yield verb
    elif link in ("nsubj", "nsubjpass") and lemma in _taking_place(link):
        yield verb
        beside = (c for c in verb.children if c.dep_ in ("advcl", "conj"))
        yield from (c for c in beside if any(g.dep_ == "agent" for g in c.children))
    elif link == "pobj" and _takes_part(verb):
        yield verb.head


def _takes_part(prep: Token) -> bool:
    """Whether someone *participates in* or *takes part in* what follows."""
    return prep.lower_ in ("in", "at", "on") and prep.head.lemma_.lower() in _TAKING_PART


def _taking_place(link: str) -> frozenset[str]:
    """The verbs an event is the subject of: *talks happened*, *talks were hosted*."""
    return _TAKE_PLACE | _SUPPORT if link == "nsubjpass" else _TAKE_PLACE


def _counted(noun: Token) -> Token:
    """The noun that counts this one, *the second round of talks*, or the noun itself."""
    above = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return above if of and above.lower_ in _ROUNDS else noun


def paired(unit: Unit, noun: Token) -> Iterator[Argument]:
    """Two bodies before a noun stand for the two sides: *the France-Greece Dialogue*."""
    pending = [c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "nmod", "amod")]
    found: list[Token] = []
    while pending:
        child = pending.pop()
        if kind_of(child, unit.mentions) in BODIES:
            found.append(child)
        pending += [c for c in child.children if c.dep_ in ("compound", "nmod", "dep", "conj")]
    if len(found) > 1:
        yield from (argument(unit, "between", t) for t in sorted(found, key=lambda t: t.i))
