"""The arguments and options that several commands have, and the choices they offer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.extension import Extension
    from pipeline.gazetteer import Gazetteer
    from pipeline.graph.renaming import KnownAs


class GraphFormat(StrEnum):
    """The syntaxes graphs are written in."""

    ttl = "ttl"
    trig = "trig"
    nt = "nt"
    nq = "nq"
    jsonld = "jsonld"
    rdf = "rdf"


class View(StrEnum):
    """How much of a graph is written, and how."""

    full = "full"
    facts = "facts"
    edges = "edges"
    claims = "claims"


class AnswerFormat(StrEnum):
    """The forms the answer to a query is given in."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"
    ttl = "ttl"


class RowFormat(StrEnum):
    """The forms the answer to a named question is given in."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"


class ReportFormat(StrEnum):
    """The forms that findings are given in."""

    text = "text"
    json = "json"
    ttl = "ttl"


class Half(StrEnum):
    """The halves of the annotations: rules are written on one, figures are taken on the other."""

    all = "all"
    develop = "develop"
    measure = "measure"


Graphs = Annotated[
    list[Path], typer.Argument(metavar="GRAPH", help="Graph files, or folders of them.")
]
Views = Annotated[
    View,
    typer.Option(
        help="Everything; facts without mentions; the derived edges alone; claims in RDF 1.2."
    ),
]
Model = Annotated[str, typer.Option(help="spaCy pipeline to parse with.")]
MODEL = "en_core_web_sm"
Frames = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Folder of frames of your own.", exists=True, file_okay=False),
]
Rebuild = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Folder of the documents, to make the graphs again and compare.",
        exists=True,
        file_okay=False,
    ),
]
Ontology = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Turtle that declares the events and roles of your own frames.",
        exists=True,
        dir_okay=False,
    ),
]
Names = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="Turtle file of names of your own; may be given again.",
        exists=True,
        dir_okay=False,
    ),
]
Published = Annotated[
    dt.datetime | None,
    typer.Option(metavar="DAY", formats=["%Y-%m-%d"], help="Day of publication: 2024-05-31."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who issued it.")]
Links = Annotated[
    Path | None,
    typer.Option(
        "--identity",
        metavar="FILE",
        help="Who is who across releases, as 'identity' writes it.",
        exists=True,
        dir_okay=False,
    ),
]


def known_as_in(identity: Path | None) -> KnownAs | None:
    """What things are known as by a file of links; nothing without one."""
    from pipeline.graph.identity import read_links

    return read_links(identity) if identity else None


def extension_in(ontology: Path | None) -> Extension:
    """What an ontology file declares; nothing without one."""
    from pipeline.extension import NOTHING, read_extension

    return read_extension(ontology) if ontology else NOTHING


def known_in(names: Sequence[Path] | None) -> Gazetteer:
    """The names known beforehand, with those of a user's gazetteer files."""
    from pipeline import gazetteer

    return gazetteer.load(names or ())
