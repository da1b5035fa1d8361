"""Running the model's tagger and parser over the units of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.morphology import Morphology, is_table
from pipeline.language.standins import Unit

_COMPONENTS = ("tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer")
_BATCH = 128


class Parser:
    """The tagger, parser and lemmatizer of a spaCy pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._components: list[Any] = [
            pipe for name, pipe in nlp.pipeline if name in _COMPONENTS and not is_table(pipe)
        ]
        self._morphology = Morphology(nlp)

    def parse(self, units: Sequence[Unit]) -> None:
        """Tag and parse the docs of units in batches."""
        docs: Iterator[Doc] = iter([unit.doc for unit in units])
        for pipe in self._components:
            docs = pipe.pipe(docs, batch_size=_BATCH) if hasattr(pipe, "pipe") else map(pipe, docs)
        self._morphology.annotate(list(docs))
