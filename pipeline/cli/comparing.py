"""The command that compares graphs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class DifferenceFormat(StrEnum):
    """The forms a difference is told in."""

    words = "words"
    csv = "csv"
    json = "json"


def diff(
    old: Annotated[Path, typer.Argument(help="A graph, or a folder of them.", exists=True)],
    new: Annotated[Path, typer.Argument(help="What has become of it.", exists=True)],
    format: Annotated[  # noqa: A002 - the option's name
        DifferenceFormat, typer.Option(help="Form of the difference.")
    ] = DifferenceFormat.words,
) -> None:
    """Tell which facts came, went or changed. Leaves with 1 if any did."""
    from pipeline.graph.diff import diff as compared
    from pipeline.graph.diff import render

    found = compared(old, new)
    sys.stdout.write(render(found, format.value))
    sys.exit(1 if found.changes else 0)
