"""The command that asks named questions."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import table

if TYPE_CHECKING:
    from pipeline.graph.questions import Question


def ask(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GRAPH… QUESTION [--PARAMETER VALUE]…",
            help="Graph files or folders, the question's name, values of its parameters.",
            show_default=False,
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the questions and leave.")] = False,
    passages: Annotated[
        bool, typer.Option("--passages", help="Add the passages that state each fact.")
    ] = False,
    identity: options.Links = None,
    format: Annotated[  # noqa: A002 - the option's name
        options.RowFormat, typer.Option(help="Form of the answer.")
    ] = options.RowFormat.table,
) -> None:
    """Ask graphs one of the named questions."""
    from pipeline.graph.answering import answer
    from pipeline.graph.answers import render
    from pipeline.graph.questions import find, questions

    known = questions()
    if list_:
        print(table([("question", "asks", "parameters"), *map(row, known)]))
        return
    plain, given = parted(words or [])
    if not plain:
        raise typer.BadParameter("name graphs and a question", param_hint="QUESTION")
    if plain[-1] not in {each.name for each in known} and Path(plain[-1]).exists():
        raise typer.BadParameter(
            f"{plain[-1]} is a graph; name a question behind it, one of 'communique ask --list'",
            param_hint="QUESTION",
        )
    question = find(plain[-1], known)
    if not plain[:-1]:
        raise typer.BadParameter("name a graph before the question", param_hint="GRAPH")
    known_as = options.known_as_in(identity)
    found = answer(map(Path, plain[:-1]), question, given, passages=passages, known_as=known_as)
    sys.stdout.write(render(found, format.value))


def row(question: Question) -> tuple[str, str, str]:
    """What the list says of a question."""
    return (
        question.name,
        question.title,
        " ".join(f"--{p.name} {p.type.upper()}" for p in question.parameters),
    )


def parted(words: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Graphs and question apart from parameters, which are ``--name value`` or ``--name=value``.

    >>> parted(["graphs", "signed-with", "--with", "Honduras", "--since=2019"])
    (['graphs', 'signed-with'], {'with': 'Honduras', 'since': '2019'})
    """
    plain: list[str] = []
    given: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            plain.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if name in given:
            raise typer.BadParameter("is given twice", param_hint=f"--{name}")
        given[name] = value if equals else _next(rest, name)
    return plain, given


def _next(rest: Iterator[str], name: str) -> str:
    value = next(rest, None)
    if value is None:
        raise typer.BadParameter("needs a value", param_hint=f"--{name}")
    return value
