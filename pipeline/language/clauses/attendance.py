"""Who was at an event though no verb says that they held it: *raised it in talks with Peru*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import conjoined, kind_of
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.subjects import controller, subjects
from pipeline.language.clauses.verbs import is_passive, is_verb
from pipeline.language.mentions import AGENTS
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

_GOING = frozenset(("be", "travel", "visit", "arrive", "go", "come", "fly", "return"))
_DURING = frozenset(("in", "at", "during", "on"))
_AROUND = _DURING | {"before", "after", "following", "ahead of", "prior to"}
#: Parts of an event: *at the start of their meeting*.
_PARTS = frozenset(
    "top start beginning opening outset end close conclusion margins sidelines".split()
)
_HELD = frozenset(("hold", "convene", "conduct"))
_WITH_WHOM = frozenset(("led", "headed", "chaired", "accompanied", "joined"))


def attending(unit: Unit, noun: Token) -> Iterator[Argument]:
    """Those who did something at an event: *X raised it in talks with Y*, *after their meeting*.

    In a phrase without a verb they are those it begins with: *Minister X at a meeting with Y*.
    """
    prep = _preposition(noun)
    if prep is None:
        return
    above = prep.head.head if prep.head.dep_ == "dobj" else prep.head
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        theirs = all(c.lower_ in ("their", "our") for c in owners) and prep.lower_ in _AROUND
        doers = _doers(unit, above) if theirs else []
        found = doers if len(doers) > 1 else []
    elif _brings_to(prep, above) and _is_particular(noun):
        found = _doers(unit, above, passive=False)
    else:
        found = []
    yield from (argument(unit, "attending", who) for who in found)


def _preposition(noun: Token) -> Token | None:
    """The preposition above an event, or above the part of it that is spoken of."""
    if noun.dep_ != "pobj":
        return None
    prep = noun.head
    if prep.lower_ == "of" and prep.head.lower_ in _PARTS and prep.head.dep_ == "pobj":
        return prep.head.head
    return prep


def _is_particular(noun: Token) -> bool:
    """Whether it is said with whom an event was, or where, and not between whom."""
    preps = {c.lower_ for c in noun.children if c.dep_ == "prep"}
    held = any(c.dep_ == "acl" and c.lemma_.lower() in _HELD for c in noun.children)
    apart = not preps.isdisjoint(("between", "among", "of"))
    return not preps.isdisjoint(("with", "on")) or (held and not apart)


def _brings_to(prep: Token, verb: Token) -> bool:
    """Whether a subject was there: *in talks*, *during talks*, *travelled for talks*."""
    going = prep.lower_ == "for" and verb.lemma_.lower() in _GOING
    return going or prep.lower_ in _DURING


def _doers(unit: Unit, above: Token, *, passive: bool = True) -> list[Token]:
    """Who does what is done at an event, or whom a phrase without a verb begins with."""
    if is_verb(above) or above.pos_ == "AUX":
        if not is_passive(above):
            return conjoined(controller(above))
        return [unit.doc[a.index] for a in subjects(unit, above)] if passive else []
    if above.dep_ != "ROOT":
        return []
    if kind_of(above, unit.mentions) in AGENTS:
        return conjoined([above])
    return conjoined(c for c in above.children if c.dep_ == "poss")  # "Smith's remarks at …"


def accompanying(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Who leads those who take part, or comes with them: *a delegation led by Smith*."""
    for one in arguments:
        for child in unit.doc[one.index].children:
            if child.dep_ == "acl" and child.lower_ in _WITH_WHOM:
                under = prepositional(unit, child)
                yield from (
                    argument(unit, "accompanying", unit.doc[a.index])
                    for a in under
                    if a.relation == "by"
                )
