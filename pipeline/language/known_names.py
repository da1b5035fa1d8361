"""The names found in a text so far: a name found once is known wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.language import lexicon
from pipeline.language.mentions import Mention
from pipeline.language.name_runs import SUFFIXES
from pipeline.language.words import Words

_TITLES = lexicon.words("titles", "heads") | lexicon.words("titles", "honorifics")
_ORGANIZATIONS = lexicon.words("organizations", "heads")


class KnownNames:
    """Finds names again, whole or by surname alone, in either case of letters."""

    def __init__(self, words: Words, named: Iterable[Mention]) -> None:
        self.words = words
        cores = [self._core(one) for one in named]
        self.surnames = frozenset(core[-1] for core in cores)
        self.unmistakable = self.surnames - lexicon.ordinary()
        self.whole: dict[str, list[tuple[str, ...]]] = {}
        for core in cores:
            if len(core) > 1:
                self.whole.setdefault(core[0], []).append(core)
        for group in self.whole.values():
            group.sort(key=len, reverse=True)

    def _core(self, one: Mention) -> tuple[str, ...]:
        """A name's words in lower case without what follows it."""
        tokens = tuple(self.words.lower[one.start : one.end])
        return tuple(t for t in tokens if t not in SUFFIXES and t != ",") or tokens

    def again(self, tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Where known names stand among the tokens, from start to end."""
        words = self.words
        for i in tokens:
            names = self.whole.get(words.lower[i], ())
            match = next((n for n in names if tuple(words.lower[i : i + len(n)]) == n), None)
            if match is not None:
                yield i, i + len(match)
            elif self._is_surname(i) and not self._leads_to_a_body(i):
                yield i, i + 1

    def _is_surname(self, i: int) -> bool:
        """Whether a word is a known surname: one that is no other word, or after a title."""
        words = self.words
        if words.lower[i] in self.unmistakable:
            return True
        titled = words.cap[i] and words.same_sentence(i - 1, i) and words.lower[i - 1] in _TITLES
        return titled and words.lower[i] in self.surnames

    def _leads_to_a_body(self, i: int) -> bool:
        """Whether a surname is part of a body's name: *Smith Foundation*."""
        words = self.words
        after = words.same_sentence(i + 1, i) and words.cap[i + 1]
        return after and words.lower[i + 1] in _ORGANIZATIONS
