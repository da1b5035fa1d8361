"""The commands for those who write frames."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import FAILED, table, warn

if TYPE_CHECKING:
    from pipeline.language.frames import Frame

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[DIR]",
        help="Folder of frames of your own; without it, those that are shipped.",
        exists=True,
        file_okay=False,
    ),
]


def try_(
    sentence: Annotated[
        str,
        typer.Argument(metavar="SENTENCE", help="A sentence or several; - reads them from here."),
    ],
    published: options.Published = None,
    publisher: options.Publisher = None,
    frames: options.Frames = None,
    ontology: options.Ontology = None,
    gazetteer: options.Names = None,
    model: options.Model = options.MODEL,
) -> None:
    """Show how a sentence is read and what it yields.

    Its clauses with their arguments, whom and what it names, its events, and of each frame with
    a word in it that did not fire what it lacked.
    """
    from pipeline import language
    from pipeline.language.trial import as_release, look, show

    text = sys.stdin.read() if sentence == "-" else sentence
    if not text.strip():
        raise typer.BadParameter("there are no words in it", param_hint="SENTENCE")
    known = options.known_in(gazetteer)
    reader = language.load(model, frames, options.extension_in(ontology), known)
    day = published.date() if published else None
    print(show(look(reader, as_release(text, day, publisher))))


def check(
    folder: Folder = None,
    ontology: options.Ontology = None,
    model: options.Model = options.MODEL,
) -> None:
    """Run the examples and counterexamples of frames.

    Of those that fail it is shown what was expected, what was found and how they were read.
    """
    from pipeline import language
    from pipeline.language.frames.check import shortfall
    from pipeline.language.frames.loader import folder_frames

    extension = options.extension_in(ontology)
    wanted = {f.name for f in folder_frames(folder, extension)} if folder else None
    reader = language.load(model, folder, extension)
    frames = [f for f in reader.frames if wanted is None or f.name in wanted]
    failed = 0
    for frame in frames:
        for short in (s for e in frame.examples if (s := shortfall(reader, frame, e))):
            print(f"{short}\n")
            failed += 1
    count = sum(len(frame.examples) for frame in frames)
    several = "frame" if len(frames) == 1 else "frames"
    print(
        f"{len(frames)} {several}, {count} examples and counterexamples: {failed or 'none'} failed"
    )
    for gap in (gap for frame in frames for gap in gaps(frame)):
        warn(gap)
    sys.exit(FAILED if failed else 0)


def gaps(frame: Frame) -> Iterator[str]:
    """What a frame shows nothing of; a setting shows itself in the events that it lends to."""
    if frame.setting:
        return
    examples = sum(example.finds is not None for example in frame.examples)
    if not examples:
        yield f"{frame.path}: has no examples; show what it must find"
    if examples == len(frame.examples):
        yield f"{frame.path}: has no counterexamples; show what it must not find"


def list_(folder: Folder = None, ontology: options.Ontology = None) -> None:
    """List frames with their events, kinds and roles."""
    from pipeline.language.frames import load_frames

    head = ("event", "triggers", "examples", "counterexamples", "file", "kinds", "roles")
    print(table([head, *sorted(map(row, load_frames(folder, options.extension_in(ontology))))]))


def row(frame: Frame) -> tuple[object, ...]:
    """What the list says of a frame."""
    kinds = dict.fromkeys(trigger.kind for trigger in frame.triggers if trigger.kind)
    placed = (role for trigger in frame.triggers for role in trigger.roles)
    roles = dict.fromkeys((*placed, *frame.everywhere, *frame.within))
    against = sum(example.finds is None for example in frame.examples)
    counts = (len(frame.triggers), len(frame.examples) - against, against)
    return (frame.event, *counts, frame.path.name, " ".join(kinds) or "-", " ".join(roles))


def schema() -> None:
    """Print the JSON Schema of frame files.

    Editors that know it complete and check frames as they are written.
    """
    from pipeline.language.frames.schema import schema_text

    sys.stdout.write(schema_text())
