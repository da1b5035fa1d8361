"""The commands about the ontology."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli.telling import FAILED, WRONG_USE
from tests.cli.conftest import Run


def test_the_reference_is_written_where_it_is_wanted(
    capsys: pytest.CaptureFixture[str], command: Run, tmp_path: Path
) -> None:
    assert command("ontology", "docs", "-o", tmp_path / "reference") == 0
    page = tmp_path / "reference" / "index.html"
    assert capsys.readouterr().out == f"{page}\n"
    assert "<title>The Communiqué ontology" in page.read_text(encoding="utf-8")


def test_the_reference_needs_a_folder(capsys: pytest.CaptureFixture[str], command: Run) -> None:
    assert command("ontology", "docs") == WRONG_USE
    assert "--output" in capsys.readouterr().err


def test_all_is_used_as_it_is_defined(capsys: pytest.CaptureFixture[str], command: Run) -> None:
    golden = Path(__file__).parents[1] / "graph" / "golden" / "signing.ttl"
    assert command("ontology", "check", golden) == 0
    said = capsys.readouterr().out
    assert said == "Every term used is defined, and every term defined is used.\n"


def test_a_term_that_no_ontology_defines_is_told(
    capsys: pytest.CaptureFixture[str], command: Run, tmp_path: Path
) -> None:
    golden = Path(__file__).parents[1] / "graph" / "golden" / "signing.ttl"
    graph = tmp_path / "odd.ttl"
    text = golden.read_text(encoding="utf-8").replace("cmq:signatory", "cmq:signer")
    graph.write_text(text, encoding="utf-8")
    assert command("ontology", "check", graph) == FAILED
    said = capsys.readouterr()
    assert said.out == (
        f"used but not defined: https://w3id.org/communique/ontology#signer in {graph}\n"
    )
    assert said.err == "communique: 1 term to define, to use or to take out\n"
