from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, RDF, RDFS, SKOS, XSD

from pipeline.errors import GraphError
from pipeline.graph.build import build
from pipeline.graph.terms import CMQ, ITSRDF, NIF, PROV, SCHEMA
from pipeline.graph.validate import check
from pipeline.graph.write import serialize
from pipeline.models import (
    Amount,
    Entity,
    EntityKind,
    Event,
    Facts,
    Filler,
    Metadata,
    PartialDate,
    Release,
    Span,
    Status,
)
from pipeline.vocabulary import ontology_directory

T = TypeVar("T")
ID = "https://example.org/id/"
GOLDEN = Path(__file__).parent / "golden"


def only(graph: Graph, kind: URIRef) -> URIRef:
    (node,) = graph.subjects(RDF.type, kind)
    assert isinstance(node, URIRef)
    return node


def labels(graph: Graph, subject: URIRef, term: URIRef) -> list[str]:
    return sorted(str(graph.value(o, RDFS.label) or o) for o in graph.objects(subject, term))


def main(graph: Graph) -> URIRef:
    assert isinstance(graph.identifier, URIRef)
    return graph.identifier


def signing(graph: Graph) -> URIRef:
    (event,) = graph.subjects(CMQ["signatory"])
    return URIRef(str(event))


@pytest.mark.parametrize(
    ("term", "values"),
    [
        (DCTERMS.title, ["Ruritania and Honduras sign a fishing pact"]),
        (DCTERMS.issued, ["2019-09-27"]),
        (DCTERMS.modified, ["2019-09-28"]),
        (DCTERMS.identifier, ["RF 12/2019"]),
        (DCTERMS.subject, ["Fisheries", "Honduras"]),
        (DCTERMS.source, ["https://fisheries.example/news/fishing%20pact", "samples/pact.md"]),
        (DCTERMS.publisher, ["Ministry of Fisheries"]),
        (CMQ["dateline"], ["STRELSAU – "]),
        (PROV.wasAttributedTo, ["reader 1.0"]),
    ],
)
def test_the_header_of_a_release(graph: Graph, term: URIRef, values: list[str]) -> None:
    assert labels(graph, main(graph), term) == values


def test_a_document_is_named_after_its_main_release_and_has_the_others_as_parts(
    graph: Graph, document: tuple[Facts, ...]
) -> None:
    (part,) = graph.objects(main(graph), DCTERMS.hasPart)
    assert graph.value(part, DCTERMS.isPartOf) == main(graph)
    assert [str(graph.value(r, NIF["isString"])) for r in (main(graph), part)] == [
        facts.release.text for facts in document
    ]


@pytest.mark.parametrize(
    ("term", "values"),
    [
        (CMQ["signatory"], ["Ana Lobo"]),
        (CMQ["party"], ["Republic of Honduras"]),
        (CMQ["agreement"], ["fishing pact"]),
        (CMQ["onBehalfOf"], ["the Crown"]),
        (CMQ["place"], ["Strelsau"]),
        (CMQ["count"], ["1"]),
        (CMQ["date"], ["2019-09-27"]),
        (CMQ["status"], [str(CMQ["Occurred"])]),
        (CMQ["support"], ["told in the headline and the lead"]),
    ],
)
def test_the_roles_of_an_event(graph: Graph, term: URIRef, values: list[str]) -> None:
    assert labels(graph, signing(graph), term) == values


def test_an_event_shows_its_passages_and_the_words_of_its_roles(graph: Graph) -> None:
    def words(term: str) -> list[str]:
        places = graph.objects(signing(graph), CMQ[term])
        return sorted(str(graph.value(place, NIF["anchorOf"])) for place in places)

    assert words("evidence") == [
        "Ana Lobo signed a fishing pact with Honduras today",
        "Ruritania and Honduras sign a fishing pact",
    ]
    assert words("mention") == [
        "Ana Lobo", "Honduras", "STRELSAU", "a fishing", "fishing pact", "the Crown",
    ]  # fmt: skip


def test_the_words_of_a_role_lead_to_who_fills_it(graph: Graph) -> None:
    places = list(graph.objects(signing(graph), CMQ["mention"]))
    named = {e for place in places for e in graph.objects(place, ITSRDF["taIdentRef"])}
    assert set(graph.objects(signing(graph), CMQ["signatory"])) < named


@pytest.mark.parametrize(
    ("date", "literal"),
    [
        ("2019-09-27", Literal("2019-09-27", datatype=XSD.date)),
        ("2019-09", Literal("2019-09", datatype=XSD.gYearMonth, normalize=False)),
        ("2019", Literal("2019", datatype=XSD.gYear, normalize=False)),
    ],
)
def test_a_date_is_as_precise_as_the_text(
    date: str, literal: Literal, tiny: Callable[..., Facts]
) -> None:
    graph = build([tiny(date=PartialDate(date))])
    assert list(graph.objects(None, CMQ["date"])) == [literal]


ORIA = Entity("country/oria", EntityKind.COUNTRY, "Oria")


def test_confidence_has_two_places(tiny: Callable[..., Facts]) -> None:
    (confidence,) = build([tiny(confidence=2 / 3)]).objects(None, CMQ["confidence"])
    assert confidence.n3() == '"0.67"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert isinstance(confidence, Literal)
    assert confidence.toPython() == Decimal("0.67")


def test_a_sum_of_money_is_a_node_labelled_as_it_is_written() -> None:
    text = "Oria gave $4 million."
    award = Event(
        type="Award",
        status=Status.OCCURRED,
        evidence=(Span(0, 20),),
        fillers=(
            Filler("funder", "country/oria"),
            Filler("amount", literal="$4 million", span=Span(10, 20)),
        ),
    )
    graph = build([Facts(Release("a", 0, text, (), Metadata()), (ORIA,), events=(award,))])
    amount = only(graph, SCHEMA["MonetaryAmount"])
    assert str(graph.value(amount, RDFS.label)) == "$4 million"
    assert list(graph.objects(None, CMQ["amount"])) == [amount]
    assert list(check(graph)) == []


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (
            Amount(Decimal("1300000.00"), "USD", "almost"),
            {"value": "1300000", "currency": "USD", "hedge": "almost"},
        ),
        (Amount(Decimal("2.50")), {"value": "2.5"}),
        (
            Amount(Decimal(5), "EUR", until=Decimal("1E+1")),
            {"minValue": "5", "maxValue": "10", "currency": "EUR"},
        ),
    ],
    ids=["hedged", "no currency", "range"],
)
def test_a_sum_says_how_much_it_is(amount: Amount, said: dict[str, str]) -> None:
    fine = Event(
        type="LegalAction",
        kind="Sentencing",
        status=Status.OCCURRED,
        evidence=(Span(0, 20),),
        fillers=(
            Filler("defendant", "country/oria"),
            Filler("amount", literal="4 million", span=Span(11, 20), amount=amount),
        ),
    )
    text = "Oria owes $4 million."
    graph = build([Facts(Release("a", 0, text, (), Metadata()), (ORIA,), events=(fine,))])
    node = only(graph, SCHEMA["MonetaryAmount"])
    told = {
        str(p).replace("#", "/").rpartition("/")[2]: str(o)
        for p, o in graph.predicate_objects(node)
    }
    assert {k: v for k, v in told.items() if k not in ("type", "label", "taIdentRef")} == said
    assert list(check(graph)) == []


def test_a_step_of_a_case_leads_to_the_one_before_it() -> None:
    plea, sentencing = (
        Event(
            type="LegalAction",
            kind=kind,
            status=Status.OCCURRED,
            evidence=(span,),
            fillers=(Filler("defendant", "country/oria"),),
        )
        for kind, span in (("Plea", Span(0, 5)), ("Sentencing", Span(6, 10)))
    )
    release = Release("a", 0, "Oria pleads.", (), Metadata())
    facts = Facts(release, (ORIA,), events=(plea, sentencing), steps=((sentencing, plea),))
    graph = build([facts])
    ((later, earlier),) = graph.subject_objects(CMQ["partOfCase"])
    assert graph.value(later, CMQ["kind"]) == CMQ["Sentencing"]
    assert graph.value(earlier, CMQ["kind"]) == CMQ["Plea"]
    assert list(check(graph)) == []


def test_the_words_for_a_date_can_be_shown(tiny: Callable[..., Facts]) -> None:
    when = Filler("date", literal="2020-05", span=Span(20, 24))
    graph = build([tiny(fillers=(when,))])
    assert [str(date) for date in graph.objects(None, CMQ["date"])] == ["2020-05"]
    assert [str(graph.value(m, NIF["anchorOf"])) for m in graph.objects(None, CMQ["mention"])] == [
        "with"
    ]


def test_every_term_written_is_one_of_the_ontology() -> None:
    code = Path(__file__).parents[2] / "pipeline" / "graph"
    ontology = Graph().parse(ontology_directory() / "communique.ttl")
    terms = {t for p in code.glob("*.py") for t in re.findall(r'CMQ\["(\w+)"\]', p.read_text())}
    assert len(terms) > 10
    assert [term for term in sorted(terms) if (CMQ[term], None, None) not in ontology] == []


def test_a_post_is_a_membership(graph: Graph) -> None:
    post = only(graph, ORG.Membership)
    assert labels(graph, post, ORG.member) == ["Ana Lobo"]
    assert labels(graph, post, ORG.role) == ["Minister of Fisheries"]
    assert labels(graph, post, ORG.organization) == ["Ministry of Fisheries"]
    assert list(graph.objects(post, CMQ["acting"])) == [Literal(True)]
    assert list(graph.objects(post, CMQ["former"])) == [Literal(False)]


def test_an_entity_has_one_label_its_fullest_in_the_document(graph: Graph) -> None:
    honduras = URIRef(ID + "country/HN")
    assert labels(graph, honduras, RDFS.label) == ["Republic of Honduras"]
    assert labels(graph, honduras, SKOS.altLabel) == ["Honduras"]


def test_an_agreement_says_what_it_is_for_and_follows(graph: Graph) -> None:
    (pact,) = graph.subjects(RDFS.label, Literal("fishing pact"))
    assert isinstance(pact, URIRef)
    assert labels(graph, pact, DCTERMS.title) == ["Pact on Fishing"]
    assert labels(graph, pact, CMQ["aim"]) == ["Our\nboats are safe"]
    assert labels(graph, pact, CMQ["follows"]) == ["ferry contract"]
    assert labels(graph, pact, CMQ["party"]) == ["Republic of Honduras", "Ruritania"]


def test_a_release_without_facts_still_has_its_text() -> None:
    graph = build([Facts(Release("a.txt", 0, "Nothing.", (), Metadata()))])
    assert list(graph.objects(only(graph, CMQ["Release"]), NIF["isString"])) == [
        Literal("Nothing.")
    ]


def test_a_document_without_a_release_is_an_error() -> None:
    with pytest.raises(GraphError, match="a document without a release"):
        build([])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            {"fillers": (Filler("signatory", "person/nobody"),)},
            "entity 'person/nobody' is referred to but nowhere described",
            id="unknown entity",
        ),
        pytest.param(
            {"evidence": (Span(0, 99),)},
            "a.md: passage 0,99 runs past the text's 30 characters",
            id="passage outside the text",
        ),
        pytest.param(
            {"fillers": (Filler("signed by", literal="x"),)},
            "'signed by' cannot name a term of the ontology",
            id="role that is no name",
        ),
        pytest.param(
            {"type": "Big Event"}, "'Big Event' cannot name a term", id="type that is no name"
        ),
    ],
)
def test_facts_that_do_not_hold_together_are_errors(
    change: dict[str, object], message: str, tiny: Callable[..., Facts]
) -> None:
    with pytest.raises(GraphError) as error:
        build([tiny(**change)])
    assert message in str(error.value)


def test_the_golden_graph(tiny: Callable[..., Facts]) -> None:
    """To renew it, write ``serialize(...)`` there and review the difference."""
    graph = build([tiny()], base="https://example.org/", provenance=())
    assert serialize(graph).decode() == (GOLDEN / "signing.ttl").read_text(encoding="utf-8")


def test_the_order_of_facts_does_not_matter(graph: Graph, document: tuple[Facts, ...]) -> None:
    shuffle = random.Random(0)
    for _ in range(5):
        again = tuple(_shuffled(facts, shuffle) for facts in document)
        rebuilt = build(again, base=ID, provenance=("reader 1.0",))
        assert serialize(rebuilt) == serialize(graph)


def _shuffled(facts: Facts, shuffle: random.Random) -> Facts:
    def mix(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(shuffle.sample(items, len(items)))

    return replace(
        facts,
        entities=mix(tuple(replace(e, mentions=mix(e.mentions)) for e in facts.entities)),
        agreements=mix(facts.agreements),
        posts=mix(facts.posts),
        events=mix(
            tuple(
                replace(e, fillers=mix(e.fillers), evidence=mix(e.evidence)) for e in facts.events
            )
        ),
    )


def test_an_event_does_not_depend_on_the_others(document: tuple[Facts, ...]) -> None:
    whole = build(document)
    for event in document[0].events:
        alone = build((replace(document[0], events=(event,)), *document[1:]))
        assert set(alone) - set(build((replace(document[0], events=()), *document[1:]))) <= set(
            whole
        )
