"""Running the model's tagger and parser over the units of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.morphology import Morphology, is_table
from pipeline.language.standins import Unit
from pipeline.language.tree import tree

_COMPONENTS = ("tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer")
_BATCH = 128


class Parser:
    """The tagger, parser and lemmatizer of a spaCy pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._components: list[Any] = [
            pipe for name, pipe in nlp.pipeline if name in _COMPONENTS and not is_table(pipe)
        ]
        self._morphology = Morphology(nlp)

    def parse(self, units: Sequence[Unit]) -> list[Unit]:
        """The units with the trees of their words, which are parsed in batches."""
        docs: Iterator[Doc] = iter([self._doc(unit.texts) for unit in units])
        for pipe in self._components:
            docs = pipe.pipe(docs, batch_size=_BATCH) if hasattr(pipe, "pipe") else map(pipe, docs)
        parsed = list(docs)
        self._morphology.annotate(parsed)
        return [replace(unit, doc=tree(doc)) for unit, doc in zip(units, parsed, strict=True)]

    def _doc(self, texts: Sequence[str]) -> Doc:
        """One sentence."""
        starts: list[bool | int | None] = [i == 0 for i in range(len(texts))]
        return Doc(self._vocab, words=list(texts), sent_starts=starts)
