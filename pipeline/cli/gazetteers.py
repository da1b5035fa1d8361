"""The commands about the gazetteer: what a name designates, and names of a user's own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import fail, table


class Class(StrEnum):
    """The classes of what users name."""

    Agency = "Agency"
    Organization = "Organization"
    Place = "Place"


Name = Annotated[str, typer.Argument(metavar="NAME", help="As releases write it.")]
Country = Annotated[
    str | None, typer.Option(metavar="CODE", help="Country by its two letters: NZ.")
]


def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Turtle file to add to.", dir_okay=False)
    ],
    name: Name,
    class_: Annotated[
        Class | None, typer.Option("--class", help="What it is; an entry that is known keeps its.")
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Another name; may be given again.")
    ] = None,
    in_context: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name that counts in releases of its country alone."),
    ] = None,
    country: Country = None,
    parent: Annotated[
        str | None, typer.Option(metavar="ID", help="What it is part of: body/un.")
    ] = None,
    id_: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="ID", help="Its id, or that of an entry to add the names to: body/un."
        ),
    ] = None,
) -> None:
    """Add a name to a gazetteer file of your own, for --gazetteer.

    What the file holds already is left as it is.
    """
    from pipeline.gazetteer.add import Named, add
    from pipeline.models import EntityKind

    known = options.known_in([file] if file.exists() else [])
    named = Named(
        label=name,
        kind=EntityKind(class_.value) if class_ else None,
        also=tuple(also or ()),
        contextual=tuple(in_context or ()),
        country=f"country/{country.upper()}" if country else None,
        parent=parent,
        id=id_,
    )
    print(f"{add(file, named, known)} added to {file}")


def find(
    name: Name,
    country: Country = None,
    gazetteer: options.Names = None,
) -> None:
    """Show what a name designates, in the releases of a country if one is named."""
    known = options.known_in(gazetteer)
    entry = known.find(name, country.upper() if country else None)
    if entry is None:
        fail(f"{name!r} designates nothing known, or nothing for sure")
    rows = [
        ("id", entry.id),
        ("class", entry.kind.value),
        ("label", entry.label),
        ("part of", entry.parent or ""),
        ("country", entry.country or ""),
    ]
    print(table([row for row in rows if row[1]]))
