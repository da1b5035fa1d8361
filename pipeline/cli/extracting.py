"""The command that reads releases."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options, sourcing
from pipeline.cli.telling import FAILED, WRONG_USE, table, warn
from pipeline.errors import GraphError
from pipeline.vocabulary import BASE, EVENT_ROLES

if TYPE_CHECKING:
    from pipeline.corpus import Outcome, Skip
    from pipeline.sources import Refusal
    from pipeline.sources.document import Found

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
            metavar="SOURCE",
            help="Files, folders, quoted globs, addresses on the web, or -.  [default: data/raw]",
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
) -> None:
    """Read releases and write a graph for each document."""
    from pipeline import corpus, language
    from pipeline.reading import Limits
    from pipeline.release import Given
    from pipeline.sources import NOT_READ, Refusal, Terms, discover, parse_columns, passed_over

    terms = Terms(
        parse_columns(columns), name, allow_private, max_bytes, max_unpacked, max_ratio, timeout
    )
    found, any_document = looked_into(discover(sources or ["data/raw"], terms))
    if not any_document:
        tell_refused(each for each in found if isinstance(each, Refusal))
        sys.exit(WRONG_USE)
    extension = options.extension_in(ontology)
    reader = language.load(model, frames, extension)
    given = Given(published.date() if published else None, publisher)
    tongue = None if spoken is sourcing.Tongue.any else spoken.value
    choices = corpus.Choices(
        output, format.value, base, given, extension, tongue,
        Limits(max_characters, max_blocks, max_paragraph, max_pages),
    )  # fmt: skip
    done = list(watch(corpus.extract(found, reader, choices)))
    outcomes = [outcome for outcome in done if isinstance(outcome, corpus.Outcome)]
    tell_extracted(outcomes, output, (*EVENT_ROLES, *extension.classes))
    failed = [each for each in done if isinstance(each, Refusal)]
    for outcome in outcomes:
        for note in outcome.notes:
            warn(f"{outcome.source}: {note}")
    tell_refused(failed)
    tell_skipped([each for each in done if isinstance(each, corpus.Skip)])
    if unread := passed_over(sources or ["data/raw"]):
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


def watch(outcomes: Iterator[Outcome | Skip | Refusal]) -> Iterator[Outcome | Skip | Refusal]:
    """Pass outcomes on, with a progress bar where the work is long and someone looks on.

    How much is to come is not known: a dump is not read twice to count its rows.
    """
    first = list(islice(outcomes, LONG_WORK))
    if len(first) < LONG_WORK or not sys.stderr.isatty():
        yield from chain(first, outcomes)
        return
    rest = chain(first, outcomes)
    with typer.progressbar(rest, label="Reading", show_pos=True, file=sys.stderr) as watched:
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


def tell_skipped(skipped: Sequence[Skip]) -> None:
    """Say on standard error which documents were left alone, and how many."""
    for skip in skipped:
        warn(skip.reason)
    if skipped:
        warn(f"{len(skipped)} skipped, not in English; read them with --language any")
