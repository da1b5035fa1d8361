"""What stands before a title's noun: modifiers, subjects, and the body it belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from pipeline.language import lexicon
from pipeline.language.complements import AND, HYPHENS, POSSESSIVE, portfolio
from pipeline.language.mentions import BODIES, SOLID, Kind, Mention
from pipeline.language.title_nouns import HEADS
from pipeline.language.words import Words

_MODIFIERS = lexicon.words("titles", "modifiers")
_LOWER = lexicon.words("titles", "lower_modifiers")
_PORTFOLIOS = lexicon.words("titles", "portfolios")
_NATIONAL = lexicon.words("titles", "national")
_TIMES = lexicon.words("titles", "times")
_OF = lexicon.words("titles", "of")
_PARTING = frozenset((",", "(", ";"))
_MINISTERS = frozenset(("minister", "ministers"))
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")


class Bodies:
    """The bodies, places and demonyms already found, by their first and last tokens."""

    def __init__(self, found: Sequence[Mention], demonyms: Mapping[int, tuple[int, str]]) -> None:
        self.starting: dict[int, Mention] = {}
        self.ending: dict[int, Mention] = {}
        for one in found:
            if one.start not in self.starting or self.starting[one.start].end < one.end:
                self.starting[one.start] = one
            if one.end not in self.ending or self.ending[one.end].start > one.start:
                self.ending[one.end] = one
        self.demonyms = demonyms
        self.demonym_ends = {end: (start, id_) for start, (end, id_) in demonyms.items()}

    def inside(self) -> set[int]:
        """The tokens inside names of several words that are more than a guess."""
        solid = [m for m in self.starting.values() if m.rank >= SOLID and m.end - m.start > 1]
        return {i for m in solid for i in range(m.start, m.end)}


class Leads:
    """Reads leftwards from a title's noun; in ``headlines`` a capital means little."""

    def __init__(self, words: Words, bodies: Bodies, headlines: Collection[int]) -> None:
        self.words = words
        self.bodies = bodies
        self.headlines = headlines

    def before(self, h: int, floor: int) -> tuple[int, Mention | None]:
        """Where the title begins, and the body named before it: *NASA Administrator*."""
        i = h
        while i > floor:
            body = self._body_before(i)
            if body is not None and not self._national(h, body):
                return i, body if body.start >= floor else None
            step = body.start if body is not None else self._step(i, h)
            if step is None or step < floor:
                break
            i = step
        return i, None

    def _body_before(self, i: int) -> Mention | None:
        words = self.words
        at = i - 1 if words.text[i - 1] in POSSESSIVE else i
        one = self.bodies.ending.get(at)
        if (
            at in self.bodies.demonym_ends
            and words.same_sentence(at - 1, i)
            and not (one and one.rank)
        ):
            start, country = self.bodies.demonym_ends[at]
            return Mention(start, at, Kind.COUNTRY, start, at, country)
        if one is not None and words.same_sentence(one.start, i) and self._sound(one):
            return one if one.kind in BODIES | {Kind.PLACE} else None
        return None

    def _sound(self, one: Mention) -> bool:
        """Whether a name before a title can be one: a recogniser's guess must be all name."""
        words = self.words
        return one.rank > 0 or all(
            words.namelike(i) or words.acronym[i] for i in range(one.start, one.end)
        )

    def _national(self, h: int, body: Mention) -> bool:
        """Whether a country's name belongs to the title: *Assistant U.S. Attorney*."""
        if body.kind is not Kind.COUNTRY or self.words.text[body.end] in POSSESSIVE:
            return False
        return HEADS[self.words.lower[h]] in _NATIONAL

    def _step(self, i: int, h: int) -> int | None:
        """Where the title begins if one word more before token ``i`` belongs to it."""
        words, before = self.words, i - 1
        if not words.same_sentence(before, h):
            return None
        if words.text[before] in HYPHENS and words.glued[before]:
            joined = words.same_sentence(before - 1, h) and words.lower[before - 1] in _MODIFIERS
            return before - 1 if joined else None
        if words.text[before] in AND:
            return before - 1 if self._joined(before, h) else None
        return before if self._modifies(before, h) else None

    def _joined(self, at: int, h: int) -> bool:
        """Whether *and* joins two subjects of one title: *Commerce & Industry Minister*."""
        words = self.words
        if at + 1 == h or not words.same_sentence(at - 2, h):
            return False
        both = words.lower[at - 1] in _PORTFOLIOS and words.lower[at + 1] in _PORTFOLIOS
        both = both or (words.lower[h] in _MINISTERS and self._fields(at))
        return both and words.cap[at - 1] == words.cap[h] and words.lower[at - 2] not in _OF

    def _fields(self, at: int) -> bool:
        """Whether *and* joins two fields of work: *Foreign Affairs and Trade Minister*."""
        words = self.words
        plain = all(portfolio(words, i) and words.lower[i] not in HEADS for i in (at - 1, at + 1))
        return plain and words.sentence[at] not in self.headlines

    def _modifies(self, i: int, h: int) -> bool:
        words, low = self.words, self.words.lower[i]
        if low in _TIMES and not words.cap[h]:
            return False
        if low in _MODIFIERS:
            return words.cap[i] or not words.cap[h] or low in _LOWER
        if low in _PORTFOLIOS or _ORDINAL.fullmatch(low):
            return words.cap[i] == words.cap[h] or low[0].isdigit()
        return words.cap[h] and portfolio(words, i) and not self._by_chance(i)

    def _by_chance(self, i: int) -> bool:
        """Whether any word would be capitalized here: in a headline, or first in a sentence."""
        words = self.words
        if not words.same_sentence(i - 1, i):
            return True
        before = words.text[i - 1]
        if before in _PARTING or before in HYPHENS:
            return False
        return not before[0].isalnum() or words.sentence[i] in self.headlines
