"""A small graph written for these tests: three signings, a meeting that is only planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.outlets.network import Network, network

GRAPH = """
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix : <https://example.org/id/> .

:lobo a cmq:Person ; rdfs:label "Ana Lobo" .
:ruritania a cmq:Country ; rdfs:label "Ruritania" .
:honduras a cmq:Country ; rdfs:label "Honduras" .
:syldavia a cmq:Country ; rdfs:label "Syldavia" .
:borduria a cmq:Country ; rdfs:label "Borduria" .
:strelsau a cmq:Place ; rdfs:label "Strelsau" .
:pact a cmq:Agreement ; rdfs:label "fishing pact" .

:e1 a cmq:Event, cmq:Signing ; cmq:status cmq:Occurred ; cmq:date "2019-09-27" ;
    cmq:signatory :lobo ; cmq:party :ruritania, :honduras ; cmq:agreement :pact ;
    cmq:place :strelsau ; cmq:evidence :p1 ; cmq:reportedIn :r1 .
:e2 a cmq:Event, cmq:Signing ; cmq:status cmq:Occurred ; cmq:date "2021-03" ;
    cmq:party :ruritania, :honduras ; cmq:evidence :p2 ; cmq:reportedIn :r2 .
:e3 a cmq:Event, cmq:Signing ; cmq:status cmq:Occurred ;
    cmq:party :honduras, :syldavia ; cmq:place :strelsau ; cmq:evidence :p3 ; cmq:reportedIn :r2 .
:e4 a cmq:Event, cmq:Meeting ; cmq:status cmq:Planned ;
    cmq:participant :syldavia, :borduria ; cmq:evidence :p4 ; cmq:reportedIn :r2 .
:p1 nif:anchorOf "Lobo signed a fishing pact" . :p2 nif:anchorOf "was signed in March 2021" .
:p3 nif:anchorOf "Honduras and Syldavia signed" . :p4 nif:anchorOf "will meet" .
"""


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    """The graph in a file."""
    path = tmp_path / "graph.ttl"
    path.write_text(GRAPH, encoding="utf-8")
    return path


@pytest.fixture
def whole(graph_file: Path) -> Network:
    """Its network."""
    return network([graph_file])
