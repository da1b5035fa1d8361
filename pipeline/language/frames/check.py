"""Run the examples of frames: what a sentence must give, and what it gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.language.dates import find_dates
from pipeline.language.frames.frame import Example, Frame
from pipeline.models import Block, BlockKind, Event, Facts, Metadata, Release, Span, Status

if TYPE_CHECKING:
    from pipeline.language.reader import Reader

#: The day on which all examples are released; *today* is this day, a Wednesday.
RELEASED = dt.date(2021, 3, 10)


def shortfall(reader: Reader, frame: Frame, example: Example) -> str | None:
    """What is wrong with what an example gives, with its clauses; None if it gives what it must.

    A sentence that must find something finds it among the events of the frame; a counterexample
    has no such event. An example without a status is about something done.
    """
    release = as_release(example.text)
    facts = reader.understand(release)
    events = [e for e in facts.events if e.frame == frame.name]
    if example.finds is None:
        wrong = "finds an event in a counterexample" if events else None
    else:
        wants = {"status": ("occurred",), **example.finds}
        fits = any(all(_holds(e, r, w, facts) for r, w in wants.items()) for e in events)
        wrong = None if fits else f"does not find {_shown(wants)}"
    return wrong and "\n".join(
        (f"{frame.name}: {wrong}", *_details(reader, release, facts, events))
    )


def as_release(text: str) -> Release:
    """A text as a release of one paragraph for each of its lines."""
    lines = re.finditer(r"[^\n]+", text)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*line.span())) for line in lines)
    return Release("example", 0, text, blocks, Metadata(published=RELEASED))


def _holds(event: Event, role: str, wanted: Sequence[str], facts: Facts) -> bool:
    """Whether an event has in one role just what is wanted."""
    if role == "date":
        return event.date is not None and event.date.iso == _iso(wanted[0], facts.release, event)
    found = _names(event, role, facts)
    named = all(any(want in names for names in found) for want in wanted)
    return named and len(found) == len(wanted)


def _names(event: Event, role: str, facts: Facts) -> list[tuple[str, ...]]:
    """For each filler of a role the labels by which an example can name it."""
    if role in ("status", "kind"):
        value = event.status.value.lower() if role == "status" else event.kind
        return [(value,)] if value else []
    spelt = {e.id: (e.label, *e.alt_labels) for e in facts.entities}
    return [spelt[f.entity] if f.entity else (str(f.literal),) for f in event.fill(role)]


def _iso(words: str, release: Release, event: Event) -> str | None:
    """The date that an example writes out or quotes from its sentence."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        return words
    future = event.status is not Status.OCCURRED
    for date in find_dates(release.text, [b.span for b in release.blocks]):
        if date.span.of(release.text) == words:
            start, _ = date.resolve(RELEASED, future)
            return start.iso if start else None
    return None


def _details(
    reader: Reader, release: Release, facts: Facts, events: Sequence[Event]
) -> Iterator[str]:
    yield f"  text: {release.text}"
    for event in events:
        roles = dict.fromkeys(f.role for f in event.fillers)
        told = {role: [names[0] for names in _names(event, role, facts)] for role in roles}
        date = event.date.iso if event.date else None
        yield f"  found: {event.status.value} {event.kind or ''} {date or ''} {_shown(told)}"
    for clause in reader.clauses(release):
        arguments = ", ".join(
            f"{a.relation}={' '.join(t.text for t in clause.unit.doc[a.first : a.last + 1])}"
            for a in clause.arguments
        )
        yield f"  clause: {clause.lemma} ({clause.voice}, {clause.status.value}): {arguments}"


def _shown(roles: object) -> str:
    return str(roles)
