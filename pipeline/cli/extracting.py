"""The command that reads releases."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import FAILED, WRONG_USE, table, warn
from pipeline.errors import GraphError
from pipeline.vocabulary import BASE, EVENT_ROLES

if TYPE_CHECKING:
    from pipeline.corpus import Outcome
    from pipeline.sources import Refusal

#: Documents from which a progress bar is worth its line.
LONG_WORK = 10


def check_base(base: str) -> str:
    """Refuse a base that cannot begin an IRI before any document is read."""
    from pipeline.graph.iris import root

    try:
        return root(base)
    except GraphError as error:
        raise typer.BadParameter(str(error)) from error


def check_folder(output: Path) -> Path:
    """Refuse a place where no folder can be made before any document is read."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise typer.BadParameter(f"{output}: no folder can be made there ({reason})") from error
    return output


def extract(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE", help="Files, folders or quoted globs.  [default: data/raw]"
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", callback=check_folder, help="Folder for the graphs.")
    ] = Path("data/graph"),
    format: Annotated[  # noqa: A002 - the option's name
        options.GraphFormat, typer.Option(help="Syntax of the graphs.")
    ] = options.GraphFormat.ttl,
    model: options.Model = options.MODEL,
    frames: options.Frames = None,
    ontology: options.Ontology = None,
    base: Annotated[
        str, typer.Option(callback=check_base, help="What the IRIs of things begin with.")
    ] = BASE,
    published: options.Published = None,
    publisher: options.Publisher = None,
) -> None:
    """Read releases and write a graph for each document."""
    from pipeline import corpus, language
    from pipeline.release import Given
    from pipeline.sources import NOT_READ, discover, passed_over

    documents, refused = discover(sources or ["data/raw"])
    if not documents:
        tell_refused(refused)
        sys.exit(WRONG_USE)
    extension = options.extension_in(ontology)
    reader = language.load(model, frames, extension)
    given = Given(published.date() if published else None, publisher)
    choices = corpus.Choices(output, format.value, base, given, extension)
    done = list(watch(corpus.extract(documents, reader, choices), len(documents)))
    outcomes = [outcome for outcome in done if isinstance(outcome, corpus.Outcome)]
    tell_extracted(outcomes, output, (*EVENT_ROLES, *extension.classes))
    failed = [*refused, *(r for r in done if not isinstance(r, corpus.Outcome))]
    for outcome in outcomes:
        for note in outcome.notes:
            warn(f"{outcome.source}: {note}")
    tell_refused(failed)
    if unread := passed_over(sources or ["data/raw"]):
        warn(f"{unread} files passed over, not read yet: {' '.join(NOT_READ)}")
    sys.exit(FAILED if failed else 0)


def watch(outcomes: Iterator[Outcome | Refusal], count: int) -> Iterator[Outcome | Refusal]:
    """Pass outcomes on, with a progress bar where the work is long and someone looks on."""
    if count < LONG_WORK or not sys.stderr.isatty():
        yield from outcomes
        return
    with typer.progressbar(outcomes, length=count, label="Reading", file=sys.stderr) as watched:
        yield from watched


def tell_extracted(outcomes: Sequence[Outcome], output: Path, kinds: Sequence[str]) -> None:
    """Print how many facts of each sort each document gave."""
    if not outcomes:
        return
    counts = [(*(o.events.get(kind, 0) for kind in kinds), o.posts) for o in outcomes]
    rows = [(outcome.source, *numbers) for outcome, numbers in zip(outcomes, counts, strict=True)]
    totals = (f"{len(rows)} in {output}", *map(sum, zip(*counts, strict=True)))
    print(table([("document", *kinds, "posts"), *rows, totals]))


def tell_refused(refused: Iterable[Refusal]) -> None:
    """Say on standard error which documents failed, one line each with its reason."""
    for refusal in refused:
        warn(refusal.reason)
