"""Gazetteer files: SKOS concepts in Turtle, read into entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from pipeline.errors import CommuniqueError
from pipeline.gazetteer.entries import Entry, fold
from pipeline.models import EntityKind
from pipeline.vocabulary import BASE, CMQ, ORG, RDF, SKOS

_KINDS = {CMQ + kind.value: kind for kind in EntityKind}
_TYPE = RDF + "type"
_LABEL, _IN_CONTEXT = SKOS + "prefLabel", CMQ + "contextualLabel"
_NAMES = (_LABEL, SKOS + "altLabel", CMQ + "formerLabel", _IN_CONTEXT)
_DEMONYMS = (CMQ + "adjective", CMQ + "demonym")
_GOVERNS, _COUNTRY, _PART_OF = CMQ + "governmentOf", CMQ + "country", ORG + "subOrganizationOf"

#: What the files say about one concept: property → values, in the order of the file.
Described = dict[str, list[str]]


class GazetteerError(CommuniqueError):
    """A gazetteer file cannot be used as it is."""


def held(path: Path) -> bytes:
    """The bytes of a gazetteer file."""
    try:
        return path.read_bytes()
    except OSError as error:
        what = error.strerror or str(error)
        raise GazetteerError(what, where=str(path), remedy="name a Turtle file") from error


def read(path: Path, data: bytes) -> dict[str, Described]:
    """What the bytes of one Turtle file say about each concept, by id."""
    found: dict[str, Described] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in parse(data, format=RdfFormat.TURTLE):
            found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    except SyntaxError as error:
        what = f"not Turtle: {error}"
        raise GazetteerError(what, where=str(path), remedy="mend the line it names") from error
    for iri, said in found.items():
        _check(path, iri, said)
    return {iri[len(BASE) :]: said for iri, said in found.items()}


def _check(path: Path, iri: str, said: Described) -> None:
    """Raise unless a concept has an IRI of ours, a class and a name."""
    if not iri.startswith(BASE):
        what, remedy = f"describes {iri}", f"give concepts IRIs that begin {BASE}"
    elif not any(type_ in _KINDS for type_ in said.get(_TYPE, ())):
        choices = ", ".join(kind.value for kind in EntityKind)
        what, remedy = f"<{iri}> has no class", f"add 'a cmq:X' with X one of {choices}"
    elif not said.get(_LABEL):
        what, remedy = f"<{iri}> has no name", "add a skos:prefLabel"
    else:
        return
    raise GazetteerError(what, where=str(path), remedy=remedy)


def check_links(path: Path, concepts: dict[str, Described], known: dict[str, Described]) -> None:
    """Raise unless each link of a user's concepts leads to a concept of some file."""
    for id_, term in product(concepts, (_GOVERNS, _COUNTRY, _PART_OF)):
        other = _id(concepts[id_], term)
        if other and (other not in known or (term != _PART_OF and not _is_country(other))):
            what = f"<{BASE}{id_}> links by <{term}> to {other!r}"
            remedy = "link to a concept of the gazetteer, such as <country/HN>"
            raise GazetteerError(what, where=str(path), remedy=remedy)


def _is_country(id_: str) -> bool:
    return id_.startswith("country/")


def entry(id_: str, said: Described) -> Entry:
    """The entry that a concept's properties describe."""
    government_of = _id(said, _GOVERNS)
    country = id_ if _is_country(id_) else government_of or _id(said, _COUNTRY)
    return Entry(
        id=id_,
        kind=_KINDS[next(filter(_KINDS.__contains__, said[_TYPE]))],
        label=said[_LABEL][0],
        names=_spellings(said, _NAMES),
        demonyms=_spellings(said, _DEMONYMS),
        parent=_id(said, _PART_OF),
        government_of=government_of,
        country=country.removeprefix("country/") if country else None,
        ambiguous=_spellings(said, (_IN_CONTEXT,)),
    )


def _spellings(said: Described, terms: Iterable[str]) -> tuple[str, ...]:
    """The values of some properties folded, each once, in order."""
    found = [value for term in terms if term in said for value in said[term]]
    return tuple(dict.fromkeys(map(fold, found))) if found else ()


def _id(said: Described, term: str) -> str | None:
    """The id of the entry that a property links to."""
    return said[term][0].removeprefix(BASE) if term in said else None
