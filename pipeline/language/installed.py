"""Whether a spaCy pipeline is installed, has what the pass needs, and is the one published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.language.model import MODEL, open_model

#: The release of the default pipeline whose files are known, and the digests of those the pass
#: reads, in the form of ``sha256sum``. It is the same under each name it is packaged by.
VERSION = "3.8.0"
DIGESTS = Path(__file__).parent / f"{MODEL}-{VERSION}.sha256"


@dataclass(frozen=True, slots=True)
class Installed:
    """A pipeline as it lies on this machine.

    ``altered`` names its files that are missing or not those that were published; it is nothing for
    a pipeline whose files are not known.
    """

    name: str
    version: str
    path: Path
    altered: tuple[str, ...] | None


def installed(model: str = MODEL) -> Installed:
    """Open a pipeline and compare its files with those published.

    Raises :class:`~pipeline.errors.ModelError` if it is not installed or lacks a component.
    """
    nlp = open_model(model)
    name, version = f"{nlp.lang}_{nlp.meta['name']}", str(nlp.meta["version"])
    folder = Path(str(nlp.path))
    known = name.startswith(MODEL) and version == VERSION
    return Installed(name, version, folder, _altered(folder) if known else None)


def _altered(folder: Path) -> tuple[str, ...]:
    lines = DIGESTS.read_text(encoding="ascii").splitlines()
    published = {name: digest for digest, name in (line.split("  ") for line in lines)}
    return tuple(name for name, digest in published.items() if _digest(folder / name) != digest)


def _digest(file: Path) -> str | None:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None
