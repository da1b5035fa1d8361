"""Read an ontology file of a user's own: Turtle with a line for each class, role and kind."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.errors import OntologyError
from pipeline.extension.terms import RANGES, EventClass, Extension, Role, Term, local_name
from pipeline.vocabulary import CIRCUMSTANCES, CMQ, EVENT_ROLES, RDF, SKOS

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SUBCLASS, _LABEL = _RDFS + "subClassOf", _RDFS + "label"
_DOMAINS = (_RDFS + "domain", "https://schema.org/domainIncludes")
_RANGE, _DEFINITION = _RDFS + "range", SKOS + "definition"

#: What a file says about one term: property → values.
_Described = Mapping[str, list[str]]


def read_extension(path: Path) -> Extension:
    """The classes, roles and kinds of an ontology file in Turtle.

    A class is under ``cmq:Event`` or another class of events, a role has such a class as its
    domain, a kind is a SKOS concept. Raises OntologyError for a file that cannot be read, names
    that frames cannot use and values that no role can have.
    """
    described, prefixes = _parsed(path)
    classes = {c.name: c for c in _classes(described, path)}
    if not classes and not any(_domains(said) for said in described.values()):
        raise OntologyError(
            "declares no class of events and no role",
            where=str(path),
            remedy="add a line such as 'my:Launch rdfs:subClassOf cmq:Event .'",
        )
    roles = tuple(_roles(described, classes, path))
    kinds = {k.name: k for k in _kinds(described, path)}
    digest = hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()
    return Extension(classes, roles, kinds, prefixes, digest)


def _parsed(path: Path) -> tuple[dict[str, _Described], dict[str, str]]:
    """What the file says about each IRI, and its prefixes."""
    from pyoxigraph import NamedNode, RdfFormat, parse  # noqa: PLC0415 - only with a file

    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    try:
        quads = parse(path=path, format=RdfFormat.TURTLE)
        for quad in quads:
            if isinstance(quad.subject, NamedNode):
                found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    except OSError as error:
        raise OntologyError(
            error.strerror or str(error), where=str(path), remedy="name a Turtle file"
        ) from error
    except SyntaxError as error:
        what = "not Turtle: " + error.msg.partition(": ")[2]
        raise OntologyError(what, where=f"{path}:{error.lineno}", remedy="mend it there") from error
    return dict(found), dict(quads.prefixes)


def _classes(described: Mapping[str, _Described], path: Path) -> Iterator[EventClass]:
    for iri, said in described.items():
        above = _above(iri, described)
        if above is not None and not iri.startswith(CMQ):
            name = _name(iri, "[A-Z][A-Za-z0-9]*", "Commissioning", path)
            if name in EVENT_ROLES:
                raise OntologyError(
                    f"{name} is a class of Communiqué's too",
                    where=str(path),
                    remedy="call yours otherwise, since frames name classes by their last part",
                )
            yield EventClass(iri, _label(iri, said), _first(said, _DEFINITION), above)


def _above(iri: str, described: Mapping[str, _Described]) -> tuple[str, ...] | None:
    """The classes of events above a class, nearest first; None if it is no class of events."""
    found: list[str] = []
    pending = list(described.get(iri, {}).get(_SUBCLASS, ()))
    events = {CMQ + name for name in EVENT_ROLES}
    reached = False
    while pending:
        one = pending.pop(0)
        reached = reached or one == CMQ + "Event" or one in events
        if one != CMQ + "Event" and local_name(one) not in found and one != iri:
            found.append(local_name(one))
            pending += described.get(one, {}).get(_SUBCLASS, ())
    return tuple(found) if reached else None


def _roles(
    described: Mapping[str, _Described], classes: Mapping[str, EventClass], path: Path
) -> Iterator[Role]:
    known = {c.iri for c in classes.values()} | {CMQ + name for name in ("Event", *EVENT_ROLES)}
    for iri, said in described.items():
        domains = _domains(said)
        if not domains or iri.startswith(CMQ):
            continue
        for domain in domains:
            if domain not in known:
                raise OntologyError(
                    f"the domain of {local_name(iri)} is {domain}, which is no class of events",
                    where=str(path),
                    remedy="add a line that puts it under cmq:Event",
                )
        name = _name(iri, "[a-z][A-Za-z0-9]*", "vessel", path)
        if name in CIRCUMSTANCES:
            raise OntologyError(
                f"every event has the role {name} already", where=str(path), remedy="leave it out"
            )
        range_ = _first(said, _RANGE)
        if range_ is not None and range_ not in RANGES.values():
            raise OntologyError(
                f"nothing found in releases has the range of {name}, {range_}",
                where=str(path),
                remedy=f"choose among {', '.join(RANGES)}",
            )
        events = tuple(map(local_name, domains))
        yield Role(iri, _label(iri, said), _first(said, _DEFINITION), events, range_)


def _domains(said: _Described) -> list[str]:
    return [domain for key in _DOMAINS for domain in said.get(key, ())]


def _kinds(described: Mapping[str, _Described], path: Path) -> Iterator[Term]:
    for iri, said in described.items():
        if SKOS + "Concept" in said.get(RDF + "type", ()) and not iri.startswith(CMQ):
            _name(iri, "[A-Za-z][A-Za-z0-9]*", "Launch", path)
            yield Term(iri, _label(iri, said), _first(said, _DEFINITION))


def _name(iri: str, pattern: str, such_as: str, path: Path) -> str:
    """The last part of an IRI, if frames can use it."""
    name = local_name(iri)
    if not re.fullmatch(pattern, name):
        raise OntologyError(
            f"{iri} ends in {name!r}, which frames cannot use",
            where=str(path),
            remedy=f"end it in letters and digits, such as {such_as}",
        )
    return name


def _label(iri: str, said: _Described) -> str:
    """The label of a term, else its name in small words."""
    spelt = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local_name(iri)).lower()
    return _first(said, _LABEL) or _first(said, SKOS + "prefLabel") or spelt


def _first(said: _Described, key: str) -> str | None:
    return min(said.get(key, ()), default=None)
