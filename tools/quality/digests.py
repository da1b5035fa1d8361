"""Texts as letters and digits alone, and digests of stretches of them that can be looked for."""

from __future__ import annotations

import re
from typing import TypeAlias

#: How many letters and digits a sentence has, and their digest.
Mark: TypeAlias = tuple[int, int]

_BASE, _PRIME = 1_000_003, (1 << 61) - 1


def letters(text: str) -> str:
    """The letters and digits of a text in lower case: breaks, hyphens and quotation marks differ.

    >>> letters("Co-operation, “signed”")
    'cooperationsigned'
    """
    return re.sub(r"[\W_]+", "", text.lower())


def digest(text: str) -> int:
    """A digest that can be rolled along a text (Rabin and Karp)."""
    value = 0
    for character in text:
        value = (value * _BASE + ord(character)) % _PRIME
    return value


def places(text: str, wanted: set[Mark]) -> dict[Mark, list[int]]:
    """Where in a text of letters each stretch begins."""
    found: dict[Mark, list[int]] = {mark: [] for mark in wanted}
    for length in {length for length, _ in wanted}:
        if length > len(text):
            continue
        value, top = digest(text[:length]), pow(_BASE, length - 1, _PRIME)
        for start in range(len(text) - length + 1):
            if start:
                gone = ord(text[start - 1]) * top
                value = ((value - gone) * _BASE + ord(text[start + length - 1])) % _PRIME
            if (length, value) in found:
                found[length, value].append(start)
    return found
