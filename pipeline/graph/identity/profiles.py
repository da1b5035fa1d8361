"""What each document says of each entity it names: the ground on which two are compared."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.graph.identity.names import fold

#: The classes of entities whose identity across releases is in question. Countries, governments
#: and what the gazetteer lists are known already; places are told apart by their names alone.
PEOPLE, BODIES, DEALS = "Person", "Organization", "Agreement"

#: Words of titles that come and go with time.
_IN_PASSING = frozenset("acting current former of the then".split())


@dataclass(frozen=True, slots=True)
class Office:
    """A post that someone holds or held: its title, and the body it belongs to, if stated."""

    title: str
    body: str | None
    body_name: str | None
    former: bool

    @property
    def key(self) -> tuple[str, str, bool]:
        """The order of offices."""
        return self.title, self.body or "", self.former


def country_of(body: str | None) -> str | None:
    """The country that a body serves, by two letters, as the ids of listed bodies tell it.

    >>> country_of("https://w3id.org/communique/id/agency/us-dhs")
    'US'
    """
    *_, kind, code = f"//{body or ''}".split("/")
    if kind == "agency" and "-" in code:
        return code.partition("-")[0].upper()
    return code if kind in {"government", "country"} else None


def title(office: Office) -> str:
    """The words of a title that tell one office from others."""
    return " ".join(word for word in fold(office.title) if word not in _IN_PASSING)


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity as one document has it.

    ``home`` is the country of those who published the document, if one.
    ``names`` begins with its label; ``beside`` holds the IRIs of shared entities and the labels of
    others that the document names too; ``parts`` are the roles it plays in events. ``passage`` is
    where the document first names it. ``official``, ``parties`` and ``days`` tell of agreements.
    """

    iri: str
    document: str
    kind: str
    names: tuple[str, ...]
    passage: str | None
    day: str | None
    publishers: frozenset[str]
    home: str | None = None
    offices: tuple[Office, ...] = ()
    beside: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    official: str | None = None
    instrument: str | None = None
    parties: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The fullest name."""
        return self.names[0]

    @property
    def key(self) -> tuple[str, str]:
        """The entity and the document: unique among profiles, and their order."""
        return self.iri, self.document


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as one document has it: its type, kind, status, day and who takes which part.

    ``sums`` are the amounts of money in it, by value and currency.
    """

    iri: str
    document: str
    type: str
    kind: str | None
    status: str
    date: str | None
    fillers: frozenset[tuple[str, str]]
    passage: str | None
    day: str | None = None
    sums: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Showing:
    """That a document of a day shows a person in an office, or out of it."""

    person: str
    document: str
    day: str | None
    office: Office
    acting: bool
    passage: str | None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that graphs say of their entities and events, in the order of documents and IRIs."""

    profiles: tuple[Profile, ...]
    happenings: tuple[Happening, ...]
    documents: int
    showings: tuple[Showing, ...] = ()
