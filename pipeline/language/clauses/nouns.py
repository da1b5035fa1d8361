"""The nouns that stand in one place of a sentence: joined, counted, spelt out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from pipeline.language import lexicon
from pipeline.language.clauses.verbs import is_verb
from pipeline.language.mentions import Kind, Mention

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
COUNTING = lexicon.words("clauses", "counting")


def kind_of(token: Token, mentions: Sequence[Mention | None]) -> Kind | None:
    """What a word names, if it names anything."""
    mention = mentions[token.i]
    return mention.kind if mention else None


def conjoined(nouns: Iterable[Token]) -> list[Token]:
    """The nouns with those joined to them by *and* or a comma."""
    found: list[Token] = []
    pending = [inner for noun in nouns for inner in counted_by(noun)]
    while pending:
        noun = pending.pop(0)
        if noun not in found:
            found.append(noun)
            pending += [*_joined_to(noun), *_spelt_out(noun)]
    return found


def counted_by(noun: Token) -> list[Token]:
    """What a counting noun is of; any other noun itself."""
    if noun.lower_ not in COUNTING:
        return [noun]
    of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
    found = [inner for prep in of for inner in governed(prep)]
    return [*found, *_spelt_out(noun)] if found else [noun]


def governed(prep: Token) -> list[Token]:
    """The nouns right after a preposition."""
    return [c for c in prep.children if c.dep_ in ("pobj", "pcomp") and not is_verb(c)]


def no_one(noun: Token) -> bool:
    """Whether a noun is said not to be: "no agreement was signed", "nobody signed"."""
    return noun.lower_ in ("neither", "nobody", "none", "nothing") or any(
        c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.children
    )


def _joined_to(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.children if c.dep_ == "conj" and not is_verb(c))
    # "Fox and Baker sign": the first of two names is sometimes hung on the second
    before = (c for c in noun.children if c.dep_ == "nmod")
    yield from (c for c in before if any(g.dep_ == "cc" for g in c.children))


def _spelt_out(noun: Token) -> Iterator[Token]:
    """The names after a noun: *two officials, Smith and Jones*, *leaders including Smith*."""
    if noun.tag_ in ("NN", "NNS"):
        apposed = (c for c in noun.children if c.dep_ == "appos" and c.i > noun.i)
        yield from (c for c in apposed if c.tag_ in ("NNP", "NNPS"))
    for prep in noun.children:
        if _introduces_names(prep):
            yield from (c for c in prep.children if c.dep_ in ("pobj", "dobj"))


def _introduces_names(prep: Token) -> bool:
    such_as = prep.lower_ == "as" and any(c.lower_ == "such" for c in prep.children)
    return such_as or prep.lower_ in ("including", "especially", "notably", "like")
