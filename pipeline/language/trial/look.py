"""Read sentences as a release is read, and tell what became of each of their parts."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.language.clauses import Argument, Clause
from pipeline.language.frames import Frame
from pipeline.language.mentions import Kind, Mention
from pipeline.language.trace import Trace
from pipeline.language.trial.misses import misses
from pipeline.language.trial.values import ArgumentSeen, ClauseSeen, EventSeen, Miss, NameSeen
from pipeline.models import Block, BlockKind, Event, Facts, Metadata, Release, Span

if TYPE_CHECKING:
    from pipeline.language.reader import Reader


#: What is no entity by itself.
_UNNAMED = frozenset((Kind.MONEY, Kind.OFFICE, Kind.LAW, Kind.AGREEMENT))


@dataclass(frozen=True, slots=True)
class Trial:
    """What sentences name, say and yield, and the frames that did not fire on them.

    ``unknown`` are the words that clauses turn on and that no frame has as its trigger.
    """

    text: str
    names: tuple[NameSeen, ...]
    clauses: tuple[ClauseSeen, ...]
    events: tuple[EventSeen, ...]
    misses: tuple[Miss, ...]
    unknown: tuple[str, ...]


def as_release(
    text: str, published: dt.date | None = None, publisher: str | None = None
) -> Release:
    """A text as a release of one paragraph for each of its lines."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*line.span())) for line in lines)
    issuer = (publisher,) if publisher else ()
    metadata = Metadata(published=published, publisher=issuer)
    return Release("example", 0, text, blocks, metadata)


def look(reader: Reader, release: Release) -> Trial:
    """How a reader understands a release of a few sentences."""
    return trial_of(reader.trace(release), reader.frames)


def trial_of(trace: Trace, frames: Sequence[Frame]) -> Trial:
    """What was made of a release, with why those of some frames that did not fire did not."""
    filled = _filled(trace)
    return Trial(
        trace.facts.release.text,
        tuple(_names(trace)),
        tuple(_clause(trace, clause, filled) for clause in trace.clauses),
        tuple(_event(event, trace.facts) for event in trace.facts.events),
        tuple(misses(frames, trace)),
        tuple(dict.fromkeys(_unknown(trace))),
    )


def _unknown(trace: Trace) -> Iterator[str]:
    return (c.lemma for c in trace.clauses if not any(trace.matcher.triggers(c)))


#: The roles that arguments fill, by the clause's unit and place, the relation and the argument's.
_Filled = Mapping[tuple[int, int, str, int], list[str]]


def _filled(trace: Trace) -> _Filled:
    firing = {found.frame.name for found in trace.found}
    filled: dict[tuple[int, int, str, int], list[str]] = defaultdict(list)
    for found in trace.found:
        for role, arguments in found.roles.items():
            called = role if len(firing) == 1 else f"{role} ({found.frame.name})"
            for one in arguments:
                place = (id(found.clause.unit), found.clause.index)
                filled[*place, one.relation, one.index].append(called)
    return filled


def _names(trace: Trace) -> Iterator[NameSeen]:
    text, facts = trace.facts.release.text, trace.facts
    labels = {entity.id: entity.label for entity in facts.entities}
    for entity in facts.entities:
        spelt = dict.fromkeys(" ".join(span.of(text).split()) for span in entity.mentions)
        also = (f"also “{words}”" for words in spelt if words != entity.label)
        yield NameSeen(entity.label, entity.kind.value, "; ".join((entity.id, *also)))
    for post in facts.posts:
        body = f", {labels[post.organization]}" if post.organization in labels else ""
        yield NameSeen(labels.get(post.person, post.person), "Post", post.title + body)
    known = {span for entity in facts.entities for span in entity.mentions}
    for mention in trace.named.mentions:
        span = trace.cast.words.span(mention.start, mention.end)
        if mention in trace.named.dates:
            yield NameSeen(span.of(text), mention.kind.value, _day(trace, mention))
        elif mention.kind in _UNNAMED and span not in known:
            yield NameSeen(span.of(text), mention.kind.value)


def _day(trace: Trace, mention: Mention) -> str:
    published = trace.facts.release.metadata.published
    first, last = trace.named.dates[mention].resolve(published)
    if first is None:
        return "which day it is needs the day of the release (--published)"
    return f"{first.iso} to {last.iso}" if last else first.iso


def _clause(trace: Trace, clause: Clause, filled: _Filled) -> ClauseSeen:
    unit = clause.unit
    plain = clause.voice in ("noun", "fragment")
    return ClauseSeen(
        unit.doc[clause.index].text,
        clause.lemma,
        clause.voice if plain else "verb",
        "" if plain else clause.voice,
        clause.status.value.lower(),
        clause.cues,
        unit.quotation is not None,
        tuple(_argument(trace, clause, one, filled) for one in clause.arguments),
    )


def _argument(trace: Trace, clause: Clause, one: Argument, filled: _Filled) -> ArgumentSeen:
    unit = clause.unit
    return ArgumentSeen(
        one.relation,
        trace.cast.words.span_text(*unit.tokens(one.first, one.last)),
        one.kind.value if one.kind else "",
        tuple(dict.fromkeys(filled.get((id(unit), clause.index, one.relation, one.index), ()))),
    )


def _event(event: Event, facts: Facts) -> EventSeen:
    labels = {entity.id: entity.label for entity in facts.entities}
    roles: dict[str, list[str]] = defaultdict(list)
    for filler in event.fillers:
        value = labels.get(filler.entity, filler.entity) if filler.entity else str(filler.literal)
        roles[filler.role].append(value)
    days = [day.iso for day in (event.date, event.end_date) if day]
    return EventSeen(
        event.type,
        event.kind,
        event.status.value.lower(),
        " to ".join(days) or None,
        event.frame,
        event.confidence,
        tuple((role, tuple(values)) for role, values in roles.items()),
        tuple(" ".join(span.of(facts.release.text).split()) for span in event.evidence),
        event.reasons,
        event.doubts,
    )
