"""Write ``ontology/gazetteer/*.ttl`` from the tables beside this script and their sources.

A maintainer's script, not part of the package. It needs pycountry::

    python tools/build_gazetteer.py --ecfr us-agencies-ecfr.json

``--ecfr`` is the list of agencies of the Electronic Code of Federal Regulations, as its public API
gives it (``/api/admin/v1/agencies.json``); without it ``us.ttl`` is left as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pycountry

sys.path.insert(0, str(Path(__file__).parent.parent))
from pipeline.models import slug  # the sibling package, before it is installed
from pipeline.vocabulary import BASE, CMQ, ORG, SKOS

TABLES = Path(__file__).parent / "gazetteer"
OUTPUT = Path(__file__).parent.parent / "ontology" / "gazetteer"

#: A mark before a name in a table → the property that holds it.
MARKS = {"?": "cmq:contextualLabel", "<": "cmq:formerLabel"}

#: Names of the eCFR list that are chapters of the code or offices every department has.
NOT_AGENCIES = re.compile(
    r"Regulation|Offices? of (the )?(Secretary|Inspector General|Operations|Chief|Assistant)"
    r"|Offices? of (the )?(Under|Transportation|Environmental Quality|Information Resources)"
    r"|Offices? of (the )?(Independent Counsel|and Adult|Administration for)"
    r"|Office for Civil Rights"
    r"|System \(|Program|\(Great|^Commercial Space|Administration Commercial|^Monetary Offices"
    r"|General Counsel|^Fiscal Service|Service$ Procurement|Administration National Marine"
)


#: Capitals that releases name far more often as a person, a word or another place.
SURNAMES = {
    "Vatican City",
    "West Island",
    "Hamilton",
    "Victoria",
    "Stanley",
    "Douglas",
    "Kingston",
    "Georgetown",
    "George Town",
    "Jamestown",
    "The Valley",
    "Alofi",
    "Nassau",
    "Saint-Denis",
    "St. George's",
    "Basse-Terre",
}


@dataclass
class Concept:
    """One entry on its way to Turtle: its id, its class and its properties in order."""

    id: str
    kind: str
    label: str
    said: dict[str, list[str]] = field(default_factory=dict)

    def say(self, term: str, *values: str) -> None:
        """Add literals, each once, and never the label again."""
        known = self.said.setdefault(term, [])
        known += [v for v in dict.fromkeys(values) if v and v != self.label and v not in known]

    def link(self, term: str, id_: str) -> None:
        """Add a link to another entry."""
        self.said.setdefault(term, []).append(f"<{id_}>")


def rows(table: str, width: int) -> Iterator[list[str]]:
    """The rows of a table, without comments, padded to ``width`` cells."""
    for line in (TABLES / table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            yield cells + [""] * (width - len(cells))


def described(id_: str, kind: str, label: str) -> Concept:
    """A concept with its label, which is marked "?" if it needs the country's context too."""
    concept = Concept(id_, kind, label.removeprefix("?"))
    if label.startswith("?"):
        concept.said["cmq:contextualLabel"] = [concept.label]
    return concept


def name(concept: Concept, names: str) -> None:
    """Give a concept the names of a cell, each under the property that its mark stands for."""
    for one in filter(None, names.split(";")):
        term = MARKS.get(one[0])
        concept.say(term or "skos:altLabel", one[1:] if term else one)


def countries() -> Iterator[Concept]:
    """Countries and territories of ISO 3166-1, and Kosovo under its user-assigned code."""
    iso = {country.alpha_2: country for country in pycountry.countries}
    for code, label, adjectives, nouns, names, former, capital in rows("countries.psv", 7):
        concept = described(f"country/{code}", "cmq:Country", label)
        concept.say("skos:notation", code)
        concept.say("skos:altLabel", *official_names(iso.get(code)), *names.split(";"))
        concept.say("cmq:formerLabel", *former.split(";"))
        adjectives_ = [] if adjectives == "-" else adjectives.split(";")
        concept.say("cmq:adjective", *adjectives_)
        concept.say("cmq:demonym", *peoples(nouns, adjectives_))
        concept.say("cmq:capital", *([] if capital == "-" else [capital]))
        yield concept


def official_names(country: object) -> list[str]:
    """What ISO 3166 calls a country, but for forms turned round for sorting."""
    found = [getattr(country, key, "") for key in ("name", "official_name", "common_name")]
    named = [n.removeprefix("the ") for n in found if n and "," not in n and "(" not in n]
    return [n for n in named if n != "Congo"]  # either of two, and mostly not the one ISO means


def peoples(nouns: str, adjectives: Iterable[str]) -> Iterator[str]:
    """The nouns for a people, singular and plural, from a cell such as ``=;Croat``."""
    for noun in nouns.split(";"):
        if noun == "=":
            yield from (adjective + "s" for adjective in adjectives)
        elif noun != "-":
            one, _, many = noun.partition("/")
            yield from (one, many or one + "s")


def governments() -> Iterator[Concept]:
    """Governments with a name that does not follow from the country's."""
    for code, label, names in rows("governments.psv", 3):
        concept = Concept(f"government/{code}", "cmq:Government", label)
        name(concept, names)
        concept.link("cmq:governmentOf", f"country/{code}")
        yield concept


def bodies() -> Iterator[Concept]:
    """International bodies."""
    for id_, parent, label, names in rows("bodies.psv", 4):
        concept = Concept(f"body/{id_}", "cmq:Organization", label)
        name(concept, names)
        if parent:
            concept.link("org:subOrganizationOf", f"body/{parent}")
        yield concept


def organizations() -> Iterator[Concept]:
    """Companies, media, movements and charities known in many countries."""
    for id_, label, names in rows("organizations.psv", 3):
        concept = Concept(f"body/{id_}", "cmq:Organization", label)
        name(concept, names)
        yield concept


def agencies(country: str) -> Iterator[Concept]:
    """Agencies of one country, from its table."""
    prefix = "uk" if country == "GB" else country.lower()
    for id_, parent, label, names in (row[:4] for row in rows(f"{prefix}.psv", 4)):
        yield agency(f"{prefix}-{id_}", parent and f"{prefix}-{parent.removeprefix(prefix + '-')}",
                     label, names, country)  # fmt: skip


def agency(id_: str, parent: str, label: str, names: str, country: str) -> Concept:
    """One agency."""
    concept = described(f"agency/{id_}", "cmq:Agency", label)
    name(concept, names)
    concept.link("cmq:country", f"country/{country}")
    if parent:
        concept.link("org:subOrganizationOf", f"agency/{parent}")
    return concept


def us_agencies(ecfr: Path) -> Iterator[Concept]:
    """Agencies of the United States: the table's, then those that only the eCFR list has."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for id_, _, label, names, listed in rows("us.psv", 5):
        ids[listed or label.removeprefix("?")] = f"us-{id_}"
        taken.update(one.lstrip("?<") for one in names.split(";"))
    yield from agencies("US")
    for item in json.loads(ecfr.read_text(encoding="utf-8"))["agencies"]:
        for one, parent in [(item, None), *((child, item) for child in item["children"])]:
            listed = " ".join(one["name"].split())
            if listed in ids or NOT_AGENCIES.search(listed):
                continue
            ids[listed] = f"us-{slug(listed)}"
            above = ids.get(" ".join(parent["name"].split()), "") if parent else ""
            short = acronym(one["short_name"], taken)
            yield agency(ids[listed], above, f"?{listed}", short, "US")


def acronym(short: str | None, taken: set[str]) -> str:
    """The eCFR's short name as a name that needs context, if it is an acronym of its own."""
    words = {"NEIGHBOR", "ARTS", "ARCTIC", "SAINT", "CORP"} | taken
    return f"?{short}" if short and re.fullmatch(r"[A-Z]{4,}", short) and short not in words else ""


def places() -> Iterator[Concept]:
    """Cities and states, and the capitals of countries that bear a name of their own."""
    for id_, country, label, names in rows("places.psv", 4):
        yield place(id_, country, label, names)
    others = {row[1] for row in rows("countries.psv", 7)} | SURNAMES
    for code, *_, capital in rows("countries.psv", 7):
        if capital not in others | {"", "-"}:
            yield place(f"{code.lower()}-{slug(capital)}", code, capital, unaccented(capital))


def unaccented(label: str) -> str:
    """A capital without its accents, unless that is a word or another city."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return "" if plain in {"Male", "San Jose"} else plain


def place(id_: str, country: str, label: str, names: str) -> Concept:
    """One place; a region of several countries has none."""
    concept = described(f"place/{id_}", "cmq:Place", label)
    name(concept, names)
    if country:
        concept.link("cmq:country", f"country/{country}")
    return concept


def turtle(title: str, source: str, concepts: Iterable[Concept]) -> str:
    """A Turtle file with its source in a comment, one property a line, nothing that varies."""
    head = [f"# {title}", f"# Source: {source}", "# Written by tools/build_gazetteer.py."]
    prefixes = {"cmq": CMQ, "org": ORG, "skos": SKOS}
    lines = [*head, f"@base <{BASE}> ."]
    lines += [f"@prefix {prefix}: <{iri}> ." for prefix, iri in prefixes.items()]
    return "\n".join([*lines, "", *map(statement, concepts)])


def statement(concept: Concept) -> str:
    """One concept in Turtle."""
    said: Mapping[str, list[str]] = {"skos:prefLabel": [concept.label], **concept.said}
    properties = [
        f"    {term} {', '.join(v if v.startswith('<') else quoted(term, v) for v in values)}"
        for term, values in said.items()
        if values
    ]
    return " ;\n".join([f"<{concept.id}> a skos:Concept, {concept.kind}", *properties]) + " .\n"


def quoted(term: str, text: str) -> str:
    """A literal: a code plain, a name in English."""
    return json.dumps(text, ensure_ascii=False) + ("" if term == "skos:notation" else "@en")


OWN = "the project's own table of official names, tools/gazetteer/{}.psv"
ISO = "ISO 3166-1 through pycountry (names, codes); tools/gazetteer/countries.psv (the rest)"
ECFR = "Electronic Code of Federal Regulations, list of agencies (public domain); {}"
STATES = {"SG": "Singapore", "LK": "Sri Lanka", "IN": "India", "AU": "Australia", "GB": "the UK"}


def main() -> None:
    """Write every file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ecfr", type=Path, help="the eCFR's list of agencies, JSON")
    ecfr = parser.parse_args().ecfr
    files = {
        "countries": ("Countries and territories", ISO, countries()),
        "governments": ("Governments by other names", OWN.format("governments"), governments()),
        "bodies": ("International bodies", OWN.format("bodies"), bodies()),
        "organizations": ("Organizations", OWN.format("organizations"), organizations()),
    }
    if ecfr:
        source = ECFR.format(OWN.format("us"))
        files["us"] = ("Agencies of the United States", source, us_agencies(ecfr))
    for code, state in STATES.items():
        table = "uk" if code == "GB" else code.lower()
        if (TABLES / f"{table}.psv").exists():
            files[table] = (f"Agencies of {state}", OWN.format(table), agencies(code))
    if (TABLES / "places.psv").exists():
        files["places"] = ("Cities and states", OWN.format("places"), places())
    for stem, (title, source, concepts) in files.items():
        (OUTPUT / f"{stem}.ttl").write_text(turtle(title, source, concepts), encoding="utf-8")


if __name__ == "__main__":
    main()
