"""The commands that ask graphs, check them and score them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import fail
from pipeline.errors import GraphError

if TYPE_CHECKING:
    from pipeline.extension import Extension
    from pipeline.gazetteer import Gazetteer
    from pipeline.graph.findings import Finding


def query(
    graphs: options.Graphs,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="SPARQL, or an .rq file that holds it.")
    ],
    identity: options.Links = None,
    format: Annotated[  # noqa: A002 - the option's name
        options.AnswerFormat, typer.Option(help="Form of the answer.")
    ] = options.AnswerFormat.table,
) -> None:
    """Ask graphs a question in SPARQL."""
    from pipeline.graph.answers import render
    from pipeline.graph.query import query as ask

    if "{" in str(graphs[0]) and not graphs[0].exists():
        raise typer.BadParameter("name the graphs first, the question last", param_hint="QUESTION")
    found = ask(graphs, written(question), options.known_as_in(identity))
    sys.stdout.write(render(found, format.value))


def written(question: str) -> str:
    """The question itself, or that of the file it names."""
    if not question.endswith(".rq"):
        return question
    try:
        return Path(question).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise GraphError(reason, where=question, remedy="name a file of SPARQL") from error


def explain(
    graphs: options.Graphs,
    name: Annotated[
        str,
        typer.Argument(
            metavar="IRI", help="The IRI of a fact or thing, the end of it, or a label."
        ),
    ],
    html: Annotated[bool, typer.Option("--html", help="As a page for a browser.")] = False,
) -> None:
    """Show the words behind a fact, and what it rests on."""
    from pipeline.graph.explain import explain as told
    from pipeline.outlets.highlight import highlight

    sys.stdout.write(highlight(graphs, name) if html else told(graphs, name))


def validate(
    graphs: options.Graphs,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Folder to read the documents from again.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    rebuild: options.Rebuild = None,
    model: options.Model = options.MODEL,
    frames: options.Frames = None,
    ontology: options.Ontology = None,
    gazetteer: options.Names = None,
    format: Annotated[  # noqa: A002 - the option's name
        options.ReportFormat, typer.Option(help="Form of the findings; ttl is a report of SHACL.")
    ] = options.ReportFormat.text,
) -> None:
    """Check graphs against their shapes and their releases."""
    from pipeline.graph.reported import report
    from pipeline.graph.validate import validate as check
    from pipeline.release import reread

    findings = tuple(check(graphs, partial(reread, against) if against else None))
    if rebuild:
        known = options.known_in(gazetteer)
        made = rebuilt(graphs, rebuild, model, frames, options.extension_in(ontology), known)
        findings = (*findings, *made)
    sys.stdout.write(report(findings, format.value))
    if findings:
        count = f"{len(findings)} fault{'s' if len(findings) > 1 else ''} found"
        fail(f"{count}; write the graphs anew with 'communique extract'")
    if format is options.ReportFormat.text:
        print("Every shape and every passage holds.")
        if rebuild:
            print("Every graph is what its document gives when it is read again.")


def rebuilt(
    graphs: list[Path],
    folder: Path,
    model: str,
    frames: Path | None,
    extension: Extension,
    known: Gazetteer,
) -> Iterator[Finding]:
    """What is not the same when graphs are made again from the documents in a folder."""
    from pipeline import language
    from pipeline.rebuild import Rebuilder

    reader = language.load(model, frames, extension, known)
    return Rebuilder(folder, reader, reader.reading, extension, known).rebuild(graphs)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotation files' folder.", exists=True)],
    graphs: Annotated[Path, typer.Argument(help="Graphs' file or folder.", exists=True)],
    half: Annotated[
        options.Half, typer.Option(help="The annotations to score against.")
    ] = options.Half.all,
    errors: Annotated[
        Path | None, typer.Option(help="File for what was missed or wrong; - for here.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Score graphs against annotations made by hand."""
    from pipeline import evaluate as scoring

    score = scoring.evaluate(gold, graphs, half.value)
    print(scoring.as_json(score) if json else scoring.as_text(score))
    if errors == Path("-"):
        print(f"\n{scoring.differences(score)}")
    elif errors:
        errors.write_text(scoring.differences(score) + "\n", encoding="utf-8")
