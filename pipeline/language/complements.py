"""What a title is of: *for Arms Control*, *of the Western District*, *(Policy)*, *, CPIB*."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention
from pipeline.language.title_nouns import HEADS
from pipeline.language.words import Words

_MODIFIERS = lexicon.words("titles", "modifiers")
_HONORIFICS = lexicon.words("titles", "honorifics")
_CALENDAR = lexicon.words("titles", "calendar")
_FUNCTION = lexicon.words("titles", "function_words")
_OF = lexicon.words("titles", "of")
_NEAR = lexicon.words("titles", "near")
_AND = frozenset(("and", "&"))
_INNER = frozenset(("of", "for", "the", "on", "to", "and", "&"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_CLOSERS = frozenset((",", ";", ".", ")", ":", "”", '"'))
_RELATIVE = frozenset(("who", "which", "that", "where", "and"))
#: Words of the longest phrase read after a title in lower case.
_LONGEST_PHRASE = 9
#: How far back of its last comma a list of subjects shows another.
_LIST = 8
HYPHENS = frozenset(("-", "–", "‑"))


def portfolio(words: Words, i: int) -> bool:
    """Whether token ``i`` is a capitalized ordinary word, as in the name of a ministry."""
    low = words.lower[i]
    plain = words.cap[i] and words.ordinary[i] and words.text[i][-1].isalnum()
    return plain and low not in _HONORIFICS and low not in _FUNCTION


class Complements:
    """Reads what follows a title's noun.

    ``people`` are the tokens at which the recogniser sees a person's name begin.
    """

    def __init__(
        self,
        words: Words,
        bodies: Mapping[int, Mention],
        demonyms: Mapping[int, tuple[int, str]],
        people: Collection[int],
    ) -> None:
        self.words = words
        self.bodies = bodies
        self.demonyms = demonyms
        self.people = people

    def after(self, last: int, h: int) -> tuple[int, int, Mention | None]:
        """The end of the title, the end with a body after its comma, and the body it is of."""
        end, body = self._phrase(last + 1, h)
        tail, beyond = self._at(end)
        if beyond is None and self.words.cap[h]:
            tail, beyond = self.bodies_after_comma(end)
        return end, tail, body or beyond

    def _at(self, end: int) -> tuple[int, Mention | None]:
        """The body in "Head of Government Affairs at Citigroup"."""
        words = self.words
        if not words.same_sentence(end + 1, end - 1) or words.lower[end] not in (
            "at",
            "with",
            "in",
        ):
            return end, None
        one = self.bodies.get(end + 2 if words.lower[end + 1] == "the" else end + 1)
        fits = (
            one is not None
            and one.kind in (Kind.ORGANIZATION, Kind.AGENCY)
            and self._sound(one, True)
        )
        return (one.end, one) if one is not None and fits else (end, None)

    def _phrase(self, i: int, h: int) -> tuple[int, Mention | None]:
        words, body = self.words, None
        if close := self._bracketed(i):
            return close, None  # "Permanent Secretary (Law)"
        if words.same_sentence(i + 1, h) and (words.lower[i] in _OF or words.lower[i] in _NEAR):
            end, body = self._noun_phrase(i + 1, strict=words.lower[i] in _NEAR)
            if end is not None:
                return end, body
        return self._bare(i, h) or i, body

    def _bracketed(self, i: int) -> int | None:
        """The end of capitalized words in brackets that begin at ``i``."""
        words, j = self.words, i + 1
        if not words.same_sentence(i + 2, i - 1) or words.text[i] != "(" or not words.cap[j]:
            return None
        while words.same_sentence(j + 1, i) and (self._subject(j) or words.lower[j] in _INNER):
            j += 1
        return j + 1 if j > i + 1 and words.text[j] == ")" else None

    def _bare(self, i: int, h: int) -> int | None:
        """A subject with no preposition, if a mark closes it: *Deputy Minister Economic Development,*."""
        words, j = self.words, i
        if not words.cap[h]:
            return None
        while words.same_sentence(j, h) and (self._subject(j) or (j > i and self._links(j))):
            j += 1
        closed = not words.same_sentence(j, h) or words.text[j] in _CLOSERS or j in self.people
        return j if j > i and closed else None

    def _subject(self, j: int) -> bool:
        low = self.words.lower[j]
        if j in self.people or low in HEADS or low in _HONORIFICS:
            return False
        if portfolio(self.words, j) or self.words.acronym[j]:
            return True
        leads = self.words.same_sentence(j + 1, j) and portfolio(self.words, j + 1)
        return (
            leads and self.words.namelike(j) and self.words.lower[j - 1] in _INNER
        )  # "and Robotic Exploration"

    # -- of, for -------------------------------------------------------------------------------

    def _noun_phrase(self, i: int, *, strict: bool) -> tuple[int | None, Mention | None]:
        """Where the phrase after a preposition ends, and the body it names; None if nothing fits."""
        words, j, end = self.words, i, None
        found: Mention | None = None
        while words.same_sentence(j, i):
            one = self.bodies.get(j)
            if one is not None and self._sound(one, j == i or end is None):
                found, j = one if found is None or self._owned(found, j) else found, one.end
                end = j
                j = self._possessive(j)
            elif not (strict and found is None) and self._word(j, i, end):
                j += 1
                end = j
            elif end is not None and (close := self._bracketed(j)):
                j = end = close
            elif (
                self._links(j)
                if end is not None
                else words.lower[j] in ("the", "his", "her", "its", "our")
            ):
                j += 1
            else:
                break
        return end, found

    def _sound(self, one: Mention, first: bool) -> bool:
        """Whether a name can stand in a title; a recogniser's guess must be all name."""
        words = self.words
        if one.rank > 0:
            return True
        namely = all(words.namelike(i) or words.acronym[i] for i in range(one.start, one.end))
        return first and one.end - one.start <= 4 and namely

    def _owned(self, found: Mention, j: int) -> bool:
        """Whether the body at ``j`` is the one found's: *the UNHCR's Regional Bureau*."""
        return j == found.end + 1 and self.words.text[found.end] in _POSSESSIVE

    def _possessive(self, j: int) -> int:
        words = self.words
        owns = (
            words.same_sentence(j + 1, j - 1) and words.text[j] in _POSSESSIVE and words.cap[j + 1]
        )
        return j + 1 if owns else j

    def _word(self, j: int, i: int, end: int | None) -> bool:
        """Whether a capitalized word at ``j`` belongs to the phrase that began at ``i``."""
        words, low = self.words, self.words.lower[j]
        if (
            not words.cap[j]
            or low in _HONORIFICS | _FUNCTION | _CALENDAR
            or not words.text[j][0].isalpha()
        ):
            return False
        if low in HEADS:
            return all(words.lower[k] in _MODIFIERS or words.lower[k] == "the" for k in range(i, j))
        if end is None:
            return True
        return self._subject(j) or (
            j in self.demonyms and words.same_sentence(j + 1, j) and words.cap[j + 1]
        )

    def _links(self, j: int) -> bool:
        """Whether the word at ``j`` stands between two words of one phrase."""
        words, after = self.words, j + 1
        if not words.same_sentence(after, j):
            return False
        if words.text[j] in HYPHENS:
            return words.glued[j] and words.glued[j - 1]
        if words.text[j] in _POSSESSIVE:
            return words.ordinary[j - 1] and portfolio(words, after)
        if words.text[j] == ",":
            if words.lower[after] in _AND:  # "Technology, Policy, and Strategy"
                return (
                    "," in words.text[max(0, j - _LIST) : j]
                    and self._subject(after + 1)
                    and not self._title_near(after + 1)
                )
            return self._subject(after) and not self._title_near(after) and self._closes_list(after)
        if words.lower[j] not in _INNER:
            return False
        if words.lower[after] == "the" and words.same_sentence(after + 1, j):
            after += 1
        if words.lower[j] in _AND:
            return self._continues(after) and not self._title_near(after)
        return words.cap[after] and words.lower[after] not in _HONORIFICS | _CALENDAR

    def _continues(self, j: int) -> bool:
        """Whether what follows *and* goes on with the phrase: not a person, not a new body's title."""
        words = self.words
        one = self.bodies.get(j)
        if one is not None and one.rank > 0:
            owner = words.same_sentence(one.end, j) and words.text[one.end] in _POSSESSIVE
            return not owner and not self._title_near(one.end)
        return self._subject(j) or j in self.demonyms

    def _title_near(self, i: int) -> bool:
        """Whether a title's noun stands at ``i`` or after modifiers: "Second Minister"."""
        words, j = self.words, i
        while (
            words.same_sentence(j, i)
            and words.lower[j] in _MODIFIERS
            and words.lower[j] not in HEADS
        ):
            j += 1
        return words.same_sentence(j, i) and words.lower[j] in HEADS

    def _closes_list(self, i: int) -> bool:
        """Whether subjects and commas from ``i`` run to an *and* before another subject."""
        words, j = self.words, i
        while words.same_sentence(j + 1, i) and (self._subject(j) or words.text[j] == ","):
            j += 1
        return (
            words.lower[j] in _AND and words.same_sentence(j + 1, i) and self._last_of_list(j + 1)
        )

    def _last_of_list(self, j: int) -> bool:
        """A subject, or a name of one word: "Justice, Islamic Affairs and Waqf"."""
        words = self.words
        bounded = not words.same_sentence(j + 1, j) or not words.namelike(j + 1)
        return self._subject(j) or (words.namelike(j) and bounded and j not in self.people)

    # -- after a comma -------------------------------------------------------------------------

    def bodies_after_comma(self, end: int) -> tuple[int, Mention | None]:
        """The bodies in "Director, CPIB" and "Minister of State, Ministry of Law and Ministry of Health"."""
        words, first, tail = self.words, None, end
        while words.same_sentence(tail + 1, end - 1) and (
            words.text[tail] in (",", *HYPHENS) or (first and words.lower[tail] in _AND)
        ):
            j = tail + 2 if words.lower[tail + 1] == "the" else tail + 1
            one = self.bodies.get(j)
            if one is None or not self._may_follow(one):
                break
            first, tail = first or one, one.end
        return tail, first

    def _may_follow(self, one: Mention) -> bool:
        words = self.words
        owner = words.same_sentence(one.end, one.start) and words.text[one.end] in _POSSESSIVE
        if owner or (self._title_near(one.end) and words.same_sentence(one.end, one.start)):
            return False
        return one.kind in (Kind.ORGANIZATION, Kind.AGENCY) and (
            one.rank > 0 or words.acronym[one.start]
        )

    # -- after a name --------------------------------------------------------------------------

    def loose(self, end: int, tail: int, h: int) -> tuple[int, int, Mention | None]:
        """A title's ends where it stands after its holder's name and only a mark closes it."""
        stop = self._capitals(end, h) if self.words.cap[h] else self._lower_case(end, h)
        if stop is None or stop <= end:
            return end, tail, None
        beyond, body = self.bodies_after_comma(stop)
        return stop, max(tail, beyond), body

    def _capitals(self, i: int, h: int) -> int | None:
        """Where a run of capitalized words, and of words that link them, meets a closing mark."""
        words, j = self.words, i
        while words.same_sentence(j, h) and (
            (words.cap[j] and self._plain(j)) or (j > i and self._links(j))
        ):
            j += 1
        closed = not words.same_sentence(j, h) or words.text[j] in _CLOSERS
        return j if closed else None

    def _plain(self, j: int) -> bool:
        low = self.words.lower[j]
        return (
            low not in HEADS
            and low not in _HONORIFICS | _FUNCTION | _CALENDAR
            and j not in self.people
        )

    def _lower_case(self, i: int, h: int) -> int | None:
        """Where a phrase such as "of another Iowa concrete company" meets a closing mark."""
        words = self.words
        if not words.same_sentence(i + 1, h) or words.lower[i] not in _OF | _NEAR:
            return None
        for j in range(i + 1, i + 2 + _LONGEST_PHRASE):
            if not words.same_sentence(j, h) or words.text[j] in _CLOSERS:
                return j
            if words.lower[j] in _RELATIVE or words.text[j] in "(“–—":
                return j
        return None
