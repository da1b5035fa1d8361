"""Those whom no list and no name tells: delegates, groups by number, bodies nobody knew."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument
from pipeline.language.clauses.nouns import conjoined, governed
from pipeline.language.descriptions import NAMELESS, PEOPLE
from pipeline.language.instruments import singular
from pipeline.language.mentions import BODIES, Kind
from pipeline.language.standins import Unit

_GROUPS = lexicon.words("referents", "groups")
_QUANTITIES = lexicon.words("referents", "quantities")
_DELEGATES = lexicon.words("referents", "delegates")
_NOBODIES = lexicon.words("referents", "nobodies")
_BODIES = lexicon.words("referents", "bodies") | lexicon.words("referents", "parts_of_names")
_TITLES = lexicon.words("titles", "heads") | lexicon.words("titles", "honorifics")
_ARTICLES = frozenset(("the", "a", "an"))
_BEFORE_NUMBERS = frozenset(("the", "these", "by", ",", "our"))
#: Relations in which a phrase acts.
_ACTING = frozenset(("subject", "with", "between", "among", "by"))


def is_someone(word: Token) -> bool:
    """Whether a word is for people or bodies, though it may name nobody: *partners*, *banks*."""
    low = word.lower_
    return word.pos_ == "PROPN" or low in _GROUPS | _DELEGATES or singular(low) in NAMELESS


# -- delegates -------------------------------------------------------------------------------------


def delegates(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """Those who come from a body stand for it: *delegations from Chad*; else they are a group."""
    word = unit.doc[argument.index]
    if word.lower_ not in _DELEGATES:
        return []
    sent = list(_sent_by(cast, unit, word))
    if sent or any(c.dep_ == "appos" and unit.mentions[c.i] is not None for c in word.children):
        return sent
    before = range(argument.first, argument.index)
    if not any(_tells_apart(unit, i) for i in before) or any(_parts(unit, i) for i in before):
        return []
    first = argument.first + (unit.doc[argument.first].dep_ in ("det", "poss"))
    return [cast.new("group", cast.words.span_text(*unit.tokens(first, argument.index)))]


def _sent_by(cast: Cast, unit: Unit, word: Token) -> Iterator[str]:
    """The bodies that delegates come from."""
    preps = [c for c in word.children if c.dep_ == "prep" and c.lower_ in ("from", "of")]
    for noun in conjoined(noun for prep in preps for noun in governed(prep)):
        mention = unit.mentions[noun.i]
        if mention in cast.of and mention.kind in BODIES:
            yield cast.of[mention]


def _tells_apart(unit: Unit, i: int) -> bool:
    """Whether a word before delegates is a name or an adjective made of one."""
    word = unit.doc[i]
    capital = bool(i) and word.pos_ in ("PROPN", "ADJ") and word.text[0].isupper()
    return unit.mentions[i] is not None or capital


def _parts(unit: Unit, i: int) -> bool:
    """Whether a word parts delegates from what stands before them: a comma, someone else."""
    mention = unit.mentions[i]
    return unit.doc[i].lower_ == "," or (mention is not None and mention.kind is Kind.PERSON)


# -- groups ----------------------------------------------------------------------------------------


def group(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """A group told by number: "more than 50 states", "all States"."""
    if unit.doc[argument.index].lower_ not in _GROUPS:
        return []
    first = argument.first
    while unit.doc[first].lower_ in _BEFORE_NUMBERS:
        first += 1
    if first == argument.index or unit.doc[first].lower_ in ("two", "both"):
        return []
    before = unit.doc[first : argument.index]
    if not any(t.like_num or t.lower_ in _QUANTITIES for t in before):
        return []
    return [cast.new("group", cast.words.span_text(*unit.tokens(first, argument.index)))]


# -- names that no list knows ----------------------------------------------------------------------


def acted_on(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """Someone nobody knew whom something is done to: a defendant, a recipient."""
    return [] if argument.mention in cast.of else _stranger(cast, unit, argument)


def acting(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """A body nobody knew: a capitalized phrase that acts, such as a company's name."""
    start, end = unit.tokens(argument.index, argument.index)
    named = argument.relation in _ACTING and not _is_common(cast, start, end)
    return _stranger(cast, unit, argument) if named else []


def _stranger(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """Whom a capitalized phrase names."""
    words = cast.words
    if not _is_name(cast, unit, argument):
        return []
    start, end = _name(cast, unit, argument)
    name = words.span_text(start, end)
    if _is_someone_known(words.lower[start:end]) or len(name) < 3:
        return []
    if words.sentence[start] in words.headline and words.ordinary[end - 1]:
        return [] if all(words.ordinary[start:end]) else [cast.new("group", name)]
    if _only_begins_a_sentence(cast, start, end):
        return []
    if country := cast.gazetteer.demonyms.get(name):
        return [cast.new_country(country, name)]
    beside = unit.mentions[unit.doc[argument.index].head.i]
    person = unit.doc[argument.index].dep_ == "conj" and beside and beside.kind is Kind.PERSON
    return [cast.new("person", name, Kind.PERSON) if person else cast.new("organization", name)]


def _is_name(cast: Cast, unit: Unit, argument: Argument) -> bool:
    """Whether the noun of a phrase is a name, and not that of a people."""
    start, _ = unit.tokens(argument.index, argument.index)
    return (
        start not in cast.demonyms
        and (unit.doc[argument.index].pos_ == "PROPN" or _is_brand(cast.words.text[start]))
        and any(c.isupper() for c in cast.words.text[start])
        and cast.words.lower[start] not in _NOBODIES
    )


def _is_brand(word: str) -> bool:
    """Whether a word is written as only names are: *9iQ*, *eFleet*."""
    return word.isalnum() and not word[0].isupper() and any(c.isupper() for c in word)


def _name(cast: Cast, unit: Unit, argument: Argument) -> tuple[int, int]:
    """The tokens of a name: the noun with the capitalized words before it in its phrase."""
    words = cast.words
    start, end = unit.tokens(argument.index, argument.index)
    while (
        words.same_sentence(start - 1, end - 1)
        and unit.origin[argument.first][0] < start
        and words.cap[start - 1]
    ):
        start -= 1
    return start, end


def _is_someone_known(name: list[str]) -> bool:
    """Whether the words are a description or a title of someone: *Officers*, *Mr. Secretary*."""
    return singular(name[-1]) in PEOPLE or not _TITLES.isdisjoint(name)


def _only_begins_a_sentence(cast: Cast, start: int, end: int) -> bool:
    """Whether an article or a sentence's first word has the capital, not a name."""
    words = cast.words
    first = words.sentence[start - 1] != words.sentence[start]
    return words.lower[start] in _ARTICLES or (end - start == 1 and words.ordinary[start] and first)


def _is_common(cast: Cast, start: int, end: int) -> bool:
    """Whether a body is named by its noun alone: *our Embassy*, *the Foundation*."""
    words = cast.words
    longer = words.same_sentence(start - 1, start) and words.cap[start - 1]
    return end - start == 1 and not longer and words.lower[start] in _BODIES
