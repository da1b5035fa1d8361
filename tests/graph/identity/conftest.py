"""Small graphs of our own writing, each of one release."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PREFIXES = """
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://w3id.org/communique/id/> .
"""

Maker = Callable[..., Path]


def turtle(name: str, said: str, day: str, publisher: str = "Press Office") -> str:
    """The graph of a release in Turtle; in ``said``, ``<~/…>`` is scoped to it."""
    iri = f"https://w3id.org/communique/id/release/{name}"
    return (
        f"{PREFIXES}<{iri}> a cmq:Release ; dcterms:issued '{day}'^^xsd:date ; "
        f"dcterms:publisher <{iri}/publisher/p> .\n"
        f"<{iri}/publisher/p> rdfs:label '{publisher}' .\n" + said.replace("<~", f"<{iri}")
    )


@pytest.fixture
def release(tmp_path: Path) -> Maker:
    """Write the graph of a release called ``name``; in ``said``, ``<name/…>`` is scoped to it."""
    folder = tmp_path / "graphs"
    folder.mkdir()

    def make(
        name: str, said: str, day: str = "2024-05-02", publisher: str = "Press Office"
    ) -> Path:
        path = folder / f"{name}.ttl"
        path.write_text(turtle(name, said, day, publisher), encoding="utf-8")
        return path

    return make


def person(iri: str, label: str, title: str = "", body: str = "") -> str:
    """A person in Turtle, with a post if a title is given."""
    if title:
        return held(iri, label, title, body)
    return f"{iri} a cmq:Person ; rdfs:label '{label}' .\n"


def held(
    iri: str,
    label: str,
    title: str,
    body: str = "",
    *,
    acting: bool = False,
    former: bool = False,
    evidence: str = "",
) -> str:
    """A person in Turtle with a post, held for the time being or before."""
    code = len(title)
    said = {
        "a": "org:Membership",
        "org:member": iri,
        "org:role": f"<~/role/r{code}>",
        "cmq:acting": str(acting).lower(),
        "cmq:former": str(former).lower(),
        "org:organization": body,
        "cmq:evidence": evidence,
    }
    told = " ; ".join(f"{term} {value}" for term, value in said.items() if value)
    return (
        f"{person(iri, label)}<~/membership/m{code}-{len(label)}> {told} .\n"
        f"<~/role/r{code}> a org:Role ; rdfs:label '{title}' .\n"
    )
