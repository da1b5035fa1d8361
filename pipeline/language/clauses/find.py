"""The way in: which words of a unit are predicates, and the clause of each."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.clauses.clause import Clause
from pipeline.language.clauses.fragments import (
    agreement_fragments,
    infinitive_fragments,
    rank_fragments,
    sum_fragments,
)
from pipeline.language.clauses.nominal import nominal
from pipeline.language.clauses.nouns import kind_of
from pipeline.language.clauses.sums import per_sum
from pipeline.language.clauses.verbal import verbal
from pipeline.language.clauses.verbs import is_verb
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token


def clauses(unit: Unit, nouns: frozenset[str]) -> Iterator[Clause]:
    """The clauses of a parsed unit: one per verb, one per noun of ``nouns`` (lemmas)."""
    # an agreement by itself in a line is a noun, though the parser may take it for a verb
    verbs = [t for t in unit.doc if is_verb(t) and not _is_agreement(unit, t)]
    yield from infinitive_fragments(unit, verbs)
    named = (t for t in unit.doc if t.lower_ in nouns and t.pos_ in ("NOUN", "PROPN", "VERB"))
    events = [t for t in named if t not in verbs]
    predicates = frozenset(t.i for t in (*verbs, *events))
    if not any(v.dep_ == "ROOT" or v.head.dep_ == "ROOT" for v in verbs):
        yield from agreement_fragments(unit)
        yield from rank_fragments(unit)
        yield from sum_fragments(unit, verbs)
    shared = sum(m is not None and m.kind is Kind.MONEY for m in unit.mentions) > 1
    for verb in verbs:
        clause = verbal(unit, verb, predicates)
        yield from per_sum(unit, clause) if shared else (clause,)
    yield from (nominal(unit, noun, predicates) for noun in events)


def _is_agreement(unit: Unit, token: Token) -> bool:
    return kind_of(token, unit.mentions) is Kind.AGREEMENT
