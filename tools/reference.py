"""Write the reference pages of the documentation from code and data.

Run by `make docs`, with the folder to write into.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import typer.main

from pipeline import cli
from pipeline.graph.questions import questions
from pipeline.language.frames import load_frames
from pipeline.outlets.reference import write_reference
from pipeline.outlets.reference.terms import Term, read_reference

#: The folder of the ontology's whole reference, beside the pages.
WHOLE = "terms"


def commands() -> str:
    """Every command with its help as it prints it."""
    group = typer.main.get_command(cli.app)
    parts = ["# Commands", "", "Each command's help, as it prints it.", ""]
    for name, command in _commands(group, "communique"):
        context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
        parts += [f"## {name.removeprefix('communique ')}", "", "```text"]
        parts += [command.get_help(context), "```", ""]
    return "\n".join(parts)


def _commands(group: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    for child, command in sorted(getattr(group, "commands", {}).items()):
        if getattr(command, "commands", None):
            yield from _commands(command, f"{name} {child}")
        else:
            yield f"{name} {child}", command


def named_questions() -> str:
    """Every named question with its parameters and its SPARQL."""
    parts = ["# Questions", "", "What `communique ask` can be asked, and the SPARQL it sends.", ""]
    for question in questions():
        parts += [f"## {question.name}", "", f"**{question.title}.** {question.description}", ""]
        for one in question.parameters:
            default = f", {one.default} unless given" if one.default else ""
            parts.append(f"- `--{one.name}` ({one.type}{default})")
        parts += ["", "```sparql", question.sparql.rstrip(), "```", ""]
    return "\n".join(parts)


def frames() -> str:
    """Every frame of the project, as its file has it."""
    parts = [
        "# Frames",
        "",
        "What comes with the command, in [the frame language](../frames.md).",
        "",
    ]
    for frame in load_frames():
        text = frame.path.read_text(encoding="utf-8")
        parts += [f"## {frame.event}: {frame.name}.yaml", "", "```yaml", text.rstrip(), "```", ""]
    return "\n".join(parts)


def ontology() -> str:
    """Every term of the ontology with its definition; the whole reference is a page beside it."""
    reference = read_reference()
    groups = (
        ("Classes", reference.classes),
        ("Properties", reference.properties),
        *((scheme.term.label, scheme.concepts) for scheme in reference.schemes),
    )
    parts = [
        "# Ontology",
        "",
        f"{reference.title}, version {reference.version}: prefix `cmq:` is `{reference.namespace}`."
        f" [The whole reference]({WHOLE}/index.html), which `communique ontology docs` writes, has"
        " the examples, rules, ties to other vocabularies and diagrams.",
        "",
    ]
    for title, terms in groups:
        parts += [f"## {title}", "", "| term | is |", "|---|---|", *map(_row, terms), ""]
    return "\n".join(parts)


def _row(term: Term) -> str:
    said = " ".join((term.definition or term.label).split()).replace("|", "\\|")
    return f"| [`cmq:{term.name}`]({WHOLE}/index.html#{term.name}) | {said} |"


PAGES = {
    "commands.md": commands,
    "questions.md": named_questions,
    "frames.md": frames,
    "ontology.md": ontology,
}


def main(folder: Path) -> None:
    """Write all pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page().rstrip() + "\n", encoding="utf-8")
    write_reference(folder / WHOLE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
