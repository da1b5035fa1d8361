"""What a graph says, as Python values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from pipeline.graph.explain.event import roles_of
from pipeline.graph.explain.node import Node
from pipeline.graph.explain.passages import span_of
from pipeline.outlets.highlight import fragment


@dataclass(frozen=True, slots=True)
class Thing:
    """Someone or something that a graph names; ``kind`` is a class of the ontology: ``Person``."""

    iri: str
    kind: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a release: its characters from ``start`` to before ``end``, in code points."""

    iri: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """What a release says happened, or not.

    ``type``, ``kind`` and ``status`` are names of the ontology: ``Signing``, ``Treaty``,
    ``Occurred``. Dates are as precise as the text: ``2019-09-25``, ``2019-09`` or ``2019``.
    ``roles`` hold who and what fills each role: things, or words and numbers as text.
    ``confidence`` lies between 0 and 1. In a notebook an event shows its sentences.
    """

    iri: str
    type: str
    kind: str | None
    status: str
    date: str | None
    end_date: str | None
    roles: Mapping[str, tuple[Thing | str, ...]]
    passages: tuple[Passage, ...]
    release: Thing
    confidence: float
    node: Node = field(repr=False, compare=False)

    @property
    def words(self) -> str:
        """The passages that state it, in reading order."""
        return " … ".join(passage.words for passage in self.passages)

    def __getitem__(self, role: str) -> tuple[Thing | str, ...]:
        """Who or what fills a role; nobody where it is empty."""
        return self.roles.get(role, ())

    def __hash__(self) -> int:
        return hash(self.iri)

    def _repr_html_(self) -> str:
        return fragment(self.node)


def event_of(node: Node) -> Event:
    """An event of a store."""
    (release,) = node.things("cmq:reportedIn")[:1] or [node]
    passages = (passage_of(each) for each in node.things("cmq:evidence"))
    return Event(
        iri=node.iri.value,
        type=" ".join(node.classes),
        kind=_name(node, "cmq:kind"),
        status=_name(node, "cmq:status") or "",
        date=node.value("cmq:date"),
        end_date=node.value("cmq:endDate"),
        roles={
            role: tuple(_filler(node, value) for value in values)
            for role, values in roles_of(node).items()
        },
        passages=tuple(sorted(passages, key=lambda passage: passage.start)),
        release=thing_of(release),
        confidence=float(node.value("cmq:confidence") or 0),
        node=node,
    )


def thing_of(node: Node) -> Thing:
    """A thing of a store."""
    label = node.value("rdfs:label") or node.value("dcterms:title") or node.short
    return Thing(node.iri.value, " ".join(node.classes), label)


def passage_of(node: Node) -> Passage:
    """A passage of a store."""
    span = span_of(node)
    return Passage(node.iri.value, span.start, span.end, node.value("nif:anchorOf") or "")


def _filler(event: Node, value: ox.NamedNode | ox.Literal) -> Thing | str:
    return value.value if isinstance(value, ox.Literal) else thing_of(Node(event.store, value))


def _name(node: Node, term: str) -> str | None:
    return next((one.short for one in node.things(term)), None)
