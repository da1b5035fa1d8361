"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.graph.answers import render
from pipeline.graph.query import query
from tests.corpora import graphs_of

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = "2024-02-09-two-releases.md"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the sample that the README shows, read with the real model."""
    output = tmp_path_factory.mktemp("graphs")
    graphs_of([ROOT / "data" / "raw" / SAMPLE], output)
    return output / f"{SAMPLE}.ttl"


def test_the_result_is_the_one_shown(graph: Path) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    question = (ROOT / "docs" / "signings.rq").read_text(encoding="utf-8")
    assert render(query([graph], question)) == shown


def test_the_lines_of_turtle_are_in_the_graph(graph: Path) -> None:
    (shown,) = re.findall(r"```turtle\n(.*?)```", README, re.DOTALL)
    text = graph.read_text(encoding="utf-8")
    for statement in re.findall(r"cmq:(?:count|date|status|signatory) [^;]+?(?= ;)", shown):
        assert statement in text
    for place in re.findall(r"event/signing-\w+|#char=\d+,\d+", shown):
        assert f"{place}>" in text


def test_every_command_is_described() -> None:
    named = [*cli.app.registered_commands, *cli.frames.registered_commands]
    for command in named:
        assert command.callback is not None
        name = command.name or command.callback.__name__
        group = "frames " if command in cli.frames.registered_commands else ""
        assert f"`communique {group}{name}" in README


def test_every_file_it_names_is_there() -> None:
    for name in re.findall(r"`((?:data|docs|ontology)/[\w./-]+|[A-Z]+(?:\.md)?)`", README):
        if name not in {"Planned", "SPARQL"}:
            assert (ROOT / name).exists() or name in {"data/graph"}, name
