"""The command that says whether all that is needed is here."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import fail, table


def doctor(
    model: options.Model = options.MODEL,
    store: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="A store that should answer; may be given again."),
    ] = None,
) -> None:
    """Say what is installed, what is missing and how to get it."""
    from pipeline.doctor import State, examine

    findings = tuple(examine(model, store or ()))
    rows = [(f.what, f.state.value, f.found, f.remedy) for f in findings]
    print(table([("what", "state", "found", "remedy"), *rows]))
    faults = [f.what for f in findings if f.state is State.bad]
    if faults:
        fail(f"{', '.join(faults)} must be mended first")
