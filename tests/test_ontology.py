"""The ontology, the vocabulary module, the shapes and the questions speak of the same terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from pipeline.models import EntityKind, Status
from pipeline.vocabulary import (
    AGREEMENT_KINDS,
    CMQ,
    EVENT_KINDS,
    EVENT_ROLES,
    ontology_directory,
)

T = Namespace(CMQ)
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
DERIVED = {"signed", "partyTo", "dateSigned", "said", "metWith"}
#: Terms about a legal action that are no role of a frame.
BESIDE_ROLES = {"partOfCase"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ontology_directory() / "communique.ttl")


def local(term: object) -> str:
    return str(term).removeprefix(CMQ)


def classes_of(ontology: Graph, term: URIRef, which: URIRef) -> set[str]:
    """The classes of a domain or range, a union taken apart."""
    found: set[str] = set()
    for node in ontology.objects(term, which):
        union = ontology.value(node, OWL.unionOf)
        members = Collection(ontology, union) if union else [node]
        found |= {local(member) for member in members}
    return found


def concepts(ontology: Graph, scheme: str) -> set[str]:
    return {local(concept) for concept in ontology.subjects(SKOS.inScheme, T[scheme])}


def test_the_header_names_a_version(ontology: Graph) -> None:
    assert (URIRef(CMQ.removesuffix("#")), RDF.type, OWL.Ontology) in ontology
    assert ontology.value(URIRef(CMQ.removesuffix("#")), OWL.versionIRI)


def test_every_term_has_a_label_a_definition_and_an_example(ontology: Graph) -> None:
    terms = {s for s in ontology.subjects() if str(s).startswith(CMQ)}
    assert len(terms) > 90
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        lacking = [local(term) for term in terms if not ontology.value(term, predicate)]
        assert not lacking, predicate


def test_every_term_used_in_the_ontology_is_described_there(ontology: Graph) -> None:
    used = {str(term) for triple in ontology for term in triple if re.match(CMQ + ".", str(term))}
    assert used <= {str(term) for term in ontology.subjects()}


@pytest.mark.parametrize("kind", EntityKind)
def test_entities_are_agents_places_or_agreements(ontology: Graph, kind: EntityKind) -> None:
    above = set(ontology.transitive_objects(T[kind.value], RDFS.subClassOf))
    assert {T.Agent, T.Place, T.Agreement} & above


@pytest.mark.parametrize("event", EVENT_ROLES)
def test_roles_of_an_event_have_it_as_their_domain(ontology: Graph, event: str) -> None:
    assert (T[event], RDFS.subClassOf, T.Event) in ontology
    roles = {
        local(term)
        for kind in PROPERTIES
        for term in ontology.subjects(RDF.type, kind)
        if event in classes_of(ontology, URIRef(str(term)), RDFS.domain)
    }
    assert roles - BESIDE_ROLES == set(EVENT_ROLES[event])


def test_statuses_are_those_of_the_model(ontology: Graph) -> None:
    assert concepts(ontology, "Statuses") == {status.value for status in Status}


@pytest.mark.parametrize(
    ("scheme", "kinds"),
    [
        ("InstrumentKinds", AGREEMENT_KINDS),
        ("LegalActionKinds", EVENT_KINDS["LegalAction"]),
        ("AppointmentKinds", EVENT_KINDS["Appointment"]),
    ],
)
def test_kinds_are_those_of_the_vocabulary(
    ontology: Graph, scheme: str, kinds: tuple[str, ...]
) -> None:
    assert concepts(ontology, scheme) == set(kinds)


def test_an_instrument_of_the_lexicon_is_of_a_kind_in_the_ontology() -> None:
    lexicon = Path(__file__).parents[1] / "pipeline" / "language" / "lexicon" / "instruments.yaml"
    if not lexicon.exists():
        pytest.skip("the lexicon of instruments is not in this tree")
    kinds = re.findall(r"^  ([A-Z]\w+): \[", lexicon.read_text(encoding="utf-8"), re.M)
    assert kinds
    assert set(kinds) <= set(AGREEMENT_KINDS)


def texts_that_use_terms() -> list[Path]:
    folder = ontology_directory()
    return [*folder.rglob("*.rq"), folder / "shapes.ttl", *(folder / "gazetteer").glob("*.ttl")]


@pytest.mark.parametrize("path", texts_that_use_terms(), ids=lambda path: str(path.name))
def test_a_file_uses_only_terms_of_the_ontology(ontology: Graph, path: Path) -> None:
    used = set(re.findall(r"\bcmq:([A-Za-z]+)", path.read_text(encoding="utf-8")))
    assert not {term for term in used if (T[term], None, None) not in ontology}


def test_the_question_for_derived_edges_makes_those_of_the_ontology() -> None:
    question = (ontology_directory() / "edges.rq").read_text(encoding="utf-8")
    made = question.split("WHERE")[0]
    assert set(re.findall(r" cmq:(\w+) ", made)) == DERIVED


def test_no_property_holds_both_nodes_and_words(ontology: Graph) -> None:
    both = set(ontology.subjects(RDF.type, OWL.ObjectProperty)) & set(
        ontology.subjects(RDF.type, OWL.DatatypeProperty)
    )
    assert not both


#: What ties a term to one of another vocabulary.
ALIGNING = (
    RDFS.subClassOf, RDFS.subPropertyOf, SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch,
    SKOS.relatedMatch,
)  # fmt: skip


def alignments(ontology: Graph) -> set[tuple[Node, Node, Node]]:
    """The statements that tie a term of ours to one of another vocabulary, or to PLOVER."""
    return {
        (term, how, other)
        for how in ALIGNING
        for term, other in ontology.subject_objects(how)
        if isinstance(other, URIRef) and (local(other).startswith("Plover") or CMQ not in other)
    }


def test_every_alignment_gives_its_reason(ontology: Graph) -> None:
    terms = (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
    reasoned = {
        tuple(ontology.value(axiom, term) for term in terms)
        for axiom in ontology.subjects(RDF.type, OWL.Axiom)
        if ontology.value(axiom, RDFS.comment)
    }
    assert reasoned == alignments(ontology)


@pytest.mark.parametrize(
    "vocabulary",
    [
        "https://schema.org/",
        "http://www.w3.org/ns/prov#",
        "http://www.w3.org/ns/org#",
        "http://xmlns.com/foaf/0.1/",
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "http://www.w3.org/2006/time#",
        "http://www.w3.org/2004/02/skos/core#",
        "http://purl.org/dc/terms/",
        f"{CMQ}Plover",
    ],
)
def test_there_is_an_alignment_with_each_vocabulary(ontology: Graph, vocabulary: str) -> None:
    assert any(str(other).startswith(vocabulary) for _, _, other in alignments(ontology))


def test_a_mention_is_tied_to_its_rdf(ontology: Graph) -> None:
    identifies = URIRef("http://www.w3.org/2005/11/its/rdf#taIdentRef")
    (needed,) = ontology.subjects(OWL.onProperty, identifies)
    assert (T.Mention, RDFS.subClassOf, needed) in ontology
