"""Run the examples of frames: what a sentence must give, and what it gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.language.dates import find_dates
from pipeline.language.frames.frame import Example, Frame
from pipeline.language.trial import Trial, as_release, trial_of
from pipeline.language.trial.show import clause_lines, event_lines, miss_lines
from pipeline.models import Event, Facts, Release, Status

if TYPE_CHECKING:
    from pipeline.language.reader import Reader

#: The day on which all examples are released; *today* is this day, a Wednesday.
RELEASED = dt.date(2021, 3, 10)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An example that does not give what it must: how its sentence was read."""

    frame: Frame
    example: Example
    trial: Trial

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        """What was expected and found, and the clauses as they were understood."""
        sort = "an example" if self.example.finds else "a counterexample"
        yield f"{self.frame.path}:{self.example.line}: {sort} of {self.frame.name} fails"
        yield from (f"  {line}" for line in self.example.text.splitlines())
        yield f"  expected: {self._expected()}"
        found = [e for e in self.trial.events if e.frame == self.frame.name]
        yield "  found:" + ("" if found else " none")
        yield from (f"    {line}" for event in found for line in event_lines(event))
        near = [m for m in self.trial.misses if m.frame == self.frame.name] if not found else []
        yield from (f"    {line}" for line in miss_lines(near))
        yield "  clauses:" + ("" if self.trial.clauses else " none")
        for clause in self.trial.clauses:
            yield from (f"    {line}" for line in clause_lines(clause))

    def _expected(self) -> str:
        if self.example.finds is None:
            return f"no {self.frame.event}"
        wanted = wants(self.example)
        roles = "; ".join(f"{role}: {', '.join(names)}" for role, names in wanted.items())
        return f"{self.frame.event} with {roles}"


def shortfall(reader: Reader, frame: Frame, example: Example) -> Shortfall | None:
    """What is wrong with what an example gives; None if it gives what it must.

    A sentence that must find something finds it among the events of the frame; a counterexample
    has no such event. An example without a status is about something done.
    """
    trace = reader.trace(as_release(example.text, RELEASED))
    facts = trace.facts
    events = [e for e in facts.events if e.frame == frame.name]
    if example.finds is None:
        right = not events
    else:
        wanted = wants(example).items()
        right = any(all(_holds(e, r, w, facts) for r, w in wanted) for e in events)
    return None if right else Shortfall(frame, example, trial_of(trace, [frame]))


def wants(example: Example) -> dict[str, tuple[str, ...]]:
    """What an example must find, its status among it."""
    return {"status": ("occurred",), **(example.finds or {})}


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
