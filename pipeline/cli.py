"""The command line: the only place that prints or exits.

Nothing heavy is imported before a command needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline import __version__
from pipeline.errors import CommuniqueError, GraphError
from pipeline.vocabulary import BASE, EVENT_ROLES

if TYPE_CHECKING:
    from pipeline.corpus import Outcome
    from pipeline.sources import Refusal

FAILED, WRONG_USE = 1, 2
INTERRUPTED = 130  # as shells have it

#: Documents from which a progress bar is worth its line.
LONG_WORK = 10

app = typer.Typer(
    help="Government releases in, a knowledge graph out, in which every fact shows its words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class GraphFormat(StrEnum):
    """The syntaxes graphs are written in."""

    ttl = "ttl"
    trig = "trig"
    nt = "nt"
    nq = "nq"
    jsonld = "jsonld"
    rdf = "rdf"


class AnswerFormat(StrEnum):
    """The forms the answer to a query is given in."""

    table = "table"
    csv = "csv"
    json = "json"
    ttl = "ttl"


class Half(StrEnum):
    """The halves of the annotations: rules are written on one, figures are taken on the other."""

    all = "all"
    develop = "develop"
    measure = "measure"


Graphs = Annotated[list[Path], typer.Argument(help="Graph files, or folders of them.")]


def main() -> None:
    """Run the command; what the user can mend is told in one line."""
    try:
        app()
    except CommuniqueError as error:
        fail(str(error))
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stderr.close()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def fail(reason: str, code: int = FAILED) -> NoReturn:
    """Say in one line what is wrong and leave."""
    print(f"communique: {reason}", file=sys.stderr)
    sys.exit(code)


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        print(f"communique {__version__}")
        raise typer.Exit


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


@app.callback()
def communique(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Take the options that go before the command."""


@app.command(epilog="Example: communique extract data/raw -o data/graph")
def extract(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, folders or quoted globs  [default: data/raw]")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", callback=check_folder, help="Folder for the graphs.")
    ] = Path("data/graph"),
    format: Annotated[GraphFormat, typer.Option(help="Syntax of the graphs.")] = GraphFormat.ttl,  # noqa: A002 - the option's name
    model: Annotated[str, typer.Option(help="spaCy pipeline to parse with.")] = "en_core_web_sm",
    frames: Annotated[
        Path | None,
        typer.Option(help="Folder of frames of your own.", exists=True, file_okay=False),
    ] = None,
    base: Annotated[
        str, typer.Option(callback=check_base, help="What the IRIs of things begin with.")
    ] = BASE,
    published: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Date of all the releases.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Issuer of all the releases.")] = None,
) -> None:
    """Read releases and write a graph for each document."""
    from pipeline import corpus, language
    from pipeline.release import Given
    from pipeline.sources import NOT_READ, discover, passed_over

    documents, refused = discover(sources or ["data/raw"])
    if not documents:
        tell_refused(refused)
        sys.exit(WRONG_USE)
    reader = language.load(model, frames)
    given = Given(published.date() if published else None, publisher)
    choices = corpus.Choices(output, format.value, base, given)
    done = list(watch(corpus.extract(documents, reader, choices), len(documents)))
    tell_extracted([outcome for outcome in done if isinstance(outcome, corpus.Outcome)], output)
    failed = [*refused, *(r for r in done if not isinstance(r, corpus.Outcome))]
    tell_refused(failed)
    if unread := passed_over(sources or ["data/raw"]):
        kinds = " ".join(NOT_READ)
        print(f"communique: {unread} files passed over, not read yet: {kinds}", file=sys.stderr)
    sys.exit(FAILED if failed else 0)


@app.command(epilog="Example: communique query data/graph 'SELECT ?s WHERE { ?s a cmq:Signing }'")
def query(
    graphs: Graphs,
    question: Annotated[str, typer.Argument(help="SPARQL, or an .rq file that holds it.")],
    format: Annotated[AnswerFormat, typer.Option(help="Form of the answer.")] = AnswerFormat.table,  # noqa: A002 - the option's name
) -> None:
    """Ask graphs a question in SPARQL."""
    from pipeline.graph.answers import render
    from pipeline.graph.query import query as ask

    sys.stdout.write(render(ask(graphs, written(question)), format.value))


@app.command(epilog="Example: communique validate data/graph --against data/raw")
def validate(
    graphs: Graphs,
    against: Annotated[
        Path | None,
        typer.Option(help="Folder to read the documents from again.", exists=True, file_okay=False),
    ] = None,
) -> None:
    """Check graphs against the shapes and every passage against its release."""
    from pipeline.graph.validate import validate as check
    from pipeline.release import reread

    findings = check(graphs, partial(reread, against) if against else None)
    for finding in findings:
        print(finding)
    if findings:
        fail(f"{len(findings)} faults found; write the graphs anew with 'communique extract'")
    print("Every shape and every passage holds.")


@app.command(epilog="Example: communique evaluate gold data/graph --half develop --errors -")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotation files' folder.", exists=True)],
    graphs: Annotated[Path, typer.Argument(help="Graphs' file or folder.", exists=True)],
    half: Annotated[Half, typer.Option(help="The annotations to score against.")] = Half.all,
    errors: Annotated[
        Path | None, typer.Option(help="File for what was missed or wrong; - for here.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Score graphs against annotations: events, roles, posts and headers."""
    from pipeline import evaluate as scoring

    score = scoring.evaluate(gold, graphs, half.value)
    print(scoring.as_json(score) if json else scoring.as_text(score))
    if errors == Path("-"):
        print(f"\n{scoring.differences(score)}")
    elif errors:
        errors.write_text(scoring.differences(score) + "\n", encoding="utf-8")


def written(question: str) -> str:
    """The question itself, or that of the file it names."""
    if not question.endswith(".rq"):
        return question
    try:
        return Path(question).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise GraphError(reason, where=question, remedy="name a file of SPARQL") from error


def watch(outcomes: Iterator[Outcome | Refusal], count: int) -> Iterator[Outcome | Refusal]:
    """Pass outcomes on, with a progress bar where the work is long and someone looks on."""
    if count < LONG_WORK or not sys.stderr.isatty():
        yield from outcomes
        return
    with typer.progressbar(outcomes, length=count, label="Reading", file=sys.stderr) as watched:
        yield from watched


def tell_extracted(outcomes: Sequence[Outcome], output: Path) -> None:
    """Print how many facts of each sort each document gave."""
    if not outcomes:
        return
    counts = [(*(o.events.get(kind, 0) for kind in EVENT_ROLES), o.posts) for o in outcomes]
    rows = [(outcome.source, *numbers) for outcome, numbers in zip(outcomes, counts, strict=True)]
    totals = (f"{len(rows)} in {output}", *map(sum, zip(*counts, strict=True)))
    print(table([("document", *EVENT_ROLES, "posts"), *rows, totals]))


def tell_refused(refused: Iterable[Refusal]) -> None:
    """Say on standard error which documents failed, one line each with its reason."""
    for refusal in refused:
        print(f"communique: {refusal.reason}", file=sys.stderr)


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
