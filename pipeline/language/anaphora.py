"""What points at those named: *I*, *she*, *both men*, *the two countries*, *the Department*.

When the text does not decide, there is no referent.
"""

from __future__ import annotations

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument
from pipeline.language.clauses.subjects import controller
from pipeline.language.mentions import BODIES, Kind
from pipeline.language.offices import holders
from pipeline.language.standins import Unit
from pipeline.language.states import both_sides, listed_before
from pipeline.language.title_nouns import PLURALS
from pipeline.language.tree import Token

_PRONOUNS = frozenset("he she his him her".split())
_GOVERNING = frozenset(("board", "council", "committee", "secretariat", "governors"))
_POINTING_AT = frozenset(("the", "both", "two", "these"))
_ACCUSED = frozenset(("accused", "defendant"))
_PEOPLE = lexicon.words("referents", "people")
_SIDES = lexicon.words("referents", "sides")
_LEADERS = lexicon.words("referents", "leaders")
_BODIES = lexicon.words("referents", "bodies")
_FIRMS = frozenset(("company", "firm", "corporation", "bank"))
_FIRM_ENDINGS = _FIRMS | {s.strip(".") for s in lexicon.words("organizations", "suffixes")}
_SMALL_BODIES = lexicon.words("referents", "small_bodies")
#: Sentences back within which someone who acted is meant before someone who is only named.
_NEAR = 2


def points_back(cast: Cast, unit: Unit, argument: Argument) -> bool:
    """Whether a phrase stands for someone named before: *she*, *both men*, *the Department*."""
    return bool(pointed_at(cast, unit, unit.doc[argument.index], _place(unit, argument.index)))


def pointed_at(cast: Cast, unit: Unit, word: Token, token: int) -> list[str]:
    """Those whom a word that stands at a token of the text points back at."""
    low, before = word.lower_, _before(word)
    if token in cast.selves:
        return [cast.selves[token]]
    if low in _PRONOUNS or (low in _ACCUSED and "the" in before):
        return _person(cast, unit, word, token)
    return (
        _several(cast, word, token)
        or _each(cast, unit, word, token)
        or _body(cast, unit, word, token)
    )


def _several(cast: Cast, word: Token, token: int) -> list[str]:
    """Those whom a plural stands for: *both men*, *these nations*, *the Ministers*."""
    low, before = word.lower_, _before(word)
    if low in _PEOPLE | _LEADERS and before & {"two", "both"} and before & {"the", "both"}:
        return _pair(cast, token)
    if low in _SIDES and (before & {"two", "both"} or low == "sides"):
        return both_sides(cast, token)
    if low in _SIDES and before & {"these", "those"}:
        return listed_before(cast, token)
    return _in_office(cast, word, token) if before & _POINTING_AT else []


def _each(cast: Cast, unit: Unit, word: Token, token: int) -> list[str]:
    """Those whom *each of* counts."""
    of = (c for c in word.children if word.lower_ == "each" and c.lower_ == "of")
    return [id_ for prep in of for c in prep.children for id_ in pointed_at(cast, unit, c, token)]


def _place(unit: Unit, index: int) -> int:
    return unit.origin[index][0]


def _before(word: Token) -> set[str]:
    return {c.lower_ for c in word.children if c.i < word.i}


def _in_office(cast: Cast, word: Token, token: int) -> list[str]:
    """The people named with the office that a plural tells: *the two Ministers*."""
    if word.lower_ not in PLURALS or any(c.dep_ == "prep" for c in word.children):
        return []
    first = token - sum(c.i < word.i for c in word.subtree)
    titled = [(t, m.id) for m in cast.members.values() for t, _ in m.titles]
    found = holders(cast.words, token, first, titled)
    counted = bool(_before(word) & {"two", "both"})
    return found if len(found) == 2 or (len(found) > 2 and not counted) else []


def _person(cast: Cast, unit: Unit, word: Token, token: int) -> list[str]:
    """The person a pronoun stands for; *him* and *her* are not the one who acts."""
    other = _subject_of(cast, unit, word) if word.lower_ in ("him", "her") else None
    person = person_before(cast, token, other)
    return [person] if person else []


def _subject_of(cast: Cast, unit: Unit, word: Token) -> str | None:
    """Who acts in the clause of a pronoun that is acted on: someone else than it stands for."""
    subjects = (unit.mentions[noun.i] for noun in controller(word.head))
    return next((cast.of[m] for m in subjects if m in cast.of), None)


def person_before(cast: Cast, token: int, other: str | None = None) -> str | None:
    """The person *he* or *she* is, and not the ``other``.

    The last one who acted in the sentence or the two before it, else the one named last.
    """
    near = cast.words.sentence[token] - _NEAR
    acting = (m for m in reversed(cast.subjects) if cast.words.sentence[m.start] >= near)
    named = (m for m in reversed(cast.order) if m.kind is Kind.PERSON)
    before = (m for m in (*acting, *named) if m.start < token and m in cast.of)
    return next((cast.of[m] for m in before if cast.of[m] != other), None)


def _pair(cast: Cast, token: int) -> list[str]:
    """The two people named last, in the order of the text."""
    found: dict[str, None] = {}
    for one in reversed(cast.order):
        if one.start < token and cast.kind_of(one) is Kind.PERSON:
            found.setdefault(cast.of[one])
    return list(found)[:2][::-1] if len(found) > 1 else []


def _governed(cast: Cast, unit: Unit, word: Token) -> list[str]:
    """The governments of the countries named behind: *the government of Peru*."""
    of = (c for c in word.children if c.dep_ == "prep" and c.lower_ == "of")
    named = (unit.mentions[t.i] for prep in of for t in prep.subtree if t.dep_ in ("pobj", "conj"))
    countries = (cast.of.get(m, "") for m in named if m is not None)
    ids = [c.replace("country/", "government/") for c in countries if c.startswith("country/")]
    return cast.enlisted(ids)


def _body(cast: Cast, unit: Unit, word: Token, token: int) -> list[str]:
    """The body that *the Department* or *our government* is."""
    low, before = word.lower_, _before(word)
    if low in ("government", "governments") and (of := _governed(cast, unit, word)):
        return of
    if any(c.dep_ == "prep" for c in word.children):
        return _of_board(cast, unit, word) if low in _GOVERNING else []
    if low == "government" and before & {"the", "our"} and cast.country:
        return [cast.home()]
    if low in _FIRMS and "the" in before:
        firm = _firm_before(cast, token)
        return [firm] if firm else []
    if low not in _BODIES or not before & {"the", "this"}:
        return []
    known = word.text[0].isupper() or low in _SMALL_BODIES
    body = body_called(cast, low, token) if known else None
    return [body] if body else []


def _firm_before(cast: Cast, token: int) -> str | None:
    """The firm *the company* is: the only one named before that its name tells to be one."""
    firms = (
        id_
        for id_, one in cast.members.items()
        if one.kind is Kind.ORGANIZATION and one.mentions and one.mentions[0].start < token
        if any(s.lower().split()[-1].strip(".,") in _FIRM_ENDINGS for s in one.spellings)
    )
    first, second = next(firms, None), next(firms, None)
    return first if second is None else None


def _of_board(cast: Cast, unit: Unit, word: Token) -> list[str]:
    """The body whose board a phrase names: *the Board of the Water Authority* acts for it."""
    of = (c for c in word.children if c.dep_ == "prep" and c.lower_ == "of")
    named = (unit.mentions[t.i] for prep in of for t in prep.children if t.dep_ == "pobj")
    return [cast.of[m] for m in named if m in cast.of and m.kind in BODIES][:1]


def body_called(cast: Cast, noun: str, token: int) -> str | None:
    """The body *the Department* or *the Ministry* is: the last one named with that noun."""
    for one in reversed(cast.order):
        if one.start < token and cast.kind_of(one) in BODIES:
            spellings = cast.members[cast.of[one]].spellings
            if any(_turns_on(noun, spelling.lower().split()) for spelling in spellings):
                return cast.of[one]
    return None


def _turns_on(noun: str, name: list[str]) -> bool:
    """Whether a noun is what a name turns on: its last word, or one with more behind *of*."""
    if noun not in name:
        return False
    after = name[name.index(noun) + 1 :]
    return not after or after[0] in ("of", "for", "on", "to", "in", "and", "&") or noun == name[-1]
