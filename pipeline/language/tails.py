"""What follows a title's phrase: the body after a comma, and all of an apposition."""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.complements import (
    AND,
    CALENDAR,
    CLOSERS,
    HONORIFICS,
    HYPHENS,
    NEAR,
    OF,
    POSSESSIVE,
    Complements,
)
from pipeline.language.mentions import Kind, Mention, Title
from pipeline.language.title_nouns import HEADS

_FUNCTION = lexicon.words("titles", "function_words")
_BREAKS = lexicon.words("posts", "breaks")
_NO_BODIES = lexicon.words("posts", "no_bodies")
_BODIES = frozenset((Kind.ORGANIZATION, Kind.AGENCY))
_BRACKETS = frozenset("(“–—")
#: Words of the longest phrase read after a title in lower case.
_LONGEST_PHRASE = 9


class Tails:
    """Reads on from the end of a title."""

    def __init__(self, complements: Complements) -> None:
        self.complements = complements
        self.words = complements.words
        self.bodies = complements.bodies

    def tail(self, end: int, *, capital: bool) -> tuple[int, Mention | None]:
        """The end of a title with the body that follows it, and that body.

        ``capital`` tells that the title is written with a capital: only then a comma may part
        the two in running text.
        """
        tail, body = self._near(end)
        return self.after_comma(end) if body is None and capital else (tail, body)

    def _near(self, end: int) -> tuple[int, Mention | None]:
        """The body in "Head of Government Affairs at Citigroup"."""
        words = self.words
        if not words.same_sentence(end + 1, end - 1) or words.lower[end] not in NEAR:
            return end, None
        one = self.bodies.get(end + 1 + (words.lower[end + 1] == "the"))
        if one is None or not self.complements.sound(one, first=True):
            return end, None
        owned = self.bodies.get(one.end + 1) if self._owns(one) else None
        body = owned or one  # "at NASA's Jet Propulsion Laboratory"
        return (body.end, body) if body.kind in _BODIES else (end, None)

    def _owns(self, one: Mention) -> bool:
        words = self.words
        return words.same_sentence(one.end, one.start) and words.text[one.end] in POSSESSIVE

    def after_comma(self, end: int) -> tuple[int, Mention | None]:
        """The bodies in "Director, CPIB" and "Minister, Ministry of Law and Ministry of Health"."""
        words, tail = self.words, end
        first: Mention | None = None
        while words.same_sentence(tail + 1, end - 1) and self._parts(tail, first):
            one = self.bodies.get(tail + 1 + (words.lower[tail + 1] == "the"))
            if one is None or not self._may_follow(one):
                break
            first, tail = first or one, one.end
        return tail, first

    def _parts(self, i: int, first: Mention | None) -> bool:
        mark = self.words.text[i]
        return mark == "," or mark in HYPHENS or (first is not None and mark in AND)

    def _may_follow(self, one: Mention) -> bool:
        words = self.words
        inside = words.same_sentence(one.end, one.start)
        if self._owns(one) or (inside and self.complements.title_near(one.end)):
            return False
        return one.kind in _BODIES and (one.rank > 0 or words.acronym[one.start])

    # -- appositions ---------------------------------------------------------------------------

    def apposition(self, title: Title) -> Title:
        """The title as it reads after a name, where only a mark or a verb ends it."""
        if title.tail > title.end and self.words.lower[title.end] in NEAR:
            return title
        read = self._capitals if self.words.cap[title.head] else self._lower_case
        end = max(title.end, read(title.end, title.head) or 0)
        tail, body = self.after_comma(end)
        return replace(
            title,
            end=end,
            tail=max(title.tail, tail),
            organization=title.organization or body,
        )

    def _capitals(self, i: int, h: int) -> int | None:
        """Where a run of capitalized words, and of words that link them, meets a closing mark."""
        words, j = self.words, i
        while words.same_sentence(j, h) and (self._plain(j) or (j > i and self._links(j))):
            j += 1
        return j if not words.same_sentence(j, h) or words.text[j] in CLOSERS else None

    def _links(self, j: int) -> bool:
        return self.complements.links(j)

    def _plain(self, j: int) -> bool:
        low = self.words.lower[j]
        if low in HEADS or low in HONORIFICS | _FUNCTION | CALENDAR:
            return False
        return self.words.cap[j] and j not in self.complements.people

    def _cut(self, i: int, h: int) -> bool:
        """Whether a phrase was cut at ``i``: "manager of Acme's | shell company"."""
        words, low = self.words, self.words.lower[i]
        return (
            i > h + 2 and words.ordinary[i] and not words.cap[i] and low not in _BREAKS | _FUNCTION
        )

    def _lower_case(self, i: int, h: int) -> int | None:
        """Where a phrase such as "of another Iowa concrete company" meets a closing mark."""
        words = self.words
        if not words.same_sentence(i + 2, h) or not (
            self._cut(i, h) or words.lower[i] in OF | NEAR
        ):
            return None
        if words.lower[i + 1] in _NO_BODIES or words.text[i + 1].isdigit():
            return None
        if words.lower[i] in NEAR and not (words.cap[i + 1] or words.cap[i + 2]):
            return None  # "at the time", "in seven years"
        for j in range(i + 1, i + 2 + _LONGEST_PHRASE):
            if not words.same_sentence(j, h) or words.text[j] in CLOSERS:
                return j
            if words.lower[j] in _BREAKS or words.text[j] in _BRACKETS:
                return j
        return None
