"""Where the sentences of a text begin and end, and which of them are headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import lexicon

_MIXED = re.compile(r"[A-Z][a-z]+[A-Z]\.$")  # "MoU." at a sentence's end is one token
_CLOSERS = frozenset("”’\"')]}»")
_ENDERS = frozenset((".", "?", "!", "…", "...", "?!", "!!"))
_OPENING_MARKS = "“‘\"'([*•–—-"
_ABBREVIATIONS = (
    lexicon.words("titles", "honorifics")
    | lexicon.words("titles", "generations")
    | lexicon.mapping("titles", "abbreviations").keys()
    | lexicon.words("sentences", "abbreviations")
)
_OPENERS = lexicon.words("sentences", "openers")
#: Tokens after which a sentence is cut: parsing and looking for names grow with the square of its
#: length. The longest of 607 releases has 394.
_LONGEST = 600
#: The least part of a headline's long words that are capitalized: "between" and "under" are not.
_CAPITALIZED = 0.8


def sentences(text: Sequence[str], glued: Sequence[bool], blocks: Sequence[int]) -> list[int]:
    """The number of the sentence of each token, -1 outside prose.

    A sentence never crosses a block; it ends at a full stop followed by a capital, a digit or an
    opening mark, but not at the stop of an abbreviation unless a sentence opener follows. What goes
    on without end is cut.
    """
    number, found, pending, abbreviation = -1, [], False, False
    previous_block, length = -1, 0
    for i, block in enumerate(blocks):
        if block < 0:
            found.append(-1)
            continue
        word = text[i]
        if block != previous_block:
            number, pending, previous_block, length = number + 1, False, block, 0
        elif pending and not (word in _CLOSERS and (glued[i - 1] or word in "”’)]")):
            begins = _begins(word) and (not abbreviation or word.lower() in _OPENERS)
            number, pending, length = number + begins, False, 0 if begins else length
        elif length >= _LONGEST:
            number, length = number + 1, 0
        length += 1
        if not (pending and word in _CLOSERS):
            pending = _ends(text, glued, i)
            abbreviation = pending and word not in _ENDERS and not _MIXED.match(word)
        found.append(number)
    return found


def _begins(word: str) -> bool:
    """Whether a sentence can begin with a word."""
    return word[0].isupper() or word[0].isdigit() or word[0] in _OPENING_MARKS


def _ends(text: Sequence[str], glued: Sequence[bool], i: int) -> bool:
    """Whether token ``i`` ends a sentence, closing marks aside."""
    word = text[i]
    if word in _ENDERS:
        abbreviated = i and glued[i - 1] and text[i - 1].lower() in _ABBREVIATIONS
        return not (word == "." and abbreviated)
    return word.endswith(".") and len(word) > 2 and word.lower() not in _ABBREVIATIONS


def headlines(text: Sequence[str], sentence: Sequence[int]) -> frozenset[int]:
    """The sentences written as headlines: every word of weight capitalized, and no full stop."""
    long: dict[int, list[bool]] = {}
    stopped: dict[int, bool] = {}
    for word, number in zip(text, sentence, strict=True):
        if number >= 0:
            stopped[number] = word.endswith(".")
            if len(word) > 3 and word.isalpha():
                long.setdefault(number, []).append(word[0].isupper())
    return frozenset(
        number
        for number, caps in long.items()
        if len(caps) > 2 and sum(caps) > _CAPITALIZED * len(caps) and not stopped[number]
    )
