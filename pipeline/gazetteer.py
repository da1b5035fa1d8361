"""Names known beforehand: countries, their governments and agencies, international bodies, places.

The files ``ontology/gazetteer/*.ttl`` hold one SKOS concept per entry. What follows from them is
derived here: the governments, and spellings such as *US Department of Labor* or *Ministry of Law
of Singapore*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, product
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from pipeline.errors import CommuniqueError
from pipeline.models import EntityKind
from pipeline.vocabulary import BASE, CMQ, ORG, RDF, SKOS, ontology_directory

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


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone or something with a known name.

    ``names`` are all spellings that designate it, folded by :func:`fold`, the label first. The
    ``ambiguous`` ones among them (*Department of Justice*, *CBI*) do so only in a text from its own
    ``country`` (alpha-2). ``demonyms`` are a country's adjectives and the nouns for its people;
    ``parent`` is the id of the organization this one is part of.
    """

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    parent: str | None = None
    government_of: str | None = None
    country: str | None = None
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """Entries by id, and the spellings that lead to them, folded by :func:`fold`.

    A demonym that two countries share (*Dominican*, *Congolese*, *Korean*) leads to neither.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[str, ...]] = field(repr=False)
    demonyms: Mapping[str, str] = field(repr=False)

    def find(self, name: str, country: str | None = None) -> Entry | None:
        """The entry a name designates in a text issued in ``country``; none if undecided.

        In American texts *Georgia* may be the state or the country, so there it finds neither.
        """
        spelling = fold(name)
        bearers = (self.entries[id_] for id_ in self.names.get(spelling, ()))
        meant = [
            entry
            for entry in bearers
            if spelling not in entry.ambiguous or (country and entry.country == country)
        ]
        return meant[0] if len(meant) == 1 else None


def fold(spelling: str) -> str:
    """A spelling with plain apostrophes, *and* for *&*, single spaces and no leading article.

    >>> fold("the  People’s Republic of China")
    "People's Republic of China"
    """
    words = spelling.replace("’", "'").split()
    if "&" in words:
        words = ["and" if word == "&" else word for word in words]
    plain = " ".join(words)
    return plain[4:] if plain.startswith(("the ", "The ")) else plain


def load(extra: Sequence[Path] = ()) -> Gazetteer:
    """The project's gazetteer, with a user's own Turtle files added to it.

    Loaded once for each set of files. Raises :class:`GazetteerError` for a file that cannot be
    read, is not Turtle, or describes a concept without a label or a class.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Gazetteer:
    own = sorted((ontology_directory() / "gazetteer").glob("*.ttl"))
    files = {path: _read(path) for path in (*own, *extra)}
    described: dict[str, Described] = {}
    for id_, said in chain.from_iterable(file.items() for file in files.values()):
        _merge(described.setdefault(id_, {}), said)
    for path in extra:
        _check_links(path, files[path], described)
    entries = {id_: _entry(id_, said) for id_, said in described.items()}
    return _index(_with_derived(entries))


def _merge(known: Described, more: Described) -> None:
    for term, values in more.items():
        known.setdefault(term, []).extend(values)


def _read(path: Path) -> dict[str, Described]:
    """What one Turtle file says about each concept, by id."""
    found: dict[str, Described] = {}
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            said = found.setdefault(quad.subject.value, {})
            said.setdefault(quad.predicate.value, []).append(quad.object.value)
    except OSError as error:
        what = error.strerror or str(error)
        raise GazetteerError(what, where=str(path), remedy="name a Turtle file") from error
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


def _check_links(path: Path, concepts: dict[str, Described], known: dict[str, Described]) -> None:
    """Raise unless each link of a user's concepts leads to a concept of some file."""
    for id_, term in product(concepts, (_GOVERNS, _COUNTRY, _PART_OF)):
        other = _id(concepts[id_], term)
        if other and (other not in known or (term != _PART_OF and not _is_country(other))):
            what = f"<{BASE}{id_}> links by <{term}> to {other!r}"
            remedy = "link to a concept of the gazetteer, such as <country/HN>"
            raise GazetteerError(what, where=str(path), remedy=remedy)


def _is_country(id_: str) -> bool:
    return id_.startswith("country/")


def _entry(id_: str, said: Described) -> Entry:
    """The entry that a concept's properties describe."""
    government_of = _id(said, _GOVERNS)
    country = id_ if _is_country(id_) else government_of or _id(said, _COUNTRY)
    return Entry(
        id=id_,
        kind=next(_KINDS[type_] for type_ in said[_TYPE] if type_ in _KINDS),
        label=said[_LABEL][0],
        names=_folded(name for term in _NAMES if term in said for name in said[term]),
        demonyms=_folded(word for term in _DEMONYMS if term in said for word in said[term]),
        parent=_id(said, _PART_OF),
        government_of=government_of,
        country=country.removeprefix("country/") if country else None,
        ambiguous=_folded(said.get(_IN_CONTEXT, ())),
    )


def _id(said: Described, term: str) -> str | None:
    """The id of the entry that a property links to."""
    return said[term][0].removeprefix(BASE) if term in said else None


def _folded(spellings: Iterable[str]) -> tuple[str, ...]:
    """The spellings folded, each once, in order."""
    return tuple(dict.fromkeys(map(fold, spellings)))


def _with_derived(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries with the governments and the spellings that follow from a country's names."""
    full = dict(entries)
    voices = {e.country: _voice(e) for e in entries.values() if e.kind is EntityKind.COUNTRY}
    for entry in entries.values():
        if entry.kind is EntityKind.AGENCY:
            voice = voices.get(entry.country)
            qualified = _qualified(entry, voice) if voice else ()
            full[entry.id] = _also(entry, (*_commas(entry.names), *qualified))
        elif entry.kind is EntityKind.COUNTRY and entry.demonyms:
            government = _government(entry, voices[entry.country])
            known = entries.get(government.id, government)
            full[government.id] = _also(known, government.names)
    return full


def _also(entry: Entry, names: Iterable[str]) -> Entry:
    """The entry with more names, already folded."""
    return replace(entry, names=tuple(dict.fromkeys((*entry.names, *names))))


def _commas(names: Iterable[str]) -> Iterator[str]:
    """Enumerations with and without the comma before *and*."""
    for name in names:
        if ", and " in name:
            yield name.replace(", and ", " and ")
        elif "," in name:
            yield ", and ".join(name.rsplit(" and ", 1))


@dataclass(frozen=True, slots=True)
class _Voice:
    """How a country's releases and others' tell its bodies from those of the rest of the world."""

    prefixes: tuple[str, ...]  # United States, US, U.S.
    marks: tuple[str, ...]  # the prefixes, and the adjectives: Honduran
    states: tuple[str, ...]  # what stands after "of": Honduras, Republic of Honduras


def _voice(country: Entry) -> _Voice:
    prefixes = (fold(country.label), *(name for name in country.names if name.isupper()))
    peoples = country.demonyms
    adjectives = (people for people in peoples if people[:-1] not in peoples)
    states = (name for name in country.names if not name.isupper())
    return _Voice(prefixes, (*prefixes, *adjectives), tuple(states))


def _government(country: Entry, voice: _Voice) -> Entry:
    """A country's government: *Government of Honduras*, *Honduran government*."""
    names = [f"Government of {state}" for state in _with_article(country.names)]
    names += [f"{mark} {noun}" for mark in voice.marks for noun in ("Government", "government")]
    return Entry(
        id=country.id.replace("country/", "government/"),
        kind=EntityKind.GOVERNMENT,
        label=names[0],
        names=tuple(names),
        government_of=country.id,
        country=country.country,
    )


def _with_article(names: Iterable[str]) -> Iterator[str]:
    """Names as they may stand after *of*, with an article and without."""
    for name in names:
        yield from (name, f"the {name}")


def _qualified(agency: Entry, voice: _Voice) -> Iterator[str]:
    """An agency's names made unmistakable by its country, as other countries' releases do."""
    for name in filter(_is_phrase, agency.names):
        lead = next((p for p in voice.prefixes if name.startswith(p + " ")), None)
        if lead:
            yield from (prefix + name[len(lead) :] for prefix in voice.prefixes)
        elif not any(mark in name for mark in voice.marks):
            yield from (f"{mark} {name}" for mark in voice.marks)
            if name in agency.ambiguous:
                yield from (f"{name} of {state}" for state in _with_article(voice.states))
                yield f"{name}, Government of {voice.states[0]}"


def _is_phrase(name: str) -> bool:
    return " " in name


def _index(entries: dict[str, Entry]) -> Gazetteer:
    names: dict[str, list[str]] = {}
    peoples: dict[str, set[str]] = {}
    for entry in entries.values():
        for name in entry.names:
            names.setdefault(name, []).append(entry.id)
        for demonym in entry.demonyms:
            peoples.setdefault(demonym, set()).add(entry.id)
    return Gazetteer(
        entries=entries,
        names={name: tuple(ids) for name, ids in names.items()},
        demonyms={word: min(ids) for word, ids in peoples.items() if len(ids) == 1},
    )
