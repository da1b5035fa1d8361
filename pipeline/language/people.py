"""People: their names, found by several kinds of evidence.

The recogniser calls people organizations and things people; an honorific, a title before the name
or *, title* after it is better evidence, and a name found once is known in the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span as DocSpan

from pipeline.language import lexicon
from pipeline.language.holders import Holders
from pipeline.language.known_names import KnownNames
from pipeline.language.mentions import SOLID, Kind, Mention, Title, mention
from pipeline.language.name_runs import CALENDAR, HONORIFICS, SUFFIXES, Runs
from pipeline.language.neighbours import Neighbours
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.titles import Bodies, Titles
from pipeline.language.words import Words

_WEAK = lexicon.words("titles", "weak_heads")
_CAUTIOUS = lexicon.words("titles", "cautious_heads")
_VAGUE = lexicon.words("titles", "vague_heads")
_SURNAMES = lexicon.words("titles", "also_surnames")
_STRONG = lexicon.words("titles", "strong_honorifics")
_ORGANIZATIONS = lexicon.words("organizations", "heads")
_MARKS = frozenset((",", "–", "—", "(", "-"))
_HYPHENS = frozenset(("-", "–", "‑"))

#: After a comma these make a person of the name before it: *Ada Moyo, Nominee for …*.
_CHOSEN = frozenset(("nominee", "appointee"))

EVIDENT, GUESSED, SURNAME = 5, 1, 4


def letterheads(header: Words, bodies: Bodies, ents: Sequence[DocSpan]) -> list[Mention]:
    """The people that header fields name with a title: *CHRIS BOWEN MP*, *MINISTER FOR …*."""
    found = People(header, bodies, ents).find()
    return [m for m in found if m.titles and m.name_end - m.name_start > 1]


class People:
    """Finds the people of one text, given the bodies and places found in it."""

    def __init__(self, words: Words, bodies: Bodies, ents: Sequence[DocSpan]) -> None:
        self.words = words
        self.bodies = bodies
        self.guess = {e.start: e.end for e in ents if e.label_ == "PERSON"}
        inside = {i for s, e in self.guess.items() for i in range(s, e)}
        self.titles = Titles(words, bodies, self.guess)
        self.runs = Runs(words, bodies.starting, inside, self.titles.headlines)
        self.beside = Neighbours(words, self.titles)
        self.named: dict[int, Mention] = {}
        self.taken: set[int] = set()
        self.listed: dict[int, Title] = {}  # where a name stands in a list under one title

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
            if i < done or i in self.taken or not self._may_begin(i):
                continue
            title = self.listed.get(i)
            announced = title is not None or self._announced(i)
            end = self._measured(i) if announced else self._appositive(i)
            if end and not (end - i == 1 and self._a_headline_word(i)):
                done = end
                self._list_on(end, title or self.beside.title_before(i))
                yield mention(i, end, Kind.PERSON, rank=EVIDENT)

    def _measured(self, i: int) -> int | None:
        return self.runs.end(i, announced=True, addressed=self._addressed(i))

    def _addressed(self, i: int) -> bool:
        """Whether an honorific that only people have stands before the name."""
        words = self.words
        return any(words.lower[k] in _STRONG for k in range(self.beside.before_honorifics(i), i))

    def _a_headline_word(self, i: int) -> bool:
        """Whether a single word in a headline is nobody's name as far as the text tells."""
        words = self.words
        headline = words.sentence[i] in self.runs.headlines and not self._addressed(i)
        return headline and i not in self.guess and words.lower[i] not in self.runs.known

    def _may_begin(self, i: int) -> bool:
        words, low = self.words, self.words.lower[i]
        if low in _SURNAMES and words.same_sentence(i - 1, i) and words.lower[i - 1] in _STRONG:
            return words.same_sentence(i + 1, i) and words.namelike(i + 1)  # "Mr. Prince Senadeera"
        if (
            low in HONORIFICS
            or low in HEADS
            or low in CALENDAR
            or (low in SUFFIXES and not words.initial[i])
        ):
            return False
        return words.text[i][0].isalpha() and not self._solid(i) and i not in self.titles.covered

    def _solid(self, i: int) -> bool:
        one = self.bodies.starting.get(i)
        return one is not None and one.rank >= SOLID and i not in self.guess

    def _announced(self, i: int) -> bool:
        """Whether an honorific or a title stands before the name."""
        if self._addressed(i):
            return True
        title = self.titles.ending.get(self.beside.before_honorifics(i))
        if title is not None:
            return self._titled(title, i)
        title = self.beside.title_before(i)
        return title is not None and self._titled(title, i) and self._full(i, title)

    def _titled(self, title: Title, i: int) -> bool:
        """Whether what follows a title at ``i`` is its holder's name."""
        words = self.words
        if i in self.guess:
            return True
        if not words.cap[title.head]:
            return self._several(i) and HEADS[words.lower[title.head]] not in _VAGUE
        noun, lone = HEADS[words.lower[title.head]], title.end - title.start == 1
        named = (
            (words.namelike(i) and not words.acronym[i])
            or words.initial[i]
            or self._ordinary_first(i)
        )
        if lone and (noun in _WEAK or (noun in _CAUTIOUS and not self._several(i))):
            return False
        return named

    def _ordinary_first(self, i: int) -> bool:
        """An ordinary word that begins a name: "Grace Fu", "Bill Nelson"."""
        words = self.words
        after = words.same_sentence(i + 1, i) and (words.namelike(i + 1) or words.initial[i + 1])
        return (
            after
            and words.ordinary[i]
            and not words.acronym[i + 1]
            and words.lower[i + 1] not in HEADS
        )

    def _full(self, i: int, title: Title) -> bool:
        """After *title,* a name stands in full, or after an honorific."""
        return (
            self._several(i)
            or (self.words.cap[title.head] and i in self.guess)
            or i > title.tail + 1
        )

    def _several(self, i: int) -> bool:
        end = self.runs.end(i, announced=True)
        return end is not None and end - i > 1

    def _list_on(self, end: int, title: Title | None) -> None:
        """Expect another name after one under a plural: *Secretaries Walsh and Vilsack*."""
        words = self.words
        if title is None or words.lower[title.head] not in PLURALS:
            return
        j = end
        while words.same_sentence(j, end - 1) and words.text[j] in (",", "and", "&"):
            j += 1
        k = self.beside.after_honorifics(j)
        if j > end and words.same_sentence(k, end - 1) and words.cap[k] and self._titled(title, k):
            self.listed[k] = title

    def _appositive(self, i: int) -> int | None:
        """Two or more name words closed by *, title*: "Nirupama Rao, Ambassador of India"."""
        words = self.words
        begins = i in self.guess or (words.namelike(i) and not words.acronym[i]) or words.initial[i]
        if not begins or (words.same_sentence(i - 1, i) and words.namelike(i - 1)):
            return None
        end = self.runs.end(i, announced=False)
        if end is None or end - i < 2:
            return None
        if self._signed(i, end):
            return end
        if (
            words.same_sentence(end + 1, i)
            and words.lower[end + 1] in _CHOSEN
            and words.text[end] == ","
        ):
            return end
        title = self.beside.title_after(end)
        if title is None or self.runs.end(self.beside.after_honorifics(title.end), announced=True):
            return None
        return end if self._tells(title, i) and not self._names_the_next(title) else None

    def _signed(self, i: int, end: int) -> bool:
        """Whether a name ends as only names do, or fills a line beside a line of titles."""
        words = self.words
        last = words.lower[end - 1]
        if (
            end - i > 2
            and last in SUFFIXES
            and words.text[end - 1].isupper()
            and words.namelike(end - 2)
        ):
            return True
        alone = not words.same_sentence(i - 1, i) and not words.same_sentence(end, i)
        lines = self.titles.lines
        return alone and (words.sentence[i] + 1 in lines or words.sentence[i] - 1 in lines)

    def _names_the_next(self, title: Title) -> bool:
        """Whether "…, the Minister, Senator Jane Doe" tells who the minister is after the title."""
        words, at = self.words, title.tail
        if not words.same_sentence(at + 2, title.head) or words.text[at] != ",":
            return False
        name = self.beside.after_honorifics(at + 1)
        second = self.titles.starting.get(name)
        announced = name > at + 1 or (second is not None and words.cap[second.head])
        return announced and words.lower[title.outer - 1] == "the"

    def _tells(self, title: Title, i: int) -> bool:
        """Whether a title after a name is enough to make it a person's."""
        if i in self.guess:
            return True
        noun = HEADS[self.words.lower[title.head]]
        return (noun not in _WEAK and noun not in ("head", "lead")) or title.end - title.start > 1

    # -- other evidence ------------------------------------------------------------------------

    def _guessed(self) -> Iterator[Mention]:
        """The recogniser's people, trimmed to what can be a name of two words or more."""
        for start, stop in self.guess.items():
            i = next(
                (i for i in range(start, stop) if self._may_begin(i) and self.words.cap[i]), stop
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
        """Later uses of a known name: the whole of it, or its surname."""
        for start, end in KnownNames(self.words, self.named.values()).again(tokens):
            if end - start > 1 or not self._solid(start):
                yield mention(start, end, Kind.PERSON, rank=SURNAME)
