"""Titles in the plural and the people they are shared by: *A and B, Directors of C*; lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.language import lexicon
from pipeline.language.mentions import Mention, Title
from pipeline.language.neighbours import Neighbours
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_INTRODUCE = lexicon.words("posts", "introduce")
_VAGUE = lexicon.words("titles", "vague_heads")
_OF_A_GROUP = lexicon.words("posts", "of_a_group")
_AND = frozenset(("and", "&", ","))


class Groups:
    """Finds the holders of titles in the plural."""

    def __init__(
        self, words: Words, titles: Titles, beside: Neighbours, names: Sequence[Mention]
    ) -> None:
        self.words = words
        self.titles = titles
        self.beside = beside
        self.names = names
        self.starts = [m.start for m in names]
        self.place = {m: i for i, m in enumerate(names)}
        after = ((m, beside.title_after(m.end)) for m in names)
        self.followed = {t.head: m for m, t in after if t is not None}
        self.opening = {words.sentence[m.start]: m for m in reversed(names) if self._opens(m)}

    def find(self, given: set[int]) -> Iterator[tuple[Mention, Title]]:
        """Each holder of a title in the plural that nobody is ``given`` yet."""
        for title in self.titles.all:
            if title.head not in given and self._shared(title):
                told = self.titles.tails.apposition(title)
                holders = self._before(title) or self._after(title) or self._below(title)
                if len(holders) > 1:
                    yield from ((holder, told) for holder in holders)

    def _shared(self, title: Title) -> bool:
        """Whether the title is in the plural and says something of those who share it."""
        words, low = self.words, self.words.lower[title.head]
        if words.lower[max(0, title.head - 2) : title.head] == ["board", "of"]:
            return False
        return low in PLURALS and (HEADS[low] not in _VAGUE or HEADS[low] in _OF_A_GROUP)

    # -- A and B, Directors of C ---------------------------------------------------------------

    def _before(self, title: Title) -> list[Mention]:
        """The names joined by *and* before the title."""
        last = self.followed.get(title.head)
        return self._joined(last) if last is not None else []

    def _joined(self, last: Mention) -> list[Mention]:
        found, joints = [last], set[str]()
        while (place := self.place[found[0]]) > 0:
            before = self.names[place - 1]
            between = range(self.beside.after_aside(before.end), found[0].start)
            marks = {self.words.lower[i] for i in between}
            if (
                not marks
                or not marks <= _AND
                or not self.words.same_sentence(before.start, last.start)
            ):
                break
            joints |= marks
            found.insert(0, before)
        return found if "and" in joints or "&" in joints else []

    # -- Members of the Court are A, B and C ---------------------------------------------------

    def _after(self, title: Title) -> list[Mention]:
        """The names that follow the title and a word that introduces them."""
        words, at = self.words, title.tail
        if not words.same_sentence(at + 1, title.head) or words.lower[at] not in _INTRODUCE:
            return []
        rest = self.names[bisect_left(self.starts, at) :]
        if not rest or rest[0].start - at > 2:
            return []
        return list(takewhile(lambda m: words.same_sentence(m.start, at), rest))

    # -- The following members …: --------------------------------------------------------------

    def _below(self, title: Title) -> list[Mention]:
        """The names that begin the lines under a sentence that ends in a colon."""
        sentence = self.words.sentence[title.head]
        if not self._ends_in_colon(title):
            return []
        found: list[Mention] = []
        while (one := self.opening.get(sentence + 1 + len(found))) is not None:
            found.append(one)
        return found

    def _ends_in_colon(self, title: Title) -> bool:
        words, i = self.words, title.head
        while words.same_sentence(i + 1, title.head):
            i += 1
        return words.text[i] == ":"

    def _opens(self, one: Mention) -> bool:
        """Whether a mention is the first thing in its sentence."""
        words, i = self.words, one.start - 1
        while words.same_sentence(i, one.start) and not words.text[i][0].isalnum():
            i -= 1
        return not words.same_sentence(i, one.start)
