"""The nouns for instruments, singular and plural, and the kinds they are: *memoranda*, *MoU*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.language import lexicon
from pipeline.language.words import Words


@cache
def kinds() -> dict[str, str]:
    """Each instrument's noun or phrase, lower case and singular, with its kind ("" if unclear)."""
    lists = lexicon.document("instruments")
    listed, unclear = lists["kinds"], lists["unclear"]
    assert isinstance(listed, dict)
    assert isinstance(unclear, list)
    found = {str(phrase): str(kind) for kind, phrases in listed.items() for phrase in phrases}
    return found | {str(phrase): "" for phrase in unclear}


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in kinds():
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


def singular(word: str) -> str:
    """The singular of a noun: *memoranda*, *treaties*, *MoUs*, *accords*."""
    low = word.lower().rstrip(".")  # "MoU." at a sentence's end is one token
    if low in ("memoranda", "memorandums"):
        return "memorandum"
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def plural(word: str) -> bool:
    """Whether a noun is in the plural."""
    return singular(word) != word.lower().rstrip(".")


def is_instrument(word: str) -> bool:
    """Whether a word is a noun for an instrument: "(“the Convention”)" names an agreement."""
    return singular(word) in kinds() or singular(word) in lexicon.words("instruments", "weak")


def noun_end(words: Words, h: int) -> int | None:
    """Where the instrument's noun or phrase beginning at ``h`` ends: *letter of intent*."""
    text = words.text[h]
    first = singular(text) if text[-1].isalpha() or text[-1] == "." else words.lower[h]
    for parts in _by_first_word().get(first, ()):
        rest = words.lower[h + 1 : h + len(parts)]
        if [singular(w) for w in rest] == [singular(p) for p in parts[1:]]:
            return h + len(parts)
    return None


def kind_named(tokens: Sequence[str]) -> str | None:
    """The kind of the longest noun or phrase that some words begin with; None if there is none."""
    for length in range(min(4, len(tokens)), 0, -1):
        phrase = " ".join([singular(tokens[0]), *(t.lower() for t in tokens[1:length])])
        if phrase in kinds():
            return kinds()[phrase]
    return None
