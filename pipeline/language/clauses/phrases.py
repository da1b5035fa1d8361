"""How far a phrase or a clause reaches: its first and its last word."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import lexicon
from pipeline.language.clauses.nouns import kind_of
from pipeline.language.clauses.verbs import is_infinitive, is_verb
from pipeline.language.mentions import Kind, Mention
from pipeline.language.tree import Token

#: Nouns of what a sentence is to: what follows with *for* is what it is for.
TERMS = lexicon.words("clauses", "terms")
#: What stands before a noun in its phrase.
_BEFORE_NOUN = frozenset("det amod compound nummod poss quantmod nmod advmod predet".split())


def noun_phrase(noun: Token) -> tuple[int, int]:
    """First and last word of a noun phrase without its relative clauses and conjuncts."""
    inside = [noun.i]
    pending = [c for c in noun.children if c.dep_ in _BEFORE_NOUN and c.i < noun.i]
    while pending:
        child = pending.pop()
        inside.append(child.i)
        pending += [c for c in child.children if c.i < noun.i]
    return min(inside), noun.i


def phrase_of(head: Token, mentions: Sequence[Mention | None]) -> tuple[int, int]:
    """First and last word of a phrase, up to what a comma or a date sets off."""
    inside = {t.i for t in head.subtree if not (t.dep_ == "punct" and t.head.i == head.i)}
    for token in head.subtree:
        if token.i > head.i and _set_off(token, mentions):
            inside -= set(range(min(t.i for t in token.subtree), len(head.doc)))
    first, last = min(inside | {head.i}), max(inside | {head.i})
    return first, _trimmed(head, first, last)


def _trimmed(head: Token, first: int, last: int) -> int:
    """The last word of a phrase without an open bracket, a comma or an *and* at its end."""
    opened = [t.i for t in head.doc[first : last + 1] if t.text == "("]
    if opened and not any(t.text == ")" for t in head.doc[opened[-1] : last + 1]):
        last = max(opened[-1] - 1, head.i)
    while last > head.i and _is_joint(head.doc[last]):
        last -= 1
    return last


def _is_joint(token: Token) -> bool:
    return token.dep_ == "cc" or (token.is_punct and token.text not in (")", "”", '"'))


def _set_off(token: Token, mentions: Sequence[Mention | None]) -> bool:
    """Whether a word begins what is no longer part of a phrase: a date, a clause behind a comma."""
    if kind_of(token, mentions) is Kind.DATE or _opens_circumstance(token, mentions):
        return True
    if token.dep_ == "conj" and kind_of(token, mentions) is Kind.MONEY:
        return kind_of(token.head, mentions) is not Kind.MONEY  # "for wells and $3 for schools"
    first = min(t.i for t in token.subtree)
    behind_comma = first > 0 and token.doc[first - 1].text in (",", ";", "–", "—")
    return behind_comma and token.dep_ in ("relcl", "advcl", "ccomp", "parataxis", "appos")


def _opens_circumstance(prep: Token, mentions: Sequence[Mention | None]) -> bool:
    """Whether a preposition says when, why or by whom, and not what: *on Monday*, *for selling*."""
    if prep.dep_ not in ("prep", "agent"):
        return False
    kinds = [(c.dep_, kind_of(c, mentions)) for c in prep.children]
    if prep.lower_ == "before" or (
        prep.lower_ == "by" and any(kind is Kind.PERSON for _, kind in kinds)
    ):
        return True
    sum_ = kind_of(prep.head, mentions) is Kind.MONEY  # "a fine of $5 for theft"
    reason = prep.head.lower_ in TERMS or sum_ or any(dep == "pcomp" for dep, _ in kinds)
    dated = ("pobj", Kind.DATE) in kinds
    return prep.dep_ == "prep" and (dated or (prep.lower_ == "for" and reason))


def purpose(head: Token, noun: Token) -> tuple[int, int] | None:
    """First and last word of what is aimed at.

    "to expand …" after the verb or its object, or what the instrument *will* do.
    """
    for child in (c for word in (head, noun) for c in word.children):
        hung = child.dep_ in ("advcl", "acl", "relcl", "xcomp") and child.i > head.i
        if hung and is_infinitive(child):
            return min(t.i for t in child.subtree), _last(child)
    if noun.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ == "will" for c in noun.head.children):
        return noun.head.i, _last(noun.head)
    return None


def _last(head: Token) -> int:
    return max(t.i for t in head.subtree if t.dep_ != "punct" or t.i < head.i)


def extent(head: Token) -> tuple[int, int]:
    """First and last word of a clause: the subtree without coordinate and subordinate clauses."""
    inside, pending = [head.i], list(head.children)
    while pending:
        child = pending.pop()
        coordinate = child.dep_ == "conj" and is_verb(child)
        if not coordinate and child.dep_ not in ("advcl", "ccomp", "parataxis", "punct"):
            inside.append(child.i)
            pending += list(child.children)
    return min(inside), max(inside)
