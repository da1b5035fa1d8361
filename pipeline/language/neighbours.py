"""What stands beside a person's name: honorifics, marks, and the titles they lead to."""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.mentions import Title
from pipeline.language.name_runs import HONORIFICS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_OPENERS = lexicon.words("titles", "openers") | lexicon.words("titles", "times")
_MARKS = frozenset((",", "–", "—", "-", ":"))
_AFTER = frozenset((",", "–", "—", "-", "("))
_FUNCTION = lexicon.words("titles", "function_words") | lexicon.words("titles", "of")
_ARTICLES = frozenset(("a", "an"))
_ATTACHED = frozenset((".", "(", ")", "'", "’"))
_HON = frozenset(("hon", "hon."))
#: Words of the longest title in small letters before the noun it turns on.
_LONGEST_TITLE = 6
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
#: Words of the longest owner between a name and its title, its mark counted.
_LONGEST_OWNER = 5
#: The longest aside between a name and its title: "(27-year-old male Indian National)".
_ASIDE = 9


class Neighbours:
    """Looks left and right of names in one text."""

    def __init__(self, words: Words, titles: Titles) -> None:
        self.words = words
        self.titles = titles

    def before_honorifics(self, i: int) -> int:
        """The first token of the honorifics that stand before token ``i``, or ``i`` itself."""
        j = i
        while (k := self._honorific_before(j, i)) is not None:
            j = k
        return j

    def _honorific_before(self, j: int, i: int) -> int | None:
        """The honorific right before token ``j``: *Dato'*, *(Dr.)*, *THE* before another."""
        words, k = self.words, j - 1
        while words.same_sentence(k, i) and words.text[k] in _ATTACHED:
            k -= 1
        if not words.same_sentence(k, i) or self._title_ends(j):
            return None
        low = words.lower[k]
        article = low == "the" and j < i and (words.text[k].isupper() or words.lower[j] in _HON)
        honorific = words.cap[k] and (low in HONORIFICS or low == "hon.(dr")
        return k if article or honorific else None

    def _title_ends(self, j: int) -> bool:
        """Whether a title that is no mere honorific ends at ``j``: *Crown Prince*."""
        title = self.titles.ending.get(j)
        if title is None:
            return False
        return title.end - title.start > 1 or self.words.lower[title.head] not in HONORIFICS

    def after_honorifics(self, i: int) -> int:
        """The first token from ``i`` on that is no honorific."""
        words, j = self.words, i
        while words.same_sentence(j, i) and (
            (words.lower[j] in HONORIFICS and words.cap[j]) or (j > i and words.text[j] in ".()")
        ):
            j += 1
        return j

    def title_before(self, i: int) -> Title | None:
        """The title before a name at ``i``, honorifics or a comma between them."""
        words, ending = self.words, self.titles.ending
        j = self.before_honorifics(i)
        if j in ending:
            return ending[j]
        if words.same_sentence(j - 2, i) and words.text[j - 1] in _MARKS:
            return ending.get(j - 1)
        return None

    def title_after(self, end: int) -> Title | None:
        """The title after a name that ends at ``end``: ", the Minister", "(Chairman)"."""
        words = self.words
        at = self.after_aside(end)
        if not words.same_sentence(at + 1, end - 1):
            return None
        if words.text[at] not in _AFTER and not (at > end and words.lower[at] == "and"):
            return None
        start = self.after_openers(at + 1)
        return self.titles.starting.get(start) or self._described(at + 1)

    def _described(self, j: int) -> Title | None:
        """A title of many words: "a space station operations and planning officer"."""
        words = self.words
        if words.lower[j] not in _ARTICLES:
            return None
        for i in range(j + 1, j + 2 + _LONGEST_TITLE):
            title = self.titles.starting.get(i)
            if title is not None:
                return replace(title, start=j + 1, outer=j + 1)
            if not words.same_sentence(i, j) or not self._describes(i):
                return None
        return None

    def _describes(self, i: int) -> bool:
        words, low = self.words, self.words.lower[i]
        return low == "and" or (words.ordinary[i] and not words.cap[i] and low not in _FUNCTION)

    def after_openers(self, j: int) -> int:
        """The first token from ``j`` on that is no article or word of time."""
        words, i = self.words, j
        while (
            words.same_sentence(i + 1, j)
            and words.lower[i] in _OPENERS
            and i not in self.titles.starting
        ):
            i += 1
            if words.text[i] in ("-", "–"):  # "then-Secretary"
                i += 1
        return self._after_owner(i)

    def _after_owner(self, i: int) -> int:
        """Past a possessive that no name explains: "Labor’s spokesperson", "the company's head"."""
        words = self.words
        if i in self.titles.starting or words.lower[i] in ("and", "&"):
            return i
        for j in range(i + 1, i + _LONGEST_OWNER):
            if not words.same_sentence(j + 1, i) or not words.text[j - 1][0].isalpha():
                return i
            if words.text[j] in _POSSESSIVE:
                return j + 1 if j + 1 in self.titles.starting else i
        return i

    def after_aside(self, end: int) -> int:
        """Past an age or an aside in brackets: ", 49,", "(“Ashraf”) (30-year-old male)"."""
        words, at = self.words, end
        while words.same_sentence(at + 2, end - 1):
            if words.text[at] == "," and (close := self._age(at)):
                at = close
            elif (
                words.text[at] == "("
                and (close := self._closing(at))
                and not self._titled(at, close)
            ):
                at = close + 1
            else:
                break
        return at

    def _age(self, at: int) -> int | None:
        """The comma after ", 49," or ", a 45-year-old male Singapore Citizen, and"."""
        words = self.words
        aged = range(at + 1, at + 2 + _ASIDE)
        close = next((j for j in aged if words.same_sentence(j, at) and words.text[j] == ","), None)
        if close is None:
            return None
        told = words.lower[at + 1 : close]
        if len(told) == 1 and told[0].isdigit():
            return close
        old = any(t.isdigit() for t in told[:3]) and "year" in " ".join(told[:4])
        return close + (words.lower[close + 1] in ("and", "who")) if old else None

    def _closing(self, at: int) -> int | None:
        words = self.words
        within = range(at + 1, at + 2 + _ASIDE)
        return next(
            (j for j in within if words.same_sentence(j, at) and words.text[j] == ")"), None
        )

    def _titled(self, at: int, close: int) -> bool:
        return any(
            at < t.head < close for i in range(at, close) if (t := self.titles.starting.get(i))
        )
