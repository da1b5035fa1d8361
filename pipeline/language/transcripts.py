"""What a transcript is of: who takes a turn was there, on the day and at the place of the record.

*Secretary Moyo at a Meeting With Fishermen*, says the headline; who else was there, and where, the
lines above the first turn and the turns themselves tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.language.cast import Cast
from pipeline.language.drafts import Draft, Value
from pipeline.language.mentions import Kind
from pipeline.language.speakers import turns
from pipeline.models import BlockKind, PartialDate, Span, Status

#: Turns that make a transcript: one is a label of something else.
_FEWEST = 2
_SOMEWHERE = frozenset((Kind.PLACE, Kind.COUNTRY))
#: Blocks above the first turn in which the place stands alone.
_HEAD = 6


def as_transcribed(
    drafts: Iterable[Draft], cast: Cast, published: dt.date | None
) -> Iterator[Draft]:
    """The drafts, those of meetings in the headline of a transcript with what it tells of them."""
    for draft in drafts:
        meets = draft.frame.fewest and draft.headline and draft.status is Status.OCCURRED
        yield _filled(draft, cast, published) if meets else draft


def _filled(draft: Draft, cast: Cast, published: dt.date | None) -> Draft:
    taken = turns(cast)
    if len(taken) < _FEWEST:
        return draft
    blocks = cast.release.blocks
    present = {
        Value(entity=id_): blocks[i].span
        for i, id_ in taken.items()
        if id_ is not None and cast.kind(id_) is Kind.PERSON
    }
    roles = dict(draft.roles)
    for role in draft.frame.fewest:
        roles[role] = {**{v: _label(s) for v, s in present.items()}, **roles.get(role, {})}
    if not roles.get("place") and (place := _place(cast, min(taken))):
        roles["place"] = place
    date = draft.date or (PartialDate(published.isoformat()) if published else None)
    return replace(draft, roles=roles, date=date)


def _label(block: Span) -> Span:
    """The beginning of a turn."""
    return Span(block.start, min(block.start + 30, block.end))


def _place(cast: Cast, first: int) -> dict[Value, Span]:
    """The place that stands alone on a line above the first turn."""
    for index, block in enumerate(cast.release.blocks[: min(first, _HEAD)]):
        if block.kind is BlockKind.TITLE:
            continue
        inside = [m for m in cast.order if m in cast.of and cast.words.block[m.start] == index]
        if inside and all(m.kind in _SOMEWHERE for m in inside):
            spans = [cast.words.span(m.start, m.end) for m in inside]
            if spans[0].start == block.span.start and spans[-1].end == block.span.end:
                return {Value(entity=cast.of[inside[0]]): spans[0]}
    return {}
