"""Names known beforehand: countries, their governments and agencies, international bodies, places.

The files ``ontology/gazetteer/*.ttl`` hold one SKOS concept per entry. What follows from them is
derived here: the governments, and spellings such as *US Department of Labor* or *Ministry of Law
of Singapore*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from pipeline.errors import CommuniqueError
from pipeline.models import EntityKind
from pipeline.vocabulary import BASE, CMQ, ORG, RDF, SKOS, ontology_directory

_KINDS = {CMQ + kind.value: kind for kind in EntityKind}
_NAMES = (SKOS + "prefLabel", SKOS + "altLabel", CMQ + "formerLabel", CMQ + "contextualLabel")

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
    plain = " ".join(spelling.replace("’", "'").replace(" & ", " and ").split())
    return plain[4:] if plain.startswith(("the ", "The ")) else plain


def load(extra: Sequence[Path] = ()) -> Gazetteer:
    """The project's gazetteer, with a user's own Turtle files added to it.

    Loaded once for each set of files. Raises :class:`GazetteerError` for a file that cannot be
    read, is not Turtle, or describes a concept without a label or a class.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Gazetteer:
    described: dict[str, Described] = {}
    for path in (*sorted((ontology_directory() / "gazetteer").glob("*.ttl")), *extra):
        for id_, said in _read(path).items():
            _merge(described.setdefault(id_, {}), said)
    entries = {id_: _entry(id_, said) for id_, said in described.items()}
    return _index(_with_derived(entries))


def _merge(known: Described, more: Described) -> None:
    for term, values in more.items():
        known.setdefault(term, []).extend(values)


def _read(path: Path) -> dict[str, Described]:
    """What one Turtle file says about each concept below the base IRI."""
    found: dict[str, Described] = {}
    try:
        for triple in parse(path=path, format=RdfFormat.TURTLE):
            subject, value = triple.subject, triple.object
            if not isinstance(subject, NamedNode) or not subject.value.startswith(BASE):
                raise _foreign(path, str(subject))
            text = getattr(value, "value", "").removeprefix(BASE)
            said = found.setdefault(subject.value[len(BASE) :], {})
            said.setdefault(triple.predicate.value, []).append(text)
    except OSError as error:
        raise GazetteerError(str(error), where=str(path), remedy="name a Turtle file") from error
    except SyntaxError as error:
        raise GazetteerError(
            f"not Turtle: {error}", where=str(path), remedy="mend the line it names"
        ) from error
    for id_, said in found.items():
        _check(path, id_, said)
    return found


def _foreign(path: Path, subject: str) -> GazetteerError:
    return GazetteerError(
        f"describes {subject}", where=str(path), remedy=f"give concepts IRIs that begin {BASE}"
    )


def _check(path: Path, id_: str, said: Described) -> None:
    if not any(type_ in _KINDS for type_ in said.get(RDF + "type", ())):
        choices = ", ".join(kind.value for kind in EntityKind)
        remedy = f"add 'a cmq:X' with X one of {choices}"
        raise GazetteerError(f"{id_} has no class", where=str(path), remedy=remedy)
    if not said.get(_NAMES[0]):
        raise GazetteerError(f"{id_} has no name", where=str(path), remedy="add a skos:prefLabel")


def _entry(id_: str, said: Described) -> Entry:
    """The entry that a concept's properties describe."""
    countries = said.get(CMQ + "country", [])
    government_of = _first(said, CMQ + "governmentOf")
    own = id_ if id_.startswith("country/") else government_of
    return Entry(
        id=id_,
        kind=next(_KINDS[type_] for type_ in said[RDF + "type"] if type_ in _KINDS),
        label=said[_NAMES[0]][0],
        names=_folded(name for term in _NAMES for name in said.get(term, ())),
        demonyms=_folded((*said.get(CMQ + "adjective", ()), *said.get(CMQ + "demonym", ()))),
        parent=_first(said, ORG + "subOrganizationOf"),
        government_of=government_of,
        country=(own or (countries[0] if countries else "")).removeprefix("country/") or None,
        ambiguous=_folded(said.get(_NAMES[3], ())),
    )


def _first(said: Described, term: str) -> str | None:
    return next(iter(said.get(term, ())), None)


def _folded(spellings: Iterable[str]) -> tuple[str, ...]:
    """The spellings folded, each once, in order."""
    return tuple(dict.fromkeys(map(fold, spellings)))


def _with_derived(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries with the governments and the spellings that follow from a country's names."""
    countries = {e.country: e for e in entries.values() if e.kind is EntityKind.COUNTRY}
    full = dict(entries)
    for entry in entries.values():
        country = countries.get(entry.country)
        if entry.kind is EntityKind.AGENCY:
            qualified = _qualified(entry, country) if country else ()
            full[entry.id] = _also(entry, (*_commas(entry.names), *qualified))
    for country in countries.values():
        if country.demonyms:
            government = _government(country)
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


def _government(country: Entry) -> Entry:
    """A country's government: *Government of Honduras*, *Honduran government*."""
    label = f"Government of {fold(country.label)}"
    names = [f"Government of {name}" for name in _with_article(country.names)]
    names += [f"{mark} {noun}" for mark in _marks(country) for noun in ("Government", "government")]
    return Entry(
        id=country.id.replace("country/", "government/"),
        kind=EntityKind.GOVERNMENT,
        label=label,
        names=(label, *names),
        government_of=country.id,
        country=country.country,
    )


def _with_article(names: Iterable[str]) -> Iterator[str]:
    """Names as they may stand after *of*, with an article and without."""
    for name in names:
        yield from (name, f"the {name}")


def _prefixes(country: Entry) -> tuple[str, ...]:
    """What stands before an agency's name: the country's own name and its abbreviations."""
    return (fold(country.label), *(name for name in country.names if name.isupper()))


def _marks(country: Entry) -> tuple[str, ...]:
    """The prefixes and the adjectives, without the plurals of the people."""
    peoples = country.demonyms
    return (*_prefixes(country), *(p for p in peoples if p[:-1] not in peoples))


def _qualified(agency: Entry, country: Entry) -> Iterator[str]:
    """An agency's names made unmistakable by its country, as other countries' releases do."""
    prefixes, marks = _prefixes(country), _marks(country)
    states = [name for name in country.names if not name.isupper()]
    for name in filter(_is_phrase, agency.names):
        lead = next((p for p in prefixes if name.startswith(p + " ")), None)
        if lead:
            yield from (f"{prefix}{name[len(lead) :]}" for prefix in prefixes)
        elif not any(f" {mark} " in f" {name} " for mark in marks):
            yield from (f"{mark} {name}" for mark in marks)
            if name in agency.ambiguous:
                yield from (f"{name} of {state}" for state in _with_article(states))
                yield f"{name}, Government of {states[0]}"


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
