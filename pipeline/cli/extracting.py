"""The command that reads releases."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options, running, sourcing, summary
from pipeline.cli.telling import FAILED, WRONG_USE, warn
from pipeline.errors import GraphError
from pipeline.vocabulary import BASE, EVENT_ROLES

if TYPE_CHECKING:
    from pipeline.sources.document import Found


#: What is read where nothing is named, so that it works at once in a copy of the project.
_HERE = "data/raw"


def check_base(base: str) -> str:
    """Refuse a base that cannot begin an IRI before any document is read."""
    from pipeline.graph.iris import root

    try:
        return root(base)
    except GraphError as error:
        raise typer.BadParameter(str(error)) from error


def check_output(output: str) -> str:
    """Refuse a place where no folder can be made before any document is read."""
    if not output or "://" in output:
        return output
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise typer.BadParameter(f"{output}: no folder can be made there ({reason})") from error
    return output


def _check_apart(text: str, sources: Sequence[str]) -> None:
    """Refuse a folder of texts that lies among the documents, or holds them: they would be read."""
    if not text or "://" in text:
        return
    ours = Path(text).resolve()
    for source in (Path(each).resolve() for each in sources if "://" not in each and each != "-"):
        if source.is_dir() and (ours.is_relative_to(source) or source.is_relative_to(ours)):
            raise typer.BadParameter(
                f"{text} is not apart from {source.name}, whose documents are read; choose another",
                param_hint="--text",
            )


def extract(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders, quoted globs, addresses on the web, or -.  [default: data/raw]",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", callback=check_output, help="Folder for the graphs."),
    ] = "data/graph",
    format: Annotated[  # noqa: A002 - the option's name
        options.GraphFormat, typer.Option(help="Syntax of the graphs.")
    ] = options.GraphFormat.ttl,
    view: options.Views = options.View.full,
    model: options.Model = options.MODEL,
    frames: options.Frames = None,
    ontology: options.Ontology = None,
    gazetteer: options.Names = None,
    base: Annotated[
        str, typer.Option(callback=check_base, help="What the IRIs of things begin with.")
    ] = BASE,
    text: Annotated[
        str,
        typer.Option(
            metavar="DIR",
            callback=check_output,
            help="Folder for the texts too, of which all offsets are code points.",
            show_default=False,
        ),
    ] = "",
    published: options.Published = None,
    publisher: options.Publisher = None,
    columns: sourcing.Columns = "",
    name: sourcing.Name = "stdin",
    spoken: sourcing.Spoken = sourcing.Tongue.en,
    allow_private: sourcing.AllowPrivate = False,
    max_bytes: sourcing.MaxBytes = 50_000_000,
    max_unpacked: sourcing.MaxUnpacked = 2_000_000_000,
    max_ratio: sourcing.MaxRatio = 200,
    max_characters: sourcing.MaxCharacters = 1_000_000,
    max_blocks: sourcing.MaxBlocks = 50_000,
    max_paragraph: sourcing.MaxParagraph = 100_000,
    max_pages: sourcing.MaxPages = 2_000,
    timeout: sourcing.Timeout = 60.0,
    jobs: running.Jobs = None,
    max_seconds: running.MaxSeconds = 300.0,
    max_memory: running.MaxMemory = 2_000,
    scheduler: running.Scheduler = None,
    state: running.State = None,
    json: running.AsJson = False,
) -> None:
    """Read releases and write a graph for each document.

    A second run reads only what has changed, and takes away the graphs of documents that are gone.
    """
    from pipeline.corpus import Bounds, Choices, Recipe, executor_for, open_run
    from pipeline.reading import Limits
    from pipeline.release import Given
    from pipeline.sources import NOT_READ, Terms, discover, parse_columns, passed_over

    named = sources or [_HERE]
    if not sources and not Path(_HERE).exists():
        raise typer.BadParameter(
            f"name files or folders of releases; there is no {_HERE} here to read without one",
            param_hint="SOURCE",
        )
    terms = Terms(
        parse_columns(columns), name, allow_private, max_bytes, max_unpacked, max_ratio, timeout
    )
    found, any_document = looked_into(discover(named, terms))
    if not any_document:
        summary.tell_refused(found)
        sys.exit(WRONG_USE)
    _check_apart(text, named)
    extension = options.extension_in(ontology)
    options.known_in(gazetteer)  # a fault in a file is told before any document is read
    given = Given(published.date() if published else None, publisher)
    tongue = None if spoken is sourcing.Tongue.any else spoken.value
    recipe = Recipe(model, frames, extension, tuple(gazetteer or ()))
    limits = Limits(max_characters, max_blocks, max_paragraph, max_pages)
    choices = Choices(
        output, format.value, base, given, tongue, limits, view.value, recipe, text or None
    )
    executor = executor_for(choices, Bounds(max_seconds, max_memory), jobs, scheduler)
    started = monotonic()
    with open_run(choices, running.check_state(state, output)) as run:
        with running.watched(partial(discover, named, terms), named) as bar:
            running.go_through(run, found, executor, bar)
        if json:
            summary.print_json(run, monotonic() - started)
        else:
            summary.tell(run, (*EVENT_ROLES, *extension.classes))
        summary.warn_of(run)
        failed = any(run.failures())
    if unread := passed_over(named):
        warn(f"{unread} files passed over, not read yet: {' '.join(NOT_READ)}")
    sys.exit(FAILED if failed else 0)


def looked_into(found: Iterator[Found]) -> tuple[Iterator[Found], bool]:
    """What is found, and whether there is a document in it; no more is looked at than needed."""
    from pipeline.sources import Document

    seen: list[Found] = []
    for each in found:
        seen.append(each)
        if isinstance(each, Document):
            return chain(seen, found), True
    return iter(seen), False
