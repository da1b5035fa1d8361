"""Direct quotations: what is quoted, and which words say who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.language import attribution as reported
from pipeline.language.attribution import Attribution, Side
from pipeline.language.lost_marks import find_unmarked
from pipeline.language.quote_marks import Stretch, find_stretches
from pipeline.language.speech import (
    HEADS,
    SHORTEST,
    Piece,
    find_nested,
    find_pieces,
    is_long,
    spoken,
)
from pipeline.models import PROSE, Block, Span

__all__ = ["Quotation", "Side", "find_quotations", "quoted_spans", "scare_quotes", "speaker"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One contiguous direct quotation.

    ``parts`` are the quoted stretches without their marks, from the first to the last. ``cue`` is
    the reporting word ("said", "according to"), ``attribution`` the words that report, cue and
    speaker together, and ``subject`` the words that name the speaker: a name with its titles, a
    pronoun or an office. ``side`` tells where they stand; ``marked`` is False where the capture
    lost the quotation marks.
    """

    parts: tuple[Span, ...]
    cue: Span | None
    attribution: Span | None
    subject: Span | None
    side: Side | None
    marked: bool = True


#: How many paragraphs a speaker's words are looked for after the last quotation: in the releases at
#: hand a paragraph or two of narration stands between, and a change of speaker is always stated.
WITHIN = 4

#: Stretches that belong to one quotation.
Group = tuple[Piece, ...]


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """The direct quotations of a release, in reading order."""
    prose = spoken(blocks, text)
    groups = _continued(_contiguous(text, find_pieces(text, prose)))
    marked = _attributed(text, prose, groups)
    nested = [_quoted((s.words,), found) for b in prose for s, found in find_nested(text, b)]
    taken = [part for q in marked for part in q.parts]
    unmarked = [_quoted(q.parts, q.said, marked=False) for q in find_unmarked(text, prose, taken)]
    return tuple(sorted(marked + nested + unmarked, key=lambda q: q.parts[0]))


def quoted_spans(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Each stretch of four words or more in quotation marks, with them; none inside another."""
    return tuple(s.outer for s in _outermost(text, blocks) if is_long(text, s))


def scare_quotes(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The shorter stretches in quotation marks, with them: names, terms and single words."""
    return tuple(s.outer for s in _outermost(text, blocks) if not is_long(text, s))


def _outermost(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    prose = (b for b in blocks if b.kind in PROSE)
    return [s for b in prose for s in find_stretches(text, b) if not s.nested]


def speaker(quotation: Quotation, text: str, people: Iterable[tuple[Span, str]]) -> str | None:
    """The key of the mention that names the speaker, or None where a pronoun or an office does.

    >>> said = Quotation((Span(1, 4),), Span(7, 11), Span(7, 19), Span(12, 19), Side.AFTER)
    >>> speaker(said, "“Yes”, said Dr Lowe.", [(Span(15, 19), "lowe")])
    'lowe'
    """
    if quotation.subject is None:
        return None
    inside = [(span, key) for span, key in people if quotation.subject.covers(span)]
    free = [(span, key) for span, key in inside if not _is_owner(text, span)] or inside
    comma = text.find(",", quotation.subject.start, quotation.subject.end)
    head = [key for span, key in free if comma < 0 or span.end <= comma]
    keys = head or [key for _, key in free]
    return keys[-1] if keys else None


def _is_owner(text: str, mention: Span) -> bool:
    """Whether a mention only says whose or of what: "Japan's Minister", "Minister of Justice"."""
    before = text[max(0, mention.start - 12) : mention.start]
    of = re.search(r"\b(?:of|with|for|from|at|to|in)\s+(?:the\s+)?$", before)
    return text.startswith(("'s", "’s"), mention.end) or of is not None


def _contiguous(text: str, pieces: Iterable[Piece]) -> list[Group]:
    """Stretches put together that only reporting words or a paragraph's end part."""
    groups: list[Group] = []
    for piece in pieces:
        if groups and _goes_on(text, groups[-1], piece):
            groups[-1] = (*groups[-1], piece)
        else:
            groups.append((piece,))
    return groups


def _goes_on(text: str, group: Group, piece: Piece) -> bool:
    """Whether a stretch continues the quotation: after an open end, or after "said X"."""
    last = group[-1]
    if last.place != piece.place:
        return not last.stretch.closed and _adjoins(last, piece)
    between = text[last.stretch.outer.end : piece.stretch.outer.start]
    if not re.search(r"\w", between):
        return not last.stretch.closed or not _is_reported(piece)
    if last.attribution is None or last.attribution.side is not Side.AFTER:
        return False
    own = piece.attribution
    if own is not None and own.side is Side.BEFORE and own.cue != last.attribution.cue:
        return False
    rest = reported.first_sentence(text, last.attribution.whole.end, piece.stretch.outer.start)
    return rest >= piece.stretch.outer.start


def _adjoins(last: Piece, piece: Piece) -> bool:
    """Whether one stretch ends its paragraph and the other opens the next."""
    return piece.place == last.place + 1 and piece.opens and last.ends


def _is_reported(piece: Piece) -> bool:
    return piece.attribution is not None


def _continued(groups: Iterable[Group]) -> list[Group]:
    """Groups put together across paragraphs where only one of them has reporting words.

    A quoted paragraph without reporting words goes with the reported quotation it follows.
    """
    merged: list[Group] = []
    for group in groups:
        bare = merged and any(map(_is_reported, merged[-1])) and not any(map(_is_reported, group))
        if bare and _adjoins(merged[-1][-1], group[0]):
            merged[-1] = (*merged[-1], *group)
        else:
            merged.append(group)
    return merged


def _attributed(text: str, prose: Sequence[Block], groups: Iterable[Group]) -> list[Quotation]:
    """The groups with their speakers; those that nothing says who said are left out.

    A quotation without reporting words is by whom the words before it report, or, further down
    in a release, by whom the last quotation was.
    """
    found: list[Quotation] = []
    last: Attribution | None = None
    place = -1
    for group in groups:
        if sum(len(p.stretch.words.of(text).split()) for p in group) < SHORTEST:
            continue
        said = next((p.attribution for p in group if p.attribution), None)
        said = said or _earlier(text, prose, group[0])
        if (
            said is None
            and last is not None
            and group[0].place - place <= WITHIN
            and group[0].opens
        ):
            said = replace(last, side=Side.EARLIER)
        if said is not None:
            found.append(_quoted(tuple(p.stretch.words for p in group), said))
            last, place = said, group[-1].place
    return found


def _earlier(text: str, prose: Sequence[Block], piece: Piece) -> Attribution | None:
    """The reporting words of the sentence, or of the paragraph, before a quotation."""
    block, start = prose[piece.place].span, piece.stretch.outer.start
    if not piece.opens:
        last = reported.last_sentence(text, block.start, start - 1)
        return reported.reporting(text, last, start)
    if piece.place == 0:
        return None
    lead = prose[piece.place - 1]
    return None if lead.kind in HEADS else reported.reporting(text, lead.span.start, lead.span.end)


def _quoted(parts: tuple[Span, ...], said: Attribution, marked: bool = True) -> Quotation:
    return Quotation(parts, said.cue, said.whole, said.subject, said.side, marked)
