"""What the graphs hold of a thing, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.graph.explain.event import tell_event
from pipeline.graph.explain.facts import event_row, facts_of, post_marks, post_rows
from pipeline.graph.explain.lines import columns, quoted, source
from pipeline.graph.explain.node import Node
from pipeline.graph.explain.passages import Mark, in_context, span_of

#: Mentions of one thing that are shown: more are counted.
_SHOWN = 5


def tell(thing: Node) -> Iterator[str]:
    """What a thing is, the words that state it, and what else is known of it."""
    for class_, telling in _TELLING.items():
        if thing.is_a(class_):
            yield from telling(thing)
            return
    yield from _tell_named(thing)


def _tell_post(post: Node) -> Iterator[str]:
    """Who holds which post, and the words that say so."""
    yield f"Post {post.short}"
    yield f"  {post.iri.value}"
    yield from columns(post_rows(post), "  ")
    for passage in post.things("cmq:evidence"):
        yield from _stated(passage, post_marks(post, passage))


def _tell_release(release: Node) -> Iterator[str]:
    """A release, and the facts it states by the names that they can be asked for by."""
    yield f"Release {release.short}"
    yield from source(release)
    events = release.from_("cmq:reportedIn")
    yield f"  {len(events)} events:" if events else "  no events"
    yield from columns([event_row(event) for event in events], "    ")


def _tell_passage(passage: Node) -> Iterator[str]:
    """A passage in its place, and what it states or names."""
    yield f"Passage {passage.short}"
    yield from _stated(passage, [])
    for term, said in (("cmq:evidence", "states"), ("cmq:mention", "fills a role of"),
                       ("cmq:trigger", "announces"), ("cmq:dated", "dates")):  # fmt: skip
        yield from (f"  {said} {one.short}" for one in passage.from_(term))
    yield from (f"  names {one.label} ({one.short})" for one in passage.things("itsrdf:taIdentRef"))


def _tell_named(thing: Node) -> Iterator[str]:
    """Someone or something that is named: its spellings, where, and the facts it is in."""
    yield f"{' '.join(thing.classes)} {thing.label}"
    yield f"  {thing.iri.value}"
    rows = [(name, "; ".join(map(quoted, values))) for name, values in _described(thing).items()]
    yield from columns(rows, "  ")
    facts = sorted({(e.iri.value, role): e for role, e in facts_of(thing)}.items())
    if facts:
        yield "  in these facts:"
        yield from columns([(role, *event_row(e)) for (_, role), e in facts], "    ")
    for aim in thing.things("cmq:evidence"):
        yield from _stated(aim, [])
    mentions = sorted(thing.from_("itsrdf:taIdentRef"), key=_place)
    for mention in mentions[:_SHOWN]:
        yield from _stated(mention, [])
    if len(mentions) > _SHOWN:
        yield f"  and in {len(mentions) - _SHOWN} more places"


def _place(mention: Node) -> tuple[str, int]:
    return mention.iri.value.partition("#")[0], span_of(mention).start


def _described(thing: Node) -> Mapping[str, list[str]]:
    """The properties of a thing beside its class and label, by their names."""
    found: dict[str, list[str]] = {}
    for term, value in thing.said():
        name = term.replace("#", "/").rpartition("/")[2]
        if name in ("type", "label", "evidence"):
            continue
        is_literal = not hasattr(value, "value") or value.__class__.__name__ == "Literal"
        shown = value.value if is_literal else Node(thing.store, value).label  # type: ignore[arg-type]
        found.setdefault(name, []).append(shown)
    return found


def _stated(passage: Node, marks: Sequence[Mark]) -> Iterator[str]:
    span = span_of(passage)
    for release in passage.things("nif:referenceContext"):
        yield ""
        yield from source(release)
        text = release.value("nif:isString") or ""
        yield f"  characters {span.start} to {span.end}:"
        yield f"    {in_context(text, span, marks)}"


_TELLING: Mapping[str, Callable[[Node], Iterator[str]]] = {
    "cmq:Event": tell_event,
    "org:Membership": _tell_post,
    "cmq:Release": _tell_release,
    "cmq:Passage": _tell_passage,
    "cmq:Mention": _tell_passage,
}
