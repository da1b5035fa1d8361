"""Lines to paragraphs and headings: by the space between them, their size, weight and ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.models import BlockKind

from ..dates import only_date
from ..draft import Piece
from ..items import itemized, marker
from ..lines import ends_sentence, goes_on, is_open
from .characters import Line
from .hyphens import Hyphens

_LOOSE = 1.25  # of the usual distance of two lines: more is a space between paragraphs
_LARGER = 1.08  # of the type size: more is another size
_HEADING = 1.15
_HEADING_WORDS = 30
_FULL = 0.75  # of the column's width
_CLOSE = 1.9  # of the height of a line: lines of one headline are set up to 1.5 apart
_INDENT = 0.8  # of the type size
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s")


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual on the pages: type size, distance of lines, and each column's edges."""

    size: float
    distance: float
    edges: dict[tuple[int, int], tuple[float, float]]

    def left(self, line: Line) -> float:
        return self.edges[line.page, line.column][0]

    def right(self, line: Line) -> float:
        return self.edges[line.page, line.column][1]


def paragraphs(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The paragraphs, items and headings that the lines make up."""
    if not lines:
        return ()
    measure = _measure(lines)
    hyphens = Hyphens([line.text for line in lines])
    return tuple(_piece(group, measure, hyphens) for group in _groups(lines, measure))


def _measure(lines: Sequence[Line]) -> _Measure:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    distances = Counter(
        round((below.middle - above.middle) * 2) / 2
        for above, below in pairwise(lines)
        if _in_one_column(above, below) and below.middle > above.middle
    )
    edges: dict[tuple[int, int], tuple[float, float]] = {}
    for line in lines:
        left, right = edges.get((line.page, line.column), (line.left, line.right))
        edges[line.page, line.column] = min(left, line.left), max(right, line.right)
    size = max(sizes, key=lambda each: (sizes[each], each))
    usual = max(distances, key=lambda each: (distances[each], -each), default=size * 1.2)
    return _Measure(size, usual, edges)


def _in_one_column(above: Line, below: Line) -> bool:
    return (above.page, above.column) == (below.page, below.column)


def _groups(lines: Sequence[Line], measure: _Measure) -> Iterator[list[Line]]:
    group = [lines[0]]
    for above, below in pairwise(lines):
        if _breaks(above, below, measure) or _follows(group[0].text, below.text):
            yield group
            group = []
        group.append(below)
    yield group


def _follows(first: str, text: str) -> bool:
    """Whether a line bears the number after the one that its paragraph began with."""
    one, other = _NUMBER.match(first), _NUMBER.match(text)
    return one is not None and other is not None and int(other[1]) == int(one[1]) + 1


def _breaks(above: Line, below: Line, measure: _Measure) -> bool:
    """Whether a new paragraph begins between two lines that follow each other."""
    if _is_other_type(above, below):
        return True
    if not _in_one_column(above, below):
        return not _runs_over(above, below, measure)
    distance = below.middle - above.middle
    if _is_one_headline(above, below, measure) and 0 < distance <= _CLOSE * above.size:
        return False
    goes = goes_on(above.text, below.text)
    if distance > _LOOSE * max(measure.distance, above.size) or distance < 0:
        return not (goes and distance < 2 * _LOOSE * measure.distance)
    indented = ends_sentence(above.text) and below.left > above.left + _INDENT * below.size
    opens = indented or _has_room(above, below, measure)
    return _begins_item(above, below, measure) or (opens and not goes)


def _is_other_type(above: Line, below: Line) -> bool:
    larger = max(above.size, below.size) / max(min(above.size, below.size), 1)
    whole = above.bold != below.bold and not goes_on(above.text, below.text)
    return larger > _LARGER or (whole and not is_open(above.text))


def _is_one_headline(above: Line, below: Line, measure: _Measure) -> bool:
    """Whether two lines are centred one below the other in bold or larger type."""
    inset = min(above.left, below.left) > measure.left(above) + above.size
    centred = abs((above.left + above.right) - (below.left + below.right)) < above.size
    marked = (above.bold and below.bold) or above.size >= _HEADING * measure.size
    dated = only_date(above.text) or only_date(below.text)
    return marked and centred and inset and not dated


def _runs_over(above: Line, below: Line, measure: _Measure) -> bool:
    """Whether a paragraph goes on over the end of a page or column."""
    if ends_sentence(above.text) or marker(below.text):
        return False
    return goes_on(above.text, below.text) or not _has_room(above, below, measure)


def _begins_item(above: Line, below: Line, measure: _Measure) -> bool:
    """Whether the line below is an item; a number that a wrap put first is none."""
    if not marker(below.text):
        return False
    numbered = below.text[:1].isdigit()
    moved = abs(below.left - above.left) > _INDENT * below.size
    return not numbered or moved or ends_sentence(above.text) or _has_room(above, below, measure)


def _has_room(above: Line, below: Line, measure: _Measure) -> bool:
    """Whether the first word below would have fitted above: the break is meant."""
    word = below.text.split(maxsplit=1)[0]
    width = (below.right - below.left) * len(word) / max(len(below.text), 1)
    room = measure.right(above) - above.right
    return room > width + above.size * (0.5 if ends_sentence(above.text) else 1.5)


def _piece(group: list[Line], measure: _Measure, hyphens: Hyphens) -> Piece:
    text = group[0].text
    for line in group[1:]:
        text = hyphens.join(text, line.text)
    if _is_heading(group, text, measure):
        return Piece(BlockKind.HEADING, text)
    return itemized(text)


def _is_heading(group: list[Line], text: str, measure: _Measure) -> bool:
    large = median(line.size for line in group) >= _HEADING * measure.size
    bold = all(line.bold for line in group)
    short = len(text.split()) <= _HEADING_WORDS and not marker(text)
    return short and (large or bold) and not (ends_sentence(text) and not large)
