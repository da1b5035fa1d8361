"""How far a person's name goes, token by token."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pipeline.language import lexicon
from pipeline.language.mentions import SOLID, Mention
from pipeline.language.title_nouns import HEADS
from pipeline.language.words import Words

HONORIFICS = lexicon.words("titles", "honorifics")
CALENDAR = lexicon.words("titles", "calendar")
SUFFIXES = lexicon.words("titles", "suffixes")
GENERATIONS = lexicon.words("titles", "generations")
_PARTICLES = lexicon.words("titles", "particles") | lexicon.words("titles", "parentage")
_SURNAMES = lexicon.words("titles", "also_surnames")
_FUNCTION = lexicon.words("titles", "function_words")
_ORGANIZATIONS = lexicon.words("organizations", "heads") | lexicon.words("organizations", "places")
_PORTFOLIOS = lexicon.words("titles", "portfolios")
_DOUBTFUL = HEADS.keys() | HONORIFICS | CALENDAR | _FUNCTION
_HYPHENS = frozenset(("-", "–", "‑"))
#: Tokens of a name: where capitals run on without end, each would be followed to the last.
_LONGEST = 40
_OPENING = {"(": ")", "“": "”", '"': '"', "‘": "’", "'": "'"}


class Runs:
    """Measures names.

    ``guessed`` are the tokens inside the recogniser's guesses at people, ``headlines`` the
    sentences in which every word may be capitalized; there a ``known`` surname ends a name.
    """

    def __init__(
        self,
        words: Words,
        bodies: Mapping[int, Mention],
        guessed: Collection[int],
        headlines: Collection[int],
    ) -> None:
        self.words = words
        self.bodies = bodies
        self.guessed = guessed
        self.headlines = headlines
        self.known: Collection[str] = ()

    def end(self, i: int, *, announced: bool, addressed: bool = False) -> int | None:
        """Where a name that begins at ``i`` ends, or None if there is none.

        ``announced`` says that an honorific or a title stands before it, so that an ordinary word
        may begin it; ``addressed`` that it is an honorific, after which any word is a name.
        """
        words, j, names = self.words, i, 0
        while words.same_sentence(j, i) and j - i < _LONGEST and not self._closed(j, i):
            if self._organization(j):
                return None
            sure = addressed and j == i and words.cap[i]
            step = self._step(j, i, names, announced) or int(sure)
            if step == 0:
                break
            names += sure or any(self._substance(k) for k in range(j, j + step))
            j += step
        return self._suffixed(j, i) if names else None

    def _closed(self, j: int, i: int) -> bool:
        """Whether a known surname in a headline has ended the name."""
        words = self.words
        headline = j > i and words.sentence[i] in self.headlines
        return headline and words.lower[j - 1] in self.known

    def _substance(self, k: int) -> bool:
        """Whether a token makes a name by itself: a word, not an initial or a particle."""
        words = self.words
        return len(words.text[k]) > 1 and words.cap[k] and (words.namelike(k) or k in self.guessed)

    def _organization(self, j: int) -> bool:
        """Whether a noun for a body or a place shows that this is nobody's name."""
        words = self.words
        noun = words.cap[j] and words.lower[j] in _ORGANIZATIONS
        return noun and not words.initial[j] and j not in self.guessed

    def _step(self, j: int, i: int, names: int, announced: bool) -> int:
        """How many tokens from ``j`` go on with the name; 0 if it ends before them."""
        words = self.words
        if j > i and self._solid(j):
            return 0
        if words.text[j] in _HYPHENS:
            joined = j > i and words.glued[j] and words.glued[j - 1]
            return 2 * self._syllable(j + 1) or int(words.cap[j + 1]) if joined else 0
        if words.text[j] in _OPENING:
            return self._nickname(j, i)
        if words.lower[j] in _PARTICLES and j > i and not words.namelike(j):
            return int(words.same_sentence(j + 1, i) and words.cap[j + 1])
        return int(words.cap[j] and self._word(j, names, announced))

    def _syllable(self, j: int) -> bool:
        """Whether a token after a hyphen is the second syllable of a name: *Chung Eui-yong*."""
        words = self.words
        return (
            words.text[j].islower()
            and words.text[j].isalpha()
            and len(words.text[j]) < 6
            and not words.ordinary[j]
        )

    def _word(self, j: int, names: int, announced: bool) -> bool:
        words, low = self.words, self.words.lower[j]
        if low in GENERATIONS or low == "i" or (low in _PORTFOLIOS and words.ordinary[j]):
            return False
        if low in _DOUBTFUL and not (words.initial[j] and low in _FUNCTION):
            return self._doubtful(j, names, announced)
        if words.initial[j] or words.namelike(j):
            return True
        return words.text[j].isalpha() and self._ordinary(j, names, announced)

    def _doubtful(self, j: int, names: int, announced: bool) -> bool:
        """Whether a title, honorific, month or small word is a name here."""
        words, low = self.words, self.words.lower[j]
        if low in HEADS:  # "Ann King"
            return low in _SURNAMES and names > 0 and (self._bounded(j) or self._between(j))
        if low in HONORIFICS:  # "Ahmad Tun Ali"
            return names > 0 and low in _PARTICLES and words.namelike(j + 1)
        if low in CALENDAR:  # "Tessa May"
            return names > 0 and j in self.guessed and self._bounded(j)
        alone = announced and not names  # "Minister of Justice He Ling"
        return alone and words.namelike(j + 1) and self._bounded(j + 1)

    def _ordinary(self, j: int, names: int, announced: bool) -> bool:
        """Whether a capitalized ordinary word is part of the name: "Ned Prize", "Grace Fu"."""
        words = self.words
        if names:
            if self._between(j) or words.lower[j] in self.known:
                return True
            if words.sentence[j] in self.headlines:
                return words.same_sentence(j + 1, j) and words.text[j + 1] in (",", "(")
            return j in self.guessed or self._bounded(j)
        if not (announced or j in self.guessed):
            return False
        after = j + 1
        return (
            words.same_sentence(after, j)
            and (words.namelike(after) or words.initial[after])
            and not self._solid(after)
        )

    def _between(self, j: int) -> bool:
        """Whether an ordinary word stands between two that can only be names: "Lim Soon Huat"."""
        words = self.words
        sides = words.namelike(j - 1) and words.same_sentence(j + 1, j) and words.namelike(j + 1)
        return sides and words.lower[j + 1] not in HEADS and not self._solid(j + 1)

    def _bounded(self, j: int) -> bool:
        """Whether no capitalized word follows."""
        words = self.words
        return not words.same_sentence(j + 1, j) or not words.cap[j + 1]

    def _solid(self, j: int) -> bool:
        one = self.bodies.get(j)
        return (
            one is not None
            and one.rank >= SOLID
            and not (j in self.guessed and one.end - one.start == 1)
        )

    def _nickname(self, j: int, i: int) -> int:
        """The length of a nickname in the middle of a name: Robert “Bob” Smith."""
        words = self.words
        if (
            j == i
            or not words.same_sentence(j + 3, i)
            or words.text[j + 2] != _OPENING[words.text[j]]
        ):
            return 0
        return (
            3
            if words.cap[j + 1] and words.namelike(j + 3) and words.lower[j + 3] not in HEADS
            else 0
        )

    def _suffixed(self, j: int, i: int) -> int | None:
        """The end of the name with what follows it: *Jr.*, *SC*, *, EGH, MP*."""
        words = self.words
        if j == i:
            return None
        while words.same_sentence(j, i):
            at = j + 1 if words.text[j] == "," and words.same_sentence(j + 1, i) else j
            low = words.lower[at]
            if low not in SUFFIXES or not words.cap[at]:
                break
            if at > j and low not in GENERATIONS and not words.text[at].isupper():
                break
            j = at + 1
            if low in GENERATIONS and words.same_sentence(j, i) and words.text[j] == ".":
                j += 1
        return j
