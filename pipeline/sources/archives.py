"""Archives and what is compressed: zip, tar, gzip."""

from __future__ import annotations

import gzip
import stat
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO

from pipeline.errors import DocumentError, shown
from pipeline.reading.sidecar import parse_sidecar, sidecar_path

from .damage import BROKEN, damaged
from .document import Refusal, refuse
from .kinds import may_hold_documents
from .names import unsafe
from .terms import too_large
from .vessel import Measured, Vessel, check_ratio, opened, seekable

#: Members of an archive: the largest collection of releases that we know has fewer files.
_MOST_MEMBERS = 1_000_000
_LONGEST_SIDECAR = 1_000_000  # bytes


class _Counted:
    """A stream of packed bytes that counts those that were read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.count = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.count += len(data)
        return data


def gzip_content(vessel: Vessel) -> Iterator[Vessel]:
    """What a gzip file holds, under the name it has without ``.gz``."""
    packed = _Counted(vessel.stream)
    inner = gzip.GzipFile(fileobj=packed, mode="rb")  # type: ignore[call-overload]  # it needs read alone
    measured = Measured(inner, lambda: packed.count, vessel.allowance)
    path = PurePosixPath(vessel.name)
    name = path.with_suffix(".tar" if path.suffix.lower() == ".tgz" else "").name
    archives, wrappings = vessel.around
    yield Vessel(
        vessel.source, vessel.place, name, opened(measured), vessel.terms, vessel.allowance,
        (archives, wrappings + 1), vessel.sidecar,
    )  # fmt: skip


def zip_members(vessel: Vessel) -> Iterator[Vessel | Refusal]:
    """The members of a zip archive that are documents or hold some, in order of name."""
    try:
        archive = zipfile.ZipFile(seekable(vessel))
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    except BROKEN as error:
        raise damaged(error) from error
    if len(members) > _MOST_MEMBERS:
        raise DocumentError(f"has {len(members)} members", remedy="divide it")
    present = {member.filename: member for member in members}
    for member in members:
        if not _wanted(member.filename) or member.is_dir():  # which fails where the name is empty
            continue
        try:
            yield _zip_member(vessel, archive, member, present)
        except DocumentError as error:
            yield _refused(vessel, member.filename, error)
        except BROKEN as error:
            yield _refused(vessel, member.filename, damaged(error))


def _zip_member(
    vessel: Vessel,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    present: Mapping[str, zipfile.ZipInfo],
) -> Vessel:
    name = member.filename
    _check_name(member.orig_filename)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise DocumentError("is a link", remedy="pack the file itself")
    if member.flag_bits & 1:
        raise DocumentError("is encrypted", remedy="unpack it with its password")
    check_ratio(member.file_size, member.compress_size, vessel.terms)
    beside = present.get(sidecar_path(PurePosixPath(name)).as_posix())
    sidecar = _sidecar(archive.open(beside), beside.filename) if beside else None
    return _member(vessel, archive.open(member), name, member.compress_size, sidecar)


def tar_members(vessel: Vessel) -> Iterator[Vessel | Refusal]:
    """The members of a tar archive that are documents or hold some, in the archive's order.

    A sidecar counts where it stands before its document, as it does in order of name.
    """
    sidecars: dict[str, Mapping[str, object]] = {}
    try:
        archive = tarfile.open(fileobj=vessel.stream, mode="r|")  # noqa: SIM115 - the stream is the caller's
        for member in archive:
            if member.isdir():
                continue
            try:
                if member.isfile() and member.name.endswith(".meta.json"):
                    sidecars[member.name] = _tar_sidecar(archive, member)
                elif _wanted(member.name):
                    yield _tar_member(vessel, archive, member, sidecars)
            except DocumentError as error:
                yield _refused(vessel, member.name, error)
    except BROKEN as error:
        raise damaged(error) from error


def _tar_member(
    vessel: Vessel,
    archive: tarfile.TarFile,
    member: tarfile.TarInfo,
    sidecars: Mapping[str, Mapping[str, object]],
) -> Vessel:
    name = member.name.removeprefix("./")
    _check_name(name)
    stream = archive.extractfile(member) if member.isfile() else None
    if stream is None:
        raise DocumentError("is a link or no file", remedy="pack the file itself")
    if member.sparse is not None and member.size > vessel.terms.max_bytes:
        raise too_large(vessel.terms)
    sidecar = sidecars.get(sidecar_path(PurePosixPath(member.name)).as_posix())
    return _member(vessel, stream, name, member.size, sidecar)


def _tar_sidecar(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Mapping[str, object]:
    stream = archive.extractfile(member)
    assert stream is not None  # it is a file
    return _sidecar(stream, member.name)


def _member(
    vessel: Vessel,
    stream: IO[bytes],
    name: str,
    packed: int,
    sidecar: Mapping[str, object] | None,
) -> Vessel:
    archives, wrappings = vessel.around
    measured = Measured(stream, lambda: packed, vessel.allowance)
    return Vessel(
        f"{vessel.source}/{name}", f"{vessel.place}/{name}", PurePosixPath(name).name,
        opened(measured), vessel.terms, vessel.allowance, (archives + 1, wrappings), sidecar,
    )  # fmt: skip


def _wanted(name: str) -> bool:
    """Whether a member is a document or holds some: of a kind we know, not hidden."""
    parts = name.replace("\\", "/").split("/")
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return may_hold_documents(parts[-1]) and not hidden and "__MACOSX" not in parts


def _check_name(name: str) -> None:
    if problem := unsafe(name):
        raise DocumentError(problem, remedy="pack it anew with plain names")


def _sidecar(stream: IO[bytes], name: str) -> Mapping[str, object]:
    return parse_sidecar(stream.read(_LONGEST_SIDECAR), shown(name))


def _refused(vessel: Vessel, name: str, error: DocumentError) -> Refusal:
    name = shown(name)
    return refuse(f"{vessel.source}/{name}", f"{vessel.place}/{name}", error)
