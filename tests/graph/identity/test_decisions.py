from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import GraphError
from pipeline.graph.identity import Decision, read_decisions, write_undecided


def test_decisions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(
        "same:\n- between: ['urn:a', 'urn:b']\n  why: one signature\n  who: the desk\n"
        "different:\n- between: ['urn:a', 'urn:c', 'urn:d']\n"
    )
    found = read_decisions(path)
    assert found.same == (Decision(("urn:a", "urn:b"), "one signature", "the desk"),)
    assert found.different == (Decision(("urn:a", "urn:c", "urn:d")),)


def test_pairs_that_wait_are_read_as_not_decided(tmp_path: Path) -> None:
    path = tmp_path / "waiting.yaml"
    write_undecided([Decision(("urn:a", "urn:b"), "one name")], path)
    assert "urn:a" in path.read_text()
    found = read_decisions(path)
    assert not found.same
    assert not found.different


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("same: [", "is not YAML"),
        ("alike: []", "something else than decisions"),
        ("same: urn:a", "is no list"),
        ("same: [{between: ['urn:a']}]", "between: \\[IRI, IRI\\]"),
        ("same: [{betwixt: ['urn:a', 'urn:b']}]", "between: \\[IRI, IRI\\]"),
    ],
)
def test_what_is_no_decision_is_refused_with_the_remedy(
    said: str, what: str, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(said)
    with pytest.raises(GraphError, match=what):
        read_decisions(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"nowhere\.yaml"):
        read_decisions(tmp_path / "nowhere.yaml")
