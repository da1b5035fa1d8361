"""The scorer: what counts as found, missed, made up and exact, on hand-written graphs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import GoldError, GraphError
from pipeline.evaluate import as_json, as_text, differences, evaluate, read_annotations
from pipeline.evaluate.names import fold, likeness
from pipeline.evaluate.pairing import evidence_share, pair
from pipeline.evaluate.score import Report

GOLD = """
release: agency/2024-03-05-harbour.md
title: "Norland and Suria Sign a Harbour Agreement"
published: 2024-03-05
publisher: ["Norland Ministry of Ports", "Ministry of Ports"]
events:
  - type: Signing
    signatory: [["Ada Quill", "Quill"], ["Ben Tarn"]]
    party: [["Norland"], ["Suria", "Republic of Suria"]]
    agreement: ["Harbour Agreement", "agreement"]
    date: 2024-03-05
    status: occurred
    evidence: "Ms Quill and Mr Tarn signed the Harbour Agreement today"
  - type: Statement
    speaker: [["Ada Quill"]]
    quote: "The harbour belongs to those who"
    status: occurred
    evidence: "The harbour belongs to those who"
posts:
  - person: ["Ada Quill", "Quill"]
    post: ["Minister for Ports"]
"""

PREFIXES = """
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .
"""

HEADER = """
:r a cmq:Release ;
  dcterms:source "agency/2024-03-05-harbour.md" ;
  dcterms:title "Norland and Suria sign a harbour agreement" ;
  dcterms:issued "2024-03-05"^^xsd:date ;
  dcterms:publisher :ministry .
:ministry rdfs:label "Ministry of Ports" .
"""

SIGNING = """
:s a cmq:Signing ; cmq:reportedIn :r ; cmq:status cmq:Occurred ; cmq:evidence :p1 ;
  cmq:signatory :quill, :tarn ; cmq:party :norland, :suria ; cmq:agreement :agreement ;
  cmq:date "2024-03-05"^^xsd:date .
:p1 nif:beginIndex 100 ; nif:referenceContext :r ;
  nif:anchorOf "Today Ms Quill and Mr Tarn signed the Harbour Agreement today in Port Ada." .
:quill rdfs:label "Ada Quill" .
:tarn rdfs:label "Minister Tarn" ; skos:altLabel "Ben Tarn" .
:norland rdfs:label "Government of Norland" .
:suria rdfs:label "Suria" .
:agreement rdfs:label "harbour agreement" .
"""

STATEMENT = """
:t a cmq:Statement ; cmq:reportedIn :r ; cmq:status cmq:Occurred ; cmq:evidence :p2 ;
  cmq:speaker :quill ; cmq:quote "The harbour belongs to those who sail from it." .
:p2 nif:beginIndex 300 ; nif:referenceContext :r ; nif:anchorOf "The harbour belongs to those" .
"""

POST = """
:m a org:Membership ; org:member :quill ; org:role :minister ; cmq:evidence :p1 .
:minister rdfs:label "Minister for Ports" .
"""

PERFECT = HEADER + SIGNING + STATEMENT + POST


def score(tmp_path: Path, graph: str, gold: str = GOLD) -> Report:
    """Score one hand-written graph."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "harbour.yaml").write_text(gold, encoding="utf-8")
    (tmp_path / "graphs").mkdir()
    (tmp_path / "graphs" / "harbour.ttl").write_text(PREFIXES + graph, encoding="utf-8")
    return evaluate(tmp_path / "gold", tmp_path / "graphs")


def test_a_perfect_graph_scores_one_throughout(tmp_path: Path) -> None:
    told = score(tmp_path, PERFECT)
    whole = told.all_events
    assert (whole.events.f1, whole.all_roles.f1, whole.exact, whole.statuses) == (1, 1, 2, 2)
    assert told.posts.f1 == 1
    assert told.headers == {"title": 1, "published": 1, "publisher": 1}
    assert differences(told) == ""


def test_an_event_missing_from_the_graph_is_missed_with_its_fillers(tmp_path: Path) -> None:
    told = score(tmp_path, HEADER + STATEMENT + POST + ':quill rdfs:label "Ada Quill" .')
    signing = told.types["Signing"]
    assert (signing.events.gold, signing.events.found, signing.events.right) == (1, 0, 0)
    assert (signing.all_roles.gold, signing.all_roles.right) == (6, 0)
    assert "- Signing (occurred)" in differences(told)


def test_an_event_the_annotation_lacks_is_made_up_with_its_fillers(tmp_path: Path) -> None:
    other = """
    :x a cmq:Signing ; cmq:reportedIn :r ; cmq:status cmq:Occurred ; cmq:evidence :p3 ;
      cmq:party :norland ; cmq:agreement :treaty .
    :p3 nif:referenceContext :r ; nif:anchorOf "Norland ratified a tax treaty in 1999" .
    :treaty rdfs:label "tax treaty" .
    """
    told = score(tmp_path, PERFECT + other)
    signing = told.types["Signing"]
    assert (signing.events.gold, signing.events.found, signing.events.right) == (1, 2, 1)
    assert (signing.all_roles.found, signing.all_roles.right) == (8, 6)
    assert "+ Signing (occurred) “Norland ratified a tax treaty in 1999”" in differences(told)


@pytest.mark.parametrize(
    ("right", "wrong", "exact", "fillers"),
    [
        pytest.param(
            "Occurred ; cmq:evidence :p1", "Planned ; cmq:evidence :p1", 1, 7, id="status"
        ),
        pytest.param('-05"^^xsd:date .\n:p1', '"^^xsd:gYearMonth .\n:p1', 2, 7, id="coarser date"),
        pytest.param('-05"^^xsd:date .\n:p1', '-06"^^xsd:date .\n:p1', 1, 6, id="another day"),
        pytest.param(":quill, :tarn ;", ":quill ;", 1, 6, id="missing filler"),
        pytest.param(":quill, :tarn ;", ":quill, :tarn, :norland ;", 1, 7, id="extra filler"),
        pytest.param(":norland, :suria", ":norland, :tarn", 1, 6, id="wrong filler"),
    ],
)
def test_exact_means_status_and_every_core_role(
    tmp_path: Path, right: str, wrong: str, exact: int, fillers: int
) -> None:
    assert right in PERFECT
    whole = score(tmp_path, PERFECT.replace(right, wrong)).all_events
    assert (whole.events.f1, whole.exact, whole.all_roles.right) == (1, exact, fillers)


def test_statements_pair_by_their_first_words_alone(tmp_path: Path) -> None:
    graph = PERFECT.replace("The harbour belongs to those who sail", "What belongs to those who")
    statement = score(tmp_path, graph).types["Statement"]
    assert (statement.events.found, statement.events.right) == (1, 0)


def test_a_paired_statement_with_another_speaker_counts_against_speakers(tmp_path: Path) -> None:
    told = score(tmp_path, PERFECT.replace("cmq:speaker :quill", "cmq:speaker :tarn"))
    assert told.types["Statement"].events.right == 1
    assert "speakers of paired statements: 0 of 1 right" in as_text(told)


def test_a_post_needs_person_and_title(tmp_path: Path) -> None:
    told = score(tmp_path, PERFECT.replace('"Minister for Ports"', '"Mayor"'))
    assert (told.posts.gold, told.posts.found, told.posts.right) == (1, 1, 0)
    assert "+ post Ada Quill, Mayor" in differences(told)


def test_all_releases_of_a_document_count_and_the_main_one_gives_the_header(
    tmp_path: Path,
) -> None:
    part = """
    :a a cmq:Release ; dcterms:isPartOf :r ; dcterms:title "An older note" ;
      dcterms:source "agency/2024-03-05-harbour.md" .
    """
    statement = STATEMENT.replace("cmq:reportedIn :r", "cmq:reportedIn :a")
    told = score(tmp_path, HEADER + SIGNING + statement + POST + part)
    assert told.all_events.events.right == 2
    assert told.headers["title"] == 1


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("agency/2024-03-05-harbour.md", True),
        ("releases/agency/2024-03-05-harbour.md", True),
        ("elsewhere/2024-03-05-harbour.md", True),
        ("agency/2024-03-05-harbours.md", False),
    ],
)
def test_a_document_is_found_by_its_path_or_its_file_name(
    tmp_path: Path, source: str, found: bool
) -> None:
    told = score(tmp_path, PERFECT.replace("agency/2024-03-05-harbour.md", source))
    assert (told.without_graph == ()) is found
    assert (told.all_events.events.right == 2) is found


def test_pairing_takes_the_likest_pair_first_and_each_side_once() -> None:
    closeness = {(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.0}
    assert pair([0, 1], [0, 1], lambda g, f: closeness[g, f]) == ((0, 1),)


@pytest.mark.parametrize(
    ("found", "accepted", "matches"),
    [
        ("the Government of Suria", "Republic of Suria", True),
        ("U.S.", "United States of America", True),
        ("UK", "United Kingdom", True),
        ("Hon. Dr. José Peña", "Jose Pena", True),
        ("Kevin McAleenan", "Kevin K. McAleenan", True),
        ("Department of Labor", "U.S. Department of Labor", True),
        ("Norland’s Ministry of Ports", "Norland Ministry of Ports", True),
        ("$1,500,000", "$1500000", True),
        ("Quill", "Ada Quill", False),
        ("Minister of Foreign Affairs", "Minister of Home Affairs", False),
        ("of the", "the", False),
        ("", "Suria", False),
        ("$40 million", "€40 million", False),
    ],
)
def test_two_wordings_name_the_same_filler(found: str, accepted: str, matches: bool) -> None:
    assert (likeness((found,), (accepted,)) > 0) is matches


def test_a_pronoun_is_not_a_country() -> None:
    assert fold("join us") == ("join", "us")


def test_evidence_is_shared_by_neighbouring_words_not_by_vocabulary() -> None:
    gold = ("signed the pact in Port Ada",)
    assert evidence_share(gold, ("They signed the pact in Port Ada.",)) == 1
    assert evidence_share(gold, ("In Ada the port signed a treaty",)) == 0


def test_the_two_halves_are_disjoint_and_make_the_whole(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.yaml").write_text(f"release: {number}.md", encoding="utf-8")
    halves = {h: {r.source for r in read_annotations(tmp_path, h)} for h in ("develop", "measure")}
    assert len(halves["develop"] | halves["measure"]) == 12
    assert not halves["develop"] & halves["measure"]


def test_json_says_what_the_table_says(tmp_path: Path) -> None:
    told = json.loads(as_json(score(tmp_path, PERFECT)))
    assert told["releases"] == 1
    assert told["events"]["Signing"]["roles"]["party"] == {
        "gold": 2, "found": 2, "right": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "complaint"),
    [
        ("title: x", "names no release"),
        ("release: x\nevents: [{type: Party, status: occurred}]", "type is 'Party'; choose one of"),
        ("release: x\nevents: [{type: Signing, status: done}]", "status is 'done'; choose one of"),
        ("release: x\nposts: [{person: [A]}]", "a post lacks its person or its title"),
        ("release: [", "cannot be read"),
    ],
)
def test_a_faulty_annotation_is_named(tmp_path: Path, gold: str, complaint: str) -> None:
    with pytest.raises(GoldError, match=r"harbour\.yaml") as raised:
        score(tmp_path, PERFECT, gold)
    assert complaint in str(raised.value)


def test_a_faulty_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"harbour\.ttl"):
        score(tmp_path, "this is no Turtle")
