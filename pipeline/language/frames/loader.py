"""Read frames and check them: a wrong key names the file, the line and the choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import FrameError
from pipeline.extension import NOTHING, Extension
from pipeline.language.frames import shapes
from pipeline.language.frames.coherence import check
from pipeline.language.frames.frame import Example, Frame, Trigger
from pipeline.language.frames.keys import (
    EXAMPLE_KEYS,
    FRAME_KEYS,
    OTHER_KEYS,
    SORTS,
    TRIGGER_KEYS,
    Key,
)
from pipeline.language.frames.ranges import named_in
from pipeline.language.frames.written import Fields, Written, fault, line, read_written
from pipeline.language.mentions import Kind

HERE = Path(__file__).parent
SUFFIXES = (".yaml", ".yml")


def load_frames(extra: Path | None = None, extension: Extension = NOTHING) -> tuple[Frame, ...]:
    """Communiqué's frames, with those of a folder added; one of the same name takes its place.

    ``extension`` holds the classes of events, roles and kinds that they may speak of beside those
    of the ontology. Raises FrameError for a folder without frames, and for a frame that
    :func:`read_frame` refuses.
    """
    frames = {f.name: f for f in _shipped()}
    if extra is not None:
        frames |= {f.name: f for f in folder_frames(extra, extension)}
    return tuple(frames[name] for name in sorted(frames))


@cache
def _shipped() -> tuple[Frame, ...]:
    return folder_frames(HERE)


def folder_frames(folder: Path, extension: Extension = NOTHING) -> tuple[Frame, ...]:
    """The frames of a folder, in order of their names."""
    if not folder.is_dir():
        raise FrameError(
            "there is no such folder of frames", where=str(folder), remedy="check the spelling"
        )
    paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    if not paths:
        raise FrameError(
            "no frame lies in this folder",
            where=str(folder),
            remedy="a frame is a file that ends in .yaml",
        )
    return tuple(read_frame(path, extension) for path in paths)


def read_frame(path: Path, extension: Extension = NOTHING) -> Frame:
    """The frame of one file. Raises FrameError for anything the frame language has no word for."""
    written = read_written(path)
    event, triggers = _checked(
        written, (*OTHER_KEYS, *FRAME_KEYS), "a frame", needed=("event", "triggers")
    )
    frame = Frame(
        name=path.stem,
        event=shapes.TERM.read(event),
        triggers=tuple(_trigger(each) for each in shapes.listed(triggers)),
        examples=(*_examples(written), *_counterexamples(written)),
        path=path,
        **_read(written, FRAME_KEYS),
    )
    check(frame, written, extension)
    return replace(frame, fillers=_declared(frame, extension) | dict(frame.fillers))


def _declared(frame: Frame, extension: Extension) -> dict[str, frozenset[Kind]]:
    """What fills the roles of a user's own, as their lines in the ontology say."""
    named = {role for trigger in frame.triggers for role in frame.roles(trigger)} | {*frame.within}
    roles = (extension.role(frame.event, role) for role in sorted(named))
    return {role.name: named_in(role.range) for role in roles if role and role.range}


def _checked(
    written: Written, known: Sequence[str], what: str, needed: Sequence[str] = ()
) -> Iterator[Written]:
    """The values of the keys that are needed, if they and no unknown ones are there."""
    said = shapes.fields(written)
    for key in said.values:
        if key not in known:
            raise fault(key, f"no key {str(key)!r} in {what}", known)
    values = [said.get(key) for key in needed]
    if None in values:
        raise fault(said, f"{what} needs the key {needed[values.index(None)]!r}")
    return (value for value in values if value is not None)


def _read(written: Fields, keys: Mapping[str, Key]) -> dict[str, Any]:
    """The values of those keys that are there."""
    said = written.values.items()
    return {str(name): keys[name].shape.read(value) for name, value in said if name in keys}


def _trigger(written: Written) -> Trigger:
    _checked(written, (*SORTS, *TRIGGER_KEYS), "a trigger")
    said = shapes.fields(written)
    sorts = [key for key in said.values if key in SORTS]
    if len(sorts) != 1:
        raise fault(
            sorts[1] if sorts else said,
            f"a trigger is one of {', '.join(SORTS)}, not {' and '.join(sorts) or 'none'}",
            remedy="give each a trigger of its own" if sorts else "say which words announce it",
        )
    words = SORTS[sorts[0]].shape.read(said.values[sorts[0]])
    return Trigger(str(sorts[0]), words, line=line(sorts[0]), **_read(said, TRIGGER_KEYS))


def _examples(written: Fields) -> Iterator[Example]:
    examples = written.get("examples")
    for each in shapes.listed(examples) if examples is not None else ():
        text, finds = _checked(each, tuple(EXAMPLE_KEYS), "an example", needed=tuple(EXAMPLE_KEYS))
        yield Example(shapes.text(text), shapes.FOUND.read(finds), line(text))


def _counterexamples(written: Fields) -> Iterator[Example]:
    texts = written.get("counterexamples")
    for each in shapes.listed(texts) if texts is not None else ():
        yield Example(shapes.text(each), None, line(each))
