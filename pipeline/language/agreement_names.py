"""How far the name of an agreement runs, to the left of its noun and to the right.

*Agreement between the Government of A and the Government of B for Cooperation in …* is one name;
lower-case modifiers ("a new bilateral agreement") are no part of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language import lexicon
from pipeline.language.date_patterns import MONTH_OF
from pipeline.language.instruments import noun_end
from pipeline.language.mentions import Kind, Mention
from pipeline.language.words import Words

#: Words before the bodies that an agreement is between.
SIDES = frozenset(("between", "among", "with"))
_CONNECT = frozenset("on for concerning regarding in to of against".split())
_NOT_LEFT = lexicon.words("instruments", "not_in_names")
_SIGNING = lexicon.words("instruments", "signing")
_SMALL = lexicon.words("instruments", "small_words")
_CUT = lexicon.words("titles", "honorifics")
_JOINTS = frozenset(("-", "–", "&"))
_HYPHENS = frozenset(("-", "–"))
_LINKS = _JOINTS | {"and", "of", "for", "on"}
_ARTICLES = frozenset(("the", "a", "an"))


def is_official(words: Words, one: Mention) -> bool:
    """Whether a mention is a name of its own, more than its noun and an acronym for it."""
    noun = noun_end(words, one.head) or one.head + 1
    return one.start < one.head or one.end > _bracket(words, noun)


# -- to the left -----------------------------------------------------------------------------------


def name_start(words: Words, h: int, covering: Mapping[int, Mention]) -> int:
    """Leftwards over capitalized words of the name: "Acquisition and Cross-Servicing Agreement"."""
    if not words.cap[h]:
        return h
    if words.sentence[h] in words.headline:
        return _headline_start(words, h, covering)
    i = h
    while words.same_sentence(i - 1, h) and not _ends_before(words, i, covering):
        if _in_name(words, i - 1):
            i -= 1
        elif _links(words, i, h, covering):
            i -= 2
        else:
            break
    while i < h and (words.lower[i] in _NOT_LEFT or words.text[i] in _JOINTS):
        i += 1
    return i


def _headline_start(words: Words, h: int, covering: Mapping[int, Mention]) -> int:
    """In a headline, where every word is capitalized, over words that are not ordinary ones."""
    i = h
    while words.same_sentence(i - 1, h) and words.namelike(i - 1) and i - 1 not in covering:
        i -= 1
    return i


def _ends_before(words: Words, i: int, covering: Mapping[int, Mention]) -> bool:
    """Whether a name that ends at ``i`` is not the agreement's: a person's, *of the Ministry*."""
    body = covering.get(i - 1)
    if body is None or body.end != i:
        return False
    if body.kind is Kind.PERSON:
        return True
    told = body.start > 0 and words.lower[body.start - 1] in ("the", "of", "and", "with", "by")
    return told and body.kind in (Kind.GOVERNMENT, Kind.AGENCY)


def _in_name(words: Words, i: int) -> bool:
    low = words.lower[i]
    return words.cap[i] and low not in _NOT_LEFT and words.text[i][-1].isalnum() and low not in _CUT


def _links(words: Words, i: int, h: int, covering: Mapping[int, Mention]) -> bool:
    """Whether the word before ``i`` links it with another of the name: *and*, *of*, a hyphen."""
    link, other = i - 1, i - 2
    if not words.same_sentence(other, h) or not words.cap[other]:
        return False
    if words.text[link] in _HYPHENS and words.glued[link]:
        return True
    if words.text[link] not in _LINKS or other in covering:
        return False
    ordinary = other > 0 and words.ordinary[other] and i < h and words.ordinary[i]
    return words.text[link] in _JOINTS or (ordinary and words.lower[other] not in _NOT_LEFT)


# -- to the right ----------------------------------------------------------------------------------


def name_end(words: Words, end: int, starting: Mapping[int, Mention]) -> int:
    """Rightwards over an acronym in brackets and over what an official title goes on with."""
    end = _bracket(words, end)
    if not words.same_sentence(end + 1, end - 1) or _in_headline(words, end - 1):
        return end
    if words.lower[end + 1] in MONTH_OF:
        return end  # "the Declaration of December 22"
    if words.lower[end] in SIDES and words.cap[end - 1]:
        sides = parties_end(words, end + 1, starting)
        if sides and words.same_sentence(sides + 1, end) and words.lower[sides] in _CONNECT:
            return _capitals(words, sides + 1, starting) or end
    if words.lower[end] == "of" and words.cap[end - 1] and words.namelike(end + 1):
        return end + 2  # "the Treaty of Rome"
    if words.lower[end] in _CONNECT and words.cap[end - 1]:
        stop = _capitals(words, end + 1, starting)
        return _bracket(words, stop) if stop else end
    return end


def _in_headline(words: Words, i: int) -> bool:
    """Whether a word stands in a headline that says more than the name it begins with."""
    if words.sentence[i] not in words.headline:
        return False
    first, last = i, i
    while words.same_sentence(first - 1, i):
        first -= 1
    while words.same_sentence(last + 1, i):
        last += 1
    verb = any(words.lower[k] in _SIGNING for k in range(first, last + 1))
    return verb or noun_end(words, first) is None


def _bracket(words: Words, end: int) -> int:
    """Past an acronym in brackets: *(MoU)*, *(“MOU”)*."""
    j = end
    if words.same_sentence(j + 2, end - 1) and words.text[j] == "(":
        j += 1
        while words.text[j] in ("“", '"', "‘", "'", "the"):
            j += 1
        if words.cap[j] and len(words.text[j]) > 1 and sum(c.isupper() for c in words.text[j]) > 1:
            j += 1
            while words.same_sentence(j, end - 1) and words.text[j] in ("”", '"', "’", "'", ")"):
                j += 1
                if words.text[j - 1] == ")":
                    return j
    return end


def parties_end(words: Words, j: int, starting: Mapping[int, Mention]) -> int | None:
    """Where a list of bodies that begins at ``j`` ends."""
    end = None
    while words.same_sentence(j, j - 1):
        if words.lower[j] in ("the", "and", ",", "&"):
            j += 1
        elif j in starting:
            j = end = starting[j].end
        else:
            break
    return end


def _capitals(words: Words, j: int, starting: Mapping[int, Mention]) -> int | None:
    """Where a run of capitalized words with small ones between them ends; None if it has no body.

    It must begin with a capitalized ordinary word: "Cooperation in the Field of Justice".
    """
    first = j + 1 if words.lower[j] == "the" and words.same_sentence(j + 1, j) else j
    if not (words.cap[first] and words.ordinary[first]) or _is_known(starting.get(first)):
        return None
    end, j = None, first
    while words.same_sentence(j, first):
        if words.cap[j] and words.text[j][-1].isalnum():
            if _begins_another(words, j, first, starting):
                break
            end = j + 1
        elif not (_is_small(words, j) and _capital_soon(words, j)):
            break
        j += 1
    return end


def _is_known(one: Mention | None) -> bool:
    return one is not None and one.rank > 2


def _begins_another(words: Words, j: int, first: int, starting: Mapping[int, Mention]) -> bool:
    """Whether another name begins: "the Treaty on X and the Protocol on Y", "… with Peru"."""
    if words.lower[j - 1] in _ARTICLES and j > first and noun_end(words, j):
        return True
    one = starting.get(j)
    beside = words.lower[j - 1] in ("with", "between")
    return one is not None and one.rank > 2 and one.kind is not Kind.AGENCY and beside


def _is_small(words: Words, j: int) -> bool:
    return words.lower[j] in _SMALL or words.text[j] in (",", "-", "–")


def _capital_soon(words: Words, j: int) -> bool:
    for k in (j + 1, j + 2):
        if words.same_sentence(k, j) and words.cap[k] and words.ordinary[k]:
            return True
        if not words.same_sentence(k, j) or words.lower[k] not in ("the", "of", "and", "a", "an"):
            return False
    return False
