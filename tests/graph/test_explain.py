"""A fact explained: its words in their place, what they fill, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.build import build
from pipeline.graph.explain import explain
from pipeline.graph.explain.passages import Mark, Sort, in_context
from pipeline.graph.write import write
from pipeline.models import Event, Facts, Filler, Span

BASE = "https://example.org/id/"


@pytest.fixture
def file(graph: Graph, tmp_path: Path) -> Path:
    return write(graph, tmp_path / "pact.ttl")


def _events(graph: Graph, kind: str) -> list[str]:
    found = graph.query(f"SELECT ?e {{ ?e a cmq:{kind} ; cmq:status cmq:Occurred }}")
    return [str(row[0]) for row in found]  # type: ignore[index] # a row of one IRI


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "nt", "jsonld", "rdf"])
def test_an_event_is_explained_from_every_syntax(graph: Graph, tmp_path: Path, suffix: str) -> None:
    path = write(graph, tmp_path / f"pact.{suffix}")
    (iri,) = _events(graph, "Signing")
    told = explain([path], iri)
    assert told.splitlines()[:2] == [
        f"Signing, Agreement, occurred, 2019-09-27: {iri.rpartition('/')[2]}",
        f"  {iri}",
    ]
    for shown in (
        "signatory   Ana Lobo (Person)",
        "count       1",
        "from “Ruritania and Honduras sign a fishing pact”, Ministry of Fisheries, 2019-09-27",
        "document https://fisheries.example/news/fishing%20pact, samples/pact.md; read by reader",
        "«[signatory: Ana Lobo] signed a [agreement: fishing pact] with [party: Honduras] today»",
        "elsewhere, characters 44 to 52:\n    «[place: STRELSAU]» – Acting Minister",
        "found by the frame signing\n  confidence 0.9\n    for it: told in the headline and the",
    ):
        assert shown in told


def test_the_words_that_announce_an_event_and_tell_its_day_are_marked(
    tiny: Callable[..., Facts], tmp_path: Path
) -> None:
    facts = tiny(triggers=(Span(4, 10),), dated=(Span(11, 14),), doubts=("“may”",))
    path = write(build([facts], base=BASE), tmp_path / "tiny.ttl")
    told = explain([path], "signing")
    assert "«[signatory: Ana] *signed* [agreement: [date: the] pact] with [party: Oria]»." in told
    assert "found by the frame signing on “signed”" in told
    assert "against it: “may”" in told


NAMES = {
    "IRI": f"{BASE}person/ana-lobo",
    "IRI in brackets": f"<{BASE}person/ana-lobo>",
    "end of the IRI": "person/ana-lobo",
    "last part": "ana-lobo",
    "label": "Ana Lobo",
    "label in small letters": "ana lobo",
    "other spelling": "Lobo",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_thing_is_found_by(file: Path, name: str) -> None:
    told = explain([file], name)
    assert told.startswith(f"Person Ana Lobo\n  {BASE}person/ana-lobo\n")
    assert "participant  meeting-" in told
    assert "member       ana-lobo-" in told
    assert "«Lobo» will meet Juan Mora in May." in told


def test_a_thing_is_found_by_the_beginning_of_its_last_part(file: Path) -> None:
    assert explain([file], "fishing-p").startswith("Agreement fishing pact\n")


def test_a_name_of_several_things_is_told_with_what_tells_them_apart(file: Path) -> None:
    with pytest.raises(GraphError) as raised:
        explain([file], "signing")
    told = str(raised.value)
    assert "2 things are called 'signing'; give one of signing-" in told
    assert "(negated, 2018)" in told
    assert "(occurred, 2019-09-27)" in told


def test_things_of_one_name_in_two_releases_are_told_apart_by_the_release(
    tiny: Callable[..., Facts], tmp_path: Path
) -> None:
    one = tiny()
    other = replace(one, release=replace(one.release, text="Ana signed the pact with Oria!"))
    paths = [
        write(build([f], base=BASE), tmp_path / f"{i}.ttl") for i, f in enumerate((one, other))
    ]
    with pytest.raises(GraphError, match="2 things are called 'Ana'") as raised:
        explain(paths, "Ana")
    ends = [word for word in str(raised.value).split() if "/person/ana" in word]
    assert len(set(ends)) == 2
    assert explain(paths, ends[0]).startswith("Person Ana")


@pytest.mark.parametrize(
    ("name", "said"),
    [("meetin-0", "the events here are"), ("ana-lobbo", "did you mean 'ana-lobo'?")],
)
def test_a_name_of_nothing_is_told_with_what_there_is(file: Path, name: str, said: str) -> None:
    with pytest.raises(GraphError, match=f"nothing here is called '{name}'") as raised:
        explain([file], name)
    assert said in str(raised.value)


def test_a_post_shows_the_words_that_state_it(file: Path, graph: Graph) -> None:
    (row,) = graph.query("SELECT ?m { ?m a org:Membership }")
    told = explain([file], str(row[0]))  # type: ignore[index] # a row of one IRI
    assert "holder  Ana Lobo" in told
    assert "acting  yes" in told
    assert "«Acting Minister of Fisheries [holder: Ana Lobo]» signed" in told


def test_an_agreement_shows_its_parties_its_aims_and_its_events(file: Path) -> None:
    told = explain([file], "fishing-pact")
    assert "party       Republic of Honduras; Ruritania" in told
    assert "«Our boats are safe»" in told
    assert "agreement  signing-" in told


def test_a_release_lists_its_events(file: Path) -> None:
    told = explain([file], "Ruritania and Honduras sign a fishing pact")
    assert "4 events:" in told
    assert told.count("signing-") == 2


def test_a_passage_tells_what_it_states(file: Path, graph: Graph) -> None:
    (row,) = graph.query(
        'SELECT ?p { ?e cmq:evidence ?p . ?p nif:anchorOf "Our\\nboats are safe" }'
    )
    told = explain([file], str(row[0]))  # type: ignore[index] # a row of one IRI
    assert told.startswith("Passage char=")
    assert "states fishing-pact" in told


LONG = "word " * 100 + "Here it is. " + "word " * 100
CUT = "… " + "word " * 31 + "«Here it is». " + "word " * 31 + "…"


@pytest.mark.parametrize(
    ("text", "span", "marks", "shown"),
    [
        ("One. Two.", Span(0, 3), [], "«One». Two."),
        ("Above.\n\nOne. Two.\n\nBelow.", Span(8, 11), [], "«One». Two."),
        ("a b c d", Span(0, 7), [(0, 3, "x"), (0, 1, "y")], "«[x: [y: a] b] c d»"),
        ("a b c d", Span(0, 7), [(0, 3, "x"), (2, 5, "y")], "«[x: a b] c d»"),
        ("a b\nc d", Span(2, 5), [(2, 3, "x"), (4, 5, "y")], "a «[x: b] [y: c]» d"),
        (
            LONG,
            Span(500, 510),
            [],
            CUT,
        ),
    ],
    ids=["plain", "a paragraph", "nested", "crossing", "on one line", "cut"],
)
def test_words_in_their_place(
    text: str, span: Span, marks: list[tuple[int, int, str]], shown: str
) -> None:
    made = [Mark(Span(start, end), Sort.ROLE, (name,)) for start, end, name in marks]
    assert in_context(text, span, made) == shown


def test_words_that_fill_two_roles_are_marked_with_both(
    tiny: Callable[..., Facts], tmp_path: Path
) -> None:
    event: Event = tiny().events[0]
    both = (*event.fillers, Filler("party", "person/ana", span=Span(0, 3)))
    path = write(build([tiny(fillers=both)], base=BASE), tmp_path / "tiny.ttl")
    assert "[party, signatory: Ana]" in explain([path], "signing")
