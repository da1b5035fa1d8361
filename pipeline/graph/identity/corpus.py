"""Read profiles and happenings from graphs, one file after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from pipeline.graph.identity.profiles import (
    BODIES,
    DEALS,
    PEOPLE,
    Corpus,
    Happening,
    Office,
    Profile,
    Showing,
    country_of,
)
from pipeline.graph.read import document_name, graph_files, parse_file
from pipeline.graph.terms import CMQ, DCTERMS, ITSRDF, ORG, RDF, RDFS, SCHEMA, SKOS
from pipeline.vocabulary import EVENT_ROLES

_ENTITIES = frozenset({PEOPLE, BODIES, "Agency", DEALS})

_NAMES = str(ITSRDF.taIdentRef)

_OWN = "acting date dateSigned evidence former kind party status"

#: The properties that tell of entities and events; all others are passed over unread.
_WANTED = frozenset(
    {
        _NAMES,
        *map(str, (RDF.type, RDFS.label, SKOS.altLabel)),
        *map(str, (DCTERMS.issued, DCTERMS.isPartOf, DCTERMS.publisher, DCTERMS.title)),
        *map(str, (ORG.member, ORG.role, ORG.organization)),
        *(str(CMQ[local]) for local in _OWN.split()),
        *(str(SCHEMA[local]) for local in ("currency", "value")),
        *(str(CMQ[role]) for roles in EVENT_ROLES.values() for role in roles),
    }
)

#: The values of each property of one subject.
_Said: TypeAlias = Mapping[str, Sequence[str]]


def read_corpus(graphs: Iterable[Path]) -> Corpus:
    """The profiles and happenings of graphs in files and folders, one file after the other.

    Raises :class:`~pipeline.errors.GraphError` for files that are missing or broken.
    """
    profiles: list[Profile] = []
    happenings: list[Happening] = []
    showings: list[Showing] = []
    documents = set()
    for path in graph_files(graphs):
        for name, quads in sorted(_by_document(path).items()):
            documents.add(name)
            described = _described(name, quads)
            profiles += described.profiles()
            happenings += described.happenings()
            showings += described.showings()
    return Corpus(
        tuple(sorted(profiles, key=lambda p: p.key)),
        tuple(sorted(happenings, key=lambda h: (h.iri, h.document))),
        len(documents),
        tuple(sorted(showings, key=lambda s: (s.document, s.person, s.office.key, s.acting))),
    )


def _by_document(path: Path) -> Mapping[str, Sequence[ox.Quad]]:
    """The statements of a file by document; all are of one where the file names no graph."""
    quads = parse_file(path)
    found: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        graph = quad.graph_name
        found[graph.value if isinstance(graph, ox.NamedNode) else ""].append(quad)
    if unnamed := found.pop("", None):
        name = document_name(unnamed)
        found[name.value if name else path.resolve().as_uri()] += unnamed
    return found


def _described(name: str, quads: Iterable[ox.Quad]) -> _Described:
    """What a document says, its passages left aside but for what they name."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    mentions: dict[str, tuple[int, str]] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if predicate not in _WANTED:
            continue
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
            continue
        if predicate == _NAMES:
            start = int(subject.value.rpartition("=")[2].partition(",")[0])
            if (start, subject.value) < mentions.get(value.value, (start + 1, "")):
                mentions[value.value] = start, subject.value
        elif "#char=" not in subject.value:
            said[subject.value][predicate].append(value.value)
    first = {entity: iri for entity, (_, iri) in mentions.items()}
    return _Described(name, said, first)


class _Described:
    """The statements of one document, by subject and property."""

    def __init__(self, name: str, said: Mapping[str, _Said], mentions: Mapping[str, str]) -> None:
        self.name = name
        self.said = said
        self.mentions = mentions
        self.of_class: dict[str, list[str]] = defaultdict(list)
        for subject, properties in said.items():
            for type_ in properties.get(str(RDF.type), ()):
                self.of_class[type_].append(subject)
        self.release = self._release()
        self.day = _first(self.release, str(DCTERMS.issued))

    def _release(self) -> _Said:
        releases = sorted(self.of_class.get(str(CMQ.Release), ()))
        whole = [iri for iri in releases if not self.said[iri].get(str(DCTERMS.isPartOf))]
        return self.said[whole[0]] if whole else {}

    # -- entities ----------------------------------------------------------------------------------

    def profiles(self) -> Iterator[Profile]:
        publishers = frozenset(self._label(p) for p in self.release.get(str(DCTERMS.publisher), ()))
        offices, parts = self._offices(), self._parts()
        named = [iri for kind in sorted(_ENTITIES) for iri in self.of_class.get(str(CMQ[kind]), ())]
        tokens = {iri: self._token(iri) for iri in named}
        for iri in sorted(named):
            said = self.said[iri]
            yield Profile(
                iri=iri,
                document=self.name,
                kind=self._kind(said),
                names=(self._label(iri), *sorted(said.get(str(SKOS.altLabel), ()))),
                passage=self.mentions.get(iri),
                day=self.day,
                publishers=publishers,
                home=self._home(),
                offices=offices.get(iri, ()),
                beside=frozenset(t for other, t in tokens.items() if other != iri and t),
                parts=parts.get(iri, frozenset()),
                official=_first(said, str(DCTERMS.title)),
                instrument=_first(said, str(CMQ.kind)),
                parties=frozenset(said.get(str(CMQ.party), ())),
                days=frozenset(said.get(str(CMQ.dateSigned), ())),
            )

    def _kind(self, said: _Said) -> str:
        local = {t.removeprefix(str(CMQ)) for t in said.get(str(RDF.type), ())}
        return BODIES if "Agency" in local else min(local & _ENTITIES)

    def _token(self, iri: str) -> str:
        """What stands for an entity in another's company: its IRI if shared, else its label."""
        return "" if "/publisher/" in iri else self._label(iri).casefold()

    def _label(self, iri: str) -> str:
        labels = self.said.get(iri, {}).get(str(RDFS.label), ())
        return min(labels, default=iri.rpartition("/")[2])

    def _home(self) -> str | None:
        """The country of the listed bodies that published the document, if it is one."""
        found = {country_of(iri) for iri in self.release.get(str(DCTERMS.publisher), ())} - {None}
        return found.pop() if len(found) == 1 else None

    def _offices(self) -> Mapping[str, tuple[Office, ...]]:
        found: dict[str, set[Office]] = defaultdict(set)
        for showing in self.showings():
            found[showing.person].add(showing.office)
        return {
            person: tuple(sorted(held, key=lambda o: (o.title, o.body or "")))
            for person, held in found.items()
        }

    def showings(self) -> Iterator[Showing]:
        """Who is shown in which office, and who is shown to have left it."""
        for iri in sorted(self.of_class.get(str(ORG.Membership), ())):
            said = self.said[iri]
            body = _first(said, str(ORG.organization))
            former, acting = (_first(said, str(CMQ[of])) == "true" for of in ("former", "acting"))
            for person, role in product(said.get(str(ORG.member), ()), said.get(str(ORG.role), ())):
                name = self._label(body) if body else None
                office = Office(self._label(role), body, name, former)
                shown = _first(said, str(CMQ.evidence)) or self.mentions.get(person)
                yield Showing(person, self.name, self.day, office, acting, shown)

    # -- events ------------------------------------------------------------------------------------

    def _events(self) -> Iterator[tuple[str, str]]:
        for type_ in EVENT_ROLES:
            for iri in self.of_class.get(str(CMQ[type_]), ()):
                yield iri, type_

    def _fillers(self, iri: str, type_: str) -> Iterator[tuple[str, str]]:
        for role in EVENT_ROLES[type_]:
            yield from ((role, value) for value in self.said[iri].get(str(CMQ[role]), ()))

    def _sums(self, event: _Said) -> Iterator[tuple[str, str]]:
        """The amounts of an event that have a value and a currency."""
        for amount in event.get(str(CMQ.amount), ()):
            said = self.said.get(amount, {})
            value, currency = (_first(said, str(SCHEMA[of])) for of in ("value", "currency"))
            if value and currency:
                yield value, currency

    def _parts(self) -> Mapping[str, frozenset[str]]:
        """The roles each entity plays in events."""
        found: dict[str, set[str]] = defaultdict(set)
        for iri, type_ in self._events():
            for role, value in self._fillers(iri, type_):
                found[value].add(role)
        return {entity: frozenset(roles) for entity, roles in found.items()}

    def happenings(self) -> Iterator[Happening]:
        for iri, type_ in sorted(self._events()):
            said = self.said[iri]
            yield Happening(
                iri=iri,
                document=self.name,
                type=type_,
                kind=_first(said, str(CMQ.kind)),
                status=(_first(said, str(CMQ.status)) or "").removeprefix(str(CMQ)),
                date=_first(said, str(CMQ.date)),
                fillers=frozenset(self._fillers(iri, type_)),
                passage=_first(said, str(CMQ.evidence)),
                day=self.day,
                sums=frozenset(self._sums(said)),
            )


def _first(said: _Said, term: str) -> str | None:
    return min(said.get(term, ()), default=None)
