"""How documents are read and their graphs written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import gazetteer
from pipeline.extension import NOTHING, Extension
from pipeline.graph.views import FULL
from pipeline.reading import ENGLISH, Limits
from pipeline.release import Given
from pipeline.vocabulary import BASE

if TYPE_CHECKING:
    from pipeline.gazetteer import Gazetteer
    from pipeline.release import Reader


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to come by a reader: the spaCy pipeline, the frames, terms and names of a user's own.

    ``model`` is a package's name or a folder; None is the one that is shipped. ``names`` are
    gazetteer files.
    """

    model: str | None = None
    frames: Path | None = None
    extension: Extension = NOTHING
    names: tuple[Path, ...] = ()

    def reader(self) -> Reader:
        """The reader, loaded anew.

        Raises ModelError, FrameError and GazetteerError for what cannot be used.
        """
        from pipeline import language  # noqa: PLC0415 - spaCy: a second, where nothing may be to do

        model = self.model or language.MODEL
        return language.load(model, self.frames, self.extension, self.known())

    def known(self) -> Gazetteer:
        """The names known beforehand, the user's among them.

        Raises GazetteerError for a file that cannot be used.
        """
        return gazetteer.load(self.names)


@dataclass(frozen=True, slots=True)
class Choices:
    """All that a document's graph follows from, beside the document, and where it goes.

    ``output`` is a folder, or an address that fsspec knows. ``language`` is that of the documents
    to read; None reads all as if they were English. ``limits`` are what a document may hold.
    ``texts`` is where their canonical texts are written, nowhere if None.
    """

    output: str
    format: str = "ttl"
    base: str = BASE
    given: Given = field(default_factory=Given)
    language: str | None = ENGLISH
    limits: Limits = field(default_factory=Limits)
    view: str = FULL
    recipe: Recipe = field(default_factory=Recipe)
    texts: str | None = None
