"""A graph in hand: its events, questions about it, and what other libraries make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, TypedDict, Unpack

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.answering import answer_in
from pipeline.graph.explain import explain_in
from pipeline.graph.explain.facts import facts_of
from pipeline.graph.explain.find import find
from pipeline.graph.explain.node import Node, iri
from pipeline.graph.given import things_called
from pipeline.graph.query import Answer, ask
from pipeline.graph.questions import find as find_question
from pipeline.graph.questions import questions
from pipeline.outlets.highlight import fragment
from pipeline.outlets.network import Network, network_of

from .facts import Event, event_of
from .tables import dataframe

if TYPE_CHECKING:
    import pandas as pd

#: Events that a notebook shows at once: a page or two.
_SHOWN = 20

_UNION = ox.DefaultGraph()


class Narrowed(TypedDict, total=False):
    """What narrows events down; see :meth:`Graph.of`."""

    since: str | None
    until: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing to look at: text where text is printed, coloured words in a notebook."""

    node: Node

    def __str__(self) -> str:
        return explain_in(self.node.store, self.node.iri.value)

    def _repr_html_(self) -> str:
        return fragment(self.node)


class Graph:
    """The facts of some releases. :func:`pipeline.extract` and :func:`pipeline.read` give one.

    ``store`` holds the triples, a named graph for each document and their union by default.
    ``refused`` says which documents could not be read, and why.
    """

    def __init__(self, store: ox.Store, refused: tuple[str, ...] = ()) -> None:
        self.store = store
        self.refused = refused

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, whether they happened or not, by date; those without one last."""
        return self._events(None)

    def signings(self, with_: str | None = None, **narrowed: Unpack[Narrowed]) -> tuple[Event, ...]:
        """Signings and other conclusions of agreements; see :meth:`of`."""
        return self.of("Signing", with_, **narrowed)

    def statements(
        self, with_: str | None = None, **narrowed: Unpack[Narrowed]
    ) -> tuple[Event, ...]:
        """Direct quotations; see :meth:`of`."""
        return self.of("Statement", with_, **narrowed)

    def meetings(self, with_: str | None = None, **narrowed: Unpack[Narrowed]) -> tuple[Event, ...]:
        """Meetings, visits and calls; see :meth:`of`."""
        return self.of("Meeting", with_, **narrowed)

    def appointments(
        self, with_: str | None = None, **narrowed: Unpack[Narrowed]
    ) -> tuple[Event, ...]:
        """Nominations, appointments and resignations; see :meth:`of`."""
        return self.of("Appointment", with_, **narrowed)

    def legal_actions(
        self, with_: str | None = None, **narrowed: Unpack[Narrowed]
    ) -> tuple[Event, ...]:
        """From arrest to settlement; see :meth:`of`."""
        return self.of("LegalAction", with_, **narrowed)

    def sanctions(
        self, with_: str | None = None, **narrowed: Unpack[Narrowed]
    ) -> tuple[Event, ...]:
        """Sanctions and designations; see :meth:`of`."""
        return self.of("Sanction", with_, **narrowed)

    def awards(self, with_: str | None = None, **narrowed: Unpack[Narrowed]) -> tuple[Event, ...]:
        """Awards of money; see :meth:`of`."""
        return self.of("Award", with_, **narrowed)

    def of(
        self,
        type: str,  # noqa: A002 - as an event has it
        with_: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str | None = "Occurred",
    ) -> tuple[Event, ...]:
        """The events of a class of the ontology, such as ``LegalAction``, by date.

        ``with_`` keeps those in which somebody of that name has a role: their label, another
        spelling, their IRI or the end of it. ``since`` and ``until`` are days, months or years
        and keep events whose date is known. ``status`` keeps what happened unless it is another
        or None. Raises :class:`~pipeline.errors.GraphError` for a name that nobody has.
        """
        return tuple(
            event
            for event in self._events(with_)
            if type in event.type.split()
            and status in (None, event.status)
            and _is_within(event.date, since, until)
        )

    def _events(self, with_: str | None) -> tuple[Event, ...]:
        nodes = self._all_events() if with_ is None else self._events_of(with_)
        return tuple(sorted(map(event_of, nodes), key=lambda e: (e.date or "~", e.iri)))

    def _all_events(self) -> list[Node]:
        reported = self.store.quads_for_pattern(None, iri("cmq:reportedIn"), None, _UNION)
        subjects = {q.subject for q in reported if isinstance(q.subject, ox.NamedNode)}
        return [Node(self.store, subject) for subject in subjects]

    def _events_of(self, name: str) -> list[Node]:
        found = {
            fact.iri.value: fact
            for thing in things_called(name, "entity", self.store)
            for _, fact in facts_of(Node(self.store, thing))
        }
        return [fact for fact in found.values() if fact.is_a("cmq:Event")]

    def query(self, sparql: str) -> Answer:
        """The answer to a question in SPARQL; our prefixes need not be declared."""
        return ask(self.store, sparql)

    def ask(self, question: str, **given: str) -> tuple[dict[str, str], ...]:
        """The rows that answer a named question, such as ``signed-with``, values by variable.

        A parameter whose name is a word of Python has a line below it: ``with_="Honduras"``.
        """
        parameters = {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}
        found = answer_in(self.store, find_question(question, questions()), parameters)
        return tuple(
            {
                name: str(getattr(term, "value", term))
                for name, term in zip(found.variables, row, strict=True)
                if term is not None
            }
            for row in found.rows
        )

    def explain(self, name: str) -> Shown:
        """What the graph holds of a thing and the words that say so.

        ``name`` is its IRI, the end of it, or its label. Print it, or let a notebook show it.
        """
        return Shown(Node(self.store, find(self.store, name)))

    def to_networkx(self) -> Network:
        """A directed multigraph of events and who is in them; see ``pipeline.outlets.network``."""
        return network_of(self.store)

    def to_dataframe(self) -> pd.DataFrame:
        """A table of all events for pandas, a row each; roles are columns of labels."""
        return dataframe(self.events)

    def __repr__(self) -> str:
        refused = f", {len(self.refused)} documents refused" if self.refused else ""
        return f"<Graph of {len(self.events)} events{refused}>"

    def _repr_html_(self) -> str:
        shown = "".join(event._repr_html_() for event in self.events[:_SHOWN])
        more = len(self.events) - _SHOWN
        return f"<p>{escape(repr(self))}</p>{shown}" + (f"<p>and {more} more</p>" * (more > 0))


def _is_within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date lies in a time, as the named questions have it: a bare year counts as well."""
    for day in (since, until):
        if day and not re.fullmatch(r"\d{4}(-\d{2}){0,2}", day):
            raise GraphError(f"{day!r} is no day", remedy="give one such as 2019-09-27 or 2019")
    if not (since or until):
        return True
    if date is None:
        return False
    first = re.sub(r"(-01){1,2}$", "", since or "")
    return date >= first and (until is None or date[: len(until)] <= until)
