"""People: their names, found by several kinds of evidence, and the titles beside them.

The recogniser calls people organizations and things people; an honorific, a title before the name
or *, title* after it is better evidence, and a name found once is known in the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from pipeline.language import lexicon
from pipeline.language.mentions import Kind, Mention, Title, mention
from pipeline.language.titles import Bodies, title_at
from pipeline.language.words import Words

_TITLES = lexicon.words("titles", "heads")
_WEAK = lexicon.words("titles", "weak_heads")
_HONORIFICS = lexicon.words("titles", "honorifics")
_STRONG = lexicon.words("titles", "strong_honorifics")
_PARTICLES = lexicon.words("titles", "particles")
_SUFFIXES = lexicon.words("titles", "suffixes")
_ORGANIZATIONS = lexicon.words("organizations", "heads")
_HYPHENS = frozenset(("-", "–", "‑"))
_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan jan. feb feb. mar. apr. aug aug. sept sept. oct oct. nov nov. dec dec.".split()
)

EVIDENT, GUESSED, SURNAME = 5, 1, 4


class People:
    """Finds the people of one text, given the bodies and places found in it."""

    def __init__(self, words: Words, bodies: Bodies, ents: Sequence[DocSpan]) -> None:
        self.words = words
        self.bodies = bodies
        self.titles = [t for h in range(len(words)) if words.lower[h] in _TITLES and (t := title_at(words, h, bodies))]
        self.ending: dict[int, Title] = {}
        self.starting: dict[int, Title] = {}
        for title in self.titles:
            if title.end not in self.ending or self.ending[title.end].start > title.start:
                self.ending[title.end] = title
            self.ending.setdefault(title.tail, title)
            for start in range(title.outer, title.start + 1):
                self.starting.setdefault(start, title)
        self.guess: dict[int, int] = {e.start: e.end for e in ents if e.label_ == "PERSON" and words.block[e.start] >= 0}
        self.inside_guess = {i for s, e in self.guess.items() for i in range(s, e)}

    # -- names ---------------------------------------------------------------------------------

    def find(self) -> list[Mention]:
        """Every person mention, titles and appositions included."""
        named = {m.start: m for m in self._evident()}
        for one in self._guessed():
            if not any(i in named or self._covered(named, i) for i in range(one.start, one.end)):
                named[one.start] = one
        for one in list(self._again(list(named.values()))):
            if not any(self._covered(named, i) for i in range(one.start, one.end)):
                named[one.start] = one
        return [self.with_titles(m) for m in sorted(named.values(), key=lambda m: m.start)]

    @staticmethod
    def _covered(named: dict[int, Mention], i: int) -> bool:
        return any(i - k in named and named[i - k].end > i for k in range(9))

    def _evident(self) -> Iterator[Mention]:
        done = 0
        for i in range(len(self.words)):
            if i < done or not self.words.cap[i] or self.words.block[i] < 0 or not self._may_begin(i):
                continue
            if not self._announced(i):
                end = self._appositive(i)
            else:
                end = self._name_end(i, announced=True)
            if end:
                done = end
                yield mention(i, end, Kind.PERSON, rank=EVIDENT)

    def _may_begin(self, i: int) -> bool:
        low = self.words.lower[i]
        return low not in _HONORIFICS and low not in _TITLES and low not in _MONTHS and self.words.text[i][0].isalpha()

    def _announced(self, i: int) -> bool:
        """Whether an honorific or a title stands right before the name."""
        words = self.words
        if not words.same_sentence(i - 1, i):
            return False
        j = i - 1
        if words.lower[j] in _STRONG:
            return True
        while j > 0 and words.lower[j] in _HONORIFICS and words.lower[j] != "the":
            j -= 1
        if words.text[j] == "," and words.same_sentence(j - 1, i):
            before = self.ending.get(j)
            return bool(before and words.cap[before.head] and self._looks_like_name(i) and words.lower[before.head] not in _WEAK)
        title = self.ending.get(j + 1)
        if title is None:
            return False
        if not words.cap[title.head] and not (i in self.guess):
            return False
        strong = words.lower[title.head] not in _WEAK or title.end - title.start > 1
        return (strong or i in self.guess) and (self._looks_like_name(i) or words.namelike(i))

    def _looks_like_name(self, i: int) -> bool:
        if i in self.guess:
            return True
        body = self.bodies.starting.get(i)
        if body and body.rank > 0:
            return False
        return self.words.namelike(i) and not self.words.acronym[i] or self.words.initial[i]

    def _name_end(self, i: int, *, announced: bool) -> int | None:
        """Where a name that begins at ``i`` ends, or None if there is none."""
        words, j, namelike = self.words, i, 0
        while words.same_sentence(j, i):
            body = self.bodies.starting.get(j)
            if j > i and body and body.rank > 1 and j not in self.inside_guess:
                break
            if words.lower[j] in _TITLES and j > i and (not words.namelike(j)):
                break
            if words.lower[j] in _ORGANIZATIONS and not words.initial[j] and j not in self.inside_guess:
                return None
            if words.namelike(j) or words.initial[j]:
                namelike += 1
                j += 1
            elif words.cap[j] and words.lower[j] not in _HONORIFICS and words.lower[j] not in _MONTHS and words.text[j].isalpha() and (j in self.inside_guess or self._closes(j, namelike, announced)):
                namelike += j in self.inside_guess
                j += 1
            elif words.lower[j] in _PARTICLES and words.same_sentence(j + 1, i) and words.cap[j + 1] and j > i:
                j += 1
            elif words.text[j] in _HYPHENS and j > i and words.glued[j] and words.glued[j - 1] and words.cap[j + 1]:
                j += 1
            else:
                break
        end = self._suffix(j, i)
        return end if namelike and end > i else None

    def _closes(self, j: int, namelike: int, announced: bool) -> bool:
        """An ordinary capitalized word that can only be part of the name: "Ned Price", "Long Ly"."""
        words = self.words
        after = j + 1
        ends = not words.same_sentence(after, j) or not words.cap[after]
        if namelike:
            return ends and words.lower[j] not in _TITLES
        return announced and words.same_sentence(after, j) and words.namelike(after)

    def _suffix(self, j: int, i: int) -> int:
        words = self.words
        if words.same_sentence(j, i) and words.lower[j] in _SUFFIXES and words.cap[j]:
            return j + 1
        if words.same_sentence(j + 1, i) and words.text[j] == "," and words.lower[j + 1] in ("jr.", "sr.", "jr", "sr", "ii", "iii"):
            return j + 2
        return j

    def _appositive(self, i: int) -> int | None:
        """Two or more name words closed by *, title*: "Nirupama Rao, Ambassador of India"."""
        words = self.words
        if not self._looks_like_name(i) or not words.namelike(i) and i not in self.guess and not words.initial[i]:
            return None
        if i > 0 and words.same_sentence(i - 1, i) and words.namelike(i - 1):
            return None
        body = self.bodies.starting.get(i)
        if body and body.rank > 1:
            return None
        end = self._name_end(i, announced=False)
        if end is None or end - i < 2 or not words.same_sentence(end + 1, i):
            return None
        if words.text[end] not in (",", "–", "—", "(", "-"):
            return None
        j = end + 1
        while words.lower[j] in ("the", "a", "an", "his", "her", "former", "then") and words.same_sentence(j + 1, i):
            j += 1
        title = self.starting.get(j)
        if title and words.lower[title.head] not in _WEAK | {"head", "lead"}:
            return end
        return end if title and words.cap[title.head] and i in self.guess else None

    def _guessed(self) -> Iterator[Mention]:
        words = self.words
        for start, end in self.guess.items():
            i, j = start, end
            while i < j and (not words.cap[i] or words.lower[i] in _HONORIFICS or words.lower[i] in _TITLES or words.text[i] in _HYPHENS):
                i += 1
            while i < j and not (words.text[j - 1][-1].isalpha() or words.text[j - 1][-1] == ".") or words.text[j - 1] in ("'s", "’s"):
                j -= 1
            for k in range(i, j):  # a title or a lower-case word in the middle ends the name
                if words.lower[k] in _TITLES or not words.cap[k] and words.lower[k] not in _PARTICLES and words.text[k] not in _HYPHENS:
                    j = k
                    break
            if j - i < 2 or not any(words.namelike(k) for k in range(i, j)):
                continue
            if any(words.lower[k] in _ORGANIZATIONS or words.lower[k] in _MONTHS or words.text[k].isdigit() for k in range(i, j)):
                continue
            body = self.bodies.starting.get(i)
            if body and body.rank > 1 and body.end >= j:
                continue
            yield mention(i, self._suffix(j, i), Kind.PERSON, rank=GUESSED)

    def _again(self, named: list[Mention]) -> Iterator[Mention]:
        """Later uses of a known name: the whole of it, or its surname."""
        words = self.words
        whole: dict[str, list[tuple[str, ...]]] = {}
        surnames = set()
        for one in named:
            tokens = tuple(words.text[one.start : one.end])
            whole.setdefault(tokens[0], []).append(tokens)
            core = [t for t in tokens if t.lower() not in _SUFFIXES and t != ","]
            if len(core) > 1 and words.ordinary[one.start + len(core) - 1] is False:
                surnames.add(core[-1])
            if len(core) == 1 and words.namelike(one.start):
                surnames.add(core[0])
        for group in whole.values():
            group.sort(key=len, reverse=True)
        for i in range(len(words)):
            if words.block[i] < 0 or not words.cap[i]:
                continue
            match = next((t for t in whole.get(words.text[i], ()) if tuple(words.text[i : i + len(t)]) == t), None)
            if match and len(match) > 1:
                yield mention(i, i + len(match), Kind.PERSON, rank=SURNAME)
            elif words.text[i] in surnames and not self._body_at(i) and not (words.same_sentence(i + 1, i) and words.cap[i + 1] and words.lower[i + 1] in _ORGANIZATIONS):
                yield mention(i, i + 1, Kind.PERSON, rank=SURNAME)

    def _body_at(self, i: int) -> bool:
        body = self.bodies.starting.get(i)
        return bool(body and body.rank > 1)

    # -- titles --------------------------------------------------------------------------------

    def with_titles(self, person: Mention) -> Mention:
        """The mention widened over honorifics and the titles before and after the name."""
        start, before = self._before(person)
        end, after = self._after(person)
        return replace(person, start=start, end=end, titles=tuple(before + after))

    def _before(self, person: Mention) -> tuple[int, list[Title]]:
        words, i, found = self.words, person.start, list[Title]()
        while True:
            j = i
            while j > 0 and words.same_sentence(j - 1, person.start) and words.lower[j - 1] in _HONORIFICS and words.lower[j - 1] != "the":
                j -= 1
            comma = bool(found or j == i or True) and j > 0 and words.text[j - 1] in (",", "and", "&") and words.same_sentence(j - 2, person.start)
            title = self.ending.get(j) or (self.ending.get(j - 1) if comma and (words.text[j - 1] != "and" or found) else None)
            if title is None or not words.same_sentence(title.start, person.start) or title.tail > j:
                i = j
                break
            if title.tail < j and not found and (not words.cap[title.head] or not self._comma_title(title, person)):
                i = j
                break
            if found and words.text[title.tail : i] == ["and"] and self._other_person(i):
                break
            found.insert(0, title)
            i = title.outer
        return i, found

    def _comma_title(self, title: Title, person: Mention) -> bool:
        """Whether "the Minister of Justice, Ha Hung Cuong": nobody else is named before the title."""
        words = self.words
        i = title.outer - 1
        if words.same_sentence(i, title.start) and words.lower[i] == "the":
            return True
        return not words.same_sentence(i, title.start) or words.text[i] in ("by", "with", "and", ":", "“", "that")

    def _other_person(self, i: int) -> bool:
        """A possessive or *the* after *and* begins another person's title."""
        return self.words.lower[i] == "the"

    def _after(self, person: Mention) -> tuple[int, list[Title]]:
        words, end, found = self.words, person.end, list[Title]()
        while words.same_sentence(end + 1, person.start):
            mark = words.text[end]
            if mark not in (",", "–", "—", "(", "and", "&", "-") or mark in ("and", "&") and not found:
                break
            j = end + 1
            while words.lower[j] in ("the", "a", "an", "his", "her", "our", "former", "then", "current", "who") and words.same_sentence(j + 1, person.start):
                j += 1
            if mark in ("and", "&") and j > end + 1:
                break
            title = self.starting.get(j)
            if title is None or not self._closes_apposition(title, bool(found)) or words.cap[title.head] is False and words.lower[title.head] in ("chief", "general", "judge", "attorney", "head", "lead", "member") and j == end + 1:
                break
            if self._names_someone_else(title):
                break
            former = title.former or words.lower[j - 1] in ("former", "then")
            found.append(replace(title, former=former))
            end = title.tail
            if mark == "(" and words.same_sentence(end, person.start) and words.text[end] == ")":
                end += 1
        return end, found

    def _closes_apposition(self, title: Title, more: bool) -> bool:
        """An apposition runs to a closing mark, or it is not taken."""
        words = self.words
        end = title.tail
        if not words.same_sentence(end, title.start):
            return True
        return words.text[end] in (",", ".", ";", "(", ")", "–", "—", "and", "&", ":", "”", "-", "’", '"') or words.cap[title.head] and words.lower[end] in ("said", "at", "on", "signed", "who", "to", "in", "for", "today", "as")

    def _names_someone_else(self, title: Title) -> bool:
        """Whether the title stands before another name: "Mr X, Minister Y and …"."""
        words = self.words
        i = title.end
        while words.same_sentence(i, title.start) and words.lower[i] in _HONORIFICS and words.lower[i] != "the":
            i += 1
        if not words.same_sentence(i, title.start) or not words.cap[i]:
            return False
        return i in self.guess or words.lower[i - 1] in _STRONG or words.namelike(i) and not self._body_at(i)
