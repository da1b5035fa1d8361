"""Words of a release in their place, with marks around those that say something."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from pipeline.graph.explain.node import Node
from pipeline.models import Span

#: Characters shown on either side of a passage within its paragraph.
_AROUND = 160


class Sort(Enum):
    """What marked words do: state a fact, announce it, or fill its roles."""

    PASSAGE = "passage"
    TRIGGER = "trigger"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a release's text, and what it does; ``roles`` are those it fills."""

    span: Span
    sort: Sort
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How marked text is shown: what stands before and after a mark, and the text itself."""

    before: Callable[[Mark], str]
    after: Callable[[Mark], str]
    text: Callable[[str], str]


def _before(mark: Mark) -> str:
    return {Sort.PASSAGE: "«", Sort.TRIGGER: "*", Sort.ROLE: f"[{', '.join(mark.roles)}: "}[
        mark.sort
    ]


#: For terminals: guillemets around a passage, stars around a trigger, brackets around a filler.
PLAIN = Manner(
    _before,
    lambda mark: {Sort.PASSAGE: "»", Sort.TRIGGER: "*", Sort.ROLE: "]"}[mark.sort],
    lambda text: text,
)


def span_of(passage: Node) -> Span:
    """Where a passage stands in its release."""
    begin, end = passage.value("nif:beginIndex"), passage.value("nif:endIndex")
    return Span(int(begin or 0), int(end or 1))


def in_context(text: str, passage: Span, marks: Iterable[Mark] = (), manner: Manner = PLAIN) -> str:
    """A passage marked in its paragraph, with the marks within, on one line.

    >>> text = "In May, Ana signed it. So be it."
    >>> in_context(text, Span(8, 21), [Mark(Span(8, 11), Sort.ROLE, ("signatory",))])
    'In May, «[signatory: Ana] signed it». So be it.'
    """
    first, last = _paragraph(text, passage)
    around = Mark(passage, Sort.PASSAGE)
    inside = [m for m in marks if first <= m.span.start and m.span.end <= last]
    shown = marked(text, Span(first, last), [around, *inside], manner)
    return _cut(text, first) + " ".join(shown.split()) + _more(text, last)


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


def marked(text: str, whole: Span, marks: Iterable[Mark], manner: Manner = PLAIN) -> str:
    """A stretch of text with its marks; of two that cross only the first is shown."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if not any(_cross(mark.span, other.span) for other in kept):
            kept.append(mark)
    opening: dict[int, str] = {}
    for mark in kept:  # the outer ones first
        opening[mark.span.start] = opening.get(mark.span.start, "") + manner.before(mark)
    closing: dict[int, str] = {}
    for mark in reversed(kept):  # the inner ones first
        closing[mark.span.end] = closing.get(mark.span.end, "") + manner.after(mark)
    shown, at = "", whole.start
    for place in sorted({*opening, *closing}):
        shown += manner.text(text[at:place]) + closing.get(place, "") + opening.get(place, "")
        at = place
    return shown + manner.text(text[at : whole.end])


def _cross(one: Span, other: Span) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    return not (apart or one.covers(other) or other.covers(one))
