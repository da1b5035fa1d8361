"""Annotation files: YAML that follows the annotation guide, one file for a document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import GoldError
from pipeline.evaluate.guide import ROLES, STATUSES, concept_of
from pipeline.evaluate.record import Happening, Names, Office, Record

HALVES = ("all", "develop", "measure")


def read_annotations(folder: Path, half: str = "all") -> Iterator[Record]:
    """The records of a folder of annotation files, or of a single file, in order of name."""
    if half not in HALVES:
        raise GoldError(f"there is no half {half!r}", remedy=f"choose one of {', '.join(HALVES)}")
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.yaml"))
    if not paths:
        raise GoldError(
            "no annotation files here", where=str(folder), remedy="name a folder of .yaml files"
        )
    for path in paths:
        if half in ("all", half_of(path.name)):
            yield read_annotation(path)


def half_of(name: str) -> str:
    """The half a file falls into by its name: rules are written on one, figures taken on the other.

    >>> half_of("a.yaml"), half_of("b.yaml")
    ('develop', 'measure')
    """
    return ("develop", "measure")[hashlib.sha256(name.encode()).digest()[0] % 2]


def read_annotation(path: Path) -> Record:
    """The record of one annotation file."""
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise GoldError(f"cannot be read ({reason})", where=str(path)) from error
    if not isinstance(told, dict) or not told.get("release"):
        raise GoldError("names no release", where=str(path), remedy="add a 'release:' line")
    return Record(
        source=str(told["release"]),
        title=_names(told.get("title")),
        published=str(told["published"]) if told.get("published") else None,
        publisher=_names(told.get("publisher")),
        events=tuple(_event(event, path) for event in told.get("events") or ()),
        posts=tuple(_post(post, path) for post in told.get("posts") or ()),
    )


#: The C parser reads the gold ten times as fast as the Python one; not every build has it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _event(told: dict[str, Any], path: Path) -> Happening:
    kind = _choice(told, "type", tuple(ROLES), path)
    return Happening(
        type=kind,
        status=_choice(told, "status", STATUSES, path),
        roles={role: _fillers(role, told.get(role)) for role in ROLES[kind]},
        evidence=_names(told.get("evidence")),
        quotes=_names(told.get("quote")),
    )


def _post(told: dict[str, Any], path: Path) -> Office:
    office = Office(person=_names(told.get("person")), post=_names(told.get("post")))
    if not office.person or not office.post:
        raise GoldError(f"a post lacks its person or its title: {told}", where=str(path))
    return office


def _choice(told: dict[str, Any], key: str, choices: tuple[str, ...], path: Path) -> str:
    value = str(told.get(key))
    if value not in choices:
        raise GoldError(
            f"an event's {key} is {value!r}",
            where=str(path),
            remedy=f"choose one of {', '.join(choices)}",
        )
    return value


def _fillers(role: str, told: object) -> tuple[Names, ...]:
    """The fillers of a role; one filler may be written without the outer list."""
    if told is None or told == []:
        return ()
    if role == "kind":
        return ((concept_of(str(told)),),)
    if isinstance(told, list) and isinstance(told[0], list):
        return tuple(_names(filler) for filler in told)
    return (_names(told),)


def _names(told: object) -> Names:
    if told is None:
        return ()
    return tuple(str(name) for name in told) if isinstance(told, list) else (str(told),)
