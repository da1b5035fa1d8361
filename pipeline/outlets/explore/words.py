"""The ontology's own words for its terms, which the page says instead of IRIs."""

from __future__ import annotations

from functools import cache

from rdflib import Graph, URIRef

from pipeline.graph.terms import RDFS, SKOS
from pipeline.vocabulary import CMQ, ontology_directory


@cache
def words() -> dict[str, tuple[str, str]]:
    """Label and definition of each term of the ontology, by IRI; a definition may be empty."""
    ontology = Graph().parse(ontology_directory() / "communique.ttl", format="turtle")
    return {
        str(term): (str(label), str(ontology.value(term, SKOS.definition) or ""))
        for term, label in sorted(ontology.subject_objects(RDFS.label))
        if isinstance(term, URIRef) and term.startswith(CMQ)
    }
