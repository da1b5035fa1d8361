"""What docs/forms.md shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from pipeline.graph.claims import claims
from pipeline.graph.views import CLAIMS, VIEWS
from pipeline.graph.write import FORMATS, write
from tests.graph.archive import archive

PAGE = (Path(__file__).parents[1] / "docs" / "forms.md").read_text(encoding="utf-8")
PROGRAM, QUESTION = (
    re.search(rf"```{kind}\n(.*?)```\n+```text\n(.*?)```", PAGE, re.S)
    for kind in ("python", "sparql")
)


def test_the_program_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert PROGRAM
    write(archive(), tmp_path / "archive.jsonld")
    monkeypatch.chdir(tmp_path)
    exec(compile(PROGRAM[1], "docs/forms.md", "exec"), {})
    assert capsys.readouterr().out == PROGRAM[2]


def test_the_query_of_claims_answers_what_is_shown() -> None:
    assert QUESTION
    store = ox.Store()
    for graph in archive():
        store.extend(claims(graph))
    found = store.query(QUESTION[1], use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    rows = sorted(" | ".join(term.value for term in row if term is not None) for row in found)
    assert rows == QUESTION[2].splitlines()


def test_every_format_and_view_is_described() -> None:
    for name in (*FORMATS, *VIEWS, CLAIMS):
        assert f"\n| `{name}` |" in PAGE, name
