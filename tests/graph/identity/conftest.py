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
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://w3id.org/communique/id/> .
"""

Maker = Callable[..., Path]


@pytest.fixture
def release(tmp_path: Path) -> Maker:
    """Write the graph of a release called ``name``; in ``said``, ``<name/…>`` is scoped to it."""
    folder = tmp_path / "graphs"
    folder.mkdir()

    def make(
        name: str, said: str, day: str = "2024-05-02", publisher: str = "Press Office"
    ) -> Path:
        iri = f"https://w3id.org/communique/id/release/{name}"
        text = (
            f"{PREFIXES}<{iri}> a cmq:Release ; dcterms:issued '{day}'^^xsd:date ; "
            f"dcterms:publisher <{iri}/publisher/p> .\n"
            f"<{iri}/publisher/p> rdfs:label '{publisher}' .\n"
        )
        path = folder / f"{name}.ttl"
        path.write_text(text + said.replace("<~", f"<{iri}"), encoding="utf-8")
        return path

    return make


def person(iri: str, label: str, title: str = "", body: str = "") -> str:
    """A person in Turtle, with a post if a title is given."""
    said = f"{iri} a cmq:Person ; rdfs:label '{label}' .\n"
    if title:
        code = len(title)
        said += (
            f"<~/membership/m{code}-{len(label)}> a org:Membership ; org:member {iri} ; "
            f"org:role <~/role/r{code}> ; cmq:acting false ; cmq:former false"
            + (f" ; org:organization {body}" if body else "")
            + f" .\n<~/role/r{code}> a org:Role ; rdfs:label '{title}' .\n"
        )
    return said
