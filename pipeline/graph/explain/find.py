"""Find a thing by the end of its IRI or by its label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.explain.node import LABELS, Node, iri, last_part

#: Things listed where a name is not clear: what fits a line or two.
_LISTED = 6


def find(store: ox.Store, name: str) -> ox.NamedNode:
    """The one thing a name means: an IRI, the end of one, the beginning of that end, or a label.

    Raises :class:`GraphError` where nothing is called so, or more than one thing.
    """
    wanted = name.strip().removeprefix("<").removesuffix(">")
    things = _things(store)
    for found in (
        [t for t in things if t.value == wanted],
        [t for t in things if t.value.endswith((f"/{wanted}", f"#{wanted}"))],
        _labelled(store, wanted),
        [t for t in things if len(wanted) > 3 and last_part(t.value).startswith(wanted)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise _unclear(store, name, found)
    raise _unknown(store, name, things)


def _things(store: ox.Store) -> list[ox.NamedNode]:
    """All that a graph describes, in order; passages are among them."""
    described = store.quads_for_pattern(None, iri("rdf:type"), None, ox.DefaultGraph())
    subjects = {quad.subject for quad in described}
    return sorted((s for s in subjects if isinstance(s, ox.NamedNode)), key=str)


def _labelled(store: ox.Store, wanted: str) -> list[ox.NamedNode]:
    folded = wanted.casefold()
    found = {
        quad.subject
        for label in LABELS
        for quad in store.quads_for_pattern(None, iri(label), None, ox.DefaultGraph())
        if isinstance(quad.subject, ox.NamedNode) and _text(quad.object).casefold() == folded
    }
    return sorted(found, key=str)


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def _unclear(store: ox.Store, name: str, found: Sequence[ox.NamedNode]) -> GraphError:
    shown = (f"{end} ({_hint(Node(store, one))})" for one, end in _ends(found))
    return GraphError(
        f"{len(found)} things are called {name!r}", remedy=f"give one of {_some(shown)}"
    )


def _hint(one: Node) -> str:
    """What tells a thing apart: its label, or the status and day of an event."""
    if not one.is_a("cmq:Event"):
        return one.label
    told = [status.short.lower() for status in one.things("cmq:status")]
    return ", ".join((*told, *one.values("cmq:date")))


def _ends(found: Sequence[ox.NamedNode]) -> list[tuple[ox.NamedNode, str]]:
    """Each thing with the shortest end of its IRI that no other of them has."""
    parts = [one.value.split("/") for one in found]
    ends = []
    for one, mine in zip(found, parts, strict=True):
        others = [p for p in parts if p is not mine]
        size = next(
            (n for n in range(1, len(mine) + 1) if all(p[-n:] != mine[-n:] for p in others)),
            len(mine),
        )
        ends.append((one, "/".join(mine[-size:])))
    return ends


def _unknown(store: ox.Store, name: str, things: Iterable[ox.NamedNode]) -> GraphError:
    ends = {last_part(one.value): one for one in things if "#char=" not in one.value}
    events = [end for end, one in ends.items() if Node(store, one).is_a("cmq:Event")]
    near = get_close_matches(name, ends, 1)
    guess = f"did you mean {near[0]!r}? " if near else ""
    remedy = (
        f"{guess}the events here are {_some(events)}"
        if events
        else f"{guess}no event lies in these graphs"
    )
    return GraphError(f"nothing here is called {name!r}", remedy=remedy)


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return ", ".join(listed[:_LISTED]) + more
