"""People and bodies told by a common noun: "two California men", "five Cuban officials".

Where the text names them beside the noun, behind a colon or in the list below, they are those
named; else they are one entity of the release, labelled by the words. What points back (*the
company*) or at nobody in particular (*any person*, *migrants*) is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import lexicon
from pipeline.language.anaphora import points_back
from pipeline.language.cast import PROGRAMS, Cast
from pipeline.language.clauses import Argument
from pipeline.language.clauses.nouns import conjoined, governed
from pipeline.language.headcounts import NUMBERS
from pipeline.language.instruments import singular
from pipeline.language.mentions import BODIES, Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: Nouns of people and of bodies, in the singular.
PEOPLE = lexicon.words("groups", "people")
NAMELESS = PEOPLE | lexicon.words("groups", "body")
_PUBLIC = lexicon.words("groups", "public")
_LOCAL = lexicon.words("groups", "local")
_FORMER = lexicon.words("titles", "former")
_BENCH = lexicon.words("titles", "bench")
_PROSECUTORS = lexicon.words("titles", "prosecutors")
_OF_CASES = lexicon.words("titles", "prosecuting")
_MONEYS = lexicon.words("groups", "moneys")
_COURTS = frozenset("court courts tribunal magistrate magistrates".split())
_DETERMINERS = frozenset("a an the these those its his her their this that our".split())
_COUNTED = NUMBERS.keys() | {"a", "an"}
_POINTING = _DETERMINERS - {"a", "an"}
_ANYBODY = frozenset("any every each no such many most these those other all".split())
_SINGULAR_PLURALS = frozenset(("men", "women", "people", "children"))
_NAMED = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.AGENCY))


def apposed(cast: Cast, unit: Unit, word: Token) -> list[str]:
    """Who is named right after a description: "a former officer, Ann Po,"."""
    if singular(word.lower_) not in NAMELESS or word.pos_ == "PROPN":
        return []
    found = [c for c in word.children if c.dep_ == "appos"]
    for one in found:
        found += [c for c in one.children if c.dep_ in ("conj", "appos") and c not in found]
    mentions = [m for t in found if (m := unit.mentions[t.i]) is not None]
    return [cast.of[m] for m in mentions if m in cast.of and m.kind in _NAMED]


def described(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """The entities a phrase with a common noun stands for; none if it is nobody in particular."""
    word = unit.doc[argument.index]
    if argument.mention is not None or singular(word.lower_) not in NAMELESS | _COURTS:
        return []
    if points_back(cast, unit, argument):
        return []
    return (
        apposed(cast, unit, word)
        or _listed_behind(cast, unit, word)
        or _listed_below(cast, unit, word)
        or _nameless(cast, unit, argument)
    )


def in_general(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """The entity of people or bodies of some sort, none in particular: "small businesses"."""
    word = unit.doc[argument.index]
    if argument.mention is not None or not _several(word):
        return []
    before = {c.lower_ for c in word.children if c.i < word.i}
    if singular(word.lower_) not in NAMELESS or before & (_POINTING | {"following", "same"}):
        return []
    return [cast.new("group", cast.words.span_text(*unit.tokens(argument.first, argument.index)))]


def _nameless(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """The entity whom only its description names."""
    word, words = unit.doc[argument.index], cast.words
    start, end = unit.tokens(argument.first, argument.index)
    while start < end - 1 and words.lower[start] in _DETERMINERS:
        start += 1
    before = {c.lower_ for c in word.children if c.i < word.i}
    if not before & _DETERMINERS and not any(t.like_num for t in word.children):
        start = _article_before(cast, start)
        before.add(words.lower[start])
        start += words.lower[start] in _DETERMINERS
    of = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None and end - start == 1:  # "the owner of a store"
        end = unit.tokens(argument.index, max(t.i for t in of.subtree))[1]
    if before & _ANYBODY or (before & _POINTING and end - start == 1):
        return []
    told_apart = before & {"a", "an", "the"} or words.sentence[start] in words.headline
    if not told_apart and not _particular(cast, unit, argument):
        return []
    return [cast.new("group", words.span_text(start, end))]


def _article_before(cast: Cast, end: int) -> int:
    """Where the article or number stands before names and commas: "A Rockford, Ill., man"."""
    words, start = cast.words, end
    while words.same_sentence(start - 1, end) and words.lower[start] not in _COUNTED:
        low = words.lower[start - 1]
        if not words.cap[start - 1] and low not in _COUNTED and low not in (",", "former"):
            break
        start -= 1
    return start if words.lower[start] in _COUNTED else end


def _particular(cast: Cast, unit: Unit, argument: Argument) -> bool:
    """Whether a number or a name tells which people: "five officials", "Cuban officials"."""
    words = cast.words
    start, end = unit.tokens(argument.first, argument.index)
    if any(t.like_num for t in unit.doc[argument.first : argument.index]):
        return True
    return any(words.cap[i] and words.same_sentence(i - 1, i) for i in range(start, end - 1))


def _several(word: Token) -> bool:
    return singular(word.lower_) != word.lower_ or word.lower_ in _SINGULAR_PLURALS


def _listed_behind(cast: Cast, unit: Unit, word: Token) -> list[str]:
    """Those named behind a colon: "Two men were charged: Ann Po, 34, and Bo Li, 41"."""
    colon = next((t.i for t in unit.doc if t.i > word.i and t.text == ":"), None)
    if colon is None or not _several(word):
        return []
    behind = [m for m in unit.mentions[colon:] if m is not None and m.kind is Kind.PERSON]
    return list(dict.fromkeys(cast.of[m] for m in behind if m in cast.of))


def _listed_below(cast: Cast, unit: Unit, word: Token) -> list[str]:
    """Those with whose names the paragraphs below begin: "The following were charged:"."""
    text = cast.release.blocks[unit.block].span.of(cast.release.text).rstrip()
    following = any(c.lower_ == "following" for c in word.children)
    if not _several(word) or not (text.endswith(":") or following):
        return []
    opening = {}
    for one in cast.order:
        block = cast.words.block[one.start]
        if one.start == 0 or cast.words.block[one.start - 1] != block:
            opening[block] = one
    found, block = list[str](), unit.block + 1
    while (first := opening.get(block)) is not None and first.kind in _NAMED and first in cast.of:
        found.append(cast.of[first])
        block += 1
    return list(dict.fromkeys(found))


def employer(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """The body that people act for: "special agents of the FBI", an attorney with a title."""
    word = unit.doc[argument.index]
    if argument.mention is not None:
        bodies = [t.organization for t in argument.mention.titles]
        if named := [cast.of[b] for b in bodies if b is not None and b in cast.of]:
            return named[:1]
    elif singular(word.lower_) not in PEOPLE:
        return []
    prepositions = [c for c in word.children if c.lower_ in ("of", "from", "with")]
    beside = conjoined(noun for p in prepositions for noun in governed(p))
    beside += [c for c in word.children if c.dep_ in ("compound", "poss", "nmod")]
    mentions = [m for t in beside if (m := unit.mentions[t.i]) is not None]
    return [cast.of[m] for m in mentions if m in cast.of and m.kind in BODIES]


def issuer(cast: Cast, unit: Unit, argument: Argument) -> list[str]:
    """The government that says *we*, outside what others are quoted with."""
    speaks = unit.doc[argument.index].lower_ in ("we", "i") and unit.quotation is None
    return [cast.home()] if speaks and cast.country else []


def is_public(cast: Cast, id_: str) -> bool:
    """Whether a body is an agency, a government or a state, or its name says that it is one."""
    member = cast.members.get(id_)
    if member is None or member.kind is Kind.PERSON:
        return False
    listed = member.kind in (Kind.AGENCY, Kind.GOVERNMENT, Kind.COUNTRY)
    return listed or any(not _PUBLIC.isdisjoint(s.lower().split()) for s in member.spellings)


def is_local(cast: Cast, id_: str) -> bool:
    """Whether a name tells a body or a place of local government: *Salem County*."""
    member = cast.members.get(id_)
    if member is None or member.kind is Kind.PERSON:
        return False
    return any(not _LOCAL.isdisjoint(s.lower().split()) for s in member.spellings)


def is_private(cast: Cast, id_: str) -> bool:
    """Whether someone does not govern: a person, a company."""
    return not is_public(cast, id_)


def tries(cast: Cast, id_: str, *, named: bool) -> bool:
    """Whether someone prosecutes cases, or tries them and is not named as an accused.

    A pronoun never makes an accused of a judge, nor anything of a prosecutor.
    """
    titles = [set(cast.words.lower[t.start : t.end]) for t, _ in cast.members[id_].titles]
    return any(
        not title & _FORMER
        and ((title & _PROSECUTORS and title & _OF_CASES) or (title & _BENCH and not named))
        for title in titles
    )


def is_program(cast: Cast, id_: str) -> bool:
    """Whether a body that no list knows is a program by its name: *Harbor Renewal Initiative*."""
    member = cast.members[id_]
    if member.kind is not Kind.ORGANIZATION or id_ in cast.gazetteer.entries:
        return False
    return all(singular(s.split()[-1].lower()) in PROGRAMS for s in member.spellings)


def is_money(cast: Cast, id_: str) -> bool:
    """Whether what was taken for someone is money by its name: *Harbor Relief Funds*."""
    member = cast.members[id_]
    if id_ in cast.gazetteer.entries:
        return False
    return all(_is_sort_of_money(s.lower().split()) for s in member.spellings)


def _is_sort_of_money(words: Sequence[str]) -> bool:
    """By its last word, and not *Bureau of Loans and Grants*."""
    return words[-1] in _MONEYS and "of" not in words


def judges(cast: Cast, id_: str) -> bool:
    """Whether a body is a court, told by more than that word."""
    named = [s.lower().split() for s in cast.members[id_].spellings]
    return any(len(words) > 1 and not _COURTS.isdisjoint(words) for words in named)
