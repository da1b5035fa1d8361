"""Clauses without a finite verb: titles, list items, nominations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.clauses.clause import Argument, Clause, argument, clause
from pipeline.language.clauses.infinitives import infinitives_of
from pipeline.language.clauses.nouns import conjoined, kind_of
from pipeline.language.clauses.objects import objects
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.verbs import is_infinitive
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.title_nouns import HEADS
from pipeline.language.tree import Token
from pipeline.models import Status


def infinitive_fragments(unit: Unit, verbs: Sequence[Token]) -> Iterator[Clause]:
    """An infinitive in a sentence without a finite verb: *Jane Roe, of Ohio, to be Ambassador*."""
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.dep_ == "auxpass" for t in unit.doc):
        return
    for verb in verbs:
        if is_infinitive(verb):
            arguments = [*objects(unit, verb, passive=False), *prepositional(unit, verb)]
            arguments += [*_offices(unit, arguments), *_about(unit, verb)]
            said = Status.PLANNED, ("to",)
            yield clause(unit, verb, verb.lemma_.lower(), "fragment", arguments, said)


def _offices(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """The office that an object only begins with: *to be Ambassador Extraordinary*."""
    for one in arguments:
        if one.relation == "object" and one.mention is None:
            for child in unit.doc[one.index].subtree:
                if kind_of(child, unit.mentions) is Kind.OFFICE and child.i < one.index:
                    yield argument(unit, "object", child)


def rank_fragments(unit: Unit) -> Iterator[Clause]:
    """A nomination without a verb: *Jane Roe, of Ohio, for the rank of Ambassador … as Envoy*."""
    root = next((t for t in unit.doc if t.dep_ == "ROOT"), None)
    if root is None or kind_of(root, unit.mentions) is not Kind.PERSON:
        return
    posts = [
        a
        for child in root.children
        if child.lower_ == "for" and child.dep_ == "prep"
        for a in _posts_under(unit, child)
    ]
    if posts and any(t.lower_ == "rank" for t in unit.doc):
        who = [argument(unit, "subject", t) for t in conjoined([root])]
        said = Status.PLANNED, ("for",)
        arguments = [*who, *prepositional(unit, root), replace(posts[-1], relation="object")]
        yield clause(unit, root, "be", "fragment", arguments, said)


def _posts_under(unit: Unit, prep: Token) -> Iterator[Argument]:
    """The posts named under a preposition: the rank, and what it is held as."""
    for token in prep.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "as"):
            one = argument(unit, "object", token)
            if one.kind is Kind.OFFICE or token.lower_ in HEADS:
                yield one


#: Between a name and its sum in a list: "Howard University - $2 million".
_LEADING = frozenset(("-", "–", "—", ":", ",", "(", "|"))


def sum_fragments(unit: Unit, verbs: Sequence[Token]) -> Iterator[Clause]:
    """A sum beside whom it goes to, without a verb: *Howard University - $2 million*."""
    sums = [t for t in unit.doc if kind_of(t, unit.mentions) is Kind.MONEY]
    if len(sums) != 1 or any(v.i < sums[0].i or v.dep_ == "ROOT" for v in verbs):
        return
    (amount,) = sums
    arguments = [argument(unit, "amount", amount), *prepositional(unit, amount)]
    arguments += [argument(unit, "payee", noun) for noun in _before(unit, amount)]
    arguments += list(infinitives_of(unit, amount))
    yield clause(unit, amount, "sum", "fragment", arguments, (Status.OCCURRED, ()))


def _before(unit: Unit, amount: Token) -> list[Token]:
    """The name before a sum and what sets it off, if the fragment begins with it."""
    before = [t for t in unit.doc[: amount.i] if not t.is_punct]
    set_off = amount.i > 0 and unit.doc[amount.i - 1].text in _LEADING
    named = [t for t in before if unit.mentions[t.i] is not None]
    return (named[:1] or before[-1:]) if set_off and before else []


def _about(unit: Unit, verb: Token) -> Iterator[Argument]:
    """What a fragment is about: the first word before the verb that names someone."""
    first = next((t for t in unit.doc[: verb.i] if unit.mentions[t.i] is not None), None)
    for named in conjoined([] if first is None else [first]):
        yield argument(unit, "subject", named)
        yield from prepositional(unit, named)


def agreement_fragments(unit: Unit) -> Iterator[Clause]:
    """Agreements named in a phrase without a verb: "an MoU between A and B on trade".

    One that tells no sides counts where it begins the phrase, as in a list of what was signed.
    """
    for token in unit.doc:
        if kind_of(token, unit.mentions) is not Kind.AGREEMENT:
            continue
        arguments = [argument(unit, "object", token), *prepositional(unit, token)]
        begins = all(t.is_punct or t.like_num or t.dep_ == "det" for t in unit.doc[: token.i])
        if begins or any(a.relation in ("between", "among", "with") for a in arguments):
            said = Status.OCCURRED, ()
            yield clause(unit, token, "agreement", "fragment", arguments, said)
