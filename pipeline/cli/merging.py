"""The command that makes one file of many graphs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options


def merge(
    graphs: options.Graphs,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="File to write: .nq or .trig, .gz behind it or not."),
    ],
) -> None:
    """Write many graphs into one file of quads."""
    from pipeline.graph.merge import merge as merge_graphs

    files, quads = merge_graphs(graphs, output)
    print(f"{quads:,} quads of {files:,} graphs in {output}")
