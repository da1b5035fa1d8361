"""What is said to who runs the command, and how it leaves."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True)]
    numeric = [all(isinstance(c, int) for c in column[1:]) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            f"{cell!s:>{width}}" if number else f"{cell!s:<{width}}"
            for cell, width, number in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in rows
    )
