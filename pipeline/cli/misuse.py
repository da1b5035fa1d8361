"""What was wrong in how the command was used, on one line with the remedy."""

from __future__ import annotations

import re

import typer

#: What the parser of the command line says, and what is said instead.
_SAID_INSTEAD = (
    (r"Value error, ", ""),
    (r"\.? \(Possible options: (.*)\)", r"; did you mean \1?"),
    (r"\.? Did you mean (?:one of: )?(.*?)\??$", r"; did you mean \1?"),
    (r" does not match the formats .*", " is no day written such as 2024-05-31"),
    (r"^No such option: (\S+)", r"no option \1"),
    (r"^No such command ", "no command "),
    (r"'\[(\w+)\]'", r"\1"),
)


def told(error: typer.TyperException) -> str:
    """What is wrong, and where to look up what is right."""
    said = " ".join(error.format_message().split()).rstrip(".")
    for pattern, instead in _SAID_INSTEAD:
        said = re.sub(pattern, instead, said)
    said = said[:1].lower() + said[1:]
    context = getattr(error, "ctx", None)
    if context is None:
        return said
    commands = getattr(context.command, "commands", {})
    if commands and said.startswith("no command") and "did you mean" not in said:
        said += f"; choose among {', '.join(commands)}"
    if said.startswith("missing argument"):
        usage = re.sub("[{}]", "", " ".join(context.command.collect_usage_pieces(context)[1:]))
        said += f"; write '{context.command_path} {usage}'"
    return f"{said}; see '{context.command_path} --help'"
