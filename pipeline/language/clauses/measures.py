"""How much money a noun is worth: *grants totaling $5 million*, *a contract valued at €2*."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import lexicon
from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import kind_of
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

_MEASURING = lexicon.words("clauses", "measuring")
_BESIDE = frozenset(("compound", "nmod", "amod", "nummod"))


def measured(unit: Unit, noun: Token) -> Iterator[Argument]:
    """The sums a noun is said to come to, with what hangs on the word that says so."""
    for word in _measuring(noun):
        for one in _under(unit, word):
            yield argument(unit, "worth", one)
        yield from (a for a in prepositional(unit, word) if a.kind is not Kind.MONEY)
    yield from (argument(unit, "worth", sum_) for sum_ in _before(unit, noun))


def _measuring(noun: Token) -> Iterator[Token]:
    """The words such as *totaling* under a noun, or right behind it under its verb."""
    for child in noun.children:
        if child.lemma_.lower() in _MEASURING and child.dep_ in ("acl", "amod", "relcl", "prep"):
            yield child
    if noun.dep_ == "dobj":
        for child in noun.head.children:
            behind = child.i == noun.i + 1 and child.dep_ in ("advcl", "xcomp", "prep")
            if behind and child.lemma_.lower() in _MEASURING:
                yield child


def _under(unit: Unit, word: Token) -> Iterator[Token]:
    """The sums under a word such as *totaling* or *valued at*."""
    below = (*word.children, *(t for c in word.children if c.dep_ == "prep" for t in c.children))
    yield from (t for t in below if kind_of(t, unit.mentions) is Kind.MONEY)


def _before(unit: Unit, noun: Token) -> Iterator[Token]:
    """The sums set before a noun of several words: *a $2 million financing package*."""
    pending = [c for c in noun.children if c.dep_ in _BESIDE and c.i < noun.i]
    for word in pending:  # grows as it is read
        pending += [c for c in word.children if c.dep_ in _BESIDE]
        if word.head.i != noun.i and kind_of(word, unit.mentions) is Kind.MONEY:
            yield word
