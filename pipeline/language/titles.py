"""Titles of office, as a small grammar: modifiers, the noun it turns on, and what it is of.

*Acting Secretary of Homeland Security*, *Assistant Secretary for Employment and Training*,
*Director, CPIB*, *UAE Foreign Minister*: an organization or country that belongs to the title is
kept apart from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.language import lexicon
from pipeline.language.complements import AND, HYPHENS, Complements
from pipeline.language.leads import Bodies, Leads
from pipeline.language.mentions import Kind, Mention, Title
from pipeline.language.tails import Tails
from pipeline.language.title_nouns import HEADS
from pipeline.language.words import Words

__all__ = ["Bodies", "Titles", "headlines"]

_MODIFIERS = lexicon.words("titles", "modifiers")
_PORTFOLIOS = lexicon.words("titles", "portfolios")
_ORGANIZATIONS = lexicon.words("organizations", "heads")
_COURTS = lexicon.words("titles", "courts")
_SUBJECTS_TOO = lexicon.words("titles", "subjects_too")
_FORMER = lexicon.words("titles", "former")
_CHIEF_OF = lexicon.words("titles", "chief_of")
_ENDINGS = lexicon.phrases("titles", "endings")
_STOPS = frozenset((".", ":"))
#: "Chief Customer and Corporate Development Officer" is the longest such title met.
_LONGEST_CHIEF = 6


#: Words from which on a line with a colon is a headline rather than a field such as "Contact: X".
_LONG = 8


def headlines(words: Words) -> frozenset[int]:
    """The sentences in which capitals mean little: those in capitals, and headlines.

    A headline has no full stop, and a colon only in a long one: "Fact Sheet: …".
    """
    length = Counter(words.sentence)
    after = zip(words.sentence[:-1], words.text[1:], strict=True)
    ended = {
        sentence
        for sentence, text in after
        if text in _STOPS and (text != ":" or length[sentence] < _LONG)
    }
    written = zip(words.sentence, words.text, strict=True)
    small = {sentence for sentence, text in written if text.isalpha() and not text.isupper()}
    return (words.headline - ended) | (frozenset(words.sentence) - small)


def _seated(before: Mention | None, after: Mention | None) -> bool:
    """Whether a body's title only goes on with where it is held: *World Bank Director for Peru*."""
    own = before is not None and before.kind in (Kind.ORGANIZATION, Kind.AGENCY)
    return own and after is not None and after.kind in (Kind.COUNTRY, Kind.PLACE)


class Titles:
    """The titles of one text: ``all`` in reading order, and by where they begin and end."""

    def __init__(self, words: Words, bodies: Bodies, people: Collection[int] = ()) -> None:
        self.words = words
        self.bodies = bodies
        self.headlines = headlines(words)
        self.leads = Leads(words, bodies, self.headlines)
        self.complements = Complements(words, bodies.starting, bodies.demonyms, people)
        self.tails = Tails(self.complements)
        self.inside = bodies.inside()
        self.all = list(self._find())
        self.ending = {t.tail: t for t in reversed(self.all)} | {t.end: t for t in self.all}
        self.starting = {i: t for t in self.all for i in range(t.outer, t.start + 1)}
        self.lines = self._lines()
        self.covered = {i for t in self.all for i in range(t.start, t.end)}

    def _find(self) -> Iterator[Title]:
        done = 0
        for h, low in enumerate(self.words.lower):
            if h >= done and low in HEADS and self._turns(h):
                one = self._title(h, done)
                done = one.end
                if not self._a_rank(one.outer):
                    yield one

    def _a_rank(self, i: int) -> bool:
        """Whether *the rank of* stands before: "a diplomat with the rank of Minister" is none."""
        words = self.words
        return words.same_sentence(i - 2, i) and words.lower[i - 2 : i] == ["rank", "of"]

    def _turns(self, h: int) -> bool:
        """Whether a title turns on the noun at ``h``: not on *Deputy* in *Deputy Director*."""
        words, j = self.words, h + 1
        if (
            words.block[h] < 0
            or h in self.inside
            or (words.same_sentence(j + 1, h) and words.text[j] == "-" and words.acronym[j + 1])
        ):
            return False
        if self._a_subject(h):
            return False
        leads = words.lower[h] in _MODIFIERS and words.cap[h] <= words.cap[min(j, len(words) - 1)]
        return not (leads and words.same_sentence(j, h) and self._noun_near(j)) or self._last(h) > h

    def _a_subject(self, h: int) -> bool:
        """Whether the noun is part of another name: *Climate Justice*, *Justice Department*."""
        words = self.words
        before = words.lower[h - 1] if words.same_sentence(h - 1, h) else ""
        if words.lower[h] in _SUBJECTS_TOO and before in (_PORTFOLIOS | _ORGANIZATIONS) - _COURTS:
            return True
        after = words.lower[h + 1] if words.same_sentence(h + 1, h) and words.cap[h + 1] else ""
        return after in _ORGANIZATIONS or after.removesuffix("s") in _ORGANIZATIONS

    def _noun_near(self, i: int) -> bool:
        """Whether a title's noun stands at ``i``, modifiers and a hyphen before it."""
        words, j = self.words, i
        while words.same_sentence(j, i) and words.lower[j] not in HEADS:
            if words.lower[j] not in _MODIFIERS and words.text[j] not in HYPHENS:
                return False
            j += 1
        return words.same_sentence(j, i)

    def _title(self, h: int, floor: int) -> Title:
        """The title that turns on token ``h`` and does not begin before ``floor``."""
        words = self.words
        start, before = self.leads.before(h, floor)
        end, after = self.complements.phrase(self._last(h) + 1, h)
        tail, beyond = self.tails.tail(end, capital=words.cap[h])
        outer = before.start if before else start
        lead = {words.lower[i].strip("-") for i in range(max(0, outer - 2), h)}
        return Title(
            start,
            end,
            h,
            outer,
            tail,
            before if _seated(before, after) else after or beyond or before,
            acting=bool(lead & {"acting", "interim"}),
            former=bool(lead & _FORMER),
        )

    # -- the noun ------------------------------------------------------------------------------

    def _last(self, h: int) -> int:
        """The last token of the noun: *Attorney General*, *Chief Executive Officer*."""
        if self.words.lower[h] == "chief" and (last := self._chief(h)):
            return last
        return next((last for e in _ENDINGS if (last := self._ending_at(h, e))), h)

    def _chief(self, h: int) -> int | None:
        words = self.words
        for i in range(h + 1, h + 1 + _LONGEST_CHIEF):
            if not words.same_sentence(i, h) or words.text[i] in (",", ";", "(", ":"):
                return None
            if words.lower[i] in _CHIEF_OF and words.cap[i] == words.cap[h]:
                more = words.same_sentence(i + 1, h) and words.lower[i + 1] in _CHIEF_OF
                return i + more
            if words.cap[h] and not words.cap[i] and words.lower[i] not in AND:
                return None
        return None

    def _ending_at(self, h: int, ending: Sequence[str]) -> int | None:
        """Where the words of an ending stand right after the head, hyphens between them or not."""
        words, i = self.words, h
        for word in ending:
            i += 1
            if words.same_sentence(i, h) and words.text[i] in HYPHENS:
                i += 1
            if not words.same_sentence(i, h) or words.lower[i] != word:
                return None
        plain = len(ending) == 1 and word.isalpha()
        return i if words.cap[i] == words.cap[h] or not plain else None

    def noun_end(self, title: Title) -> int:
        """Where the noun a title turns on ends, without what it is of."""
        return self._last(title.head) + 1

    # -- after a name --------------------------------------------------------------------------

    def _lines(self) -> dict[int, list[Title]]:
        """The sentences that hold titles and nothing else, as letterheads have them."""
        lines: dict[int, list[Title]] = {}
        for title in map(self.tails.apposition, self.all):
            lines.setdefault(self.words.sentence[title.head], []).append(title)
        return {s: ts for s, ts in lines.items() if self._fill(ts)}

    def _fill(self, titles: Sequence[Title]) -> bool:
        words, first, last = self.words, titles[0], titles[-1]
        before = words.same_sentence(first.outer - 1, first.head)
        after = words.same_sentence(last.tail, last.head)
        near = all(b.outer - a.tail < 2 for a, b in pairwise(titles))
        return near and not before and not after
