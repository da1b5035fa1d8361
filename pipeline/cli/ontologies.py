"""The commands about the ontology: its reference, and whether its terms are used as defined."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import fail


def docs(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="Folder to write.", file_okay=False),
    ],
) -> None:
    """Write the ontology as a page of HTML to read, with diagrams."""
    from pipeline.outlets.reference import write_reference

    print(write_reference(output))


def check(
    graphs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[GRAPH…]", help="Graph files, or folders of them, to look at too."),
    ] = None,
    ontology: options.Ontology = None,
) -> None:
    """List terms that are used but not defined, and those defined but not used."""
    from pipeline.graph.usage import usage

    found = usage(graphs or (), ontology)
    for term, files in found.undefined.items():
        print(f"used but not defined: {term} in {', '.join(files)}")
    for term in found.unused:
        print(f"defined but not used: {term}")
    if amiss := len(found.undefined) + len(found.unused):
        fail(f"{amiss} term{'s' if amiss > 1 else ''} to define, to use or to take out")
    print("Every term used is defined, and every term defined is used.")
