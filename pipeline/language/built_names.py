"""Names built on a capitalized noun for a body: *Wageningen University*, *Ministry of Law*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention, mention
from pipeline.language.words import Words

#: A name built on a noun beats a guess; one that holds a country's name beats that name too.
GRAMMAR, HOLDING = 2, 3

_HEADS = lexicon.words("organizations", "heads")
_SUFFIXES = lexicon.words("organizations", "suffixes")
_TITLES = lexicon.words("titles", "heads")
_RANKS = lexicon.words("titles", "rank_modifiers")
_NOT_INSIDE = lexicon.words("titles", "function_words") | lexicon.words(
    "titles", "strong_honorifics"
)
_STATES = frozenset((Kind.COUNTRY, Kind.PLACE))
_OF = frozenset(("of", "for", "on", "to"))
_OF_FIELD = frozenset(("of", "for"))
_JOINING = frozenset(("and", "&", "of", "for", "the"))
_AND = frozenset(("and", "&"))
_HYPHENS = frozenset(("-", "–"))


def built_names(words: Words, known: Sequence[Mention]) -> Iterator[Mention]:
    """The names of bodies that a noun in them shows to be such, ``known`` names inside them."""
    return Builder(words, known).names()


class Builder:
    """Builds names around nouns for bodies."""

    def __init__(self, words: Words, known: Sequence[Mention]) -> None:
        self.words = words
        self.taken: Mapping[int, Mention] = {i: m for m in known for i in range(m.start, m.end)}

    def names(self) -> Iterator[Mention]:
        """A name of two words or more around each noun."""
        words = self.words
        for h, low in enumerate(words.lower):
            if low in _HEADS and words.cap[h] and words.block[h] >= 0:
                start, end = self._start(h), self._end(h)
                if end - start > 1:
                    rank = HOLDING if self._holds_a_name(start, end) else GRAMMAR
                    yield mention(start, end, Kind.ORGANIZATION, rank=rank)

    def _holds_a_name(self, start: int, end: int) -> bool:
        """Whether a state or place is inside, or the firm that this one is a part of.

        *Alder India Pvt Ltd* is not Alder.
        """
        if self.words.lower[end - 1].strip(".") in _SUFFIXES:
            return any(i in self.taken for i in range(start, end))
        inside = (self.taken.get(i) for i in range(start, end))
        return any(m is not None and m.kind in _STATES for m in inside)

    # -- leftwards -----------------------------------------------------------------------------

    def _start(self, h: int) -> int:
        """From the noun leftwards over capitalized words of the same name."""
        i = h
        while i > 0 and (step := self._left_of(i, h)) is not None:
            i = step
        return i

    def _left_of(self, i: int, h: int) -> int | None:
        words, before = self.words, i - 1
        if not words.same_sentence(before, h):
            return None
        if words.text[before] in (")", "."):
            return self._short_form(before)
        if words.lower[before] == "e" and words.text[i : i + 1] == ["-"]:
            return before  # "National e-Health Division"
        if words.text[before] == "&" or (words.text[before] in _HYPHENS and words.glued[before]):
            joined = before and (words.cap[before - 1] or words.lower[before - 1] == "e")
            return before if joined else None
        if not words.cap[before] or words.lower[before] in _NOT_INSIDE | _TITLES:
            return self._pair(before) if words.lower[before] == "and" else None
        one = self.taken.get(before)
        return one.start if one is not None and one.end == i else before

    def _short_form(self, mark: int) -> int | None:
        """Where what a mark ends begins: *Alder Bunkers (S) Pte Ltd*, *Harbour Pvt. Ltd.*."""
        words = self.words
        if words.text[mark] == ".":
            return mark - 1 if words.lower[mark - 1] in _SUFFIXES else None
        opens = mark > 2 and words.text[mark - 2] == "(" and words.cap[mark - 1]
        return mark - 2 if opens and words.cap[mark - 3] else None

    def _pair(self, joint: int) -> int | None:
        """Where a name begins whose subject is a pair: *the Food and Drug Authority*.

        The article must stand right before a common noun, lest two bodies become one.
        """
        words, first = self.words, joint - 1
        plain = words.cap[first] and words.ordinary[first] and first not in self.taken
        article = words.same_sentence(first - 1, joint) and words.lower[first - 1] == "the"
        body = words.lower[first] in _HEADS | _TITLES | _RANKS
        return first if plain and article and not body else None

    # -- rightwards ----------------------------------------------------------------------------

    def _end(self, h: int) -> int:
        """From the noun rightwards: *of* or *for*, then the words of its subject."""
        words, i = self.words, h + 1
        while words.same_sentence(i, h) and words.cap[i] and words.lower[i] in _HEADS:
            i += 1  # "Human Rights Commission Secretariat"
        if words.lower[h] == "govt" and words.text[i : i + 1] == ["."]:
            i += words.same_sentence(i + 1, h) and words.lower[i + 1] in _OF
        firm = words.lower[h].strip(".") in _SUFFIXES
        if firm or not words.same_sentence(i + 1, h) or words.lower[i] not in _OF:
            return i
        j, end = i + 1 + (words.lower[i + 1] == "the"), i
        if words.lower[i] == "to" and j not in self.taken:
            return i  # "Signs Pact with Oslo Library to Open Reading Rooms"
        if words.lower[i] in _OF_FIELD and self._field(j):
            j = end = j + 1
        while words.same_sentence(j, h) and (step := self._right_of(j, end > i)) is not None:
            j, end = step, step if self._substance(step - 1) else end
        return end

    def _field(self, j: int) -> bool:
        """Whether a rare word at ``j`` is all or the first of a subject: *Institute of Ayurveda*.

        Another such word behind it would make it somebody's name.
        """
        words = self.words
        if j in self.taken or not words.namelike(j) or words.acronym[j]:
            return False
        if words.lower[j] in _TITLES:
            return False  # "Office of Inspector General"
        after = words.same_sentence(j + 1, j) and j + 1 not in self.taken and words.cap[j + 1]
        return not after or words.ordinary[j + 1]

    def _right_of(self, j: int, inside: bool) -> int | None:
        """Where the next word or name of the subject ends, or None if the subject has ended."""
        words, one = self.words, self.taken.get(j)
        if one is not None and one.start == j:
            listed = inside and words.lower[j - 1] not in ("of", "the")
            return None if one.kind is Kind.COUNTRY and listed else one.end
        if words.cap[j] and (words.ordinary[j] or words.lower[j] in _HEADS):
            return j + 1
        return j + 1 if self._joins(j) else None

    def _substance(self, i: int) -> bool:
        """Whether a token can end a name: a capitalized word or a known name."""
        return self.words.cap[i] or i in self.taken

    def _joins(self, j: int) -> bool:
        """Whether a lower-case word or a comma at ``j`` holds the parts of one name together."""
        words = self.words
        if not words.same_sentence(j + 1, j):
            return False
        if words.lower[j] in _AND:
            return words.cap[j + 1] and not self._another(j + 1)
        if words.lower[j] == "for" and self._is_country(j - 1):
            return False  # "between … and the Ministry of Water of Peru for Cooperation in …"
        if words.lower[j] in _JOINING:
            article = words.lower[j] == "of" and words.lower[j + 1] == "the"
            return words.cap[j + 1] or article
        if words.text[j] == ",":  # "Science, Technology and Innovation": a list that ends in "and"
            listed = self._subject(j + 1) and self._list_closes(j + 1)
            return listed or (words.lower[j + 1] in _AND and self._closes(j))
        return words.text[j] in _HYPHENS and words.glued[j]

    def _closes(self, comma: int) -> bool:
        """Whether a comma before *and* is the last of a list: *Finance, Planning, and Tourism*."""
        words, last = self.words, comma + 2
        if not words.same_sentence(last, comma) or not self._subject(last) or self._another(last):
            return False
        i = comma - 1
        while i > 0 and self._subject(i) and i not in self.taken:
            i -= 1
        return words.text[i] == ","

    def _is_country(self, i: int) -> bool:
        one = self.taken.get(i)
        return one is not None and one.kind is Kind.COUNTRY

    def _another(self, j: int) -> bool:
        """Whether another body or a title begins at ``j``: "… and Ministry of Health"."""
        words = self.words
        while words.lower[j] in _RANKS and words.same_sentence(j + 1, j):
            j += 1
        return words.lower[j] in _HEADS | _TITLES

    def _subject(self, j: int) -> bool:
        return self.words.cap[j] and self.words.ordinary[j]

    def _list_closes(self, j: int) -> bool:
        """Whether the capitalized words from ``j`` run to an *and* before another one."""
        words = self.words
        while words.same_sentence(j + 1, j) and (self._subject(j) or words.text[j] == ","):
            j += 1
        return words.lower[j] in _AND and words.same_sentence(j + 1, j) and self._subject(j + 1)
