"""What is said to who runs the command, and how it leaves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn

FAILED, WRONG_USE = 1, 2
INTERRUPTED = 130  # as shells have it


def fail(reason: str, code: int = FAILED) -> NoReturn:
    """Say in one line what is wrong and leave."""
    warn(reason)
    sys.exit(code)


def warn(reason: str) -> None:
    """Say in one line what is amiss, and go on."""
    print(f"communique: {' '.join(reason.split())}", file=sys.stderr)


def table(rows: Sequence[Sequence[object]]) -> str:
    """Rows in columns, words to the left and numbers to the right.

    >>> print(table([("who", "signings"), ("Norland", 2)]))
    who      signings
    Norland         2
    """
    return "\n".join(columns(lambda: rows))


def columns(rows: Callable[[], Iterable[Sequence[object]]]) -> Iterator[str]:
    """The lines of a table whose rows are too many to be held: they are asked for twice."""
    widths: list[int] = []
    numeric: list[bool] = []
    for number, row in enumerate(rows()):
        widths = [max(w, len(str(c))) for w, c in zip(widths or [0] * len(row), row, strict=True)]
        if number:
            found = [isinstance(cell, int) for cell in row]
            numeric = [a and b for a, b in zip(numeric or found, found, strict=True)]
    for row in rows():
        cells = zip(row, widths, numeric or [True] * len(row), strict=True)
        line = (f"{c!s:>{width}}" if right else f"{c!s:<{width}}" for c, width, right in cells)
        yield "  ".join(line).rstrip()
