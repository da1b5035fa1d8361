"""Posts that a text states some words away from the name: "X has served as Director of Y since".

The words between are matched by the patterns of ``lexicon/posts.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.language import lexicon
from pipeline.language.mentions import Mention, Title
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_VAGUE = lexicon.words("titles", "vague_heads")
_FORMER = lexicon.words("titles", "former")
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_PRONOUNS = frozenset(("he", "she"))
#: Tokens of the longest stretch read between a name and its post.
_FARTHEST = 18


@cache
def _pattern(key: str) -> re.Pattern[str]:
    """The patterns under a key as one expression over words parted by single blanks."""
    told = lexicon.document("posts")
    classes, patterns = told["classes"], told[key]
    assert isinstance(classes, dict)
    assert isinstance(patterns, list)
    return re.compile("|".join(f"(?:{_expression(str(p), classes)})" for p in patterns))


def _expression(pattern: str, classes: dict[str, list[str]]) -> str:
    parts = []
    for word in pattern.split():
        slot = re.fullmatch(r"\{(\w+)([?*]?)\}", word)
        if slot is None:
            parts.append(f"{re.escape(word)} ")
            continue
        choices = sorted(map(str, classes[slot[1]]), key=len, reverse=True)
        any_of = "|".join(f"{re.escape(choice)} " if choice else "" for choice in choices)
        parts.append(f"(?:{any_of}){slot[2]}")
    return "".join(parts)


class Tenures:
    """Finds the holders of the titles that stand beside no name."""

    def __init__(self, words: Words, titles: Titles, names: Sequence[Mention]) -> None:
        self.words = words
        self.titles = titles
        self.names = names
        self.ending = {m.end: m for m in names}
        self.starting = {m.start: m for m in names}
        self.named = {i for m in names for i in range(m.name_start, m.name_end)}

    def find(self, given: set[int]) -> Iterator[tuple[Mention, Title]]:
        """Each title told of somebody, beyond those ``given`` to a holder already."""
        previous: tuple[Mention, Title] | None = None
        for title in self.titles.all:
            if title.head in given or not self._fit(title):
                continue
            if (before := self._predecessor(title)) is not None:
                yield before, replace(title, former=True)
            holder = self._holder(title) or self._chained(title, previous)
            if holder is not None:
                told = self._read(title)
                previous = holder, told
                yield previous

    def _fit(self, title: Title) -> bool:
        """Whether a title can be told of one person; in lower case it must say enough."""
        words, low = self.words, self.words.lower[title.head]
        if low in PLURALS or (
            words.same_sentence(title.tail, title.head) and words.text[title.tail] in _POSSESSIVE
        ):
            return False
        if words.cap[title.head] and title.end - title.start > 1:
            return True
        return HEADS[low] not in _VAGUE or title.end - title.start > 2

    def _read(self, title: Title) -> Title:
        """The title with all of what it is of, where a mark closes it."""
        return self.titles.apposition(title)

    # -- the holder ----------------------------------------------------------------------------

    def _holder(self, title: Title) -> Mention | None:
        """The person named before the title, if the words between say that the post is theirs."""
        words, between = self.words, list[str]()
        i = title.outer
        while len(between) < _FARTHEST and words.same_sentence(i - 1, title.head):
            one = self.ending.get(i)
            if one is not None and (words.lower[one.start - 1] != "by" or not one.start):
                return one if self._says(between) else None
            if words.lower[i - 1] in _PRONOUNS:
                return self._antecedent(i - 1) if self._says(between) else None
            i, word = self._leftwards(i, one)
            between.insert(0, word)
        return None

    def _leftwards(self, i: int, person: Mention | None) -> tuple[int, str]:
        """The token before ``i``, or the name or date that ends there as *@*."""
        one = person or self.titles.bodies.ending.get(i)
        if one is not None:
            return one.start, "@"
        return i - 1, "@" if self.words.text[i - 1].isdigit() else self.words.lower[i - 1]

    def _says(self, between: Sequence[str]) -> bool:
        text = "".join(f"{word} " for word in between)
        text = text.replace("@ @ ", "@ ").replace("@ , @ ", "@ ")
        return bool(between) and _pattern("patterns").fullmatch(text) is not None

    def _chained(self, title: Title, previous: tuple[Mention, Title] | None) -> Mention | None:
        """The holder of the title just before, joined to this one by *and*."""
        if previous is None or not self.words.same_sentence(previous[1].tail, title.outer):
            return None
        holder, before = previous
        between = range(before.tail, title.outer)
        if not between or not self.named.isdisjoint(between):
            return None
        text = "".join(f"{self.words.lower[i]} " for i in between)
        return holder if _pattern("chains").fullmatch(text) else None

    def _antecedent(self, pronoun: int) -> Mention | None:
        """The one person of the sentences before that name anyone: at most two back."""
        sentence = self.words.sentence[pronoun]
        near = [m for m in self.names if 0 <= sentence - self.words.sentence[m.name_start] <= 2]
        people = {self.words.text[m.name_end - 1]: m for m in near if m.start < pronoun}
        return next(iter(people.values())) if len(people) == 1 else None

    def _predecessor(self, title: Title) -> Mention | None:
        """Who held the post before: ", vice Jane Doe"."""
        words = self.words
        for at in (title.tail, title.end):
            for length in (2, 1, 4):
                one = self.starting.get(at + length)
                between = "".join(
                    f"{words.lower[i]} " for i in range(at, min(at + length, len(words)))
                )
                if one is not None and _pattern("successions").fullmatch(between):
                    return one
        return None
