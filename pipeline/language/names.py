"""Names the gazetteer knows, and governments built on the name of a country or its people.

Candidates only: who overlaps whom is settled once titles and people are known, in ``people``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.language import lexicon
from pipeline.language.acronyms import acronym_names, acronyms
from pipeline.language.built_names import built_names
from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.recognised import recognised
from pipeline.language.words import Words

__all__ = [
    "Spellings",
    "acronym_names",
    "acronyms",
    "built_names",
    "demonyms",
    "gazetteer_names",
    "recognised",
]

GAZETTEER = 3

_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_STATES = frozenset((Kind.COUNTRY, Kind.GOVERNMENT))
_GOVERNING = lexicon.words("organizations", "governing")
_AND = frozenset((",", "and", "&"))
#: Characters of a text in which a spelling's first word is looked for: the longest has 31.
_FIRST_WORD = 80
#: Tokens of the longest demonym: *Bosnian and Herzegovinian*.
_LONGEST_DEMONYM = 3


class Spellings:
    """The gazetteer's spellings, for one pass over a text.

    Looked up by their lengths, of which those that begin with one word have a few dozen, however
    many there are of them.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.forms = {form for name in gazetteer.names for form in (name, name.replace("'", "’"))}
        lengths: dict[str, set[int]] = {}
        for form in self.forms:
            lengths.setdefault(_first_word(form), set()).add(len(form))
        self.lengths = {word: sorted(each, reverse=True) for word, each in lengths.items()}

    def at(self, words: Words, i: int, country: str | None) -> Mention | None:
        """The longest spelling that begins at token ``i`` and ends with a token."""
        text, begin = words.whole, words.idx[i]
        for length in self.lengths.get(_first_word(text[begin : begin + _FIRST_WORD]), ()):
            spelling = text[begin : begin + length]
            if spelling in self.forms:
                end = _token_ending_at(words, i, begin + len(spelling))
                entry = self.gazetteer.find(spelling, country) if end else None
                if end and entry:
                    return mention(i, end, Kind(entry.kind.value), id=entry.id, rank=GAZETTEER)
        return None

    def country_at(self, words: Words, i: int, country: str | None) -> Mention | None:
        """The country named or meant by a demonym at token ``i``."""
        if not (i < len(words) and words.cap[i]):
            return None
        people = _demonym(words, i, self.gazetteer.demonyms)
        if people is not None:
            return mention(i, people[0], Kind.COUNTRY, id=people[1], rank=GAZETTEER)
        named = self.at(words, i, country)
        return named if named is not None and named.kind is Kind.COUNTRY else None


def _first_word(text: str) -> str:
    found = re.match(r"[\w.&]+", text)
    return found[0].rstrip(".") if found else text[:1]


def _token_ending_at(words: Words, i: int, at: int) -> int | None:
    j = i
    while j < len(words) and words.idx[j] + len(words.text[j]) < at:
        j += 1
    return j + 1 if j < len(words) and words.idx[j] + len(words.text[j]) == at else None


def gazetteer_names(words: Words, spellings: Spellings, country: str | None) -> list[Mention]:
    """Every name of the gazetteer, with governments built on a country's name or demonym."""
    found: list[Mention] = []
    i = 0
    while i < len(words):
        here: list[Mention] = []
        if words.block[i] >= 0 and (words.cap[i] or words.text[i][0].isdigit()):
            home = _owner(words, i, found[-1:]) or country
            here = list(_governments(words, i, spellings, home))
            if not here and (one := spellings.at(words, i, home)):
                here = [one]
        found += here
        i = here[-1].end if here else i + 1
    return found


def _owner(words: Words, i: int, before: Sequence[Mention]) -> str | None:
    """The country whose body is named at ``i``: *Japan's Ministry of Justice*."""
    for one in before:
        owns = one.end == i - 1 and words.text[one.end] in _APOSTROPHES
        if owns and one.id is not None and one.kind in _STATES:
            return one.id.split("/")[1]
    return None


def _governments(
    words: Words, i: int, spellings: Spellings, country: str | None
) -> Iterator[Mention]:
    """The governments named from ``i`` on: one, or several that share the word.

    *Government of the Republic of Honduras*, *Governments of Sri Lanka and India*, *Honduran
    Government*, *Bangladeshi and Burmese Governments*.
    """
    if words.lower[i] in _GOVERNING:
        yield from _governments_of(words, i, spellings, country)
        return
    states = _states(words, i, spellings, country)
    if not states:
        return
    last = states[-1].end
    noun = last + (words.same_sentence(last + 1, i) and words.text[last] in _APOSTROPHES)
    if words.same_sentence(noun, i) and words.lower[noun] in _GOVERNING:
        shared = states if words.lower[noun].endswith("s") else states[:1]
        if len(states) == len(shared):
            yield from (_government(one, one.start, one.end) for one in shared[:-1])
            yield _government(shared[-1], shared[-1].start, noun + 1)


def _governments_of(
    words: Words, i: int, spellings: Spellings, country: str | None
) -> Iterator[Mention]:
    """The governments of *Government of Honduras* and *Governments of Sri Lanka and India*."""
    if not words.same_sentence(i + 2, i) or words.lower[i + 1] not in ("of", "to"):
        return
    start = i + 3 if words.lower[i + 2] == "the" else i + 2
    states = _states(words, start, spellings, country)
    if states:
        yield _government(states[0], i, states[0].end)
    if words.lower[i].endswith("s"):
        yield from (_government(one, one.start, one.end) for one in states[1:])


def _states(words: Words, i: int, spellings: Spellings, country: str | None) -> list[Mention]:
    """The countries named one after the other from token ``i`` on, joined by *and* or commas."""
    found: list[Mention] = []
    one = spellings.country_at(words, i, country)
    while one is not None:
        found.append(one)
        j = one.end
        while words.same_sentence(j, i) and words.lower[j] in _AND:
            j += 1
        if j == one.end:
            break
        j += words.same_sentence(j, i) and words.lower[j] == "the"
        one = spellings.country_at(words, j, country) if words.same_sentence(j, i) else None
    return found


def _government(state: Mention, start: int, end: int) -> Mention:
    id_ = state.id and state.id.replace("country/", "government/", 1)
    return mention(start, end, Kind.GOVERNMENT, id=id_, rank=GAZETTEER)


def _demonym(words: Words, i: int, known: Mapping[str, str]) -> tuple[int, str] | None:
    """The country of a demonym that begins at ``i``, after the token where it ends."""
    for j in range(min(i + _LONGEST_DEMONYM, len(words)), i, -1):
        if country := known.get(words.span_text(i, j)):
            return j, country
    return None


def demonyms(words: Words, known: Mapping[str, str]) -> dict[int, tuple[int, str]]:
    """Each demonym by its first token: where it ends and its country's id."""
    found: dict[int, tuple[int, str]] = {}
    for i in range(len(words)):
        if words.cap[i] and words.block[i] >= 0 and (one := _demonym(words, i, known)):
            found[i] = one
    return found
