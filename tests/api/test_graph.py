"""A graph in hand: its events, narrowed down, and what other libraries make of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
import pytest
from lxml import html

import pipeline as communique
from pipeline.errors import CommuniqueError, GraphError
from pipeline.graph.query import Solutions


def ends(events: Iterable[communique.Event]) -> list[str]:
    return [event.iri.rpartition("/")[2] for event in events]


def test_all_events_are_there_by_date_and_those_without_one_last(graph: communique.Graph) -> None:
    assert ends(graph.events) == ["e1", "e4", "e2", "e3"]


def test_an_event_tells_all_that_is_said_of_it(graph: communique.Graph) -> None:
    event = graph.events[0]
    assert (event.type, event.kind, event.status) == ("Signing", "Treaty", "Occurred")
    assert (event.date, event.end_date, event.confidence) == ("2019-09-27", None, 0.9)
    assert event["signatory"] == (
        communique.Thing("https://example.org/id/lobo", "Person", "Ana Lobo"),
    )
    assert [str(one) for one in event["party"]] == ["Honduras", "Oria"]
    assert event["count"] == ("1",)
    assert event["place"] == ()
    assert event.words == "Lobo signed a pact … Oria & Honduras signed"
    assert [(p.start, p.end) for p in event.passages] == [(0, 18), (39, 61)]
    assert event.release.label == "Pacts <b>signed</b>"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["e1", "e3"]),
        ({"with_": "Honduras"}, ["e1"]),
        ({"with_": "honduras", "status": None}, ["e1", "e2"]),
        ({"with_": "Lobo"}, ["e1"]),
        ({"with_": "https://example.org/id/oria"}, ["e1", "e3"]),
        ({"status": "Planned"}, ["e2"]),
        ({"since": "2019"}, ["e1"]),
        ({"since": "2019-09-28"}, []),
        ({"until": "2019-09"}, ["e1"]),
        ({"until": "2018"}, []),
        ({"since": "2021-01-01", "status": None}, ["e2"]),
    ],
)
def test_signings_are_narrowed_down(
    graph: communique.Graph, given: dict[str, Any], found: list[str]
) -> None:
    assert ends(graph.signings(**given)) == found


def test_classes_of_a_users_own_are_found_by_their_names(graph: communique.Graph) -> None:
    assert ends(graph.of("Ratification")) == ["e4"]
    assert graph.awards() == graph.meetings() == ()


def test_a_name_that_nobody_has_is_told_with_the_nearest(graph: communique.Graph) -> None:
    with pytest.raises(GraphError, match="called 'Hondura'; did you mean 'honduras'"):
        graph.signings(with_="Hondura")


def test_what_is_no_day_is_refused(graph: communique.Graph) -> None:
    with pytest.raises(GraphError, match="'May' is no day; give one such as"):
        graph.signings(since="May")


def test_a_table_has_a_row_for_each_event(graph: communique.Graph) -> None:
    table = graph.to_dataframe()
    assert list(table["date"][:3]) == ["2019-09-27", "2020-03", "2021"]
    assert table.loc[0, "party"] == "Honduras; Oria"
    assert table.loc[0, "words"] == "Lobo signed a pact … Oria & Honduras signed"
    assert list(table.columns[:6]) == ["event", "type", "kind", "status", "date", "end_date"]


def test_a_table_of_nothing_has_its_columns() -> None:
    table = communique.Graph(ox.Store()).to_dataframe()
    assert len(table) == 0 and "words" in table.columns


def test_without_pandas_the_remedy_is_told(
    graph: communique.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(CommuniqueError, match=r"pip install 'communique\[pandas\]'"):
        graph.to_dataframe()


def test_a_network_has_the_events_and_who_is_in_them(graph: communique.Graph) -> None:
    network = graph.to_networkx()
    event = "https://example.org/id/e1"
    assert network.nodes[event]["status"] == "Occurred"
    assert network.has_edge(event, "https://example.org/id/lobo", key="signatory")


def test_questions_are_asked_in_sparql_and_by_name(graph: communique.Graph) -> None:
    found = graph.query("SELECT ?who { ?who a cmq:Person }")
    assert isinstance(found, Solutions) and len(found.rows) == 1
    with pytest.raises(GraphError, match="has no parameter 'whom'"):
        graph.ask("signed-with", whom="Honduras")


def test_a_notebook_shows_sentences_and_runs_nothing(graph: communique.Graph) -> None:
    for shown in (graph, graph.events[0], graph.explain("Ana Lobo")):
        fragment = html.fragment_fromstring(shown._repr_html_(), create_parent=True)
        assert "Oria & Honduras signed" in fragment.text_content()
        assert "“Pacts <b>signed</b>”" in fragment.text_content()
        assert not fragment.xpath("//b | //script")
    assert "<Graph of 4 events>" in html.fromstring(graph._repr_html_()).text_content()


def test_printed_it_is_text(graph: communique.Graph) -> None:
    assert str(graph.explain("e1")).startswith("Signing, Treaty, occurred, 2019-09-27: e1\n")
    assert repr(graph) == "<Graph of 4 events>"


def test_the_package_passes_on_what_it_says_and_nothing_else() -> None:
    for name in communique.__all__:
        assert getattr(communique, name).__module__.startswith("pipeline.api")
    with pytest.raises(AttributeError, match="has no attribute 'extricate'"):
        communique.extricate  # noqa: B018 - it is not there
