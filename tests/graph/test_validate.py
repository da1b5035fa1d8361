from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph.build import build
from pipeline.graph.document import documents
from pipeline.graph.findings import Finding
from pipeline.graph.read import read_file
from pipeline.graph.validate import check, validate
from pipeline.graph.write import FORMATS, serialize, write
from pipeline.models import (
    Entity,
    EntityKind,
    Event,
    Facts,
    Filler,
    Metadata,
    Release,
    Span,
    Status,
)
from tests.graph.damaged import DAMAGE, damaged, short


@pytest.mark.parametrize("suffix", list(FORMATS.values()))
def test_a_graph_as_it_was_written_is_valid_in_every_format(
    graph: Graph, suffix: str, tmp_path: Path
) -> None:
    assert validate([write(graph, tmp_path / f"g{suffix}")]) == ()


@pytest.mark.parametrize("case", [pytest.param(case, id=case["damage"]) for case in DAMAGE])
def test_damage_is_found(
    case: dict[str, Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "damaged.ttl"
    path.write_text(damaged(case), encoding="utf-8")
    found = "\n".join(map(whole, validate([path])))
    for name, iri in short()[1].items():
        found = found.replace(iri, name)
    assert case["finds"] in found
    assert not caplog.records, "rdflib's own complaints stay out of the log"


def whole(finding: Finding) -> str:
    """A finding with all of its value, which is shortened for people."""
    value = "" if finding.value is None else f": {' '.join(finding.value.split())!r}"
    return f"{finding.node}: {finding.problem}{value}"


def test_a_finding_names_the_passage_and_shows_its_words(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(serialize(graph).decode().replace('anchorOf "Juan Mora"', 'anchorOf "J. M."'))
    (finding,) = validate([path])
    assert finding.document == str(graph.identifier)
    assert str(finding) == (
        f"{graph.identifier}#char=241,250: its words are not those of the release: "
        "'J. M. for Juan Mora'"
    )
    assert finding.passage == finding.node
    assert finding.words == "J. M."


def test_each_document_of_a_file_is_checked_by_itself(
    graph: Graph, tiny: Callable[..., Facts], tmp_path: Path
) -> None:
    other = build([tiny()], base="https://example.org/id/")
    path = write([graph, other], tmp_path / "all.trig")
    assert validate([path]) == ()
    assert len(documents(read_file(path))) == 2


def test_a_release_is_compared_with_its_document(graph: Graph, document: tuple[Facts, ...]) -> None:
    texts = [facts.release.text for facts in document]
    kept = {"samples/pact.md": texts}
    assert not list(check(graph, kept.get))
    changed = {"samples/pact.md": [texts[0], texts[1] + " Amended."]}
    (finding,) = check(graph, changed.get)
    assert str(finding).endswith("its document no longer reads like this: 'samples/pact.md'")
    gone = check(graph, lambda _: None)
    assert ["is no longer there" in str(finding) for finding in gone] == [True, True]


def test_a_graph_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="No such file"):
        validate([tmp_path / "none.ttl"])


def test_the_digest_in_the_iri_is_that_of_the_text(
    graph: Graph, document: tuple[Facts, ...]
) -> None:
    whole = hashlib.sha256(document[0].release.text.encode()).hexdigest()
    assert str(graph.identifier).endswith("-" + whole[:12])


def test_nothing_heavy_is_loaded_before_shapes_are_checked() -> None:
    program = (
        "import sys, pipeline.graph\nassert 'rdflib' not in sys.modules\n"
        "import pipeline.graph.validate, pipeline.graph.build\n"
        "assert 'pyshacl' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == 0


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(lambda t: t.strip())


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Any release, with entities named and events stated anywhere in it."""
    text = draw(WORDS)
    spans = st.builds(
        lambda a, b: Span(min(a, b), max(a, b) + 1),
        st.integers(0, len(text) - 1),
        st.integers(0, len(text) - 1),
    )
    people = tuple(
        Entity(
            f"person/{i}",
            EntityKind.PERSON,
            draw(WORDS),
            mentions=tuple(draw(st.lists(spans, max_size=2))),
        )
        for i in range(2)
    )
    fillers = st.builds(
        Filler,
        role=st.just("participant"),
        entity=st.sampled_from([person.id for person in people]),
        span=st.none() | spans,
    )
    events = st.builds(
        Event,
        type=st.just("Meeting"),
        status=st.sampled_from(Status),
        evidence=st.lists(spans, min_size=1, max_size=2).map(tuple),
        fillers=st.lists(fillers, min_size=1, max_size=3).map(tuple),
        confidence=st.floats(0, 1),
        frame=st.just("meeting"),
    )
    release = Release("a", 0, text, (), Metadata(title=draw(st.none() | WORDS)))
    return Facts(
        release,
        people,
        events=tuple(draw(st.lists(events, max_size=2, unique_by=_said))),
    )


def _said(event: Event) -> tuple[object, object]:
    """What an event is told from others by, whatever its status."""
    return frozenset(event.evidence), frozenset(filler.entity for filler in event.fillers)


@settings(max_examples=25, deadline=None)
@given(facts())
def test_whatever_is_found_every_passage_can_be_read_again(said: Facts) -> None:
    graph = build([said])
    assert set(build([said])) == set(graph)
    assert [str(finding) for finding in check(graph)] == []
