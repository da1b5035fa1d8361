"""What follows from a country's names: its government's, and its agencies' spelt out in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.gazetteer.entries import Entry, fold
from pipeline.models import EntityKind

_BODIES = frozenset({EntityKind.AGENCY, EntityKind.ORGANIZATION})


def derive(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries with the governments and the spellings that follow from a country's names."""
    full = dict(entries)
    voices = {e.country: _voice(e) for e in entries.values() if e.kind is EntityKind.COUNTRY}
    for entry in entries.values():
        if entry.kind in _BODIES:
            own = _also(entry, _respelt(entry.names), _respelt(entry.ambiguous))
            voice = voices.get(entry.country)
            full[entry.id] = _also(own, _qualified(own, voice)) if voice else own
        elif entry.kind is EntityKind.COUNTRY and entry.demonyms:
            government = _government(entry, voices[entry.country])
            known = entries.get(government.id, government)
            full[government.id] = _also(known, government.names)
    return full


def _also(entry: Entry, names: Iterable[str], ambiguous: Iterable[str] = ()) -> Entry:
    """The entry with more names, already folded."""
    return replace(
        entry,
        names=tuple(dict.fromkeys((*entry.names, *names))),
        ambiguous=tuple(dict.fromkeys((*entry.ambiguous, *ambiguous))),
    )


def _respelt(names: Iterable[str]) -> Iterator[str]:
    """Enumerations with *&* for *and* and the reverse, with and without the comma before them."""
    for name in names:
        start, joint, end = _last_joint(name)
        if joint:
            commas = ("", ",") if "," in name else ("",)
            yield from (f"{start}{comma} {word} {end}" for comma in commas for word in ("and", "&"))


def _last_joint(name: str) -> tuple[str, str, str]:
    """A name taken apart at its last *and* or *&*."""
    joint = max((" and ", " & "), key=name.rfind)
    start, found, end = name.rpartition(joint)
    return start.removesuffix(","), found, end


@dataclass(frozen=True, slots=True)
class _Voice:
    """How a country's releases and others' tell its bodies from those of the rest of the world."""

    prefixes: tuple[str, ...]  # United States, US, U.S.
    marks: tuple[str, ...]  # the prefixes, and the adjectives: Honduran
    states: tuple[str, ...]  # what stands after "of": Honduras, the Republic of Honduras


def _voice(country: Entry) -> _Voice:
    prefixes = (fold(country.label), *(name for name in country.names if name.isupper()))
    peoples = country.demonyms
    adjectives = (people for people in peoples if people[:-1] not in peoples)
    states = (
        f"the {name}" if " of " in name or name.startswith("United ") else name
        for name in country.names
        if not name.isupper()
    )
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
                yield from (f"{name} of {state}" for state in voice.states)
                yield f"{name}, Government of {voice.states[0]}"


def _is_phrase(name: str) -> bool:
    return " " in name
