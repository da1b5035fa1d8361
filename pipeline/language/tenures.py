"""Posts that a text states some words away from the name: "X has served as Director of Y since".

The words between are matched by the patterns of ``lexicon/posts.yaml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.language import lexicon
from pipeline.language.complements import POSSESSIVE
from pipeline.language.mentions import Mention, Title
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_VAGUE = lexicon.words("titles", "vague_heads")
_FORMER = lexicon.words("titles", "former")
_GIVEN = lexicon.words("posts", "given")
_ARTICLES = frozenset(("the", "a", "an"))
_REPORTING = lexicon.words("posts", "reporting")
_QUOTES = frozenset(("“", "”", '"', "‘"))
#: How many sentences back a pronoun's person is looked for, and among how many names.
_BACK, _NEAREST = 2, 20
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
        self.starts = [m.start for m in names]
        self.ending = {m.end: m for m in names}
        self.starting = {m.start: m for m in names}
        self.named = {i for m in names for i in range(m.name_start, m.name_end)}

    def find(self, given: set[int]) -> Iterator[tuple[Mention, Title]]:
        """Each title told of somebody, beyond those ``given`` to a holder already."""
        previous: tuple[Mention, Title] | None = None
        for title in self.titles.all:
            if title.head in given or not self._held_by_one(title):
                continue
            if (before := self._predecessor(title)) is not None:
                yield before, replace(title, former=True)
            holder = self._holder(title) if self._says_enough(title) else None
            holder = holder or self._chained(title, previous)
            if holder is not None:
                told = self._read(title)
                previous = holder, told
                yield previous

    def _held_by_one(self, title: Title) -> bool:
        words = self.words
        owner = words.same_sentence(title.tail, title.head) and words.text[title.tail] in POSSESSIVE
        return words.lower[title.head] not in PLURALS and not owner

    def _says_enough(self, title: Title) -> bool:
        """Whether a title is more than a vague noun: no "leader", "member" or "Major"."""
        words = self.words
        least = 2 if words.cap[title.head] else 3
        return HEADS[words.lower[title.head]] not in _VAGUE or title.end - title.start >= least

    def _read(self, title: Title) -> Title:
        """The title with all of what it is of, where a mark closes it."""
        return self.titles.tails.apposition(title)

    # -- the holder ----------------------------------------------------------------------------

    def _holder(self, title: Title) -> Mention | None:
        """The person named before the title, if the words between say that the post is theirs."""
        words, between = self.words, list[str]()
        i = title.outer
        while len(between) < _FARTHEST and words.same_sentence(i - 1, title.head):
            one = self.ending.get(i)
            if one is not None and not self._appoints(one):
                return one if self._says(between) else None
            if words.lower[i - 1] in _PRONOUNS:
                return self._antecedent(i - 1) if self._says(between) else None
            i, word = self._leftwards(i, one)
            between.insert(0, word)
        return None

    def _appoints(self, one: Mention) -> bool:
        """Whether a person is who gave the post: "was appointed by President Roe as Director"."""
        words, by = self.words, one.start - 1
        given = set(words.lower[max(0, by - 2) : by]) & _GIVEN
        return words.same_sentence(by, one.start) and words.lower[by] == "by" and bool(given)

    def _leftwards(self, i: int, person: Mention | None) -> tuple[int, str]:
        """The token before ``i``, or the name or date that ends there as *@*."""
        one = person or self.titles.bodies.ending.get(i)
        if one is not None:
            return one.start, "@"
        return i - 1, "@" if self.words.text[i - 1].isdigit() else self.words.lower[i - 1]

    def _says(self, between: Sequence[str]) -> bool:
        """Whether the words between a name and a title say that the post is theirs."""
        if len(between) > 1 and between[-2] in _ARTICLES and between[-1] in lexicon.ordinary():
            between = between[:-1]  # "acted as the nominal CEO"
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
        """The one person of the sentences before that name anyone: at most two back.

        Of a speaker the pronoun does not tell: "…, said Ann Roe. He has served as …".
        """
        words, sentence = self.words, self.words.sentence[pronoun]
        before = self.names[: bisect_left(self.starts, pronoun)][-_NEAREST:]
        near = [m for m in before if sentence - words.sentence[m.name_start] <= _BACK]
        people = {words.text[m.name_end - 1]: m for m in near}
        if len(people) != 1:
            return None
        (one,) = people.values()
        if words.lower[one.start - 1] in _REPORTING:
            return None
        return None if _QUOTES & set(words.text[one.end : pronoun]) else one

    def _predecessor(self, title: Title) -> Mention | None:
        """Who held the post before: ", vice Jane Doe"."""
        words, between = self.words, list[str]()
        for i in range(title.tail, min(title.tail + _FARTHEST, len(words))):
            if not words.same_sentence(i, title.head):
                return None
            one = self.starting.get(i)
            if one is not None:
                text = "".join(f"{word} " for word in between)
                return one if _pattern("successions").fullmatch(text) else None
            between.append(words.lower[i])
        return None
