"""Whether all that the command needs is here, and what to do about what is not."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from importlib.util import find_spec

import httpx

from pipeline import __version__, gazetteer, language
from pipeline.errors import CommuniqueError
from pipeline.language.frames.loader import load_frames
from pipeline.language.installed import installed

#: Packages that are not installed with the command, the module each brings, what for, and what
#: brings a version of each that fits.
OPTIONAL = (
    ("fsspec", "fsspec", "folders of s3:// and gs://", "communique[remote]"),
    ("s3fs", "s3fs", "folders of s3://", "communique[s3]"),
    ("gcsfs", "gcsfs", "folders of gs://", "gcsfs"),
    ("distributed", "distributed", "a cluster by --scheduler", "communique[dask]"),
    (
        "spacy-curated-transformers",
        "spacy_curated_transformers",
        "--model en_core_web_trf",
        "communique[trf]",
    ),
)

#: Seconds to wait for a store.
_PATIENCE = 5.0


class State(StrEnum):
    """What was found: all is well, something one may want is not here, something needed is not."""

    good = "ok"
    absent = "absent"
    bad = "FAULT"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its state, what was found, and what to do."""

    what: str
    state: State
    found: str
    remedy: str = ""


def examine(model: str = language.MODEL, stores: Iterable[str] = ()) -> Iterator[Finding]:
    """Look at Python, the packages, the spaCy pipeline, the project's data and the stores named."""
    yield Finding("python", State.good, platform.python_version())
    yield Finding("communique", State.good, __version__)
    for package in ("spacy", "rdflib", "pyoxigraph", "pyshacl", "networkx"):
        yield Finding(package, State.good, metadata.version(package))
    yield _model(model)
    yield _data()
    yield from map(_optional, OPTIONAL)
    yield from map(_store, stores)


def _model(name: str) -> Finding:
    try:
        found = installed(name)
    except CommuniqueError as error:
        return Finding("model", State.bad, error.what, error.remedy or "")
    shown = f"{found.name} {found.version}"
    if found.altered is None:
        return Finding("model", State.good, f"{shown}, whose files are not known here")
    if found.altered:
        files = ", ".join(found.altered)
        return Finding("model", State.bad, f"{shown}: {files} not as published", "install it anew")
    return Finding("model", State.good, f"{shown}, its files as published (SHA-256)")


def _data() -> Finding:
    try:
        entries = len(gazetteer.load().entries)
        frames = len(load_frames())
    except CommuniqueError as error:
        return Finding("data", State.bad, str(error), "install communique anew")
    return Finding("data", State.good, f"{frames} frames, {entries:,} names of the gazetteer")


def _optional(package: tuple[str, str, str, str]) -> Finding:
    name, module, use, bringing = package
    if find_spec(module) is None:
        return Finding(name, State.absent, f"needed for {use}", f"pip install '{bringing}'")
    return Finding(name, State.good, f"{metadata.version(name)}, for {use}")


def _store(url: str) -> Finding:
    try:
        answer = httpx.get(url, timeout=_PATIENCE, follow_redirects=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        told = " ".join(str(error).split()) or type(error).__name__
        return Finding(url, State.bad, told, "start the store or mend the address")
    return Finding(url, State.good, f"answers with {answer.status_code}")
