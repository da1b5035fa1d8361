"""The command that writes graphs in another form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options


def convert(
    graphs: options.Graphs,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write them; its suffix is the syntax."
        ),
    ],
    view: options.Views = options.View.full,
) -> None:
    """Write graphs into one file, in another syntax or view."""
    from pipeline.graph.read import read_graphs
    from pipeline.graph.write import write

    several = read_graphs(graphs)
    write(several, output, view=view.value)
    print(f"{len(several)} documents in {output}")
