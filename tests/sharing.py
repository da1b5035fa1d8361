"""One spaCy pipeline for all the commands that a test runs: loading it takes longest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

from pipeline.extension import NOTHING, Extension
from pipeline.gazetteer import Gazetteer
from pipeline.language import Reader
from pipeline.language.frames import load_frames


def sharing(nlp: Language) -> Callable[..., Reader]:
    """What stands in for ``language.load``: the frames are loaded anew, the pipeline is this."""

    def load(
        _: str,
        frames: Path | None = None,
        extension: Extension = NOTHING,
        known: Gazetteer | None = None,
    ) -> Reader:
        return Reader(nlp, load_frames(frames, extension), known)

    return load
