"""Quotations whose marks the capture lost: "We agree, said X.", "X said:" and a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import attribution as reported
from pipeline.language.attribution import Attribution
from pipeline.models import Block, BlockKind, Span

_MARK = re.compile(r"[“”„«»\"]")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|me|I['’]?m|[Ww]e['’]\w+)\b")
_INSERTED = re.compile(
    r"(?<=[a-z\d)]),\s+(?=(?:said|says|added|noted|explained|stated|continued|commented|concluded)\s+"
    r"(?:[A-Z]|the\s+[A-Z]))"
)
_LED = re.compile(
    r"\b(?:said|says|added|noted|stated|commented),\s+(?=(?:We|I|Our|My|This|These|The|It|Today|With|"
    r"As|By|In)\b)"
)
_INTRODUCES = re.compile(
    r"\b(?:said|says|added|commented|stated|explained|continued|concluded)"
    r"(?:\s+(?:today|yesterday|in\s+a\s+(?:joint\s+)?statement|in\s+response))?\s*:\s*$"
)
_ITEM = re.compile(r"\W*(?:[-•*–]|\(?\w{1,3}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The stretches of a quotation without marks, and the words that report it."""

    parts: tuple[Span, ...]
    said: Attribution


def find_unmarked(text: str, prose: Sequence[Block], taken: Iterable[Span]) -> Iterator[Unmarked]:
    """The quotations without marks; those inside a sentence only where a release has no marks."""
    starts = {span.start for span in taken}
    lost = not any(_MARK.search(text, b.span.start, b.span.end) for b in prose)
    for place, block in enumerate(prose):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        found = _introduced(text, prose, place)
        if found is None and lost:
            found = _inserted(text, block.span) or _led(text, block.span)
        if found is not None and found.parts[0].start not in starts:
            yield found


def _introduced(text: str, prose: Sequence[Block], place: int) -> Unmarked | None:
    """A paragraph that "X said:" stands before, with those that go on in the first person."""
    lead = prose[place].span
    if not _INTRODUCES.search(text, max(lead.start, lead.end - 80), lead.end):
        return None
    said = reported.before(text, lead.start, lead.end)
    parts = tuple(_paragraphs(text, prose[place + 1 :]))
    return Unmarked(parts, said) if said and parts else None


def _paragraphs(text: str, following: Sequence[Block]) -> Iterator[Span]:
    """The paragraphs of a block quotation: the first, and more while they say "we" or "I"."""
    for count, block in enumerate(following):
        words = block.span.of(text)
        if block.kind is not BlockKind.PARAGRAPH or _MARK.match(words) or _ITEM.match(words):
            return
        if words.startswith(("‘", "'")) or _INTRODUCES.search(words) or len(words.split()) < 6:
            return
        if count and not _FIRST_PERSON.search(words):
            return
        yield block.span


def _inserted(text: str, block: Span) -> Unmarked | None:
    """A paragraph with "said X" put in after its first clause or sentence."""
    comma = _INSERTED.search(text, block.start, block.end)
    if comma is None:
        return None
    said = reported.after(text, comma.start(), block.end)
    end = reported.first_sentence(text, comma.end(), block.end)
    rest = text[end : block.end].strip()
    if said is None or not (rest or _FIRST_PERSON.search(text, block.start, comma.start())):
        return None
    first = Span(block.start, comma.start())
    return Unmarked((first, Span(end, block.end)) if rest else (first,), said)


def _led(text: str, block: Span) -> Unmarked | None:
    """A paragraph in which "X said," leads over to words in the first person."""
    led = _LED.search(text, block.start, block.end)
    if led is None or not _FIRST_PERSON.search(text, led.end(), block.end):
        return None
    said = reported.before(text, block.start, led.end())
    return Unmarked((Span(led.end(), block.end),), said) if said else None
