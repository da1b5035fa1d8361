"""What stands under the prepositions of a word."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language import lexicon
from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import conjoined, governed
from pipeline.language.clauses.verbs import is_verb, own_subject
from pipeline.language.standins import Unit

#: Verbs, as lemmas, of what an agreement does.
_PROVIDING = lexicon.words("clauses", "providing")
_COMPOUND = lexicon.mapping("clauses", "compound_prepositions")


def prepositional(unit: Unit, head: Token) -> Iterator[Argument]:
    """Arguments under the prepositions of a word, one step into chains like *on behalf of*."""
    for prep in head.children:
        if not _is_preposition(prep):
            continue
        yield from _under(unit, prep, prep.lower_)
        for inner in prep.children:
            if inner.dep_ == "conj" and inner.pos_ in ("ADP", "SCONJ"):
                yield from _under(unit, inner, inner.lower_)
            elif inner.dep_ == "prep":
                longer = _COMPOUND.get(f"{prep.lower_} {inner.lower_}", inner.lower_)
                yield from _under(unit, inner, longer)


def _is_preposition(token: Token) -> bool:
    return token.dep_ in ("prep", "agent", "dative", "prt", "advmod") and any(
        c.dep_ in ("pobj", "prep", "pcomp") for c in token.children
    )


def _under(unit: Unit, prep: Token, relation: str) -> Iterator[Argument]:
    for noun in conjoined(governed(prep)):
        longer = _COMPOUND.get(f"{relation} {noun.lower_}")
        if longer:
            inner = (c for c in noun.children if c.dep_ == "prep")
            deep = (d for c in inner for d in conjoined(governed(c)))
            yield from (argument(unit, longer, d) for d in deep)
        else:
            yield argument(unit, relation, noun)
    for verb in prep.children:
        if verb.dep_ in ("pcomp", "pobj") and is_verb(verb):  # "pleaded guilty to selling"
            yield argument(unit, relation, verb)
            yield from (argument(unit, relation, side) for side in _provided_for(prep, verb))


def _provided_for(prep: Token, verb: Token) -> list[Token]:
    """Whom the parser read as doing what an agreement does: *a pact with Peru providing for*."""
    does = prep.lower_ == "with" and verb.tag_ == "VBG" and verb.lemma_.lower() in _PROVIDING
    return conjoined(own_subject(verb)) if does else []
