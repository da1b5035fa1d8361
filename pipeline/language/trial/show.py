"""What was made of sentences on trial, as text to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.language.trial.look import Trial
from pipeline.language.trial.values import ClauseSeen, EventSeen, Miss


def show(trial: Trial) -> str:
    """All of it, under headings."""
    clauses = [line for clause in trial.clauses for line in clause_lines(clause)]
    events = [line for event in trial.events for line in event_lines(event)]
    parts = (
        ("Names", _names(trial)),
        ("Clauses", clauses or ["none: there is no verb, and no noun that a frame has"]),
        ("Events", events),
        ("Frames that did not fire", (*miss_lines(trial.misses), *_unknown(trial))),
    )
    return "\n\n".join((trial.text.strip(), *(_part(title, lines) for title, lines in parts)))


def _part(title: str, lines: Iterable[str]) -> str:
    return "\n".join((title, *(f"  {line}" for line in (list(lines) or ["none"]))))


def _names(trial: Trial) -> Iterator[str]:
    return columns([(name.words, name.kind, name.note) for name in trial.names])


def clause_lines(clause: ClauseSeen) -> Iterator[str]:
    """A clause: what it turns on, and below it its arguments with the roles they fill."""
    voice = f"{clause.voice} {clause.sort}".strip()
    cues = " by " + ", ".join(f"“{cue}”" for cue in clause.cues) if clause.cues else ""
    quoted = ", in a quotation" if clause.quoted else ""
    yield f"{clause.word}: {voice} {clause.lemma!r}, {clause.status}{cues}{quoted}"
    rows = [
        (one.relation, one.words, one.kind, f"→ {', '.join(one.roles)}" if one.roles else "")
        for one in clause.arguments
    ]
    yield from (f"  {line}" for line in columns(rows))


def event_lines(event: EventSeen) -> Iterator[str]:
    """An event: its class, status and day, and below it its roles and what it rests on."""
    told = (event.type, event.kind, event.status, event.date)
    yield f"{', '.join(t for t in told if t)} (frame {event.frame}, confidence {event.confidence})"
    rows = [(role, "; ".join(values)) for role, values in event.roles]
    yield from (f"  {line}" for line in columns(rows))
    yield from (f"  words: “{words}”" for words in event.words)
    if event.reasons:
        yield f"  for it: {'; '.join(event.reasons)}"
    if event.doubts:
        yield f"  against it: {'; '.join(event.doubts)}"


def miss_lines(misses: Sequence[Miss]) -> Iterator[str]:
    """Why frames did not fire, a user's own first."""
    for miss in sorted(misses, key=lambda miss: not miss.own):
        yield f"{miss.frame}: {miss.trigger} (line {miss.line})" if miss.trigger else miss.frame
        yield from (f"  {reason}" for reason in miss.because)


def _unknown(trial: Trial) -> Iterator[str]:
    if trial.unknown:
        yield f"no frame has a trigger for: {', '.join(trial.unknown)}"


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{c:<{w}}" for c, w in zip(row, widths, strict=True)).rstrip()
