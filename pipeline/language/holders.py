"""Whose title is whose: each name with the titles that stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.groups import Groups
from pipeline.language.letterheads import Letterheads
from pipeline.language.mentions import Mention, Title
from pipeline.language.name_runs import GENERATIONS, HONORIFICS, SUFFIXES
from pipeline.language.neighbours import Neighbours
from pipeline.language.tenures import Tenures
from pipeline.language.title_nouns import HEADS, PLURALS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_VAGUE = lexicon.words("titles", "vague_heads")
_WEAK = lexicon.words("titles", "weak_heads")
_FORMER = lexicon.words("titles", "former")
_AND = frozenset(("and", "&", "cum", "/"))
_MARKS = frozenset((",", "–", "—", "-", ":"))
_OWNERS = lexicon.words("posts", "owners")
_CLOSERS = frozenset(
    (",", ".", ";", "(", ")", "–", "—", "and", "&", ":", "”", "-", "’", '"', "who")
)


class Holders:
    """Gives each title to one holder, from left to right. ``listed`` are names under one plural."""

    def __init__(
        self,
        words: Words,
        titles: Titles,
        beside: Neighbours,
        names: Sequence[Mention],
        listed: Mapping[int, Title],
    ) -> None:
        self.words = words
        self.titles = titles
        self.beside = beside
        self.names = names
        self.starts = {m.start for m in names}
        self.listed = listed
        self.given: set[int] = set()  # heads of the titles that have a holder

    def mentions(self) -> list[Mention]:
        """The names widened over honorifics and the titles before and after them."""
        beside = [self._with_titles(name) for name in self.names]
        beside = Letterheads(self.words, self.titles).widen(beside, self.given)
        told: dict[Mention, list[Title]] = {}
        tenures = Tenures(self.words, self.titles, beside).find(self.given)
        groups = Groups(self.words, self.titles, self.beside, beside).find(self.given)
        for holder, title in (*tenures, *groups):
            told.setdefault(holder, []).append(title)
        return [replace(m, titles=(*m.titles, *told.get(m, ()))) for m in beside]

    def _with_titles(self, name: Mention) -> Mention:
        start, before = self._before(name)
        apart = len(before) and 1 + (self.words.text[before[-1].tail] in _MARKS)
        end, after = self._after(name, apart)
        if name.start in self.listed and not before:
            before = [self.listed[name.start]]
        bare = self._bare_end(name)
        return replace(name, start=start, end=end, name_end=bare, titles=tuple(before + after))

    def _bare_end(self, name: Mention) -> int:
        """Where the name itself ends, before "SC" or "MP" but not before "Jr."."""
        words, end = self.words, name.end
        while end - name.start > 1 and (words.text[end - 1] == "," or self._after_name(end - 1)):
            end -= 1
        return end

    def _after_name(self, i: int) -> bool:
        return self.words.lower[i] in SUFFIXES - GENERATIONS and not self.words.initial[i]

    def _give(self, title: Title) -> Title:
        self.given.add(title.head)
        return title

    # -- before the name -----------------------------------------------------------------------

    def _before(self, name: Mention) -> tuple[int, list[Title]]:
        """Where the titles before a name begin, and those titles in order."""
        found: list[Title] = []
        i = self.beside.before_honorifics(name.start)
        while (title := self._title_before(i, name, found)) is not None:
            found.insert(0, self._give(title))
            i = title.outer
        return i, found

    def _title_before(self, i: int, name: Mention, found: Sequence[Title]) -> Title | None:
        words = self.words
        title = self.titles.ending.get(i)
        if title is None and words.same_sentence(i - 2, name.start):
            mark, at = words.text[i - 1], i - 1
            if mark in _AND and words.text[i - 2] == ",":
                at = i - 2  # "Minister for Law, and Second Minister for Home Affairs"
            title = self.titles.ending.get(at)
            if mark in _AND and not (title and found and self._one_holder(title, found[0], i)):
                return None
            if mark in _MARKS and not (title and self._comma_title(title, name)):
                return None
            if mark not in _AND | _MARKS:
                return None
        if title is None or title.head in self.given or title.tail > name.start:
            return None
        return title if words.same_sentence(title.outer, name.start) else None

    def _one_holder(self, first: Title, second: Title, i: int) -> bool:
        """Whether two titles joined by *and* are one person's.

        They are not in "the Vice President and Prime Minister Vega", nor if the second has an
        article or a body of its own.
        """
        words = self.words
        if words.lower[i] == "the" or second.outer < second.start:
            return False
        bare = first.tail == self.titles.noun_end(first) and second.tail == self.titles.noun_end(
            second
        )
        return not (bare and words.lower[first.outer - 1] == "the")

    def _comma_title(self, title: Title, name: Mention) -> bool:
        """Whether "the Minister of Justice, Ho Van Cuong" names the minister.

        "Thank you, Mr. Secretary, President Smith said …" does not.
        """
        words = self.words
        i = title.outer - 1
        if words.lower[title.head] in PLURALS:
            return False
        if not words.same_sentence(i, title.start):
            return True
        if words.lower[i] in HONORIFICS and words.cap[i]:
            return False
        if words.cap[title.head]:
            return True
        return words.lower[i] in _OWNERS or title.outer < title.start or title.former

    # -- after the name ------------------------------------------------------------------------

    def _after(self, name: Mention, apart: int) -> tuple[int, list[Title]]:
        """Where the titles after a name end, and those titles in order."""
        found: list[Title] = []
        end = name.end
        while (title := self._title_after(end, name, found, apart)) is not None:
            found.append(self._give(title))
            end = title.tail
            if self.words.same_sentence(end, name.start) and self.words.text[end] == ")":
                end += 1
        return end, found

    def _title_after(
        self, end: int, name: Mention, found: Sequence[Title], apart: int
    ) -> Title | None:
        words = self.words
        if found and words.same_sentence(end + 1, name.start) and words.text[end] in _AND:
            title = self.titles.starting.get(end + 1)
        else:
            title = self.beside.title_after(end) or self._unmarked(end, name, found)
        if title is None or title.head in self.given:
            return None
        if self._another_holder(title, 0 if found else apart) or self._a_list(title, apart):
            return None
        title = self._extended(title)
        if words.lower[title.head] in PLURALS:
            return None
        former = any(words.lower[k] in _FORMER for k in range(end, title.head))
        return replace(title, former=former) if self._closes(title, name) else None

    def _extended(self, title: Title) -> Title:
        """The title with all of what it is of, where that holds no other name."""
        longer = self.titles.tails.apposition(title)
        inside = range(title.end, max(longer.end, longer.tail))
        return title if any(i in self.starts for i in inside) else longer

    def _unmarked(self, end: int, name: Mention, found: Sequence[Title]) -> Title | None:
        """A title right after the name, as letterheads and lists have it: "X MP Minister for Y"."""
        title = self.titles.starting.get(end)
        if title is None or not self.words.cap[title.head] or name.end - name.start < 2:
            return None
        bare = title.end == title.head + 1
        return None if bare and HEADS[self.words.lower[title.head]] in _WEAK else title

    def _closes(self, title: Title, name: Mention) -> bool:
        """An apposition in lower case runs to a closing mark, or it is not taken."""
        words = self.words
        if words.cap[title.head] or title.tail > title.end:
            return True
        alone = title.end - title.start == 1
        if alone and HEADS[words.lower[title.head]] in _VAGUE and title.organization is None:
            return False
        return (
            not words.same_sentence(title.tail, title.start) or words.lower[title.tail] in _CLOSERS
        )

    def _another_holder(self, title: Title, apart: int) -> bool:
        """Whether the title stands before another name: "Mr X, Minister Y and …".

        ``apart`` is 1 if this name stands after a title of its own, so that the next may do too,
        and 2 if a comma parts them.
        """
        for at in (title.end, title.tail):
            if (name := self.beside.after_honorifics(at)) in self.starts:
                return not (name > at and self._columns(name))
            marked = self.words.same_sentence(at + 1, title.start) and self.words.text[at] in _MARKS
            if marked and apart and (name := self.beside.after_honorifics(at + 1)) in self.starts:
                return apart > 1 or self.beside.title_after(self._end_of(name)) is None
        return False

    def _a_list(self, title: Title, apart: int) -> bool:
        """Whether a titled name begins a list of offices: "Minister Roe, the Ambassador, the …"."""
        words, at = self.words, title.tail
        if not apart or words.lower[title.outer - 1] != "the":
            return False
        more = words.same_sentence(at + 2, title.head) and words.text[at] == ","
        return more and "the" in words.lower[at + 1 : at + 3]

    def _columns(self, start: int) -> bool:
        """Whether a name after an honorific has a title of its own after it: "A, T, MR B, T"."""
        return (
            self.words.text[self._end_of(start) - 1].isupper()
            and self.beside.title_after(self._end_of(start)) is not None
        )

    def _end_of(self, start: int) -> int:
        return next(n.end for n in self.names if n.start == start)
