"""A graph written for these tests: signings done and planned, an award of words."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline as communique

GRAPH = """
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/id/> .

:r a cmq:Release ; dcterms:title "Pacts <b>signed</b>" ;
  nif:isString "Lobo signed a pact. It will be signed. Oria & Honduras signed." .
:lobo a cmq:Person ; rdfs:label "Ana Lobo" ; skos:altLabel "Lobo" .
:honduras a cmq:Country ; rdfs:label "Honduras" .
:oria a cmq:Country ; rdfs:label "Oria" .
:e1 a cmq:Event, cmq:Signing ; cmq:status cmq:Occurred ; cmq:date "2019-09-27" ;
  cmq:kind cmq:Treaty ; cmq:signatory :lobo ; cmq:party :oria, :honduras ; cmq:count 1 ;
  cmq:confidence 0.9 ; cmq:evidence :p1, :p3 ; cmq:reportedIn :r .
:e2 a cmq:Event, cmq:Signing ; cmq:status cmq:Planned ; cmq:date "2021" ;
  cmq:party :honduras ; cmq:evidence :p2 ; cmq:reportedIn :r .
:e3 a cmq:Event, cmq:Signing ; cmq:status cmq:Occurred ; cmq:party :oria ;
  cmq:evidence :p3 ; cmq:reportedIn :r .
:e4 a cmq:Event, cmq:Ratification ; cmq:status cmq:Occurred ; cmq:date "2020-03" ;
  cmq:evidence :p3 ; cmq:reportedIn :r .
:p1 a cmq:Passage ; nif:beginIndex 0 ; nif:endIndex 18 ; nif:anchorOf "Lobo signed a pact" ;
  nif:referenceContext :r .
:p2 a cmq:Passage ; nif:beginIndex 20 ; nif:endIndex 37 ; nif:anchorOf "It will be signed" ;
  nif:referenceContext :r .
:p3 a cmq:Passage ; nif:beginIndex 39 ; nif:endIndex 61 ; nif:anchorOf "Oria & Honduras signed" ;
  nif:referenceContext :r .
"""


@pytest.fixture
def graph(tmp_path: Path) -> communique.Graph:
    """The graph in hand."""
    path = tmp_path / "graph.ttl"
    path.write_text(GRAPH, encoding="utf-8")
    return communique.read(path)
