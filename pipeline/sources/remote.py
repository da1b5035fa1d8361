"""Folders and files in remote stores, through fsspec: the extra ``communique[remote]``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.errors import DocumentError
from pipeline.reading.sidecar import parse_sidecar, sidecar_path

from .document import Content, Document, Found, refuse
from .files import SIDECAR
from .kinds import ENDINGS, is_document, may_hold_documents
from .names import unsafe
from .terms import Terms, too_large
from .unpack import unpack
from .vessel import Allowance, Vessel, opened

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

#: The stores that can be read. Others that fsspec knows fetch from the web, unchecked, or chain.
STORES = ("s3", "gs", "gcs", "az", "abfs", "memory")


def remote_documents(source: str, terms: Terms) -> Iterator[Found]:
    """The documents in a remote file, folder or glob, named by their paths below it.

    Raises DocumentError where the store cannot be had or holds no releases.
    """
    protocol, _, path = source.partition("://")
    if protocol not in STORES or "::" in source:
        stores = ", ".join(f"{store}://" for store in STORES[:-1])
        raise DocumentError(
            "cannot be read from there", remedy=f"give https://, {stores} or a file"
        )
    store, path = store_of(source)
    files = sorted(_files(store, path))
    folder = path if store.isdir(path) else _fixed(path)
    wanted = [f for f in files if _is_wanted(f, folder)]
    if not wanted:
        raise DocumentError("holds no releases", remedy=f"give files in {' '.join(ENDINGS)}")
    present = set(files)
    for file in wanted:
        name = file.removeprefix(folder).lstrip("/")
        place = f"{protocol}://{file.lstrip('/')}"
        if problem := unsafe(name):
            yield refuse(name, place, DocumentError(problem, remedy="rename it"))
        elif is_document(file):
            beside = sidecar_path(PurePosixPath(file)).as_posix()
            said = beside if beside in present else None
            yield Document(name, place, partial(_content, store, file, said, terms))
        else:
            with store.open(file, "rb") as stream:
                allowance = Allowance(terms)
                last = PurePosixPath(file).name
                yield from unpack(Vessel(name, place, last, opened(stream), terms, allowance))


def store_of(source: str) -> tuple[AbstractFileSystem, str]:
    """The remote store of an address and the path in it; raises DocumentError without one."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise DocumentError(
            "remote stores need fsspec", remedy="pip install 'communique[remote]'"
        ) from error
    try:
        store, path = url_to_fs(source)
    except (ImportError, ValueError) as error:
        told = " ".join(str(error).split())[:200]
        raise DocumentError(f"its store cannot be opened ({told})", remedy="install it") from error
    return store, str(path)


def _files(store: AbstractFileSystem, path: str) -> list[str]:
    try:
        found = store.glob(path) if any(c in path for c in "*?[") else store.find(path)
    except Exception as error:  # each store has errors of its own
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise DocumentError(f"cannot be listed ({told})", remedy="check path and access") from error
    return [str(file) for file in found]


def _fixed(path: str) -> str:
    """The folders of a glob or of a file up to the first that is not fixed."""
    fixed = []
    for part in path.split("/")[:-1]:
        if any(c in part for c in "*?["):
            break
        fixed.append(part)
    return "/".join(fixed)


def _is_wanted(file: str, folder: str) -> bool:
    parts = file.removeprefix(folder).strip("/").split("/")
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return may_hold_documents(file) and not hidden and not file.endswith(SIDECAR)


def _content(store: AbstractFileSystem, file: str, sidecar: str | None, terms: Terms) -> Content:
    """A remote file's bytes and sidecar; raises DocumentError where they cannot be had."""
    said = parse_sidecar(_bytes(store, sidecar, terms), sidecar) if sidecar else None
    return Content(_bytes(store, file, terms), PurePosixPath(file).name, said)


def _bytes(store: AbstractFileSystem, file: str, terms: Terms) -> bytes:
    try:
        with store.open(file, "rb") as stream:
            data: bytes = stream.read(terms.max_bytes + 1)
    except Exception as error:  # each store has errors of its own
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise DocumentError(f"cannot be fetched ({told})", remedy="check access") from error
    if len(data) > terms.max_bytes:
        raise too_large(terms)
    return data
