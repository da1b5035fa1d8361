"""Titles of office, as a small grammar: modifiers, the noun it turns on, and what it is of.

*Acting Secretary of Homeland Security*, *Assistant Secretary for Employment and Training*,
*Director, CPIB*, *UAE Foreign Minister*: an organization or country that belongs to the title is
kept apart from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.language import lexicon
from pipeline.language.mentions import BODIES, Kind, Mention, Title
from pipeline.language.words import Words

_HEADS = lexicon.words("titles", "heads")
_MODIFIERS = lexicon.words("titles", "modifiers")
_HONORIFICS = lexicon.words("titles", "honorifics")
_PREPOSITIONS = frozenset(("of", "for", "to", "on", "at", "in", "with", "from", "against"))
_HYPHENS = frozenset(("-", "–", "‑"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
#: The second noun of a compound head.
_SECOND = frozenset(("general", "officer", "executive", "elect", "designate", "emeritus", "d’affaires", "d'affaires"))


class Bodies:
    """The bodies, places and demonyms already found, by their first and last tokens."""

    def __init__(self, found: Sequence[Mention], demonyms: Mapping[int, tuple[int, str]]) -> None:
        longest: dict[int, Mention] = {}
        for one in found:
            if one.start not in longest or longest[one.start].end < one.end:
                longest[one.start] = one
        self.starting = longest
        self.ending: dict[int, Mention] = {}
        for one in found:
            if one.end not in self.ending or self.ending[one.end].start > one.start:
                self.ending[one.end] = one
        self.demonyms = demonyms
        self.demonym_ends = {end: (start, country) for start, (end, country) in demonyms.items()}


def title_at(words: Words, h: int, bodies: Bodies) -> Title | None:
    """The title that turns on token ``h``, or None if the token is no such noun here."""
    if words.lower[h] not in _HEADS or words.block[h] < 0:
        return None
    if h > 0 and words.lower[h] in ("general",) and words.lower[h - 1] in _HEADS | {"-"}:
        return None  # the end of "Attorney General": that title begins at its first noun
    last = _compound(words, h)
    start, organization = _left(words, h, bodies)
    end, below = _right(words, last, bodies)
    lead = {words.lower[i] for i in range(max(0, start - 2), h)}
    return Title(
        start,
        end,
        h,
        organization.start if organization else start,
        max(end, below.end) if below else end,
        below if below and below.end > end else organization or below,
        acting=bool(lead & {"acting", "interim"}),
        former=bool(lead & {"former", "ex", "then"}),
    )


def _compound(words: Words, h: int) -> int:
    """The last token of a compound head: *Attorney General*, *Secretary-General*, *Chief Executive Officer*."""
    i = h
    while words.same_sentence(i + 1, h):
        j = i + 2 if words.text[i + 1] in _HYPHENS and words.same_sentence(i + 2, h) else i + 1
        follows = words.lower[j] in _SECOND or words.lower[i] == "chief" and words.lower[j] in _HEADS
        if not follows or words.cap[j] != words.cap[h]:
            break
        i = j
    return i


def _left(words: Words, h: int, bodies: Bodies) -> tuple[int, Mention | None]:
    """Where the title begins, and the body named before it (*NASA Administrator*, *Singapore's …*)."""
    i = h
    while i > 0 and words.same_sentence(i - 1, h):
        before = i - 1
        if words.text[before] in _POSSESSIVE and before in bodies.ending:
            return i, bodies.ending[before]
        if i in bodies.ending and bodies.ending[i].kind in BODIES | {Kind.PLACE}:
            return i, bodies.ending[i]
        if i in bodies.demonym_ends:
            start, country = bodies.demonym_ends[i]
            return i, Mention(start, i, Kind.COUNTRY, start, i, country)
        if words.lower[before] in _MODIFIERS and (words.cap[before] or not words.cap[h] or words.lower[before] in ("acting", "former", "then", "deputy", "assistant", "ex", "outgoing", "incoming")):
            i = before
        elif words.text[before] in _HYPHENS and i > 1 and words.glued[before] and words.same_sentence(i - 2, h) and words.lower[i - 2] in _MODIFIERS | _HEADS:
            i -= 2
        elif words.text[before] in ("&", "and") and i > 1 and _portfolio(words, i - 2) and _portfolio(words, i) and i < h and words.lower[i - 3] not in _PREPOSITIONS:
            i -= 2
        elif words.cap[h] and _portfolio(words, before):
            i = before
        else:
            break
    return i, None


def _portfolio(words: Words, i: int) -> bool:
    """A capitalized ordinary word, as in the name of a ministry."""
    return (
        words.cap[i]
        and words.ordinary[i]
        and words.text[i][-1].isalnum()
        and words.lower[i] not in _HONORIFICS
        and words.lower[i] not in ("the", "a", "an", "this", "today", "as", "by", "with", "and", "when", "on", "in", "at", "for", "from", "while", "our", "under", "to", "of", "both", "said", "but", "if", "its", "his", "her")
    )


def _right(words: Words, last: int, bodies: Bodies) -> tuple[int, Mention | None]:
    """Where the title ends, and the body it is of."""
    end, organization = last + 1, None
    i = last + 1
    if words.same_sentence(i + 2, last) and words.text[i] == "(" and words.text[i + 2] == ")" and words.cap[i + 1]:
        return i + 3, None  # "Permanent Secretary (Law)"
    if words.same_sentence(i + 1, last) and words.lower[i] in _PREPOSITIONS:
        stop, organization = _complement(words, i + 1, bodies)
        if stop:
            end = stop
    tail = _body_after_comma(words, end, bodies)
    if tail and organization is None:
        return end, tail
    return end, organization


def _complement(words: Words, i: int, bodies: Bodies) -> tuple[int | None, Mention | None]:
    """Where the phrase after *of* ends, and the first body in it; None if nothing fits there."""
    first: Mention | None = None
    j, end = i, None
    sentence = i
    while words.same_sentence(j, sentence):
        body = bodies.starting.get(j)
        if body and (body.rank > 0 or _sound(words, body)):
            first = first or body
            j = end = body.end
            if body.kind in (Kind.COUNTRY,) and not _more(words, j):
                break
        elif words.cap[j] and (_portfolio(words, j) or words.acronym[j] or j in bodies.demonyms) and not (words.lower[j] in _HEADS and end and _new_title(words, j)):
            j += 1
            end = j
        elif words.text[j] == "(" and words.same_sentence(j + 2, sentence) and words.text[j + 2] == ")" and end:
            j += 3
            end = j
        elif _links(words, j, end is not None):
            j += 1
        else:
            break
    return end, first


def _sound(words: Words, body: Mention) -> bool:
    """Whether a recogniser's guess can stand in a title: a word of it is no ordinary word."""
    return body.end - body.start <= 4 and all(words.namelike(i) or words.acronym[i] for i in range(body.start, body.end))


def _more(words: Words, j: int) -> bool:
    return words.same_sentence(j + 1, j - 1) and words.lower[j] in ("and", "&", "of", "for") and words.cap[j + 1] and words.ordinary[j + 1]


def _new_title(words: Words, j: int) -> bool:
    """Whether a head after *and* begins another title: "Minister for Law and Second Minister …"."""
    return words.lower[j - 1] in ("and", "&", ",")


def _links(words: Words, j: int, inside: bool) -> bool:
    """Whether the word at ``j`` may stand between two words of one complement."""
    if not words.same_sentence(j + 1, j):
        return False
    after = j + 1
    if words.lower[j] in ("the", "his", "her", "its") and not inside:
        return True
    if words.lower[j] in ("and", "&", "of", "for", "the", "on", "in", "to") and inside:
        if words.lower[after] == "the" and words.same_sentence(after + 1, j):
            after += 1
        if not words.cap[after]:
            return False
        begins_title = words.lower[after] in _HEADS or words.lower[after] in _MODIFIERS and _head_near(words, after)
        return not (words.lower[j] in ("and", "&") and begins_title)
    if words.text[j] == "," and inside:
        return _portfolio(words, after) and not _head_near(words, after) and _list_to_and(words, after)
    return words.text[j] in _HYPHENS and words.glued[j]


def _head_near(words: Words, i: int) -> bool:
    """Whether a title's noun stands at ``i`` or after modifiers: "Second Minister", "Chief of"."""
    j = i
    while words.same_sentence(j, i) and words.lower[j] in _MODIFIERS and words.lower[j] not in _HEADS:
        j += 1
    return words.same_sentence(j, i) and words.lower[j] in _HEADS


def _list_to_and(words: Words, i: int) -> bool:
    """Whether capitalized words and commas from ``i`` run to an *and* before another one."""
    j = i
    while words.same_sentence(j + 1, i) and (_portfolio(words, j) or words.text[j] == ","):
        j += 1
    return words.lower[j] in ("and", "&") and _portfolio(words, j + 1)


def _body_after_comma(words: Words, end: int, bodies: Bodies) -> Mention | None:
    """The body in "Director, CPIB" or "Minister of State, Ministry of Law"."""
    if words.same_sentence(end + 1, end - 1) and words.text[end] in (",", "–", "-"):
        j = end + 2 if words.lower[end + 1] == "the" else end + 1
        body = bodies.starting.get(j)
        if body and body.kind in (Kind.ORGANIZATION, Kind.AGENCY) and (body.rank > 0 or words.acronym[j]):
            return body
    return None
