"""Words of a release in their place, with marks around those that say something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.graph.explain.node import Node
from pipeline.models import Span

#: Characters shown on either side of a passage within its paragraph.
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a release's text and what is written before and after it."""

    span: Span
    before: str
    after: str


def span_of(passage: Node) -> Span:
    """Where a passage stands in its release."""
    begin, end = passage.value("nif:beginIndex"), passage.value("nif:endIndex")
    return Span(int(begin or 0), int(end or 1))


def in_context(text: str, passage: Span, marks: Iterable[Mark] = ()) -> str:
    """A passage between guillemets in its paragraph, its marks within, on one line.

    >>> text = "In May, Ana signed it. So be it."
    >>> in_context(text, Span(8, 21), [Mark(Span(8, 11), "[signatory: ", "]")])
    'In May, «[signatory: Ana] signed it». So be it.'
    """
    first, last = _paragraph(text, passage)
    around = Mark(passage, "«", "»")
    inside = [m for m in marks if first <= m.span.start and m.span.end <= last]
    return (
        _cut(text, first) + _marked(text, Span(first, last), [around, *inside]) + _more(text, last)
    )


def _paragraph(text: str, passage: Span) -> tuple[int, int]:
    """Where what is shown around a passage begins and ends: at words of its paragraph."""
    start = text.rfind("\n\n", 0, passage.start) + 2 if "\n\n" in text[: passage.start] else 0
    end = text.find("\n\n", passage.end)
    first, last = start, end if end >= 0 else len(text)
    if passage.start - first > _AROUND:
        first = text.find(" ", passage.start - _AROUND, passage.start) + 1 or passage.start
    if last - passage.end > _AROUND:
        space = text.rfind(" ", passage.end, passage.end + _AROUND)
        last = space if space >= 0 else passage.end
    return first, last


def _cut(text: str, first: int) -> str:
    return "" if first == 0 or text[:first].endswith("\n\n") else "… "


def _more(text: str, last: int) -> str:
    return "" if last == len(text) or text[last:].startswith("\n\n") else " …"


def _marked(text: str, whole: Span, marks: Sequence[Mark]) -> str:
    """The text with marks around their stretches; of two that cross only the first is written."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if not any(_cross(mark.span, other.span) for other in kept):
            kept.append(mark)
    opening: dict[int, str] = {}
    for mark in kept:  # the outer ones first
        opening[mark.span.start] = opening.get(mark.span.start, "") + mark.before
    closing: dict[int, str] = {}
    for mark in reversed(kept):  # the inner ones first
        closing[mark.span.end] = closing.get(mark.span.end, "") + mark.after
    shown, at = "", whole.start
    for place in sorted({*opening, *closing}):
        shown += text[at:place] + closing.get(place, "") + opening.get(place, "")
        at = place
    return " ".join((shown + text[at : whole.end]).split())


def _cross(one: Span, other: Span) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    return not (apart or one.covers(other) or other.covers(one))
