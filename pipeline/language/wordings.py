"""Words that fill a role: where they end, and which of them *and* joins into one wording."""

from __future__ import annotations

import re

from pipeline.language.drafts import Roles, Value
from pipeline.language.frames import Frame
from pipeline.language.mentions import Kind
from pipeline.models import Span

#: What leads from a phrase to who gets something: "aid *to* Chad", "grants *for the* city".
_TO_SOMEONE = re.compile(r"\s+(?:to|for)\s+(?:the\s+|an?\s+)?$")
#: What joins two wordings of one sentence: ", and was ordered to pay ".
_AND = re.compile(
    r",?\s+(?:and|plus|as well as|followed by)\s+(?:[a-z]+\s+){0,5}|\s+in\s+(?:[a-z]+\s+)?"
)


def cut_short(frame: Frame, roles: Roles, text: str) -> Roles:
    """The roles, their phrases ended before whoever fills another: *aid* in *in aid to Chad*."""
    named = [s for values in roles.values() for v, s in values.items() if v.entity]
    return {
        role: dict(_shorter(value, span, named, text) for value, span in values.items())
        if Kind.PHRASE in frame.fillers.get(role, frozenset())
        else values
        for role, values in roles.items()
    }


def _shorter(value: Value, span: Span, named: list[Span], text: str) -> tuple[Value, Span]:
    short = _before(span, named, text) if value.literal else span
    return (value if short == span else Value(literal=" ".join(short.of(text).split()))), short


def _before(span: Span, named: list[Span], text: str) -> Span:
    """A phrase up to *to* or *for* before the first of those named in it."""
    inside = [s.start for s in named if span.start < s.start < span.end]
    before = text[span.start : min(inside, default=span.end)]
    cut = _TO_SOMEONE.sub("", before)
    return Span(span.start, span.start + len(cut)) if inside and cut != before else span


def joined(one: Span, other: Span, text: str) -> Span | None:
    """The words from one wording to another that *and* joins to it: *a year and a $5 fine*."""
    between = text[one.end : other.start] if one.end <= other.start else ""
    return Span(one.start, other.end) if _AND.fullmatch(between) else None
