"""What follows from a country's names: its government's, and its agencies' spelt out in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.gazetteer.entries import Entry, fold
from pipeline.models import EntityKind


def derive(entries: Mapping[str, Entry]) -> dict[str, Entry]:
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
