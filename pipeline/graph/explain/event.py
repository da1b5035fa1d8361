"""An event: who took part, the passages that state it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from pipeline.graph.explain.lines import columns, quoted, source
from pipeline.graph.explain.node import Node, last_part
from pipeline.graph.explain.passages import Mark, Sort, in_context, span_of
from pipeline.models import Span

#: What is said of an event beside who and what fills its roles.
_NO_ROLES = frozenset(
    ("type", "status", "confidence", "kind", "frame", "date", "endDate", "evidence", "mention",
     "trigger", "dated", "reportedIn", "support", "doubt", "comment", "label")
)  # fmt: skip

Roles = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


def tell_event(event: Node) -> Iterator[str]:
    """An event with its roles, its passages in their place, its frame and its confidence."""
    yield f"{heading(event)}: {event.short}"
    yield f"  {event.iri.value}"
    roles = roles_of(event)
    yield from columns(
        [(r, "; ".join(named(event, v) for v in vs)) for r, vs in roles.items()], "  "
    )
    marks = marks_of(event, roles)
    for release in event.things("cmq:reportedIn"):
        yield ""
        yield from source(release)
        yield from _stated(event, release, marks)
    yield ""
    yield from (f"  {line}" for line in grounds_of(event))


def heading(event: Node) -> str:
    """What happened, of which kind, whether it did, and when."""
    status = [one.short.lower() for one in event.things("cmq:status")]
    kind = [one.short for one in event.things("cmq:kind")]
    days = [day for day in (event.value("cmq:date"), event.value("cmq:endDate")) if day]
    return ", ".join(
        (" ".join(event.classes), *kind, *status, *([" to ".join(days)] if days else []))
    )


def roles_of(event: Node) -> Roles:
    """Who and what fills the roles of an event, by their names."""
    found: dict[str, list[ox.NamedNode | ox.Literal]] = {}
    for term, value in event.said():
        if last_part(term) not in _NO_ROLES:
            found.setdefault(last_part(term), []).append(value)
    return found


def named(event: Node, value: ox.NamedNode | ox.Literal) -> str:
    """What fills a role, by its label and class, or in its words."""
    if isinstance(value, ox.Literal):
        return quoted(value.value)
    one = Node(event.store, value)
    return f"{one.label} ({' '.join(one.classes)})"


def marks_of(event: Node, roles: Roles) -> list[Mark]:
    """The words that announce the event, tell its day, or fill its roles."""
    marks = [Mark(span_of(passage), Sort.TRIGGER) for passage in event.things("cmq:trigger")]
    marks += [Mark(span_of(passage), Sort.ROLE, ("date",)) for passage in event.things("cmq:dated")]
    for passage in event.things("cmq:mention"):
        filled = tuple(_filled(passage, roles)) or ("told",)
        marks.append(Mark(span_of(passage), Sort.ROLE, filled))
    return marks


def _filled(passage: Node, roles: Roles) -> Iterator[str]:
    """The roles that a passage fills: by the thing it names, or by its words."""
    named = set(passage.values("itsrdf:taIdentRef"))
    words = quoted(passage.value("nif:anchorOf") or "")
    for role, values in roles.items():
        if any(_is(value, named, words) for value in values):
            yield role


def _is(value: ox.NamedNode | ox.Literal, named: set[str], words: str) -> bool:
    if isinstance(value, ox.NamedNode):
        return value.value in named
    return quoted(value.value) in words


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a release that states an event, or else holds what fills one of its roles."""

    span: Span
    marks: tuple[Mark, ...]
    is_elsewhere: bool


def places_of(event: Node, marks: Sequence[Mark]) -> Iterator[Place]:
    """The passages that state an event, in reading order, then the fillers named elsewhere."""
    passages = sorted(map(span_of, event.things("cmq:evidence")), key=lambda s: s.start)
    for span in passages:
        yield Place(span, tuple(m for m in marks if span.covers(m.span)), is_elsewhere=False)
    for mark in sorted(marks, key=lambda m: m.span.start):
        if not any(span.covers(mark.span) for span in passages):
            yield Place(mark.span, (mark,), is_elsewhere=True)


def _stated(event: Node, release: Node, marks: Sequence[Mark]) -> Iterator[str]:
    """The places in a release's text where an event is stated."""
    text = release.value("nif:isString") or ""
    for place in places_of(event, marks):
        before = "elsewhere, " if place.is_elsewhere else ""
        yield f"  {before}characters {place.span.start} to {place.span.end}:"
        yield f"    {in_context(text, place.span, place.marks)}"


def grounds_of(event: Node) -> Iterator[str]:
    """What an event rests on, line by line: its frame, its confidence, and what supports it."""
    words = dict.fromkeys(p.value("nif:anchorOf") or "" for p in event.things("cmq:trigger"))
    fired = " on " + ", ".join(f"“{word}”" for word in words) if words else ""
    yield f"found by the frame {event.value('cmq:frame') or '?'}{fired}"
    yield f"confidence {event.value('cmq:confidence')}"
    for term, said in (("cmq:support", "for it"), ("cmq:doubt", "against it")):
        if reasons := event.values(term):
            yield f"  {said}: {'; '.join(reasons)}"
