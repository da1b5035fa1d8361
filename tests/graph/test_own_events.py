"""A user's ontology file: the events and roles it declares, and what it cannot declare."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from pipeline.errors import OntologyError
from pipeline.extension import NOTHING, Extension, read_extension
from pipeline.graph.build import build
from pipeline.graph.terms import CMQ
from pipeline.graph.validate import check
from pipeline.models import Facts, Filler, Span
from pipeline.vocabulary import CIRCUMSTANCES, EVENT_ROLES

MY = "https://example.org/my#"
PREFIXES = f"""\
@prefix my: <{MY}> .
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FILE = """
my:Launch rdfs:subClassOf cmq:Event ; rdfs:label "launch" ; skos:definition "A ship floats." .
my:Relaunch rdfs:subClassOf my:Launch .
my:Summit rdfs:subClassOf cmq:Meeting .
my:vessel rdfs:domain my:Launch ; rdfs:range xsd:string .
my:builder rdfs:domain my:Launch ; rdfs:range cmq:Agent .
my:cost rdfs:domain my:Launch ; rdfs:range schema:MonetaryAmount .
my:agenda rdfs:domain my:Summit .
my:witness rdfs:domain cmq:Signing ; rdfs:range cmq:Person .
my:Naming a skos:Concept ; skos:prefLabel "naming" .
"""

Written = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A file of the given lines below the prefixes."""

    def write(lines: str) -> Path:
        path = tmp_path / "my.ttl"
        path.write_text(PREFIXES + lines, encoding="utf-8")
        return path

    return write


@pytest.fixture
def extension(written: Written) -> Extension:
    return read_extension(written(FILE))


def test_without_a_file_there_is_what_the_ontology_has() -> None:
    assert NOTHING.events() == tuple(EVENT_ROLES)
    assert NOTHING.roles_of("Meeting") == (*EVENT_ROLES["Meeting"], *CIRCUMSTANCES)
    assert NOTHING.kinds_of("Meeting") == ()


@pytest.mark.parametrize(
    ("event", "roles", "kinds"),
    [
        ("Launch", {"vessel", "builder", "cost"}, ("Naming",)),
        ("Relaunch", {"vessel", "builder", "cost"}, ("Naming",)),
        ("Summit", {*EVENT_ROLES["Meeting"], "agenda"}, ("Naming",)),
        ("Signing", {*EVENT_ROLES["Signing"], "witness"}, ()),
        ("Meeting", set(EVENT_ROLES["Meeting"]), ()),
    ],
)
def test_an_event_has_its_own_roles_and_those_of_the_classes_above(
    extension: Extension, event: str, roles: set[str], kinds: tuple[str, ...]
) -> None:
    assert event in extension.events()
    assert set(extension.roles_of(event)) == roles | set(CIRCUMSTANCES)
    assert extension.kinds_of(event) == kinds


def test_a_label_is_the_one_given_or_the_name_in_small_words(written: Written) -> None:
    found = read_extension(written("my:ShipLaunch rdfs:subClassOf cmq:Event ."))
    assert found.classes["ShipLaunch"].label == "ship launch"


#: A file that cannot be used, and what is said of it.
FAULTS = {
    "not Turtle": ("my:Launch rdfs:subClassOf cmq:Event ,", "my.ttl:7: not Turtle"),
    "nothing": ("my:Launch rdfs:label 'launch' .", "'my:Launch rdfs:subClassOf cmq:Event .'"),
    "a class of ours": ("my:Meeting rdfs:subClassOf cmq:Event .", "Meeting is a class of Commu"),
    "no name": ("my:a-b rdfs:subClassOf cmq:Event .", "ends in 'a-b', which frames cannot use"),
    "a role of no event": ("my:vessel rdfs:domain my:Ship .", "is no class of events"),
    "a role in capitals": ("my:Vessel rdfs:domain cmq:Event .", "such as vessel"),
    "a role that all have": ("my:place rdfs:domain cmq:Event .", "has the role place already"),
    "a range": ("my:x rdfs:domain cmq:Event ; rdfs:range xsd:float .", "choose among xsd:string"),
}


@pytest.mark.parametrize(("lines", "said"), FAULTS.values(), ids=FAULTS)
def test_a_file_that_cannot_be_used_is_told_in_a_line(
    written: Written, lines: str, said: str
) -> None:
    with pytest.raises(OntologyError) as raised:
        read_extension(written(lines))
    assert said in str(raised.value)
    assert "my.ttl" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="No such file"):
        read_extension(tmp_path / "none.ttl")


@pytest.fixture
def launch(extension: Extension, tiny: Callable[..., Facts]) -> Graph:
    """The graph of one launch: Ana, by words that are those of another event."""
    fillers = (
        Filler("vessel", literal="the pact", span=Span(11, 19)),
        Filler("builder", "person/ana", span=Span(0, 3)),
        Filler("cost", literal="$2 million"),
    )
    facts = tiny(type="Relaunch", kind="Naming", fillers=fillers, frame="launch")
    return build([facts], extension=extension)


def test_a_graph_states_an_event_of_a_users_own(launch: Graph) -> None:
    (event,) = launch.subjects(RDF.type, URIRef(MY + "Relaunch"))
    assert set(launch.objects(event, RDF.type)) == {
        URIRef(MY + "Relaunch"), URIRef(MY + "Launch"), CMQ["Event"],
    }  # fmt: skip
    assert launch.value(event, URIRef(MY + "vessel")) == Literal("the pact")
    assert launch.value(event, CMQ["kind"]) == URIRef(MY + "Naming")
    cost = launch.value(event, URIRef(MY + "cost"))
    assert (cost, RDF.type, URIRef("https://schema.org/MonetaryAmount")) in launch


def test_a_graph_declares_the_terms_it_uses_and_no_others(launch: Graph) -> None:
    text = launch.serialize(format="turtle")
    assert (
        'my:Launch a owl:Class ;\n    rdfs:label "launch" ;\n    rdfs:subClassOf cmq:Event' in text
    )
    for used in ("my:Relaunch a", "my:vessel a", "my:builder a", "my:cost a", "my:Naming a"):
        assert used in text
    for unused in ("my:Summit", "my:agenda", "my:witness"):
        assert unused not in text


def test_a_graph_of_a_users_own_events_is_valid_by_itself(launch: Graph) -> None:
    assert not list(check(launch))


#: What is taken from a graph or put into it, and what is found amiss.
DAMAGE = {
    "no declaration": (f"DELETE WHERE {{ <{MY}Launch> ?p ?o }}", "declares its class"),
    "no declared role": (f"DELETE WHERE {{ <{MY}vessel> ?p ?o }}", "declares its property"),
    "a value out of range": (
        f"DELETE {{ ?e <{MY}builder> ?v }} INSERT {{ ?e <{MY}builder> 'Ana' }} WHERE"
        f" {{ ?e <{MY}builder> ?v }}",
        "builder is not of",
    ),
    "a role of another class": (
        f"INSERT {{ ?e <{MY}vessel> 'Alder' }} WHERE {{ ?e a cmq:Person }}",
        "has a property that things of its class do not have",
    ),
    "no passage": ("DELETE WHERE { ?e cmq:evidence ?v }", "shows the passages that state it"),
    "no status": ("DELETE WHERE { ?e cmq:status ?v }", "exactly one status"),
}


@pytest.mark.parametrize(("change", "said"), DAMAGE.values(), ids=DAMAGE)
def test_what_is_amiss_with_a_users_own_events_is_found(
    launch: Graph, change: str, said: str
) -> None:
    launch.update(change)
    assert said in " ".join(map(str, check(launch)))


def test_a_summit_is_a_meeting_whose_participants_met(
    extension: Extension, tiny: Callable[..., Facts]
) -> None:
    both = (Filler("participant", "person/ana"), Filler("participant", "country/oria"))
    graph = build([tiny(type="Summit", fillers=both)], extension=extension)
    (summit,) = graph.subjects(RDF.type, URIRef(MY + "Summit"))
    assert (summit, RDF.type, CMQ["Meeting"]) in graph
    assert len(list(graph.subject_objects(CMQ["metWith"]))) == 2
