"""Names that stand alone on a line, and the titles alone on the lines beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.mentions import Mention, Title
from pipeline.language.titles import Titles
from pipeline.language.words import Words


class Letterheads:
    """Reads letterheads and signatures: *JANE ROE MP*, below it *MINISTER FOR …*."""

    def __init__(self, words: Words, titles: Titles) -> None:
        self.words = words
        self.titles = titles

    def widen(self, mentions: Sequence[Mention], given: set[int]) -> list[Mention]:
        """The mentions, those alone on a line with the titles of the lines below or above.

        The heads of the titles that found a holder are added to ``given``.
        """
        widened = []
        for one in mentions:
            titles = list(one.titles)
            if self._alone(one):
                titles += self._below(one, given) or ([] if titles else self._above(one, given))
                given.update(title.head for title in titles)
            widened.append(replace(one, titles=tuple(titles)))
        return widened

    def _alone(self, one: Mention) -> bool:
        words = self.words
        before = words.same_sentence(one.start - 1, one.start)
        return not before and not words.same_sentence(one.end, one.start)

    def _below(self, one: Mention, given: set[int]) -> list[Title]:
        """The titles of all lines that follow the name and hold nothing else."""
        return [t for line in self._lines_below(one) for t in line if t.head not in given]

    def _lines_below(self, one: Mention) -> Iterator[list[Title]]:
        after = self.words.sentence[one.start] + 1
        while (line := self.titles.lines.get(after)) is not None:
            yield line
            after += 1

    def _above(self, one: Mention, given: set[int]) -> list[Title]:
        """The titles of the line above the name."""
        line = self.titles.lines.get(self.words.sentence[one.start] - 1, [])
        return [title for title in line if title.head not in given]
