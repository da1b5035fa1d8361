"""Every example of every frame is a test."""

from __future__ import annotations

import pytest

from pipeline.language import load
from pipeline.language.frames import load_frames
from pipeline.language.frames.check import shortfall
from pipeline.language.frames.frame import Example, Frame
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
    assert wrong is None, str(wrong)


def test_shortfall_shows_what_was_found_and_the_clauses(reader: Reader) -> None:
    """A failing example tells what it wants, what there is, and how the sentence was read."""
    frame = next(f for f in load_frames() if f.name == "meeting")
    text = "Minister Ada Moyo met President Ivo Horvat on Monday."
    wrong = shortfall(reader, frame, Example(text, {"participant": ("Nobody",)}))
    assert wrong is not None
    for part in ("participant: Nobody", "Ada Moyo; Ivo Horvat", "active verb 'meet', occurred"):
        assert part in str(wrong)
