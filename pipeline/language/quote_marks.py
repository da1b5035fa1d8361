"""Quotation marks: pair them into the stretches of text that stand between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.models import Block, Span

_DOUBLE = re.compile(r"[“”„«»\"″]|``|''|‘‘|‘’|’’")
#: A single mark that opens: an apostrophe before a year or a clipped word ("’90s", "'em") does not.
_OPENING_SINGLE = re.compile(
    r"(?<![\w.,;!?’'‘])(?:['‘](?=[\w\[(])|‘(?=\s[A-Z]))(?!\d\ds?\b|em\b|tis\b|til\b|n\b)"
)
_CLOSING_SINGLE = re.compile(r"(?<=\S)['’](?![\w’'])")
#: "the governments' policies": this mark rather shows possession than closes a quotation.
_POSSESSIVE = re.compile(r"(?<=s)['’]\s+[a-z]")
#: A mark that closes what no mark opened, since reporting words follow it: "… of us," said X.
_LOST_OPENING = re.compile(r"[,.!?](?:[”\"]|'')\s+(?:said|says|added|stated|noted)\b")
_OPENERS, _CLOSERS = frozenset("“„«") | {"``", "‘‘", "‘’"}, frozenset("”»") | {"''", "’’"}
_BEFORE_OPENING = frozenset("([{—–-/:>“‘'…*\u200b")
_SENTENCE_ENDS = frozenset(".!?…:")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch: the words between the marks and the same with the marks.

    ``closed`` is False where the closing mark is missing, as at the end of every paragraph but
    the last of a long quotation; ``nested`` tells that another quoted stretch holds this one.
    """

    words: Span
    outer: Span
    closed: bool = True
    nested: bool = False


def find_stretches(text: str, block: Block) -> tuple[Stretch, ...]:
    """The quoted stretches of one block in reading order, those inside others included."""
    double = [s for s in _pair_doubles(text, block.span) if s is not None]
    single = [s for s in _pair_singles(text, block.span) if not _crosses(s, double)]
    found = sorted(double + single, key=lambda s: (s.outer.start, -s.outer.end))
    return tuple(_nest(found))


def _nest(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """The same stretches, each knowing whether an earlier one holds it."""
    reached = -1
    for stretch in found:
        inside = stretch.outer.end <= reached
        yield Stretch(stretch.words, stretch.outer, stretch.closed, stretch.nested or inside)
        reached = max(reached, stretch.outer.end)


def _crosses(single: Stretch, doubles: Sequence[Stretch]) -> bool:
    """Whether a pair of single marks begins outside a quotation and ends inside it, or so."""
    outer = single.outer
    return any(
        d.outer.start < outer.end
        and outer.start < d.outer.end
        and not (d.outer.covers(outer) or outer.covers(d.outer))
        for d in doubles
    )


def _pair_doubles(text: str, block: Span) -> list[Stretch]:
    """Double marks in pairs, each mark read by its shape and by what stands beside it."""
    found: list[Stretch] = []
    open_marks: list[re.Match[str]] = []
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        if _opens(text, block, mark, bool(open_marks)):
            if open_marks and _goes_on(text, mark):
                found += _made(text, block, open_marks[0], mark.start(), None)
                open_marks = []
            open_marks.append(mark)
        elif open_marks:
            found += _made(text, block, open_marks.pop(), mark.start(), mark, bool(open_marks))
        elif not found and _LOST_OPENING.match(text, mark.start() - 1, block.end):
            found.append(Stretch(Span(block.start, mark.start()), Span(block.start, mark.end())))
    if open_marks:
        found += _made(text, block, open_marks[0], block.end, None)
    return found


def _opens(text: str, block: Span, mark: re.Match[str], is_open: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    can_close = not before.isspace()
    if mark[0] in _OPENERS:
        return can_open or not (is_open and can_close)
    if mark[0] in _CLOSERS:
        return can_open and not can_close and not is_open
    if mark.start() == block.start:
        return True
    if is_open and before.isspace() and after.isspace():
        return False
    glued = not is_open and before in ",;." and after.isalnum()
    return glued or (can_open and not (is_open and can_close))


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Whether an opening mark inside an open quotation begins its next paragraph."""
    before = text[max(0, mark.start() - 8) : mark.start()].rstrip()
    return before[-1:] in _SENTENCE_ENDS and before[-1:] != ":"


def _made(
    text: str,
    block: Span,
    opening: re.Match[str],
    end: int,
    closing: re.Match[str] | None,
    nested: bool = False,
) -> list[Stretch]:
    """The stretch from an opening mark on, or nothing where it is no quotation."""
    inside = text[opening.end() : end]
    if not inside.strip():
        return []
    if closing is None and not _may_stay_open(text, block, opening):
        return []
    start = opening.end() + len(inside) - len(inside.lstrip())
    words = Span(start, opening.end() + len(inside.rstrip()))
    outer = Span(opening.start(), closing.end() if closing else words.end)
    return [Stretch(words, outer, closing is not None, nested)]


def _may_stay_open(text: str, block: Span, opening: re.Match[str]) -> bool:
    """Whether a quotation left open is one: it opens its paragraph or follows a stop or colon."""
    before = text[block.start : opening.start()].rstrip()
    return not before or before[-1] in ".!?:;,”\"'’" or bool(re.fullmatch(r"\W*\w{1,2}\W*", before))


def _pair_singles(text: str, block: Span) -> Iterator[Stretch]:
    """Single marks in pairs; an apostrophe closes nothing."""
    openings = list(_OPENING_SINGLE.finditer(text, block.start, block.end))
    limits = [mark.start() for mark in openings[1:]] + [block.end]
    reached = block.start
    for opening, limit in zip(openings, limits, strict=False):
        if opening.start() < reached:
            continue
        opens_block = not text[block.start : opening.start()].strip()
        closing = _closing_single(text, opening.end(), limit, opens_block)
        if closing is not None:
            reached = closing.end()
            yield from _made(text, block, opening, closing.start(), closing)
        elif opens_block:
            yield from _made(text, block, opening, block.end, None)


def _closing_single(text: str, start: int, limit: int, may_stay_open: bool) -> re.Match[str] | None:
    """The first mark that closes; one that may as well show possession only if need be."""
    marks = list(_CLOSING_SINGLE.finditer(text, start, limit))
    likely = [m for m in marks if not _POSSESSIVE.match(text, m.start())]
    return next(iter(likely if likely or may_stay_open else marks), None)
