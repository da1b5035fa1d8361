"""Notes at the foot of a page, which stand between the two halves of a sentence that runs over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from .characters import Line

_SMALLER = 0.95  # of the size of the text
_MARK = re.compile(r"(?:\d{1,3}|[*†‡§])\s*\S")


def without_footnotes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the text, and those of the notes below it, each in reading order."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    if not sizes:
        return (), ()
    usual = max(sizes, key=lambda size: (sizes[size], size))
    body: list[Line] = []
    notes: list[Line] = []
    for _, column in groupby(lines, key=lambda line: (line.page, line.column)):
        page = list(column)
        start = _notes_start(page, usual)
        body += page[:start]
        notes += page[start:]
    return tuple(body), tuple(notes)


def _notes_start(page: list[Line], usual: float) -> int:
    """Where the smaller lines at the end of a column begin, with a mark; its end where none do."""
    start = len(page)
    while start and page[start - 1].size < _SMALLER * usual:
        start -= 1
    marked = (place for place in range(start, len(page)) if _MARK.match(page[place].text))
    return next(marked, len(page))
