"""People: their names, found by several kinds of evidence.

The recogniser calls people organizations and things people; an honorific, a title before the name
or *, title* after it is better evidence, and a name found once is known in the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.language import lexicon
from pipeline.language.evidence import Evidence
from pipeline.language.holders import Holders
from pipeline.language.known_names import KnownNames
from pipeline.language.mentions import Kind, Mention, Title, mention
from pipeline.language.name_runs import HONORIFICS
from pipeline.language.recogniser import Guess
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.titles import Bodies, Titles
from pipeline.language.words import Words

_ORGANIZATIONS = lexicon.words("organizations", "heads")
_NOT_FIRST = HEADS.keys() | HONORIFICS | lexicon.words("titles", "portfolios")

#: After a comma these make a person of the name before it: *Ada Moyo, Nominee for …*.
_CHOSEN = frozenset(("nominee", "appointee"))

EVIDENT, GUESSED, SURNAME = 5, 1, 4


def letterheads(header: Words, bodies: Bodies, seen: Sequence[Guess]) -> list[Mention]:
    """The people that header fields name with a title: *JANE ROE MP*, *MINISTER FOR …*."""
    found = People(header, bodies, seen).find()
    return [m for m in found if m.titles and m.name_end - m.name_start > 1]


class People:
    """Finds the people of one text, given the bodies and places found in it."""

    def __init__(self, words: Words, bodies: Bodies, seen: Sequence[Guess]) -> None:
        self.words = words
        self.bodies = bodies
        self.guess = dict(self._trimmed(e) for e in seen if e.label == "PERSON")
        self.alone = [e.start for e in seen if e.end - e.start == 1]
        self.titles = Titles(words, bodies, self.guess)
        self.evidence = Evidence(words, bodies, self.titles, self.guess)
        self.runs, self.beside = self.evidence.runs, self.evidence.beside
        self.inside_bodies = {i for b in bodies.starting.values() for i in range(b.start, b.end)}
        self.named: dict[int, Mention] = {}
        self.taken: set[int] = set()
        self.listed: dict[int, Title] = {}  # where a name stands in a list under one title

    def _trimmed(self, guess: Guess) -> tuple[int, int]:
        """A guess without what belongs to a title: *Empowerment Shri | Ram Rao*."""
        start = guess.start
        for i in range(guess.start, guess.end - 1):
            if self.words.lower[i] in _NOT_FIRST and self.words.cap[i]:
                start = i + 1
        return start, guess.end

    def find(self) -> list[Mention]:
        """Every person mention, titles and appositions included."""
        tokens = [
            i for i in range(len(self.words)) if self.words.block[i] >= 0 and self.words.cap[i]
        ]
        shouted = self.titles.headlines
        headlines = [i for i in tokens if self.words.sentence[i] in shouted]
        body = [i for i in tokens if self.words.sentence[i] not in shouted]
        self._keep(self._evident(body))
        self.runs.known = KnownNames(self.words, self.named.values()).surnames
        self._keep(self._evident(headlines))
        self._keep(self._guessed())
        self._keep(self._again(tokens))
        self._keep(self._in_part())
        names = sorted(self.named.values(), key=lambda m: m.start)
        return Holders(self.words, self.titles, self.beside, names, self.listed).mentions()

    def _keep(self, found: Iterable[Mention]) -> None:
        for one in found:
            if self.taken.isdisjoint(range(one.start, one.end)):
                self.named[one.start] = one
                self.taken.update(range(one.start, one.end))

    # -- evidence beside the name --------------------------------------------------------------

    def _evident(self, tokens: Sequence[int]) -> Iterator[Mention]:
        done = 0
        for i in tokens:
            if i < done or i in self.taken or not self.evidence.may_begin(i):
                continue
            title = self.listed.get(i)
            announced = title is not None or self.evidence.announced(i)
            end = self.evidence.measured(i) if announced else self.evidence.appositive(i)
            if end and not (end - i == 1 and self._a_headline_word(i)):
                done = end
                self._list_on(end, title or self.beside.title_before(i))
                yield mention(i, end, Kind.PERSON, rank=EVIDENT)

    def _a_headline_word(self, i: int) -> bool:
        """Whether a single word in a headline is nobody's name as far as the text tells."""
        words = self.words
        headline = words.sentence[i] in self.runs.headlines and not self.evidence.addressed(i)
        return headline and i not in self.guess and words.lower[i] not in self.runs.known

    def _list_on(self, end: int, title: Title | None) -> None:
        """Expect another name after one under a plural: *Secretaries Walsh and Vilsack*."""
        words = self.words
        if title is None or words.lower[title.head] not in PLURALS:
            return
        j = end
        while words.same_sentence(j, end - 1) and words.text[j] in (",", "and", "&"):
            j += 1
        k = self.beside.after_honorifics(j)
        if (
            j > end
            and words.same_sentence(k, end - 1)
            and words.cap[k]
            and self.evidence.titled(title, k)
        ):
            self.listed[k] = title

    # -- other evidence ------------------------------------------------------------------------

    def _guessed(self) -> Iterator[Mention]:
        """The recogniser's people, trimmed to what can be a name of two words or more."""
        for start, stop in self.guess.items():
            i = next(
                (i for i in range(start, stop) if self.evidence.may_begin(i) and self.words.cap[i]),
                stop,
            )
            if (
                i == stop
                or self.words.block[i] < 0
                or (self.words.sentence[i] in self.words.headline and i > start)
            ):
                continue
            end = self.runs.end(i, announced=False)
            if end is not None and self._sound(i, min(end, max(stop, i + 1))):
                yield mention(i, end, Kind.PERSON, rank=GUESSED)

    def _sound(self, i: int, end: int) -> bool:
        words = self.words
        bad = any(
            words.lower[k] in _ORGANIZATIONS or words.text[k].isdigit() for k in range(i, end)
        )
        return end - i > 1 and not bad and any(words.namelike(k) for k in range(i, end))

    def _again(self, tokens: Sequence[int]) -> Iterator[Mention]:
        """Later uses of a known name: the whole of it, or its surname with what stands before."""
        for start, end in KnownNames(self.words, self.named.values()).again(tokens):
            if end - start > 1 or not self.evidence.solid(start):
                first = start if end - start > 1 else self._leftmost(start)
                yield mention(first, end, Kind.PERSON, rank=SURNAME)

    def _in_part(self) -> Iterator[Mention]:
        """Another word of a known name where the recogniser sees a name: *Wei* of *Wei Lin*."""
        parts = {
            self.words.text[i]
            for m in self.named.values()
            for i in range(m.start, m.end)
            if self.words.namelike(i)
        }
        for i in self.alone:
            if self.words.text[i] in parts and not self.evidence.solid(i):
                yield mention(i, i + 1, Kind.PERSON, rank=SURNAME)

    def _leftmost(self, i: int) -> int:
        """Where a name that ends in a known surname begins: "A. Bob | Jones"."""
        words, j = self.words, i
        while words.same_sentence(j - 1, i) and self._forename(j - 1):
            j -= 1
        return j

    def _forename(self, i: int) -> bool:
        words = self.words
        if words.initial[i]:
            return words.text[i] != "I"
        return words.namelike(i) and not words.acronym[i] and self._free(i)

    def _free(self, i: int) -> bool:
        """Whether a token belongs to no name found so far, and may begin one."""
        inside = i in self.taken or i in self.bodies.demonyms or i in self.inside_bodies
        return not inside and self.evidence.may_begin(i)
