"""The sums of money of a release: as mentions for the parser, as amounts in what fills a role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.frames import Frame
from pipeline.language.mentions import Kind, Mention
from pipeline.language.money import Money, find_money
from pipeline.language.words import Words
from pipeline.models import PROSE, Event, Filler, Release, Span


class Sums:
    """The sums of money in the prose of one release, in order."""

    def __init__(self, release: Release, country: str | None) -> None:
        prose = [b.span for b in release.blocks if b.kind in PROSE]
        self.text = release.text
        self.found = find_money(release.text, prose, country)
        self.starts = [money.span.start for money in self.found]

    def mentions(self, words: Words) -> list[Mention]:
        """Sums over whole tokens, each with what it comes to in another currency."""
        found: list[Mention] = []
        for start, end in (pair for m in self.found for pair in words.tokens_of([m.span])):
            again = bool(found) and _in_brackets(words, found[-1].end, start, end)
            begin = found.pop().start if again else start
            stop = end + again
            found.append(Mention(begin, stop, Kind.MONEY, begin, stop, rank=6))
        return found

    def within(self, span: Span) -> Iterator[Money]:
        """The sums in some words; one in brackets says again what stands before it."""
        for money in self.found[bisect_left(self.starts, span.start) :]:
            if not span.covers(money.span):
                return
            if self.text[money.span.start - 1] != "(":
                yield money

    def told(self, event: Event, frame: Frame) -> Event:
        """The event with its sums as amounts, those named in another role's words added."""
        roles = {role for role, kinds in frame.fillers.items() if Kind.MONEY in kinds}
        fillers = [self._valued(f) if f.role in roles else f for f in event.fillers]
        for role, other in frame.within.items():
            if role in roles and not event.fill(role):
                fillers += self._in_words(role, event.fill(other))
        return replace(event, fillers=tuple(fillers))

    def _valued(self, filler: Filler) -> Filler:
        money = next(self.within(filler.span), None) if filler.span else None
        return replace(filler, amount=money.amount) if money else filler

    def _in_words(self, role: str, others: tuple[Filler, ...]) -> Iterator[Filler]:
        for money in (m for f in others if f.span for m in self.within(f.span)):
            yield Filler(role, None, money.span.of(self.text), money.span, money.amount)


def _in_brackets(words: Words, before: int, start: int, end: int) -> bool:
    """Whether a sum stands alone in the brackets right behind another: *€5 ($6)*."""
    opened = start == before + 1 and words.text[start - 1] == "("
    return opened and words.text[end : end + 1] == [")"]
