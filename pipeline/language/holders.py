"""Whose title is whose: each name with the titles that stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.mentions import Mention, Title
from pipeline.language.neighbours import Neighbours
from pipeline.language.title_nouns import HEADS
from pipeline.language.titles import Titles
from pipeline.language.words import Words

_VAGUE = lexicon.words("titles", "vague_heads")
_FORMER = lexicon.words("titles", "former")
_AND = frozenset(("and", "&", "cum", "/"))
_MARKS = frozenset((",", "–", "—", "-", ":"))
_OWNERS = frozenset("the its his her their our whose by with and that : “ as".split())
_CLOSERS = frozenset((",", ".", ";", "(", ")", "–", "—", "and", "&", ":", "”", "-", "’", '"', "who"))


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
        return self._letterheads([self._with_titles(name) for name in self.names])

    def _with_titles(self, name: Mention) -> Mention:
        start, before = self._before(name)
        apart = bool(before) and self.words.text[before[-1].tail] in _MARKS
        end, after = self._after(name, apart)
        if name.start in self.listed and not before:
            before = [self.listed[name.start]]
        return replace(name, start=start, end=end, titles=tuple(before + after))

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
            mark = words.text[i - 1]
            title = self.titles.ending.get(i - 1)
            if mark in _AND and (not found or not self._one_holder(found[0], i)):
                return None
            if mark in _MARKS and not (title and (found or self._comma_title(title, name))):
                return None
            if mark not in _AND | _MARKS:
                return None
        if title is None or title.head in self.given or title.tail > name.start:
            return None
        return title if words.same_sentence(title.outer, name.start) else None

    def _one_holder(self, second: Title, i: int) -> bool:
        """Whether two titles joined by *and* are one person's: no *the*, no body of its own."""
        return self.words.lower[i] != "the" and second.outer == second.start

    def _comma_title(self, title: Title, name: Mention) -> bool:
        """Whether "the Minister of Justice, Ha Hung Cuong" names the minister."""
        words = self.words
        i = title.outer - 1
        if not words.same_sentence(i, title.start):
            return True
        if words.cap[title.head]:
            return i + 1 not in {n.end for n in self.names} or True
        return words.lower[i] in _OWNERS or title.outer < title.start or title.former

    # -- after the name ------------------------------------------------------------------------

    def _after(self, name: Mention, apart: bool) -> tuple[int, list[Title]]:
        """Where the titles after a name end, and those titles in order."""
        found: list[Title] = []
        end = name.end
        while (title := self._title_after(end, name, found)) is not None:
            if self._another_holder(title, apart and not found):
                break
            found.append(self._give(title))
            end = title.tail
            if self.words.same_sentence(end, name.start) and self.words.text[end] == ")":
                end += 1
        return end, found

    def _title_after(self, end: int, name: Mention, found: Sequence[Title]) -> Title | None:
        words = self.words
        if found and words.same_sentence(end + 1, name.start) and words.text[end] in _AND:
            title = self.titles.starting.get(end + 1)
        else:
            title = self.beside.title_after(end) or self._unmarked(end, name, found)
        if title is None or title.head in self.given:
            return None
        title = self.titles.apposition(title)
        former = any(words.lower[k] in _FORMER for k in range(end, title.head))
        return replace(title, former=former) if self._closes(title, name) else None

    def _unmarked(self, end: int, name: Mention, found: Sequence[Title]) -> Title | None:
        """A title right after the name, as letterheads and lists have it: "X MP Minister for Y"."""
        title = self.titles.starting.get(end)
        if title is None or not self.words.cap[title.head] or name.end - name.start < 2:
            return None
        return title

    def _closes(self, title: Title, name: Mention) -> bool:
        """An apposition in lower case runs to a closing mark, or it is not taken."""
        words = self.words
        if words.cap[title.head]:
            return True
        alone = title.end - title.start == 1
        if alone and HEADS[words.lower[title.head]] in _VAGUE and title.organization is None:
            return False
        return not words.same_sentence(title.tail, title.start) or words.lower[title.tail] in _CLOSERS

    def _another_holder(self, title: Title, apart: bool) -> bool:
        """Whether the title stands before another name: "Mr X, Minister Y and …".

        ``apart`` tells that this name stands after its own title and a comma, so the next does too.
        """
        for at in (title.end, title.tail):
            if self.beside.after_honorifics(at) in self.starts:
                return True
            marked = self.words.same_sentence(at + 1, title.start) and self.words.text[at] in _MARKS
            if marked and apart and self.beside.after_honorifics(at + 1) in self.starts:
                return True
        return False

    # -- across lines --------------------------------------------------------------------------

    def _letterheads(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Names that stand alone on a line, with the titles alone on the lines beside it."""
        alone = {self.words.sentence[m.name_start]: m for m in mentions if self._fills(m.start, m.end)}
        lines = self._title_lines()
        for sentence, one in alone.items():
            titles = list(one.titles)
            after = sentence + 1
            while after in lines and not any(t.head in self.given for t in lines[after]):
                titles += map(self._give, lines[after])
                after += 1
            if not titles and sentence - 1 in lines:
                titles += [self._give(t) for t in lines[sentence - 1] if t.head not in self.given]
            alone[sentence] = replace(one, titles=tuple(titles))
        return [alone.get(self.words.sentence[m.name_start], m) if self._fills(m.start, m.end) else m for m in mentions]

    def _fills(self, start: int, end: int) -> bool:
        """Whether the tokens are all of their sentence."""
        words = self.words
        return not words.same_sentence(start - 1, start) and not words.same_sentence(end, start)

    def _title_lines(self) -> dict[int, list[Title]]:
        """The sentences that hold titles and nothing else."""
        words = self.words
        lines: dict[int, list[Title]] = {}
        for title in map(self.titles.apposition, self.titles.all):
            lines.setdefault(words.sentence[title.head], []).append(title)
        return {
            s: ts
            for s, ts in lines.items()
            if self._fills(ts[0].outer, ts[-1].tail) and all(b.outer - a.tail < 2 for a, b in zip(ts, ts[1:], strict=False))
        }
