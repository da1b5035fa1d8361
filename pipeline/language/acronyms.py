"""Short forms the text defines after a name: *United States Agency … (USAID)*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.gazetteer import Entry
from pipeline.language.mentions import Mention, mention
from pipeline.language.words import Words

_DEFINED = 3
_OPENING = frozenset(("“", '"', "‘", "the"))
_CLOSING = frozenset((")", "”", '"', "’"))


def acronyms(words: Words, known: Sequence[Mention]) -> dict[str, Mention]:
    """The names of the text by the short forms it defines for them."""
    found: dict[str, Mention] = {}
    ends = {m.end: m for m in sorted(known, key=lambda m: m.end - m.start)}  # the longest
    for i in range(1, len(words) - 2):
        if words.text[i] == "(" and i in ends:
            j = i + 1
            while words.text[j] in _OPENING and j < len(words) - 2:
                j += 1
            if _shortens(words, j, ends[i]) and words.text[j + 1] in _CLOSING:
                found.setdefault(words.text[j], ends[i])
    return found


def _shortens(words: Words, j: int, full: Mention) -> bool:
    """Whether the word at ``j`` can be short for a name: *USAID*, *MinLaw*, *Treasury*."""
    if words.acronym[j]:
        return True
    begins = words.cap[j] and words.text[j][0] in words.span_text(full.start, full.end)
    return begins and len(words.text[j]) > 2


def acronym_names(
    words: Words, defined: Mapping[str, Mention], entries: Mapping[str, Entry]
) -> Iterator[Mention]:
    """Each later use of a short form the text defines."""
    for i, text in enumerate(words.text):
        if words.block[i] >= 0 and (full := defined.get(text)):
            yield mention(i, i + 1, full.kind, id=full.id, rank=_DEFINED)
