"""Quotations whose marks the capture lost: "We agree, said X.", "X said:" and a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import attribution as reported
from pipeline.language.attribution import Attribution
from pipeline.language.speech import can_say
from pipeline.models import Block, BlockKind, Span

_MARK = re.compile(r"[“”„«»\"]")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|me|I['’]?m|[Ww]e['’]\w+)\b")
_SAY = r"(?:said|added|noted|explained|stated|commented)"
#: ", said Secretary Lee." and ", Secretary Lee said."
_INSERTED = re.compile(
    rf"(?<=[a-z\d)])(?:[,.]\s*(?={_SAY}\s+(?:[A-Z]|the\s+[A-Z]|acting\s))"
    rf"|,\s+(?P<plain>(?=[A-Z][^,;:“”\"]{{2,110}}?\s{_SAY}\.)))"
)
_NEWS = re.compile(r"\b(?:today|yesterday)\b")
#: How the lead of a release begins, or what a court's papers say: no speech.
_LEAD = re.compile(r"\W*(?:[A-Z]{4,}|According\s+to)\b")
_LED = re.compile(r"\b(?:said|says|added|noted|stated|commented),\s+(?=[A-Z])")
_INTRODUCES = re.compile(
    r"\b(?:said|says|added|commented|stated|explained|continued|concluded)"
    r"(?:\s+(?:today|yesterday|in\s+a\s+(?:joint\s+)?statement|in\s+response))?\s*:\s*$"
)
_AS = re.compile(r"\W*(?:[A-Z .’'-]{4,}:|(?:And|But|So)\b|As\b)")
_AS_SAID = re.compile(r"\b[Aa]s\s+[^,]{1,60}$")
#: "said State governments had …": what was said, not who said it.
_STATES = re.compile(r"(?:\S+\s+){1,5}(?:had|has|have|is|was|were|are|would|will|there)\b")
_ITEM = re.compile(r"\W*(?:[-•*–]|\(?\w{1,3}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The stretches of a quotation without marks, and the words that report it."""

    parts: tuple[Span, ...]
    said: Attribution


def find_unmarked(text: str, prose: Sequence[Block], taken: Iterable[Span]) -> Iterator[Unmarked]:
    """The quotations without marks; those inside a sentence only where a release has no marks."""
    starts = {span.start for span in taken}
    lost = not starts or len(starts) < sum(_is_inserted(text, b) for b in prose)
    for place, block in enumerate(prose):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        found = _introduced(text, prose, place)
        if found is None and not _MARK.search(text, block.span.start, block.span.end - 1):
            found = _inserted(text, block.span, lost)
            found = found or (_led(text, block.span) if lost else None)
        if found and found.parts[0].start not in starts and can_say(text, found.said):
            yield found


def _is_inserted(text: str, block: Block) -> bool:
    """Whether a paragraph without marks has "said X" put into it."""
    start, end = block.span.start, block.span.end
    unmarked = block.kind is BlockKind.PARAGRAPH and not _MARK.search(text, start, end - 1)
    return unmarked and _INSERTED.search(text, start, end) is not None


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


def _inserted(text: str, block: Span, lost: bool) -> Unmarked | None:
    """A paragraph with "said X" put in after its first clause or sentence.

    Where a release keeps more of its marks than it lost, only one in the first person is taken;
    one that tells the news of the day is rather reported in indirect speech.
    """
    comma = _INSERTED.search(text, block.start, block.end)
    if comma is None or _LEAD.match(text, block.start):
        return None
    said = reported.after(text, comma.start(), block.end)
    end = reported.first_sentence(text, comma.end(), block.end)
    rest = text[end : block.end].strip()
    personal = _FIRST_PERSON.search(text, block.start, block.end)
    news = not rest and _NEWS.search(text, block.start, comma.start())
    plain = comma["plain"] is not None
    enough = (lost or not plain) if personal else (lost and not plain and not news)
    if said is None or not enough or _STATES.match(said.subject.of(text)):
        return None
    first = Span(block.start, comma.start())
    return Unmarked((first, Span(end, block.end)) if rest else (first,), said)


def _led(text: str, block: Span) -> Unmarked | None:
    """A paragraph whose first sentence leads over to words in the first person: "X said, We …"."""
    led = _LED.search(text, block.start, block.end)
    if led is None or not _FIRST_PERSON.search(text, led.end(), block.end):
        return None
    if (
        _AS.match(text, block.start)
        or reported.last_sentence(text, block.start, led.end()) != block.start
    ):
        return None
    said = reported.before(text, block.start, led.end())
    return Unmarked((Span(led.end(), block.end),), said) if said else None
