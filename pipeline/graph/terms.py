"""The vocabularies a graph is written in, and the prefixes they are written with."""

from __future__ import annotations

from typing import TypeAlias

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD

from pipeline import vocabulary

CMQ = Namespace(vocabulary.CMQ)
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
SCHEMA = Namespace("https://schema.org/")
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#")

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]

#: The prefixes of every graph written and of every question asked, in the order of the header.
PREFIXES: dict[str, str] = {
    "cmq": str(CMQ),
    "dcterms": str(DCTERMS),
    "itsrdf": str(ITSRDF),
    "nif": str(NIF),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

__all__ = [
    "CMQ", "DCTERMS", "ITSRDF", "NIF", "ORG", "OWL", "PREFIXES", "PROV", "RDF", "RDFS", "SCHEMA",
    "SKOS", "XSD", "Triple",
]  # fmt: skip
