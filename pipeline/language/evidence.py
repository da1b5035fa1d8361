"""What shows that words are a person's name: honorifics, titles, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.language import lexicon
from pipeline.language.leads import Bodies
from pipeline.language.mentions import SOLID, Title
from pipeline.language.name_runs import CALENDAR, HONORIFICS, SUFFIXES, Runs
from pipeline.language.neighbours import Neighbours
from pipeline.language.title_nouns import HEADS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_WEAK = lexicon.words("titles", "weak_heads")
_FAINT = lexicon.words("titles", "faint_heads")
_CAUTIOUS = lexicon.words("titles", "cautious_heads")
_VAGUE = lexicon.words("titles", "vague_heads")
_SURNAMES = lexicon.words("titles", "also_surnames")
_PARENTAGE = lexicon.words("titles", "parentage")
_STRONG = lexicon.words("titles", "strong_honorifics")


class Evidence:
    """Weighs what speaks for a name that begins at a token.

    ``guess`` holds the recogniser's people: where each begins, where it ends.
    """

    def __init__(
        self,
        words: Words,
        bodies: Bodies,
        titles: Titles,
        guess: Mapping[int, int],
    ) -> None:
        self.words = words
        self.bodies = bodies
        self.titles = titles
        self.guess = guess
        inside = {i for s, e in guess.items() for i in range(s, e)}
        self.runs = Runs(words, bodies.starting, inside, titles.headlines)
        self.beside = Neighbours(words, titles)

    def may_begin(self, i: int) -> bool:
        """Whether a name can begin at a token."""
        words, low = self.words, self.words.lower[i]
        if low in _SURNAMES and words.same_sentence(i - 1, i) and words.lower[i - 1] in _STRONG:
            return words.same_sentence(i + 1, i) and words.namelike(i + 1)  # "Mr. Prince Perera"
        if (
            low in HONORIFICS
            or low in HEADS
            or low in CALENDAR
            or (low in SUFFIXES and not words.initial[i])
        ):
            return False
        return words.text[i][0].isalpha() and not self.solid(i) and i not in self.titles.covered

    def solid(self, i: int) -> bool:
        """Whether a body or a place is known to begin here."""
        one = self.bodies.starting.get(i)
        return one is not None and one.rank >= SOLID and i not in self.guess

    def measured(self, i: int) -> int | None:
        """Where a name ends that an honorific or a title announces."""
        return self.runs.end(i, announced=True, addressed=self.addressed(i))

    def addressed(self, i: int) -> bool:
        """Whether an honorific that only people have stands before the name."""
        words = self.words
        return any(words.lower[k] in _STRONG for k in range(self.beside.before_honorifics(i), i))

    def announced(self, i: int) -> bool:
        """Whether an honorific or a title stands before the name, or *son of* inside it."""
        if self.addressed(i) or self._parentage(i):
            return True
        title = self.titles.ending.get(self.beside.before_honorifics(i))
        if title is not None:
            return self.titled(title, i)
        title = self.beside.title_before(i)
        return title is not None and self.titled(title, i) and self._full(i, title)

    def _parentage(self, i: int) -> bool:
        """Whether a name of up to three words goes on with whose child it is: *Rajan s/o Muthu*."""
        words = self.words
        for j in range(i + 1, i + 4):
            if not words.same_sentence(j, i):
                return False
            if words.lower[j] in _PARENTAGE:
                return words.same_sentence(j + 1, i) and words.cap[j + 1]
            if not words.namelike(j):
                return False
        return False

    def titled(self, title: Title, i: int) -> bool:
        """Whether what follows a title at ``i`` is its holder's name."""
        words = self.words
        if i in self.guess:
            return True
        if not words.cap[title.head]:
            return self._several(i) and HEADS[words.lower[title.head]] not in _VAGUE
        noun, lone = HEADS[words.lower[title.head]], title.end - title.start == 1
        named = (
            (words.namelike(i) and not words.acronym[i])
            or words.initial[i]
            or self._ordinary_first(i)
        )
        if lone and (noun in _WEAK or (noun in _CAUTIOUS and not self._several(i))):
            return False
        return named

    def _ordinary_first(self, i: int) -> bool:
        """An ordinary word that begins a name: "Grace Example", "Bill Sample"."""
        words = self.words
        after = words.same_sentence(i + 1, i) and (words.namelike(i + 1) or words.initial[i + 1])
        return (
            after
            and words.ordinary[i]
            and not words.acronym[i + 1]
            and words.lower[i + 1] not in HEADS
        )

    def _full(self, i: int, title: Title) -> bool:
        """After *title,* a name stands in full, or after an honorific."""
        return (
            self._several(i)
            or (self.words.cap[title.head] and i in self.guess)
            or i > title.tail + 1
        )

    def _several(self, i: int) -> bool:
        end = self.runs.end(i, announced=True)
        return end is not None and end - i > 1

    def appositive(self, i: int) -> int | None:
        """Two or more name words closed by *, title*: "Asha Rao, Ambassador of India"."""
        words = self.words
        begins = i in self.guess or (words.namelike(i) and not words.acronym[i]) or words.initial[i]
        if not begins or (words.same_sentence(i - 1, i) and words.namelike(i - 1)):
            return None
        end = self.runs.end(i, announced=False)
        if end is None or end - i < 2:
            return None
        if self._signed(i, end):
            return end
        title = self.beside.title_after(end)
        if title is None or self.runs.end(self.beside.after_honorifics(title.end), announced=True):
            return None
        return end if self._tells(title, i) and not self._names_the_next(title) else None

    def _signed(self, i: int, end: int) -> bool:
        """Whether a name ends as only names do, or fills a line beside a line of titles."""
        words = self.words
        last = words.lower[end - 1]
        if (
            end - i > 2
            and last in SUFFIXES
            and words.text[end - 1].isupper()
            and words.namelike(end - 2)
        ):
            return True
        alone = not words.same_sentence(i - 1, i) and not words.same_sentence(end, i)
        lines = self.titles.lines
        return alone and (words.sentence[i] + 1 in lines or words.sentence[i] - 1 in lines)

    def _names_the_next(self, title: Title) -> bool:
        """Whether "…, the Minister, Senator Jane Doe" tells who the minister is after the title."""
        words, at = self.words, title.tail
        if not words.same_sentence(at + 2, title.head) or words.text[at] != ",":
            return False
        name = self.beside.after_honorifics(at + 1)
        second = self.titles.starting.get(name)
        announced = name > at + 1 or (second is not None and words.cap[second.head])
        return announced and words.lower[title.outer - 1] == "the"

    def _tells(self, title: Title, i: int) -> bool:
        """Whether a title after a name is enough to make it a person's."""
        if i in self.guess:
            return True
        noun = HEADS[self.words.lower[title.head]]
        return (noun not in _WEAK | _FAINT) or title.end - title.start > 1
