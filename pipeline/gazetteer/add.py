"""Add a name to a gazetteer file of a user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.gazetteer.entries import Gazetteer, fold
from pipeline.gazetteer.files import GazetteerError, check_links, held, read
from pipeline.models import EntityKind, slug
from pipeline.vocabulary import BASE, CMQ, ORG, SKOS

#: What begins the id of an entry of each class that users add.
_BEGINS = {
    EntityKind.AGENCY: "agency",
    EntityKind.ORGANIZATION: "body",
    EntityKind.PLACE: "place",
}
_PREFIXES = {"cmq": CMQ, "org": ORG, "skos": SKOS}


@dataclass(frozen=True, slots=True)
class Named:
    """What a user says of someone or something: names, class and where it belongs.

    ``also`` are further names, ``contextual`` ones that bodies of other countries bear too.
    ``id``, ``parent`` and ``country`` are ids of entries: ``agency/nz-moj``, ``country/NZ``.
    """

    label: str
    kind: EntityKind | None = None
    also: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    id: str | None = None


def add(path: Path, named: Named, known: Gazetteer) -> str:
    """Write an entry at the end of a file, which may not be there yet; the entry's id.

    What the file held is left as it is. An entry that is known keeps its label and gains the
    names. ``known`` are the names known beforehand, those of the file among them. Raises
    :class:`GazetteerError` for a name that would never be met with, that is known already, for an
    entry without a class, and for links that lead nowhere.
    """
    id_ = named.id or _id(path, named)
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", id_):
        raise _refused(path, f"{id_!r} is no id", "give one such as agency/nz-moj")
    entry = known.entries.get(id_)
    kind = entry.kind if entry else named.kind
    if kind is None:
        raise _refused(path, f"<{id_}> is known nowhere", "name its class with --class")
    if named.contextual and not (named.country or (entry and entry.country)):
        raise _refused(path, "a name that counts in its country has none", "name it with --country")
    for name in (named.label, *named.also, *named.contextual):
        _check(path, name, id_, known)
    if entry:
        named = replace(named, label=entry.label, also=(named.label, *named.also))
    before = held(path).decode("utf-8") if path.exists() else ""
    after = before + "".join(_lines(before, id_, kind, named))
    described = read(path, after.encode())
    check_links(path, {id_: described[id_]}, {**{i: {} for i in known.entries}, **described})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(after, encoding="utf-8")
    return id_


def _id(path: Path, named: Named) -> str:
    """The id that a class and a name give: ``agency/nz-ministry-of-tea``."""
    begins = _BEGINS.get(named.kind) if named.kind else None
    if begins is None:
        choices = ", ".join(_BEGINS)
        remedy = f"name a class with --class, one of {choices}, or an entry with --id"
        raise _refused(path, f"{named.label!r} has no class that makes an id", remedy)
    country = (named.country or "").rpartition("/")[2].lower()
    return f"{begins}/{f'{country}-' if country else ''}{slug(named.label)}"


def _check(path: Path, name: str, id_: str, known: Gazetteer) -> None:
    """Raise for a name that no text can be found by, or that names another already."""
    spelling = fold(name)
    if not spelling or not (spelling[0].isupper() or spelling[0].isdigit()):
        raise _refused(
            path, f"{name!r} begins with no capital", "write names as releases write them"
        )
    bearers = known.names.get(spelling, ())
    sure = [other for other in bearers if spelling not in known.entries[other].ambiguous]
    if id_ in sure:
        raise _refused(path, f"{name!r} is a name of <{id_}> already", "there is nothing to add")
    if sure:
        remedy = f"add to that entry with --id {sure[0]}, or name it in full"
        raise _refused(path, f"{name!r} is a name of <{sure[0]}>", remedy)


def _lines(before: str, id_: str, kind: EntityKind, named: Named) -> Iterator[str]:
    """The entry in Turtle, after the prefixes that the file lacks."""
    if before and not before.endswith("\n"):
        yield "\n"
    if f"@base <{BASE}>" not in before:
        yield f"@base <{BASE}> .\n"
    for prefix, iri in _PREFIXES.items():
        if not re.search(rf"@prefix\s+{prefix}:\s+<{re.escape(iri)}>", before):
            yield f"@prefix {prefix}: <{iri}> .\n"
    said = [f"skos:prefLabel {_quoted(named.label)}"]
    said += [f"skos:altLabel {_quoted(name)}" for name in named.also]
    said += [f"cmq:contextualLabel {_quoted(name)}" for name in named.contextual]
    if named.country:
        said.append(f"cmq:country <{named.country}>")
    if named.parent:
        said.append(f"org:subOrganizationOf <{named.parent}>")
    yield f"\n<{id_}> a skos:Concept, cmq:{kind.value} ;\n    " + " ;\n    ".join(said) + " .\n"


def _quoted(name: str) -> str:
    escaped = " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _refused(path: Path, what: str, remedy: str) -> GazetteerError:
    return GazetteerError(what, where=str(path), remedy=remedy)
