"""Where graphs are kept: a folder, or a store that fsspec knows; each file whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline.errors import GraphError
from pipeline.graph.write import FORMATS
from pipeline.sources import graph_name

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

#: What a run keeps for itself in the output folder: hidden, so that it is no graph to anyone.
OWN = ".communique"


class Store(Protocol):
    """A place for files, named by their paths below it."""

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, in place of one of that name."""

    def digest(self, name: str) -> str | None:
        """The digest of a file's bytes; None if there is no such file."""

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""

    def clear(self) -> None:
        """Take away what was begun and not finished."""


def graph_path(source: str, format: str = "ttl") -> str:  # noqa: A002 - rdflib's name for it
    """The name of a document's graph: the folders of the sources are mirrored, names kept whole.

    >>> graph_path("us-dhs/a.md")
    'us-dhs/a.md.ttl'
    """
    return f"{graph_name(source)}{FORMATS[format]}"


def is_remote(output: str) -> bool:
    """Whether an output is an address and no folder of this machine's."""
    return "://" in output


def store_at(output: str) -> Store:
    """The store at a folder or an address."""
    return Remote(output) if is_remote(output) else Folder(Path(output))


def digest_of(data: bytes) -> str:
    """The digest by which a graph's bytes are known."""
    return hashlib.sha256(data).hexdigest()


class Folder:
    """A folder; a file is on the disk before it has its name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unfinished = path / OWN / "unfinished"

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, in place of one of that name."""
        self.unfinished.mkdir(parents=True, exist_ok=True)
        unfinished = self.unfinished / uuid.uuid4().hex
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.replace(path)

    def digest(self, name: str) -> str | None:
        """The digest of a file's bytes; None if there is no such file."""
        try:
            return digest_of((self.path / name).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def remove(self, name: str) -> None:
        """Take a file away, and the folders that it leaves empty."""
        path = self.path / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.path or not folder.is_dir() or any(folder.iterdir()):
                return
            folder.rmdir()

    def clear(self) -> None:
        """Take away what was begun and not finished."""
        shutil.rmtree(self.unfinished, ignore_errors=True)


class Remote:
    """A store that fsspec knows; those of objects put a file there whole or not at all."""

    def __init__(self, address: str) -> None:
        from pipeline.sources.remote import STORES, store_of  # noqa: PLC0415 - fsspec is an extra

        if address.partition("://")[0] not in STORES:
            stores = ", ".join(f"{store}://" for store in STORES)
            raise GraphError(
                "no graphs can be written there", where=address, remedy=f"give {stores} or a folder"
            )
        self.files: AbstractFileSystem
        self.files, self.path = store_of(address)

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, in place of one of that name."""
        self.files.pipe_file(self._at(name), data)

    def digest(self, name: str) -> str | None:
        """The digest of a file's bytes; None if there is no such file."""
        try:
            return digest_of(self.files.cat_file(self._at(name)))
        except FileNotFoundError:
            return None

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        if self.files.exists(self._at(name)):
            self.files.rm_file(self._at(name))

    def clear(self) -> None:
        """Nothing is there before it is whole."""

    def _at(self, name: str) -> str:
        return f"{self.path.rstrip('/')}/{name}"
