"""The facts that something takes part in, and the posts among them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.graph.explain.node import Node, last_part
from pipeline.graph.explain.passages import Mark, Sort, span_of


def facts_of(thing: Node) -> Iterator[tuple[str, Node]]:
    """The facts that something takes part in, and as what."""
    found = thing.store.quads_for_pattern(None, None, thing.iri)
    for quad in found:
        fact = Node(thing.store, quad.subject)  # type: ignore[arg-type]  # no blank nodes
        if fact.is_a("cmq:Event") or fact.is_a("org:Membership"):
            yield last_part(quad.predicate.value), fact


def event_row(event: Node) -> tuple[str, ...]:
    """A fact in short: its name, its status and its day, where it has them."""
    status = event.things("cmq:status")
    return (event.short, status[0].short.lower() if status else "", event.value("cmq:date") or "")


def post_rows(post: Node) -> list[tuple[str, str]]:
    """Who holds a post, which, where, and how."""
    rows = [
        (name, "; ".join(thing.label for thing in things))
        for name, things in _fillers(post).items()
        if things
    ]
    rows += [(name, "yes") for name in ("acting", "former") if post.value(f"cmq:{name}") == "true"]
    return rows


def post_marks(post: Node, passage: Node) -> list[Mark]:
    """The words in a passage that name who holds a post, and where."""
    called = {one.iri.value: name for name, things in _fillers(post).items() for one in things}
    return [
        Mark(span_of(mention), Sort.ROLE, (called[thing],))
        for release in passage.things("nif:referenceContext")
        for mention in release.from_("nif:referenceContext")
        for thing in mention.values("itsrdf:taIdentRef")
        if thing in called and span_of(passage).covers(span_of(mention))
    ]


def _fillers(post: Node) -> dict[str, list[Node]]:
    terms = {"holder": "org:member", "post": "org:role", "in": "org:organization"}
    return {name: post.things(term) for name, term in terms.items()}
