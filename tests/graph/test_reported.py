"""What is said of findings, in words and to programs."""

from __future__ import annotations

import json

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from pipeline.graph.findings import Finding
from pipeline.graph.reported import report
from pipeline.graph.terms import CMQ

SH = Namespace("http://www.w3.org/ns/shacl#")
RELEASE = "https://example.org/release"
EVENT = f"{RELEASE}/event/meeting-1"
STATUS = Finding(
    document=RELEASE,
    node=EVENT,
    problem="an event has exactly one status",
    value=str(CMQ["Alleged"]),
    path=str(CMQ["status"]),
    component=str(SH["InConstraintComponent"]),
    passage=f"{RELEASE}#char=0,18",
    words="The two ministers\nmet",
)
PASSAGE = Finding(
    document=RELEASE,
    node=f"{RELEASE}#char=0,18",
    problem="its words are not those of the release",
    value="The ministers met for The two ministers met",
    passage=f"{RELEASE}#char=0,18",
    words="The ministers met",
)
ANOTHER = Finding(RELEASE, f"{EVENT}0", STATUS.problem)


def test_findings_of_a_kind_stand_together_with_their_passages() -> None:
    assert (
        report([STATUS, ANOTHER, PASSAGE], "text")
        == f"""\
an event has exactly one status (2)
  {EVENT}
    'https://w3id.org/communique/ontology#Alleged'
    in 'The two ministers met' (#char=0,18)
  {EVENT}0

its words are not those of the release (1)
  {RELEASE}#char=0,18
    'The ministers met for The two ministers met'
    in 'The ministers met'
"""
    )


def test_many_of_a_kind_are_counted_and_some_of_them_told() -> None:
    many = [Finding(RELEASE, f"{EVENT}{i}", STATUS.problem) for i in range(1000)]
    lines = report(many, "text").splitlines()
    assert lines[0] == "an event has exactly one status (1000)"
    assert len(lines) == 22
    assert lines[-1] == "  and 980 more, which --format json lists"


def test_a_program_reads_all_that_is_known_of_a_finding() -> None:
    told = json.loads(report([STATUS, ANOTHER], "json"))
    assert told["conforms"] is False
    assert told["findings"][0] == {
        "problem": "an event has exactly one status",
        "node": EVENT,
        "value": str(CMQ["Alleged"]),
        "passage": f"{RELEASE}#char=0,18",
        "words": "The two ministers\nmet",
        "document": RELEASE,
        "path": str(CMQ["status"]),
        "component": str(SH["InConstraintComponent"]),
    }
    assert told["findings"][1]["value"] is None


def test_a_report_of_shacl_has_a_result_for_each_finding() -> None:
    graph = Graph().parse(data=report([STATUS, PASSAGE], "ttl"), format="turtle")
    (whole,) = graph.subjects(RDF.type, SH["ValidationReport"])
    assert graph.value(whole, SH["conforms"]) == Literal(False)
    results = list(graph.objects(whole, SH["result"]))
    assert len(results) == 2
    (status,) = graph.subjects(SH["focusNode"], URIRef(EVENT))
    assert graph.value(status, SH["resultPath"]) == CMQ["status"]
    assert graph.value(status, SH["value"]) == CMQ["Alleged"]
    assert graph.value(status, SH["resultMessage"]) == Literal(STATUS.problem)
    for result in results:
        for needed in ("focusNode", "resultSeverity", "sourceConstraintComponent"):
            assert (result, SH[needed], None) in graph


@pytest.mark.parametrize(
    ("form", "said"), [("text", ""), ("json", '"conforms": true'), ("ttl", "sh:conforms true")]
)
def test_nothing_amiss_is_said_to_programs_alone(form: str, said: str) -> None:
    told = report([], form)
    assert said in told
    assert bool(told) == bool(said)


@pytest.mark.parametrize("form", ["text", "json", "ttl"])
def test_a_report_is_the_same_each_time(form: str) -> None:
    assert report([STATUS, PASSAGE], form) == report([STATUS, PASSAGE], form)
