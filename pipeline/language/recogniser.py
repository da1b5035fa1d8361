"""The recogniser's guesses at names, made only where there can be one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.words import Words

_RECOGNISER = "ner"


@dataclass(frozen=True, slots=True)
class Guess:
    """A name as the recogniser sees it: its tokens and the model's label for it (``PERSON``)."""

    start: int
    end: int
    label: str


def guesses(nlp: Language, words: Words, header: Words, known: Collection[int]) -> list[Guess]:
    """The names that the recogniser sees in the sentences that may have one.

    These are sentences with a capital, their first word aside, on a token that is in no ``known``
    name. ``header`` are the same words, read where the header's fields are.
    """
    asked: list[int] = []
    starts: list[bool | int | None] = []
    for first, last in sorted((*_sentences(words), *_sentences(header))):
        if _may_name(words, first, last, known):
            end = _space_after(words, last)  # which the recogniser has learnt to read
            asked += range(first, end)
            starts += [i in (first, last) for i in range(first, end)]
    if not asked:
        return []
    texts, spaces = [words.text[i] for i in asked], [words.spaces[i] for i in asked]
    doc = Doc(nlp.vocab, words=texts, spaces=spaces, sent_starts=starts)
    for pipe in _recognising(nlp):
        doc = pipe(doc)
    return [Guess(asked[e.start], asked[e.end - 1] + 1, e.label_) for e in doc.ents]


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words.sentence[i] != words.sentence[first]:
            if words.sentence[first] >= 0:
                yield first, i
            first = i


def _space_after(words: Words, i: int) -> int:
    while i < len(words) and words.text[i].isspace():
        i += 1
    return i


def _may_name(words: Words, first: int, last: int, known: Collection[int]) -> bool:
    if words.cap[first] and not words.ordinary[first] and first not in known:
        return True
    return any(
        words.cap[i] and i not in known and words.text[i] != "I" for i in range(first + 1, last)
    )


def _recognising(nlp: Language) -> Iterator[Any]:
    """The recogniser, and before it what it listens to: the layers it shares, a transformer."""
    for name, pipe in nlp.pipeline:
        if name == _RECOGNISER or _RECOGNISER in getattr(pipe, "listening_components", ()):
            yield pipe
