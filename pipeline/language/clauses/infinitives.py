"""What a verb or a noun is followed by in the infinitive: *met to discuss the border*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import conjoined
from pipeline.language.clauses.phrases import TERMS
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.verbs import is_infinitive
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token


def infinitives(unit: Unit, verb: Token, *, followed: bool = False) -> Iterator[Argument]:
    """The infinitives after a verb, with what they act on.

    A verb joined to the first may be one only once the verb is ``followed`` by one.
    """
    for child in verb.children:
        hung = child.dep_ in ("xcomp", "advcl", "ccomp") or (child.dep_ == "conj" and followed)
        if hung and is_infinitive(child) and child.i > verb.i:
            followed = True
            yield from _infinitive(unit, child)
            yield from infinitives(unit, child, followed=True)


def _infinitive(unit: Unit, verb: Token) -> Iterator[Argument]:
    to = f"to {verb.lemma_.lower()}"
    yield argument(unit, "infinitive", verb)
    yield argument(unit, f"{to} itself", verb)
    for noun in conjoined(_acted_on(verb)):
        yield argument(unit, to, noun)
        yield from infinitives_of(unit, noun)
        for one in prepositional(unit, noun):
            of = one.relation == "of" and one.kind is Kind.MONEY  # "to give a grant of $5"
            yield replace(one, relation=to if of else f"{to} {one.relation}")
    for one in prepositional(unit, verb):
        yield replace(one, relation=f"{to} {one.relation}")


def _acted_on(verb: Token) -> list[Token]:
    """The objects of an infinitive, and the term in *to serve a year in prison*."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    return found or [c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ in TERMS]


def infinitives_of(unit: Unit, noun: Token) -> Iterator[Argument]:
    """Infinitives the parser hung on an object: "a fine to settle claims"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and is_infinitive(child):
            to = f"to {child.lemma_.lower()}"
            yield argument(unit, "infinitive", child)
            yield from (argument(unit, to, c) for c in child.children if c.dep_ == "dobj")
