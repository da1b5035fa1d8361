"""One thing of a graph as a piece of HTML: an event, a post, a release, or whoever is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.graph.explain.event import (
    grounds_of,
    heading,
    marks_of,
    named,
    places_of,
    roles_of,
)
from pipeline.graph.explain.facts import facts_of, post_marks, post_rows
from pipeline.graph.explain.lines import quoted
from pipeline.graph.explain.node import Node
from pipeline.graph.explain.passages import Mark, Sort, in_context, marked, span_of
from pipeline.models import Span

from .manner import HTML, chip, text

#: Facts shown of someone who is in many: more are counted. A page of some 100 kB.
_SHOWN = 50

_SMALL = "font-size:0.85em;opacity:0.8"
_CARD = "border-left:3px solid #888;padding:0.1em 0 0.1em 1em;margin:1em 0;max-width:50em"
_BODY = "white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.9"


def fragment(thing: Node) -> str:
    """A thing as HTML that can stand in any page: it brings its style and runs nothing."""
    if thing.is_a("cmq:Event"):
        return _event(thing)
    if thing.is_a("org:Membership"):
        return _post(thing)
    if thing.is_a("cmq:Release"):
        return _release(thing)
    if thing.is_a("cmq:Passage") or thing.is_a("cmq:Mention"):
        return _card(f"Passage {thing.short}", thing, _quoted(thing, []))
    return _named(thing)


def _event(event: Node) -> str:
    roles = roles_of(event)
    marks = marks_of(event, roles)
    rows = [
        (role, " ".join(chip(role, named(event, value)) for value in values))
        for role, values in roles.items()
    ]
    quotes = [
        _quote(release, place.span, place.marks)
        for release in event.things("cmq:reportedIn")
        for place in places_of(event, marks)
    ]
    grounds = "<br>".join(map(text, grounds_of(event)))
    return _card(
        heading(event),
        event,
        _table(rows),
        *quotes,
        *map(_source, event.things("cmq:reportedIn")),
        f'<details><summary style="{_SMALL}">what it rests on</summary>'
        f'<p style="{_SMALL}">{grounds}</p></details>',
    )


def _post(post: Node) -> str:
    rows = [(name, chip(name, value)) for name, value in post_rows(post)]
    quotes = (_quoted(each, post_marks(post, each)) for each in post.things("cmq:evidence"))
    return _card("Post", post, _table(rows), *quotes)


def _release(release: Node) -> str:
    """The whole text of a release, all its events marked in it."""
    body = release.value("nif:isString") or ""
    events = release.from_("cmq:reportedIn")
    marks = {mark for event in events for mark in _all_marks(event)}
    shown = marked(body, Span(0, len(body)), marks, HTML) if body else ""
    told = "; ".join(heading(event) for event in events) or "no events"
    return _card(
        release.value("dcterms:title") or f"Release {release.short}",
        release,
        _source(release),
        f'<p style="{_SMALL}">{text(told)}</p>',
        f'<div dir="auto" style="{_BODY}">{shown}</div>',
    )


def _all_marks(event: Node) -> Iterator[Mark]:
    yield from (Mark(span_of(each), Sort.PASSAGE) for each in event.things("cmq:evidence"))
    yield from marks_of(event, roles_of(event))


def _named(thing: Node) -> str:
    """Someone or something that is named, with the facts it is in."""
    facts = {fact.iri.value: fact for _, fact in facts_of(thing)}
    shown = [facts[iri] for iri in sorted(facts)[:_SHOWN]]
    more = len(facts) - len(shown)
    return _card(
        f"{' '.join(thing.classes)} {quoted(thing.label)}",
        thing,
        *map(fragment, shown),
        f'<p style="{_SMALL}">and {more} more facts</p>' if more else "",
    )


def _card(title: str, thing: Node, *parts: str) -> str:
    return (
        f'<section style="{_CARD}"><h3 style="margin:0.3em 0"><bdi>{text(title)}</bdi></h3>'
        f'<p style="{_SMALL};margin:0"><bdi>{text(thing.iri.value)}</bdi></p>'
        f"{''.join(parts)}</section>"
    )


def _table(rows: Iterable[tuple[str, str]]) -> str:
    """Roles and what fills them, which is HTML already."""
    cells = (
        f'<dt style="{_SMALL}">{text(role)}</dt><dd style="margin:0"><bdi>{filled}</bdi></dd>'
        for role, filled in rows
    )
    grid = "display:grid;grid-template-columns:max-content 1fr;gap:0.3em 1em;margin:0.6em 0"
    return f'<dl style="{grid}">{"".join(cells)}</dl>'


def _quoted(passage: Node, marks: Iterable[Mark]) -> str:
    span = span_of(passage)
    return "".join(
        _quote(release, span, marks) + _source(release)
        for release in passage.things("nif:referenceContext")
    )


def _quote(release: Node, span: Span, marks: Iterable[Mark]) -> str:
    """A stretch of a release in its paragraph."""
    body = release.value("nif:isString") or ""
    shown = in_context(body, span, marks, HTML)
    return f'<p dir="auto" style="{_BODY}" title="{_place(span)}">{shown}</p>'


def _place(span: Span) -> str:
    return f"characters {span.start} to {span.end}"


def _source(release: Node) -> str:
    """Which release it is, with a link where it was on the web."""
    title = release.value("dcterms:title")
    issuers = (one.label for one in release.things("dcterms:publisher"))
    said = [f"“{quoted(title)}”" if title else "", *issuers, release.value("dcterms:issued") or ""]
    links = ", ".join(map(_link, release.values("dcterms:source")))
    return (
        f'<p style="{_SMALL}"><bdi>{text(", ".join(each for each in said if each))}</bdi>'
        f" · {links}</p>"
    )


def _link(document: str) -> str:
    """A document by its name; only an address on the web is a link."""
    shown = text(document)
    if not re.match(r"https?://", document):
        return f"<bdi>{shown}</bdi>"
    return f'<a rel="noreferrer noopener" href="{text(document)}"><bdi>{shown}</bdi></a>'
