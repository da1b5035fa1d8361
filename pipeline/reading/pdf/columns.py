"""The lines of a page in the order in which they are read: columns one after the other.

A page has two columns where a strip down its middle is crossed by few lines and the lines on
both sides fill their columns, as prose does and the cells of a table do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from .characters import Line

_LEAST_LINES = 5  # on each side: fewer are a pair of signatures or of addresses
_FILLED = 0.7  # of a column's width, by its median line
_WRAPPED = 0.3  # of the lines go on in lower case, which the names and posts of a table do not
_CROSSING = 0.5  # of the lines: titles and tables over both columns
_MIDDLE = (0.3, 0.7)  # of the width of what is printed: where a gutter can be
_STEPS = 40


def in_reading_order(runs: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of one page as read, runs beside each other in a column made one line."""
    if not runs:
        return ()
    gutter = _gutter(runs)
    if gutter is None:
        return tuple(_rows(runs))
    ordered: list[Line] = []
    for band in _bands(runs, gutter):
        ordered += _rows(line for line in band if _crosses(line, gutter))
        ordered += _rows(line for line in band if line.right <= gutter)
        right = _rows(line for line in band if line.left >= gutter)
        ordered += [replace(line, column=1) for line in right]
    return tuple(ordered)


def _gutter(runs: Sequence[Line]) -> float | None:
    """The middle of the strip between two columns of prose; None on an ordinary page."""
    left, right = min(line.left for line in runs), max(line.right for line in runs)
    width = right - left
    places = [
        left + width * (_MIDDLE[0] + (_MIDDLE[1] - _MIDDLE[0]) * step / _STEPS)
        for step in range(_STEPS + 1)
    ]
    crossings = {place: sum(_crosses(line, place) for line in runs) for place in places}
    fewest = min(crossings.values())
    if fewest > _CROSSING * len(runs):
        return None
    clear = [place for place in places if crossings[place] == fewest]
    place = clear[len(clear) // 2]
    sides = (
        [line for line in runs if line.right <= place],
        [line for line in runs if line.left >= place],
    )
    prose = all(_is_prose(side) for side in sides)
    return place if prose and _side_by_side(*sides) else None


def _crosses(line: Line, place: float) -> bool:
    return line.left < place < line.right


def _is_prose(side: Sequence[Line]) -> bool:
    """Whether the lines are many, most of them as wide as their column, and sentences."""
    if len(side) < _LEAST_LINES:
        return False
    width = max(line.right for line in side) - min(line.left for line in side)
    filled = median(line.right - line.left for line in side) >= _FILLED * width
    wrapped = sum(line.text[:1].islower() for line in side)
    return filled and wrapped >= _WRAPPED * len(side)


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the two sides share at least half the height of the shorter."""
    sides = (left, right)
    ends = [(min(ln.top for ln in side), max(ln.bottom for ln in side)) for side in sides]
    shared = min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0])
    return shared * 2 >= min(bottom - top for top, bottom in ends)


def _bands(runs: Sequence[Line], gutter: float) -> list[list[Line]]:
    """The page cut below each line over both columns and above it."""
    bands: list[list[Line]] = [[]]
    across: bool | None = None
    for line in sorted(runs, key=lambda run: run.middle):
        crosses = _crosses(line, gutter)
        if across is not None and crosses != across:
            bands.append([])
        bands[-1].append(line)
        across = crosses
    return bands


def _rows(runs: Iterable[Line]) -> list[Line]:
    """Runs from the top down; those of one height are one line, from the left."""
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda line: (line.middle, line.left)):
        if rows and _same_height(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _same_height(line: Line, other: Line) -> bool:
    overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
    return overlap * 2 > max(line.bottom - line.top, other.bottom - other.top)


def _joined(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    widest = max(row, key=lambda line: len(line.text))
    return replace(
        widest,
        text=" ".join(line.text for line in row),
        left=row[0].left,
        right=row[-1].right,
        top=min(line.top for line in row),
        bottom=max(line.bottom for line in row),
        bold=all(line.bold for line in row),
    )
