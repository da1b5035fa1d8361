"""What a reasoner makes of the ontology: HermiT, and the profiles that the OWL API tells apart."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

from pipeline.graph.terms import PREFIXES
from pipeline.vocabulary import ontology_directory

pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed")
ONTOLOGY = ontology_directory() / "communique.ttl"

#: Reads graphs and raises if they contradict themselves; gives the classes that nothing can be in.
Reason = Callable[..., Sequence[Any]]


@pytest.fixture
def reason(tmp_path: Path) -> Reason:
    """The ontology and graphs, as HermiT sees them together."""
    owlready2 = pytest.importorskip("owlready2")

    def reason_over(*graphs: Graph) -> Sequence[Any]:
        whole = Graph().parse(ONTOLOGY)
        for graph in graphs:
            whole += graph
        triples = tmp_path / "all.nt"
        whole.serialize(triples, format="nt", encoding="utf-8")
        world = owlready2.World()
        world.get_ontology(f"file://{triples}").load()
        # The dates of events are of datatypes that OWL 2 does not have.
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        return list(world.inconsistent_classes())

    return reason_over


def test_the_samples_the_archive_and_the_gazetteer_contradict_nothing(
    reason: Reason, collections: Mapping[str, Sequence[Graph]], graph: Graph
) -> None:
    governments = Graph().parse(ontology_directory() / "gazetteer" / "governments.ttl")
    assert not reason(governments, graph, *(each for some in collections.values() for each in some))


def turtle(statements: str) -> Graph:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return Graph().parse(data=f"{prefixes}@base <https://example.org/> .\n{statements}")


CONTRADICTIONS = {
    "a person that is an agency": "<ana> a cmq:Person, cmq:Agency .",
    "a country that is its government": "<oria> cmq:governmentOf <oria> .",
    "an agreement that speaks": "<s> cmq:speaker <pact> . <pact> a cmq:Agreement .",
    "an event of two statuses": "<e> cmq:status cmq:Occurred, cmq:Planned .",
    "an agreement that follows itself": "<pact> cmq:follows <pact> .",
    "two that put each other into effect": "<a> cmq:implements <b> . <b> cmq:implements <a> .",
    "one who met herself": "<ana> cmq:metWith <ana> .",
    "a passage that is a release": "<e> cmq:evidence <r> . <r> a cmq:Release .",
    "a confidence in words": "<e> cmq:confidence 'high' .",
}


@pytest.mark.parametrize("statements", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_noticed(reason: Reason, statements: str) -> None:
    owlready2 = pytest.importorskip("owlready2")
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(turtle(statements))


@pytest.fixture(scope="module")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[str, Sequence[str]]]:
    """For each profile of OWL 2 whether the ontology is in it, and what is against it."""
    path = tmp_path_factory.mktemp("owl") / "communique.rdf"
    Graph().parse(ONTOLOGY).serialize(path, format="xml", encoding="utf-8")
    program = Path(__file__).parents[1] / "owl_profile.py"
    command = [sys.executable, str(program), str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    parts = re.findall(r"^OWL2(\w\w)Profile (True|False)\n((?:  .*\n)*)", told, re.M)
    return {name: (inside, against.splitlines()) for name, inside, against in parts}


def test_the_ontology_is_in_owl_2_dl(profiles: Mapping[str, tuple[str, Sequence[str]]]) -> None:
    assert profiles["DL"] == ("True", [])


def test_unions_and_what_mentions_identify_alone_are_beyond_owl_2_rl(
    profiles: Mapping[str, tuple[str, Sequence[str]]],
) -> None:
    inside, against = profiles["RL"]
    assert inside == "False"
    beyond = [line for line in against if "expression: ObjectUnionOf(" not in line]
    assert len(beyond) == 1
    assert "ObjectSomeValuesFrom(<http://www.w3.org/2005/11/its/rdf#taIdentRef>" in beyond[0]
