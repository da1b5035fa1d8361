"""The network: nothing is left out, and only what is stated as done ties anyone to anyone."""

from __future__ import annotations

import json
from pathlib import Path

import igraph  # type: ignore[import-untyped]
import networkx as nx
import pytest

from pipeline.cli import app
from pipeline.errors import GraphError
from pipeline.outlets.network import Network, centrality, communities, project, signed_with
from pipeline.outlets.network_files import FORMATS, form_of, write
from pipeline.outlets.paths import connection, find, told

ID = "https://example.org/id/"


def test_every_event_is_a_node_with_its_words_and_an_edge_for_each_role(whole: Network) -> None:
    event = whole.nodes[f"{ID}e1"]
    assert (event["kind"], event["status"], event["date"]) == ("Signing", "Occurred", "2019-09-27")
    assert event["words"] == "Lobo signed a fishing pact"
    assert event["passages"] == f"{ID}p1"
    roles = {
        (filler.removeprefix(ID), role) for _, filler, role in whole.out_edges(f"{ID}e1", keys=True)
    }
    assert roles == {
        ("lobo", "signatory"), ("ruritania", "party"), ("honduras", "party"), ("pact", "agreement"),
        ("strelsau", "place"),
    }  # fmt: skip
    assert whole.nodes[f"{ID}e4"]["status"] == "Planned"


def test_who_signed_with_whom_counts_signings_and_keeps_their_dates(whole: Network) -> None:
    tie = signed_with(whole).edges[f"{ID}honduras", f"{ID}ruritania"]
    assert tie["weight"] == 2
    assert tie["events"].split() == [f"{ID}e1", f"{ID}e2"]
    assert (tie["first"], tie["last"]) == ("2019-09-27", "2021-03")
    undated = signed_with(whole).edges[f"{ID}honduras", f"{ID}syldavia"]
    assert (undated["weight"], undated["first"], undated["last"]) == (1, "", "")


def test_what_is_only_planned_ties_nobody(whole: Network) -> None:
    assert not project(whole, kinds=frozenset(("Meeting",))).edges
    assert f"{ID}borduria" not in signed_with(whole)
    assert connection(whole, f"{ID}honduras", f"{ID}borduria") == ()


def test_who_stands_between_others_is_most_central(whole: Network) -> None:
    ranked = centrality(signed_with(whole))
    assert max(ranked, key=lambda agent: ranked[agent]) == f"{ID}honduras"


def test_communities_hold_every_agent_once(whole: Network) -> None:
    groups = communities(signed_with(whole))
    assert sorted(agent for group in groups for agent in group) == sorted(signed_with(whole))
    assert communities(nx.Graph()) == ()


def test_a_connection_shows_the_sentence_of_each_hop(whole: Network) -> None:
    hops = connection(whole, find(whole, "Ana Lobo"), find(whole, "syldavia"))
    assert [(hop.start, hop.end) for hop in hops] == [
        (f"{ID}lobo", f"{ID}honduras"), (f"{ID}honduras", f"{ID}syldavia"),
    ]  # fmt: skip
    assert hops[0].roles == ("signatory", "party")
    assert hops[0].words == "Lobo signed a fishing pact"
    assert hops[1].passage == f"{ID}p3"
    assert hops[1].date is None


def test_a_place_connects_nobody(whole: Network) -> None:
    assert connection(whole, f"{ID}lobo", f"{ID}strelsau") == ()


def test_a_name_that_nobody_bears_is_refused(whole: Network) -> None:
    with pytest.raises(GraphError, match="nobody is called 'Freedonia'"):
        find(whole, "Freedonia")


def test_a_name_that_several_bear_is_refused_with_their_iris(whole: Network) -> None:
    whole.add_node(f"{ID}other/lobo", kind="Person", label="Ana Lobo")
    with pytest.raises(GraphError, match=r"names 2: .*other/lobo"):
        find(whole, "ana lobo")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_network_gives_the_same_bytes(whole: Network, form: str, tmp_path: Path) -> None:
    backwards: Network = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(whole.nodes(data=True))))
    for start, end, role in reversed(list(whole.edges(keys=True))):
        backwards.add_edge(start, end, key=role, role=role)
    write(whole, tmp_path / "one", form)
    write(backwards, tmp_path / "other", form)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_graphml_comes_back_whole_in_networkx_and_in_igraph(whole: Network, tmp_path: Path) -> None:
    path = tmp_path / "net.graphml"
    write(whole, path, "graphml")
    again = nx.read_graphml(path, force_multigraph=True)
    assert {node: again.nodes[node] for node in again} == {
        node: whole.nodes[node] for node in whole
    }
    assert set(again.edges) == set(whole.edges)
    opened = igraph.Graph.Read_GraphML(str(path))
    assert sorted(opened.vs["id"]) == sorted(whole)
    assert opened.ecount() == whole.number_of_edges()


def test_gexf_comes_back_whole(whole: Network, tmp_path: Path) -> None:
    path = tmp_path / "net.gexf"
    write(whole, path, "gexf")
    again = nx.read_gexf(path)
    assert {node: data["label"] for node, data in again.nodes(data=True)} == {
        node: data["label"] for node, data in whole.nodes(data=True)
    }
    assert again.number_of_edges() == whole.number_of_edges()


def test_an_unknown_form_is_refused_with_the_choices(whole: Network, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="choose one of graphml, gexf") as refusal:
        write(whole, tmp_path / "net.dot", "dot")
    assert "dot" in str(refusal.value)


def test_a_connection_is_told_in_words_with_its_passages(whole: Network) -> None:
    hops = connection(whole, f"{ID}lobo", f"{ID}honduras")
    assert told(whole, hops).splitlines() == [
        "Ana Lobo — Honduras",
        "  Signing, 2019-09-27 (signatory, party)",
        "  “Lobo signed a fishing pact”",
        f"  {ID}p1",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--connect", "Ana Lobo", "Syldavia"], "Honduras — Syldavia"),
        (["--signed-with"], "4 nodes and 4 edges; write them with --output"),
    ],
)
def test_the_command_tells_what_it_found(
    graph_file: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app(["network", str(graph_file), *arguments], standalone_mode=False)
    assert said in capsys.readouterr().out


def test_the_command_writes_the_network(graph_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "net.json"
    app(
        ["network", str(graph_file), "-o", str(output), "--format", "node-link"],
        standalone_mode=False,
    )
    assert {node["label"] for node in json.loads(output.read_text())["nodes"]} >= {"Ana Lobo"}


def test_the_form_of_a_network_is_told_by_the_ending_of_its_file() -> None:
    assert form_of(Path("net.gexf")) == "gexf"
    assert form_of(Path("net.cyjs")) == "cytoscape"
    with pytest.raises(GraphError, match="or a form with --format"):
        form_of(Path("net.pdf"))
