"""Parts of speech and lemmas, looked up once for each word with its tag and its relation.

The model's attribute ruler and lemmatizer are tables: what they say follows from a word, its
tag and its relation to its head. Its few rules over two words (*gon na*, *let 's*) are left out:
no frame turns on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

_ASKED: list[int | str] = ["ORTH", "TAG", "DEP"]
_TOLD: list[int | str] = ["POS", "LEMMA"]
_Key = tuple[int, int, int]
#: Words remembered at most: a release has some hundreds, and a corpus has new ones without end.
_MOST = 200_000


class Morphology:
    """What the tables of a spaCy pipeline say of words."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._tables: list[Any] = [
            _of_words_alone(pipe) if isinstance(pipe, AttributeRuler) else pipe
            for _, pipe in nlp.pipeline
            if is_table(pipe)
        ]
        self._known: dict[_Key, tuple[int, int]] = {}

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set the part of speech and the lemma of each token of docs that are tagged and parsed."""
        if not self._tables:
            return
        keys = [[tuple(row) for row in doc.to_array(_ASKED).tolist()] for doc in docs]
        if len(self._known) > _MOST:
            self._known.clear()
        self._learn(dict.fromkeys(k for each in keys for k in each if k not in self._known))
        for doc, each in zip(docs, keys, strict=True):
            told: Any = np.array([self._known[k] for k in each], dtype=np.uint64)
            doc.from_array(_TOLD, told)

    def _learn(self, keys: Iterable[_Key]) -> None:
        """Ask the tables about words in a doc that holds each once."""
        unknown = list(keys)
        if not unknown:
            return
        strings = self._vocab.strings
        words, tags, relations = ([strings[key[i]] for key in unknown] for i in range(3))
        heads = list(range(len(words)))  # each is its own, and none says anything of another
        doc = Doc(self._vocab, words=words, tags=tags, deps=relations, heads=heads)
        for table in self._tables:
            doc = table(doc)
        found = doc.to_array(_TOLD).tolist()
        self._known.update(zip(unknown, map(tuple, found), strict=True))


def is_table(pipe: object) -> bool:
    """Whether a component says the same of a word wherever it stands.

    A lemmatizer of a class of its own may look at the sentence, and a trained one does.
    """
    if isinstance(pipe, AttributeRuler):
        return True
    return isinstance(pipe, Lemmatizer) and pipe.mode in ("rule", "lookup")


def _of_words_alone(ruler: AttributeRuler) -> AttributeRuler:
    """A ruler without the rules over several words."""
    alone = AttributeRuler(ruler.vocab)
    rules: Any = ruler.patterns
    alone.add_patterns([
        rule for rule in rules if all(len(pattern) == 1 for pattern in rule["patterns"])
    ])  # fmt: skip
    return alone
