"""What a title is of: *for Arms Control*, *of the Western District*, *(Policy)*, *to Fiji*."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention
from pipeline.language.title_nouns import HEADS
from pipeline.language.words import Words

MODIFIERS = lexicon.words("titles", "modifiers")
HONORIFICS = lexicon.words("titles", "honorifics")
CALENDAR = lexicon.words("titles", "calendar")
OF = lexicon.words("titles", "of")
NEAR = lexicon.words("titles", "near")
HYPHENS = frozenset(("-", "–", "‑"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
CLOSERS = frozenset((",", ";", ".", ")", ":", "”", '"'))
AND = frozenset(("and", "&"))

_SUBJECTS_TOO = lexicon.words("titles", "subjects_too")
_FUNCTION = lexicon.words("titles", "function_words")
_GROUPS = lexicon.words("organizations", "heads") | lexicon.words("organizations", "places")
_NO_SUBJECTS = HONORIFICS | _FUNCTION | CALENDAR
_INNER = frozenset(("of", "for", "the", "on", "to", "and", "&"))
#: What a title repeats before its second field: *Minister for Trade and for Foreign Affairs*.
_AGAIN = frozenset(("for", "of"))
_BEFORE = _INNER | {","}
_DETERMINERS = frozenset(("the", "his", "her", "its", "our"))
_PLACES = frozenset((Kind.PLACE, Kind.COUNTRY))
#: How far back of its last comma a list of subjects shows another.
_LIST = 8
#: Words of the longest name the recogniser guesses that a title takes for its body.
_LONGEST_GUESS = 4
#: Words between a modifier after *and* and the noun it leads to: "and Acting Budget Director".
_LEAD = 3


def portfolio(words: Words, i: int) -> bool:
    """Whether token ``i`` is a capitalized ordinary word, as in the name of a ministry."""
    low = words.lower[i]
    plain = words.cap[i] and words.ordinary[i] and words.text[i][-1].isalnum()
    return plain and low not in HONORIFICS and low not in _FUNCTION


class Complements:
    """Reads the phrase that follows a title's noun.

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

    def phrase(self, i: int, h: int) -> tuple[int, Mention | None]:
        """Where the title on noun ``h`` ends if its phrase begins at ``i``, and the body in it."""
        words = self.words
        if close := self._bracketed(i):
            return close, None  # "Permanent Secretary (Law)"
        near = words.same_sentence(i, h) and words.lower[i] in NEAR
        if words.same_sentence(i + 1, h) and (near or words.lower[i] in OF):
            end, body = self._noun_phrase(i + 1, strict=near)
            if end is not None and not (near and body and body.kind not in _PLACES):
                return end, body
        return self._bare(i, h) or i, None

    def _bracketed(self, i: int) -> int | None:
        """The end of capitalized words in brackets that begin at ``i``."""
        words, j = self.words, i + 1
        opens = words.same_sentence(i + 2, i - 1) and words.text[i] == "("
        if not opens or not words.cap[j]:
            return None
        while words.same_sentence(j + 1, i) and (self.subject(j) or words.lower[j] in _INNER):
            j += 1
        return j + 1 if j > i + 1 and words.text[j] == ")" else None

    def _bare(self, i: int, h: int) -> int | None:
        """A subject with no preposition, where a mark closes it: *Director Space Sciences,*."""
        words, j, end = self.words, i, i
        if not words.cap[h]:
            return None
        while words.same_sentence(j, h) and (self.subject(j) or (j > i and self.links(j))):
            j += 1
            end = j if self.subject(j - 1) else end
        return end if end > i and self._closed(end, h) else None

    def _closed(self, end: int, h: int) -> bool:
        """Whether a mark or a name ends the phrase."""
        words = self.words
        if not words.same_sentence(end, h) or words.text[end] in CLOSERS or end in self.people:
            return True
        return words.cap[end] and words.lower[end] in HONORIFICS

    def subject(self, j: int) -> bool:
        """Whether a word names a field of work: *Defence*, *PMO*, *and Robotic Exploration*."""
        words, low = self.words, self.words.lower[j]
        if j in self.people or low in HEADS or low in HONORIFICS:
            return False
        if portfolio(words, j) or words.acronym[j]:
            return True
        leads = words.same_sentence(j + 1, j) and portfolio(words, j + 1)
        return leads and words.namelike(j) and words.lower[j - 1] in _BEFORE

    # -- of, for -------------------------------------------------------------------------------

    def _noun_phrase(self, i: int, *, strict: bool) -> tuple[int | None, Mention | None]:
        """Where the phrase that begins at ``i`` ends, and the body it names.

        None if nothing fits there; if ``strict``, a body must come first.
        """
        words, j = self.words, i
        end: int | None = None
        body: Mention | None = None
        while words.same_sentence(j, i):
            one = self.bodies.get(j)
            if one is not None and self.sound(one, first=end is None):
                body = one if body is None or self._owned(body, j) else body
                end, j = one.end, self._past_possessive(one.end)
            elif (step := self._step(j, i, end, strict and body is None)) is not None:
                end = step if self._ends(j, step) else end
                j = step
            else:
                break
        return self._whole(i, end), body

    def _step(self, j: int, i: int, end: int | None, bodies_only: bool) -> int | None:
        """The token after the word at ``j`` if that goes on with the phrase begun at ``i``."""
        if not bodies_only and self._word(j, i, end):
            return j + 1
        if end is None:
            return j + 1 if self.words.lower[j] in _DETERMINERS else None
        return self._bracketed(j) or (j + 1 if self.links(j) else None)

    def _ends(self, j: int, step: int) -> bool:
        """Whether a phrase can end after this step: a word of weight, or a bracket closed."""
        return step > j + 1 or (self.words.cap[j] and self.words.text[j][0].isalpha())

    def sound(self, one: Mention, *, first: bool) -> bool:
        """Whether a name can stand in a title; a recogniser's guess must be all name."""
        if one.rank > 0:
            return True
        words = self.words
        named = all(words.namelike(i) or words.acronym[i] for i in range(one.start, one.end))
        return first and one.end - one.start <= _LONGEST_GUESS and named

    def _owned(self, body: Mention, j: int) -> bool:
        """Whether the body at ``j`` is the one found's: *the UNHCR's Regional Bureau*."""
        return j == body.end + 1 and self.words.text[body.end] in POSSESSIVE

    def _past_possessive(self, j: int) -> int:
        words = self.words
        follows = words.same_sentence(j + 1, j - 1) and words.text[j] in POSSESSIVE
        return j + 1 if follows and words.cap[j + 1] else j

    def _word(self, j: int, i: int, end: int | None) -> bool:
        """Whether a capitalized word at ``j`` belongs to the phrase that began at ``i``."""
        words, low = self.words, self.words.lower[j]
        if not words.cap[j] or low in _NO_SUBJECTS or not words.text[j][0].isalpha():
            return False
        if low in HEADS:
            return all(self._leads(k) for k in range(i, j))
        return end is None or self.subject(j) or self._adjective(j) or self._closes_list(j)

    def _adjective(self, j: int) -> bool:
        return j in self.demonyms and self.words.same_sentence(j + 1, j) and self.words.cap[j + 1]

    def _leads(self, k: int) -> bool:
        """Whether a word stands before a noun as in "Secretary to the Prime Minister"."""
        low = self.words.lower[k]
        return low == "the" or low in MODIFIERS - _SUBJECTS_TOO

    def _whole(self, i: int, end: int | None) -> int | None:
        """The end of a phrase with the noun it leads to: *the Spring Hope office*, *Apollo 14*."""
        words = self.words
        if end is None or not words.same_sentence(end, i):
            return end
        if words.text[end].isdigit() and words.cap[end - 1] and not self._dated(end):
            end += 1
        if not words.same_sentence(end, i):
            return end
        if words.lower[i] == "the" and words.text[end] in _GROUPS:
            return end + 1
        noun = words.ordinary[end] and not words.cap[end]
        cut = noun and words.lower[end] not in _FUNCTION | NEAR | OF
        if cut and words.lower[end - 1] in MODIFIERS and end - i == 1:
            return None  # "Officer for Federal recovery operations"
        return end

    def _dated(self, i: int) -> bool:
        """Whether a number is part of a date: "April 25", "25 January"."""
        words = self.words
        after = words.lower[i + 1] if i + 1 < len(words) else ""
        return words.lower[i - 1] in CALENDAR or after in CALENDAR

    # -- between two words ---------------------------------------------------------------------

    def links(self, j: int) -> bool:
        """Whether what stands at ``j`` holds two words of one phrase together."""
        words, after = self.words, j + 1
        if not words.same_sentence(after, j):
            return False
        if words.text[j] in HYPHENS:
            return words.glued[j] and words.glued[j - 1]
        if words.text[j] in POSSESSIVE:
            return words.ordinary[j - 1] and portfolio(words, after)
        if words.text[j] == ",":
            return self._lists(j)
        return words.lower[j] in _INNER and self._leads_on(j)

    def _leads_on(self, j: int) -> bool:
        """Whether *and*, *of* or *for* is followed by more of the phrase."""
        words, after = self.words, j + 1
        if words.lower[j] == "and" and words.lower[after] in _AGAIN:
            return words.same_sentence(after + 1, j) and portfolio(words, after + 1)
        if words.lower[after] == "the" and words.same_sentence(after + 1, j):
            after += 1
        if words.lower[j] in AND:
            more = self._continues(after) or self._closes_list(after)
            return more and not self.title_near(after)
        return words.cap[after] and words.lower[after] not in HONORIFICS | CALENDAR

    def _continues(self, j: int) -> bool:
        """Whether what follows *and* is no person and no other body's title."""
        words, one = self.words, self.bodies.get(j)
        if one is not None and one.rank > 0:
            owner = words.same_sentence(one.end, j) and words.text[one.end] in POSSESSIVE
            return not owner and not self.title_near(one.end)
        return self.subject(j) or self._adjective(j)

    def title_near(self, i: int) -> bool:
        """Whether a title begins at ``i``: "Second Minister", "Acting Budget Director"."""
        words, j = self.words, i
        while words.same_sentence(j, i) and words.lower[j] in MODIFIERS - HEADS.keys():
            j += 1
        near = range(j, j + (_LEAD if j > i else 1))
        return any(words.same_sentence(k, i) and words.lower[k] in HEADS for k in near)

    # -- lists ---------------------------------------------------------------------------------

    def _lists(self, j: int) -> bool:
        """Whether a comma parts two subjects of a list that an *and* closes."""
        words, after = self.words, j + 1
        if words.lower[after] in AND:  # "Technology, Policy, and Strategy"
            listed = "," in words.text[max(0, j - _LIST) : j]
            return listed and self.subject(after + 1) and not self.title_near(after + 1)
        return self.subject(after) and not self.title_near(after) and self._closes(after)

    def _closes_list(self, j: int) -> bool:
        """Whether the word at ``j`` is the last of a list, after *and*."""
        words, k = self.words, j - 2
        if words.lower[j - 1] not in AND:
            return False
        while words.same_sentence(k, j) and self.subject(k):
            k -= 1
        return k < j - 2 and words.text[k] == "," and self._last(j)

    def _closes(self, i: int) -> bool:
        """Whether subjects and commas from ``i`` run to an *and* before the last subject."""
        words, j = self.words, i
        while words.same_sentence(j + 1, i) and (self.subject(j) or words.text[j] == ","):
            j += 1
        return words.lower[j] in AND and words.same_sentence(j + 1, i) and self._last(j + 1)

    def _last(self, j: int) -> bool:
        """A subject, or a name of one word: "Justice, Islamic Affairs and Waqf"."""
        words = self.words
        bounded = not words.same_sentence(j + 1, j) or not words.namelike(j + 1)
        return self.subject(j) or (words.namelike(j) and bounded and j not in self.people)
