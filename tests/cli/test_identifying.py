"""Who is who, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.telling import FAILED, WRONG_USE

Run = Callable[..., int]

GRAPH = """
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/communique/id/release/{name}> a cmq:Release .
<https://w3id.org/communique/id/release/{name}/organization/x> a cmq:Organization ;
    rdfs:label "Harbor Lights Trust" .
"""
A, B = (f"https://w3id.org/communique/id/release/{name}/organization/x" for name in "ab")


@pytest.fixture
def graphs(tmp_path: Path) -> Path:
    folder = tmp_path / "graphs"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.ttl").write_text(GRAPH.format(name=name), encoding="utf-8")
    return folder


def test_links_are_counted_and_written(
    capsys: pytest.CaptureFixture[str], command: Run, graphs: Path, tmp_path: Path
) -> None:
    links = tmp_path / "identity.ttl"
    assert command("identity", graphs, "-o", links) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == ["Organization", "1", "0"]
    assert "owl:sameAs" in links.read_text(encoding="utf-8")


def test_a_decision_wins_and_what_it_refuses_is_told(
    capsys: pytest.CaptureFixture[str], command: Run, graphs: Path, tmp_path: Path
) -> None:
    decisions = tmp_path / "decisions.yaml"
    decisions.write_text(f"different:\n- between: [{A}, {B}]\n", encoding="utf-8")
    links = tmp_path / "identity.ttl"
    assert command("identity", graphs, "-o", links, "--decisions", decisions) == 0
    assert f"not joined: {A} and {B}" in capsys.readouterr().out
    assert "owl:sameAs" not in links.read_text(encoding="utf-8")


def test_questions_are_asked_over_the_linked_graph(
    capsys: pytest.CaptureFixture[str], command: Run, graphs: Path, tmp_path: Path
) -> None:
    links = tmp_path / "identity.ttl"
    assert command("identity", graphs, "-o", links) == 0
    question = "SELECT (COUNT(DISTINCT ?x) AS ?bodies) WHERE { ?x a cmq:Organization }"
    counted = []
    for more in ((), ("--identity", links)):
        capsys.readouterr()
        assert command("query", graphs, question, "--format", "csv", *more) == 0
        counted.append(capsys.readouterr().out.split()[-1])
    assert counted == ["2", "1"]


@pytest.mark.parametrize(("more", "nodes"), [((), 2), (("--identity",), 1)])
def test_a_network_has_one_node_for_what_is_one(
    capsys: pytest.CaptureFixture[str],
    command: Run,
    graphs: Path,
    tmp_path: Path,
    more: tuple[str, ...],
    nodes: int,
) -> None:
    links = tmp_path / "identity.ttl"
    assert command("identity", graphs, "-o", links) == 0
    capsys.readouterr()
    assert command("network", graphs, *more, *([links] if more else [])) == 0
    assert capsys.readouterr().out.startswith(f"{nodes} nodes and 0 edges")


def test_a_page_of_graphs_holds_what_is_one_once(
    command: Run, graphs: Path, tmp_path: Path
) -> None:
    links, page = tmp_path / "identity.ttl", tmp_path / "page.html"
    assert command("identity", graphs, "-o", links) == 0
    assert command("explore", graphs, "-o", page) == 0
    apart = page.read_text(encoding="utf-8")
    assert command("explore", graphs, "--identity", links, "-o", page) == 0
    joined = page.read_text(encoding="utf-8")
    assert joined.count("HereAs") == apart.count("HereAs") + 1  # of the program and of the graph


def test_an_endpoint_is_told_no_identity_by_its_page(
    capsys: pytest.CaptureFixture[str], command: Run, tmp_path: Path
) -> None:
    links = tmp_path / "identity.ttl"
    links.write_text("")
    endpoint = ("--endpoint", "http://127.0.0.1:7878/query")
    assert command("explore", *endpoint, "--identity", links) == WRONG_USE
    assert "serve the graphs with --identity" in " ".join(capsys.readouterr().err.split())


def test_links_are_put_in_and_taken_out(
    capsys: pytest.CaptureFixture[str], command: Run, graphs: Path, tmp_path: Path
) -> None:
    links, linked, plain = (tmp_path / name for name in ("identity.ttl", "linked", "plain"))
    assert command("identity", graphs, "-o", links) == 0
    assert command("identity", graphs, "--apply", links, "-o", linked) == 0
    assert command("identity", linked, "--remove", "-o", plain) == 0
    assert "taken out of 2 graphs" in capsys.readouterr().out
    assert A in (linked / "b.ttl").read_text(encoding="utf-8")
    assert A not in (plain / "b.ttl").read_text(encoding="utf-8")


def test_links_are_not_put_in_twice(
    capsys: pytest.CaptureFixture[str], command: Run, graphs: Path, tmp_path: Path
) -> None:
    links, linked = tmp_path / "identity.ttl", tmp_path / "linked"
    assert command("identity", graphs, "-o", links) == 0
    assert command("identity", graphs, "--apply", links, "-o", linked) == 0
    assert command("identity", linked, "--apply", links, "-o", tmp_path / "more") == FAILED
    assert "applied already; remove it first" in capsys.readouterr().err


def test_links_are_either_put_in_or_taken_out(
    capsys: pytest.CaptureFixture[str], command: Run, graphs: Path, tmp_path: Path
) -> None:
    links = tmp_path / "identity.ttl"
    assert command("identity", graphs, "-o", links) == 0
    assert command("identity", graphs, "--apply", links, "--remove") == WRONG_USE
    assert "--remove" in capsys.readouterr().err
