"""The address of a document's graph: a digest of all that its bytes follow from.

Equal addresses, equal graphs. Our own code is part of it rather than our version, so that who
changes a rule never sees graphs of the old one; reading it takes some hundredths of a second.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path

import pipeline
from pipeline.sources import Content
from pipeline.vocabulary import ontology_directory

from .choices import Choices, Recipe

#: What of the package no graph depends on: how documents are found, told, asked and scored.
_WITHOUT = ("cli", "corpus", "evaluate", "outlets", "sources")


def signature(choices: Choices) -> str:
    """A digest of what all graphs of a run follow from: the program and what the user chose."""
    recipe = choices.recipe
    words_alone = replace(recipe, frames=None, names=())  # of these files what they hold counts
    chosen = replace(choices, output="", texts=None, recipe=words_alone)
    return _digest([_program(), *_read_with(recipe), repr(chosen).encode()])


def address(signed: str, source: str, content: Content) -> str:
    """The address of a document's graph in a run of that signature."""
    beside = json.dumps(content.sidecar, sort_keys=True, default=str)
    words = (signed, source, content.name, beside)
    return _digest([*(word.encode("utf-8", "surrogatepass") for word in words), content.data])


@cache
def _program() -> bytes:
    """A digest of the program: its files, and the versions of what it stands on."""
    package = Path(pipeline.__file__).parent
    folders = {package: _WITHOUT, ontology_directory(): ()}
    files = (part for folder, but in folders.items() for part in _files(folder, but))
    return _digest([*files, repr(sys.version_info[:3]).encode(), *_versions()]).encode()


def _versions() -> Iterator[bytes]:
    try:
        needed = metadata.requires("communique") or []
    except metadata.PackageNotFoundError:  # it runs from a checkout that is not installed
        needed = ["spacy", "rdflib", "pyoxigraph", "lxml"]
    for name in (re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed):
        yield _version(name)


def _version(name: str) -> bytes:
    try:
        return f"{name} {metadata.version(name)}".encode()
    except metadata.PackageNotFoundError:  # an extra
        return name.encode()


def _read_with(recipe: Recipe) -> Iterator[bytes]:
    """The spaCy pipeline by name and version, or by the sizes of its files; the user's own."""
    if recipe.model:
        folder = Path(recipe.model)
        yield _version(recipe.model)
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            yield f"{path.relative_to(folder).as_posix()} {path.stat().st_size}".encode()
            if path.name == "meta.json":
                yield path.read_bytes()
    yield from _files(recipe.frames, ()) if recipe.frames else ()
    yield (recipe.known().digest or "").encode()


def _files(folder: Path, without: Iterable[str]) -> Iterator[bytes]:
    """The names and bytes of the files below a folder, what Python compiled left out."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder)
        if name.parts[0] not in without and "__pycache__" not in name.parts:
            yield name.as_posix().encode()
            yield path.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()
