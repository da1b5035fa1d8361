"""What follows from a country's names: its government's, and its agencies' spelt out in full."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.gazetteer.entries import Entry, fold
from pipeline.models import EntityKind

_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})

#: Letters of the shortest name that is known in capitals too: shorter ones (MALI, CHAD, OMAN) are
#: as often acronyms.
SHOUTED = 5


def derive(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries with the governments and the spellings that follow from a country's names."""
    voices = {e.country: _voice(e) for e in entries.values() if e.kind is EntityKind.COUNTRY}
    full = {id_: _spelt_out(entry, voices.get(entry.country)) for id_, entry in entries.items()}
    for country in entries.values():
        if country.kind is EntityKind.COUNTRY and country.demonyms:
            government = _government(country, voices[country.country])
            known = full.get(government.id, government)
            names = (*known.names, *government.names)
            full[government.id] = _respelled(known, names, known.ambiguous)
    return full


def _spelt_out(entry: Entry, voice: _Voice | None) -> Entry:
    """An entry in all spellings that follow from the ones listed."""
    names, ambiguous = entry.names, entry.ambiguous
    if entry.kind in _PLACES:
        loud = _shouted(names)
    else:
        names += tuple(_respelt(names))
        ambiguous += tuple(_respelt(ambiguous))
        loud = _shouted((fold(entry.label), *ambiguous))
        if voice and entry.kind is EntityKind.AGENCY:
            names += tuple(_qualified(names, ambiguous, voice))
    return _respelled(entry, (*names, *loud), (*ambiguous, *_shouted(ambiguous)))


def _respelled(entry: Entry, names: tuple[str, ...], ambiguous: tuple[str, ...]) -> Entry:
    """The entry with these names, each once. By hand: ``replace`` costs 8 ms over 1,900 entries."""
    return Entry(
        entry.id,
        entry.kind,
        entry.label,
        tuple(dict.fromkeys(names)),
        entry.demonyms,
        entry.parent,
        entry.government_of,
        entry.country,
        tuple(dict.fromkeys(ambiguous)) if ambiguous else (),
    )


def _shouted(names: Iterable[str]) -> tuple[str, ...]:
    """Names as datelines and headings write them: *WASHINGTON*, *SRI LANKA*."""
    return tuple(name.upper() for name in names if len(name) >= SHOUTED)


def _respelt(names: Iterable[str]) -> Iterator[str]:
    """Enumerations with *&* for *and* and the reverse, with and without the comma before them."""
    for name in names:
        joint = next((joint for joint in (" and ", " & ") if joint in name), None)
        if joint:
            start, _, end = name.rpartition(joint)
            commas = ("", ",") if "," in name else ("",)
            start = start.removesuffix(",")
            yield from (f"{start}{comma} {word} {end}" for comma in commas for word in ("and", "&"))


@dataclass(frozen=True, slots=True)
class _Voice:
    """How a country's releases and others' tell its bodies from those of the rest of the world."""

    prefixes: tuple[str, ...]  # United States, US, U.S.
    marks: tuple[str, ...]  # the prefixes, and the adjectives: Honduran
    states: tuple[str, ...]  # what stands after "of": Honduras, the Republic of Honduras


def _voice(country: Entry) -> _Voice:
    short = [name for name in country.names if name.isupper()]  # US, U.S., USA
    shortest = (one for one in short if not one.startswith(tuple(o for o in short if o != one)))
    prefixes = (fold(country.label), *shortest)
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


def _qualified(names: Iterable[str], ambiguous: Collection[str], voice: _Voice) -> Iterator[str]:
    """An agency's names made unmistakable by its country, as other countries' releases do."""
    for name in filter(_is_phrase, names):
        lead = next((p for p in voice.prefixes if name.startswith(p + " ")), None)
        if lead:
            yield from (prefix + name[len(lead) :] for prefix in voice.prefixes)
        elif not any(mark in name for mark in voice.marks):
            yield from (f"{mark} {name}" for mark in voice.marks)
            if name in ambiguous:
                yield from (f"{name} of {state}" for state in voice.states)
                yield f"{name}, Government of {voice.states[0]}"


def _is_phrase(name: str) -> bool:
    return " " in name
