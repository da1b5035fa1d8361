"""What phrases say of the agreements they name, and which sides are whose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pipeline.language.agreement_names import is_official
from pipeline.language.clauses import Argument, Clause, purpose
from pipeline.language.drafts import Instrument
from pipeline.language.extract import Found
from pipeline.language.headcounts import NUMBERS
from pipeline.language.instruments import kind_named, plural, singular
from pipeline.language.mentions import Kind, Mention
from pipeline.language.tree import Token
from pipeline.language.words import Words
from pipeline.models import Span
from pipeline.vocabulary import AGREEMENT_KINDS

POINTING = frozenset("the this that these those both said above aforesaid its their our".split())
#: Adjectives that only point back: "the said agreement" is an agreement.
_AFORESAID = frozenset(("said", "above", "aforesaid", "above-mentioned"))


def instrument(words: Words, clause: Clause, argument: Argument) -> Instrument:
    """What the phrase says of the agreement it names."""
    mention = argument.mention
    assert mention is not None
    token = clause.unit.doc[argument.index]
    first = _after_determiner(token, argument.first)
    start, end = clause.unit.tokens(first, argument.index)
    head = singular(words.text[mention.head])
    count = _count(token)
    lefts = {c.lower_ for c in token.children if c.i < token.i}
    named = words.cap[mention.head] and is_official(words, mention)
    stop = "." if mention.head == mention.end - 1 else ""  # "MoU." at a sentence's end
    core = words.span_text(mention.start, mention.end).removesuffix(stop)
    text = words.span_text(start, end).removesuffix(stop)
    return Instrument(
        text if text[0].isalnum() and len(text) <= len(core) + 60 else core,
        core,
        head,
        kind(words, mention),
        plural(words.text[mention.head]),
        named,
        bool(lefts & POINTING),
        bool(lefts & {"a", "an", "new", "another", "separate"})
        or (_bare_plural(token, words.text[mention.head]) and not named),
        count,
        words.span(mention.start, mention.end),
        _aims(words, clause, token),
    )


def kind(words: Words, mention: Mention) -> str | None:
    """The ontology's kind of the instrument a mention names."""
    found = kind_named(words.text[mention.head : mention.end])
    return found if found in AGREEMENT_KINDS else None


def _aims(words: Words, clause: Clause, noun: Token) -> tuple[Span, ...]:
    """What the agreement is for, in the words of the clause."""
    found = purpose(clause.unit.doc[clause.index], noun)
    return (words.span(*clause.unit.tokens(*found)),) if found else ()


def _bare_plural(token: Token, noun: str) -> bool:
    return plural(noun) and not any(c.dep_ in ("det", "poss") for c in token.children)


def _after_determiner(token: Token, first: int) -> int:
    skipped = {
        c.i
        for c in token.children
        if c.dep_ in ("det", "poss", "nummod", "predet", "advmod", "punct", "cc", "preconj")
    }
    skipped |= {d.i for c in token.children if c.dep_ in ("poss", "nummod") for d in c.subtree}
    skipped |= {c.i for c in token.children if c.lower_ in _AFORESAID}
    while first in skipped and first < token.i:
        first += 1
    return first


def _count(token: Token) -> int | None:
    article = next((c.i for c in token.children if c.dep_ == "det"), -1)
    for child in token.children:
        if child.dep_ == "nummod" and child.i > article:  # not of an item: "6. An agreement"
            text = child.lower_.replace(",", "")
            return int(text) if text.isdigit() and int(text) < 1000 else NUMBERS.get(text)
    return None


def instruments(words: Words, clause: Clause, agreements: Iterable[Argument]) -> list[Argument]:
    """The instruments of one clause that are told apart: by name, or by parties of their own.

    "Several Memoranda of Understanding and Agreements" are one group.
    """
    found: list[Argument] = []
    for one in agreements:
        if one.mention is None or one.mention.kind is not Kind.AGREEMENT:
            continue
        token = clause.unit.doc[one.index]
        apart = any(
            c.dep_ == "prep" and c.lower_ in ("between", "with", "among") for c in token.children
        )
        if not found or apart or is_official(words, one.mention):
            found.append(one)
    return found


def own(one: Found, agreement: Argument | None, told: Sequence[Argument | None]) -> Found:
    """What a frame found, without the sides of its other instruments: *a treaty with A and …*."""
    others = {a.index for a in told if a is not None and agreement is not None} - {
        agreement.index if agreement else -1
    }
    if not others:
        return one
    doc = one.clause.unit.doc
    own = {
        role: tuple(a for a in arguments if a.index in others or not _under(doc[a.index], others))
        for role, arguments in one.roles.items()
    }
    return replace(one, roles={role: arguments for role, arguments in own.items() if arguments})


def between(sides: Sequence[Argument]) -> Sequence[Argument]:
    """The two an agreement is said to be between: who signs it for them is no third side."""
    between = [a for a in sides if a.relation in ("between", "among")]
    return between if len(between) > 1 else sides


def _under(token: Token, others: Collection[int]) -> bool:
    """Whether a word hangs on one of some others rather than on what these are joined to."""
    for node in token.ancestors:
        if node.i in others:
            return True
        if node.dep_ in ("ROOT", "conj"):
            return False
    return False
