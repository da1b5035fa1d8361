"""Every example of every frame is a test, and every mistake in a frame names its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import FrameError
from pipeline.language import load
from pipeline.language.frames import load_frames
from pipeline.language.frames.check import shortfall
from pipeline.language.frames.loader import Example, Frame, read_frame
from pipeline.language.reader import Reader

EXAMPLES = [(frame, example) for frame in load_frames() for example in frame.examples]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all examples: loading the model takes longer than reading them."""
    return load()


def _name(frame: Frame, example: Example) -> str:
    return f"{frame.name}: {example.text[:60]}"


@pytest.mark.parametrize(
    ("frame", "example"), EXAMPLES, ids=[_name(frame, example) for frame, example in EXAMPLES]
)
def test_example_gives_what_the_frame_says(reader: Reader, frame: Frame, example: Example) -> None:
    """An example finds its event as written; a counterexample finds none."""
    wrong = shortfall(reader, frame, example)
    assert wrong is None, wrong


def test_shortfall_shows_what_was_found_and_the_clauses(reader: Reader) -> None:
    """A failing example tells what it wants, what there is, and how the sentence was read."""
    frame = next(f for f in load_frames() if f.name == "meeting")
    text = "Minister Ada Moyo met President Ivo Horvat on Monday."
    wrong = shortfall(reader, frame, Example(text, {"participant": ("Nobody",)}))
    assert wrong is not None
    for part in ("Nobody", "Ada Moyo", "meet (active, Occurred)"):
        assert part in wrong


FRAME = "event: Meeting\ntriggers:\n  - verb: meet\n    roles: {participant: subject}\n"


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (FRAME + "colour: red\n", ":5", "'colour'"),
        (FRAME.replace("verb: meet", "verb: meet\n    mood: glad"), ":4", "'mood'"),
        (FRAME.replace("verb:", "adjective:"), ":3", "'adjective'"),
        (FRAME.replace("verb: meet", "verb: meet\n    status: maybe"), ":4", "'maybe'"),
        (
            FRAME.replace("Meeting", "Appointment").replace("meet", "meet\n    kind: Hired"),
            ":4",
            "'Hired'",
        ),
        (FRAME + "fillers: {participant: Robot}\n", ":5", "'Robot'"),
        ("triggers: []\n", "", "'event'"),
        ("- a list\n", "", "mapping"),
        ("event: [\n", "", "YAML"),
    ],
    ids=["key", "trigger key", "sort", "status", "kind", "filler", "no event", "list", "not YAML"],
)
def test_mistake_names_its_place(tmp_path: Path, text: str, where: str, said: str) -> None:
    """A word the frame language does not have is an error with file, line and choices."""
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FrameError) as raised:
        read_frame(path)
    assert said in str(raised.value)
    assert (raised.value.where or "").startswith(str(path) + where)


def test_folder_of_frames_replaces_those_of_the_same_name(tmp_path: Path) -> None:
    """A user's frame takes the place of the one it is named after; the others stay."""
    (tmp_path / "meeting.yaml").write_text(FRAME, encoding="utf-8")
    frames = {f.name: f for f in load_frames(tmp_path)}
    assert frames["meeting"].identity == ()
    assert "signing" in frames
