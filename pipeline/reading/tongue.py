"""In which language a document is written, as far as it must be known to leave it alone.

Most releases show by their little words that they are English, and nothing else is asked. Only
where those are rare is the language detected, with py3langid, whose model takes a second to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from pipeline.models import BlockKind, Release

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"

#: Words of English that no other language has in this density.
_LITTLE_WORDS = frozenset("the of and to in for that with was is by has be this will from".split())
_ENOUGH = 0.12  # of all words; English releases have 0.2 and more, lists of names less
_SHORTEST = 200  # letters below which the language is a guess
#: Of 1. Paragraphs of other languages give 0.98 and more; what is not English in the eyes of the
#: model among 4,679 stretches of releases in English gives 0.65 and less.
_SURE = 0.9
_WINDOW = 1500  # characters looked at, at the beginning, the middle and the end

_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][\w-]{1,20})?")
_WORD = re.compile(r"[^\W\d_]+")
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TITLE})


def language_of(releases: Iterable[Release]) -> str | None:
    """The language that a document's prose is in, as ISO 639-1; None where it cannot be told.

    A document of which a part is English is English: that part can be read.
    """
    text = "\n".join(
        block.span.of(release.text)
        for release in releases
        for block in release.blocks
        if block.kind in _TOLD
    )
    found = [_window_language(window) for window in _windows(text)]
    if ENGLISH in found:
        return ENGLISH
    return next((language for language in found if language), None) if all(found) else None


def language_code(written: str | None) -> str | None:
    """The code of a language as pages write it.

    >>> language_code("en-GB"), language_code("English"), language_code(None)
    ('en', None, None)
    """
    match = _CODE.fullmatch(written.strip()) if written else None
    return match[1].lower() if match else None


def _windows(text: str) -> list[str]:
    """The beginning, the middle and the end of a text; a short one as a whole."""
    if len(text) <= 3 * _WINDOW:
        return [text]
    middle = (len(text) - _WINDOW) // 2
    return [text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]]


def _window_language(text: str) -> str | None:
    words = _WORD.findall(text.lower())
    if sum(map(len, words)) < _SHORTEST:
        return None
    if sum(word in _LITTLE_WORDS for word in words) >= _ENOUGH * len(words):
        return ENGLISH
    language, confidence = _identifier().classify(text)
    return str(language) if confidence >= _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    """The model, loaded once, with its scores as probabilities."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (a second)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
