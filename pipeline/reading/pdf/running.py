"""What every page repeats: running titles, footers and page numbers.

They are no part of the text that runs on over the page's end. A letterhead, which stands at the
top of the first page too, is told once there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.models import BlockKind

from ..draft import Piece
from .characters import Line

_EDGE = 4  # lines at the top and at the bottom of a page among which they stand
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W{0,4}(?:page\s*|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W{0,4}",
    re.IGNORECASE,
)


def without_running_lines(
    read: Sequence[Sequence[Line]],
) -> tuple[tuple[Line, ...], tuple[Piece, ...]]:
    """The lines of all pages without what pages repeat, and each thing repeated once."""
    repeated = _repeated(read)
    told: list[Line] = []
    dropped: dict[str, str] = {}
    for number, lines in enumerate(read):
        edges = _edges(lines)
        for place, line in enumerate(lines):
            counted = place in edges and _is_number(line)
            runs = place in edges and _key(line) in repeated
            letterhead = number == 0 and place < _EDGE
            if not counted and (letterhead or not runs):
                told.append(line)
            elif not counted:
                dropped.setdefault(_key(line), line.text)
    first = {_key(line) for line in (read[0][:_EDGE] if read else ())}
    pieces = (
        Piece(BlockKind.BOILERPLATE, text) for key, text in dropped.items() if key not in first
    )
    return tuple(told), tuple(pieces)


def _repeated(read: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The lines that at least two pages, and half of them, have at an edge."""
    counts: Counter[str] = Counter()
    for lines in read:
        counts.update({_key(lines[place]) for place in _edges(lines)})
    return frozenset(key for key, count in counts.items() if count >= max(2, len(read) / 2))


def _edges(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the highest and lowest lines of a page."""
    by_height = sorted(range(len(lines)), key=lambda place: lines[place].middle)
    return frozenset((*by_height[:_EDGE], *by_height[-_EDGE:]))


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _is_number(line: Line) -> bool:
    """Whether the line is the number of its page."""
    return bool(_NUMBER.fullmatch(line.text))
