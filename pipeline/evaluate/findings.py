"""What graphs state, asked of them by the ontology's names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.evaluate.guide import ROLES, property_of
from pipeline.evaluate.record import Happening, Names, Office, Record
from pipeline.vocabulary import CMQ

_DCTERMS = "http://purl.org/dc/terms/"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_ORG = "http://www.w3.org/ns/org#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABELS = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#altLabel",
    "http://xmlns.com/foaf/0.1/name",
    _DCTERMS + "title",
)


def read_findings(graphs: Path) -> Iterator[Record]:
    """The records of a graph file, or of every graph file below a folder, in order of path."""
    paths = [graphs] if graphs.is_file() else sorted(p for p in graphs.rglob("*") if _format(p))
    if not paths:
        raise GraphError("no graphs here", where=str(graphs), remedy="run 'communique extract'")
    for path in paths:
        yield from _Graph(path).records()


def _format(path: Path) -> ox.RdfFormat | None:
    return ox.RdfFormat.from_extension(path.suffix.lstrip("."))


class _Graph:
    """One graph file, its triples by subject and predicate."""

    def __init__(self, path: Path) -> None:
        self._objects: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(dict)
        self._members: dict[str, list[str]] = defaultdict(list)
        try:
            for quad in ox.parse(path=path, format=_format(path)):
                self._add(quad)
        except (OSError, SyntaxError, ValueError) as error:
            reason = " ".join(str(error).split())
            raise GraphError(f"cannot be read ({reason})", where=str(path)) from error

    def _add(self, quad: ox.Quad) -> None:
        if not isinstance(quad.object, ox.NamedNode | ox.Literal):
            return  # the ontology has no blank nodes
        subject, predicate = str(quad.subject)[1:-1], quad.predicate.value
        self._objects[subject].setdefault(predicate, []).append(quad.object)
        if predicate == _TYPE:
            self._members[quad.object.value].append(subject)

    def records(self) -> Iterator[Record]:
        """One record for each document the graph tells of."""
        documents: dict[str, list[str]] = defaultdict(list)
        for release in sorted(self._members[CMQ + "Release"]):
            for source in self._values(release, _DCTERMS + "source"):
                documents[source].append(release)
        for source in sorted(documents):
            yield self._record(source, documents[source])

    def _record(self, source: str, releases: list[str]) -> Record:
        whole = [r for r in releases if not self._values(r, _DCTERMS + "isPartOf")]
        main = (whole or releases)[0]
        return Record(
            source=source,
            title=self._values(main, _DCTERMS + "title"),
            published=next(iter(self._values(main, _DCTERMS + "issued")), None),
            publisher=tuple(n for f in self._fillers(main, _DCTERMS + "publisher") for n in f),
            events=tuple(self._events(frozenset(releases))),
            posts=tuple(self._posts(frozenset(releases))),
        )

    def _events(self, releases: frozenset[str]) -> Iterator[Happening]:
        for kind, roles in ROLES.items():
            for event in sorted(set(self._members[CMQ + kind])):
                if releases & self._releases_of(event):
                    yield self._event(event, kind, roles)

    def _event(self, event: str, kind: str, roles: tuple[str, ...]) -> Happening:
        status = next(iter(self._values(event, CMQ + "status")), "")
        return Happening(
            type=kind,
            status=_local(status).lower(),
            roles={role: self._fillers(event, CMQ + property_of(role)) for role in roles},
            evidence=self._evidence(event),
            quotes=self._values(event, CMQ + "quote"),
        )

    def _posts(self, releases: frozenset[str]) -> Iterator[Office]:
        for membership in sorted(set(self._members[_ORG + "Membership"])):
            if releases & self._releases_of(membership):
                for person in self._fillers(membership, _ORG + "member"):
                    for post in self._fillers(membership, _ORG + "role"):
                        yield Office(person, post)

    def _releases_of(self, fact: str) -> frozenset[str]:
        """The releases a fact is reported in, by its own word or through its passages."""
        passages = self._values(fact, CMQ + "evidence")
        contexts = [r for p in passages for r in self._values(p, _NIF + "referenceContext")]
        return frozenset((*self._values(fact, CMQ + "reportedIn"), *contexts))

    def _evidence(self, fact: str) -> tuple[str, ...]:
        passages = sorted(self._values(fact, CMQ + "evidence"), key=self._begin)
        return tuple(w for p in passages for w in self._values(p, _NIF + "anchorOf"))

    def _begin(self, passage: str) -> tuple[int, str]:
        begins = self._values(passage, _NIF + "beginIndex")
        return (int(begins[0]) if begins else 0, passage)

    def _fillers(self, subject: str, predicate: str) -> tuple[Names, ...]:
        """The labels of each filler: a literal's own words, else those of the node."""
        objects = self._objects.get(subject, {}).get(predicate, [])
        fillers = {self._labels(o) if isinstance(o, ox.NamedNode) else (o.value,) for o in objects}
        return tuple(sorted(fillers))

    def _labels(self, node: ox.NamedNode) -> Names:
        labels = tuple(v for p in _LABELS for v in self._values(node.value, p))
        return labels or (_local(node.value),)

    def _values(self, subject: str, predicate: str) -> tuple[str, ...]:
        return tuple(sorted({o.value for o in self._objects.get(subject, {}).get(predicate, [])}))


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
