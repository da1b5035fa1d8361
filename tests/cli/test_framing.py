"""The commands for those who write frames, with the real model."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import language
from pipeline.cli.telling import FAILED
from pipeline.language import Reader
from pipeline.language.frames import load_frames
from pipeline.language.frames.schema import schema_text
from tests.sharing import sharing

Run = Callable[..., int]
Out = pytest.CaptureFixture[str]

FRAME = """\
event: Launching
triggers:
  - verb: launch
    roles: {vessel: object, yard: from/Place}
everywhere: {date: when, place: at}
requires: vessel
identity: vessel
examples:
  - text: The ferry Alder was launched at Oslo on March 4.
    finds: {vessel: ferry Alder, place: Oslo, date: March 4}
counterexamples:
  - The launch was delayed.
"""
ONTOLOGY = """\
@prefix my: <https://example.org/my#> .
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
my:Launching rdfs:subClassOf cmq:Event .
my:vessel rdfs:domain my:Launching ; rdfs:range xsd:string .
my:yard rdfs:domain my:Launching ; rdfs:range cmq:Place .
"""


@pytest.fixture(scope="module")
def model() -> Reader:
    """A reader whose model all commands share."""
    return language.load()


@pytest.fixture(autouse=True)
def one_model(monkeypatch: pytest.MonkeyPatch, model: Reader) -> None:
    """Load the frames anew for each command, the model once for all."""
    monkeypatch.setattr(language, "load", sharing(model.nlp))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with a frame of a user's own and the ontology file that declares its terms."""
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "launching.yaml").write_text(FRAME, encoding="utf-8")
    (tmp_path / "my.ttl").write_text(ONTOLOGY, encoding="utf-8")
    return tmp_path


def _change(mine: Path, old: str, new: str) -> None:
    assert old in FRAME
    path = mine / "frames" / "launching.yaml"
    path.write_text(FRAME.replace(old, new), encoding="utf-8")


def test_check_runs_the_examples_of_the_shipped_frames(command: Run, capsys: Out) -> None:
    assert command("frames", "check") == 0
    examples = sum(len(frame.examples) for frame in load_frames())
    assert f"{examples} examples and counterexamples: none failed" in capsys.readouterr().out


def test_check_runs_those_of_a_folder_alone(command: Run, capsys: Out, mine: Path) -> None:
    assert command("frames", "check", mine / "frames", "--ontology", mine / "my.ttl") == 0
    told = capsys.readouterr()
    assert told.out == "1 frame, 2 examples and counterexamples: none failed\n"
    assert told.err == ""


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "place: Oslo",
            "place: Bergen",
            ("launching.yaml:9: an example of launching fails", "place: Bergen", "place   Oslo"),
        ),
        (
            "verb: launch",
            "verb: float",
            ("found: none", "none of its words stands here: float (verb)", "verb 'launch'"),
        ),
        (
            "The launch was delayed",
            "The ferry Alder was launched",
            ("launching.yaml:12: a counterexample", "expected: no Launching", "ferry Alder"),
        ),
    ],
    ids=["another filler", "another verb", "a counterexample that finds something"],
)
def test_check_shows_what_fails_and_how_it_was_read(
    command: Run, capsys: Out, mine: Path, old: str, new: str, shown: tuple[str, ...]
) -> None:
    _change(mine, old, new)
    assert command("frames", "check", mine / "frames", "--ontology", mine / "my.ttl") == FAILED
    told = capsys.readouterr().out
    for words in (*shown, "clauses:", "1 failed"):
        assert words in told


def test_check_misses_examples_that_are_not_there(command: Run, capsys: Out, mine: Path) -> None:
    _change(mine, FRAME[FRAME.index("examples:") :], "")
    assert command("frames", "check", mine / "frames", "--ontology", mine / "my.ttl") == 0
    lines = capsys.readouterr().err.splitlines()
    assert ["examples" in lines[0], "counterexamples" in lines[1]] == [True, True]


def test_list_shows_each_frame_on_a_line(command: Run, capsys: Out, mine: Path) -> None:
    assert command("frames", "list", mine / "frames", "--ontology", mine / "my.ttl") == 0
    rows = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert set(rows) == {"event", *(frame.event for frame in load_frames()), "Launching"}
    assert rows["Launching"] == [
        "Launching", "1", "1", "1", "launching.yaml", "-", "vessel", "yard", "date", "place",
    ]  # fmt: skip


def test_schema_is_printed_as_it_is_shipped(command: Run, capsys: Out) -> None:
    assert command("frames", "schema") == 0
    told = capsys.readouterr().out
    assert told == schema_text()
    assert json.loads(told)["required"] == ["event", "triggers"]


@pytest.mark.parametrize("name", ["frames/launching.yaml", "my.ttl"])
def test_without_its_line_in_an_ontology_an_event_is_refused_with_the_remedy(
    command: Run, capsys: Out, mine: Path, name: str
) -> None:
    """Without the file, and with one that has no line for it."""
    (mine / "other.ttl").write_text(ONTOLOGY.replace("Launching", "Sinking"), encoding="utf-8")
    ontology = ["--ontology", mine / "other.ttl"] if name == "my.ttl" else []
    assert command("try", "A ship sailed.", "--frames", mine / "frames", *ontology) == FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert "launching.yaml:1: the ontology has no class of events 'Launching'" in line
    assert "'my:Launching rdfs:subClassOf cmq:Event .'" in line


def test_try_shows_names_clauses_and_events(command: Run, capsys: Out, mine: Path) -> None:
    sentence = "The ferry Alder was launched at Oslo on Monday."
    own = ("--frames", mine / "frames", "--ontology", mine / "my.ttl")
    assert command("try", sentence, "--published", "2024-05-03", *own) == 0
    told = " ".join(capsys.readouterr().out.split())
    for shown in (
        "Oslo Place place/no-oslo",
        "Monday Date 2024-04-29",
        "launched: passive verb 'launch', occurred object The ferry Alder → vessel",
        "at Oslo Place → place",
        "Launching, occurred, 2024-04-29 (frame launching,",
        "Frames that did not fire none",
    ):
        assert shown in told


#: A change of the frame, a sentence, and why the frame does not fire on it.
MISSES = {
    "another sort": ("", "", "The launch of the ferry took place.", "is read as noun here"),
    "no word of it": ("", "", "The ferry sank.", "none of its words stands here: launch (verb)"),
    "no filler": ("", "", "They launched in May.", "vessel: nothing stands in 'object'"),
    "wrong filler": (
        "requires: vessel",
        "requires: yard",
        "Norway launched a ferry from the old yard.",
        "“the old yard” stands in 'from', but names nobody and nothing known; yard takes Place",
    ),
    "filler of another kind": (
        "requires: vessel",
        "requires: yard",
        "Norway launched a ferry from the World Bank.",
        "“the World Bank” stands in 'from', but is of kind Organization; yard takes Place",
    ),
    "status": (
        "requires: vessel",
        "requires: vessel\nstatuses: [occurred]",
        "Norway will launch a ferry.",
        "it is planned, and only occurred counts (statuses)",
    ),
    "exclusion": (
        "yard: from/Place}",
        "yard: from/Place}\n    unless: from",
        "Norway launched a ferry from Oslo.",
        "nothing may stand in 'from' (unless), and “Oslo” does",
    ),
    "need": (
        "yard: from/Place}",
        "yard: from/Place}\n    needs: by",
        "Norway launched a ferry.",
        "something must stand in 'by' (needs), and nothing does",
    ),
    "words that must be there": (
        "yard: from/Place}",
        "yard: from/Place}\n    where: {object: [ferry, yacht]}",
        "Norway launched a submarine.",
        "in 'object' must stand one of ferry, yacht (where); “a submarine” does",
    ),
    "word beside the verb": (
        "verb: launch",
        "verb: launch off",
        "Norway launched a ferry.",
        "it needs the words “off” with it",
    ),
    "what must fill a role": (
        "yard: from/Place}",
        "yard: from/Place}\n    strict: into",
        "Norway launched a ferry into the water.",
        "“the water” stands in 'into' and can fill no role (strict)",
    ),
    "too few": (
        "requires: vessel",
        "requires: vessel\nfewest: {vessel: 2}",
        "Norway launched a ferry.",
        "an event needs 2 fillers of vessel (fewest); here are 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence", "said"), MISSES.values(), ids=MISSES)
def test_try_tells_why_a_frame_does_not_fire(
    command: Run, capsys: Out, mine: Path, old: str, new: str, sentence: str, said: str
) -> None:
    _change(mine, old, new)
    own = ("--frames", mine / "frames", "--ontology", mine / "my.ttl")
    assert command("try", sentence, *own) == 0
    _, _, missed = capsys.readouterr().out.partition("Frames that did not fire")
    assert "launching" in missed
    assert said in missed
