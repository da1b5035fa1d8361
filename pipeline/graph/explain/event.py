"""An event: who took part, the passages that state it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from pipeline.graph.explain.lines import columns, quoted, source
from pipeline.graph.explain.node import Node, last_part
from pipeline.graph.explain.passages import Mark, in_context, span_of

#: What is said of an event beside who and what fills its roles.
_NO_ROLES = frozenset(
    ("type", "status", "confidence", "kind", "frame", "date", "endDate", "evidence", "mention",
     "trigger", "dated", "reportedIn", "support", "doubt", "comment", "label")
)  # fmt: skip

Roles = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


def tell_event(event: Node) -> Iterator[str]:
    """An event with its roles, its passages in their place, its frame and its confidence."""
    yield f"{_heading(event)}: {event.short}"
    yield f"  {event.iri.value}"
    roles = _roles(event)
    yield from columns(
        [(r, "; ".join(_named(event, v) for v in vs)) for r, vs in roles.items()], "  "
    )
    marks = _marks(event, roles)
    for release in event.things("cmq:reportedIn"):
        yield ""
        yield from source(release)
        yield from _stated(event, release, marks)
    yield ""
    yield from _rests_on(event)


def _heading(event: Node) -> str:
    status = [one.short.lower() for one in event.things("cmq:status")]
    kind = [one.short for one in event.things("cmq:kind")]
    days = [day for day in (event.value("cmq:date"), event.value("cmq:endDate")) if day]
    return ", ".join(
        (" ".join(event.classes), *kind, *status, *([" to ".join(days)] if days else []))
    )


def _roles(event: Node) -> Roles:
    found: dict[str, list[ox.NamedNode | ox.Literal]] = {}
    for term, value in event.said():
        if last_part(term) not in _NO_ROLES:
            found.setdefault(last_part(term), []).append(value)
    return found


def _named(event: Node, value: ox.NamedNode | ox.Literal) -> str:
    if isinstance(value, ox.Literal):
        return quoted(value.value)
    one = Node(event.store, value)
    return f"{one.label} ({' '.join(one.classes)})"


def _marks(event: Node, roles: Roles) -> list[Mark]:
    """The words that announce the event between stars, those that fill its roles in brackets."""
    marks = [Mark(span_of(passage), "*", "*") for passage in event.things("cmq:trigger")]
    marks += [Mark(span_of(passage), "[date: ", "]") for passage in event.things("cmq:dated")]
    for passage in event.things("cmq:mention"):
        filled = ", ".join(_filled(passage, roles)) or "told"
        marks.append(Mark(span_of(passage), f"[{filled}: ", "]"))
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


def _stated(event: Node, release: Node, marks: Sequence[Mark]) -> Iterator[str]:
    """The passages of a release that state an event, and the fillers that are named elsewhere."""
    text = release.value("nif:isString") or ""
    passages = sorted(map(span_of, event.things("cmq:evidence")), key=lambda s: s.start)
    for span in passages:
        yield f"  characters {span.start} to {span.end}:"
        yield f"    {in_context(text, span, [m for m in marks if span.covers(m.span)])}"
    for mark in sorted(marks, key=lambda m: m.span.start):
        if not any(span.covers(mark.span) for span in passages):
            yield f"  elsewhere, characters {mark.span.start} to {mark.span.end}:"
            yield f"    {in_context(text, mark.span, [mark])}"


def _rests_on(event: Node) -> Iterator[str]:
    """The frame and the words it fired on, the confidence, and what speaks for and against."""
    words = dict.fromkeys(p.value("nif:anchorOf") or "" for p in event.things("cmq:trigger"))
    fired = " on " + ", ".join(f"“{word}”" for word in words) if words else ""
    yield f"  found by the frame {event.value('cmq:frame') or '?'}{fired}"
    yield f"  confidence {event.value('cmq:confidence')}"
    for term, said in (("cmq:support", "for it"), ("cmq:doubt", "against it")):
        if reasons := event.values(term):
            yield f"    {said}: {'; '.join(reasons)}"
