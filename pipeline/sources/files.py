"""Files, folders and globs on this machine."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.reading.sidecar import load_sidecar

from .document import Content, Document, Found
from .kinds import ENDINGS, HEAD, NOT_READ, is_document, is_feed, is_known
from .terms import Terms, too_large
from .unpack import unpack
from .vessel import Allowance, Vessel

SIDECAR = ".meta.json"  # what a user says about the document of the same name


def documents_at(source: str, terms: Terms) -> Iterator[Found]:
    """The documents in a file, a folder to any depth, or a glob, in order of name.

    Files that are no documents are passed over in folders, but refused where they are named.
    """
    path = Path(source)
    if path.is_dir():
        yield from _below(path, (p for p in path.rglob("*") if p.is_file()), source, terms)
    elif path.exists():
        yield from _named(path, terms)
    elif glob.has_magic(source):
        yield from _matching(source, terms)
    else:
        raise DocumentError("there is no such file or folder", remedy="check the spelling")


def passed_over(sources: Iterable[str]) -> int:
    """How many documents of kinds that are not read the folders hold."""
    folders = (Path(source) for source in sources if Path(source).is_dir())
    return sum(path.suffix.lower() in NOT_READ for folder in folders for path in folder.rglob("*"))


def _named(path: Path, terms: Terms) -> Iterator[Found]:
    """The documents of a file that was named itself."""
    if path.name.endswith(SIDECAR):
        document = path.name.removesuffix(SIDECAR)
        raise DocumentError("is a sidecar, no document", remedy=f"name {document}.* instead")
    if not _holds_documents(path):
        raise DocumentError(
            f"cannot read {path.suffix or 'a file without a suffix'}",
            remedy=f"give one of {' '.join(ENDINGS)}",
        )
    yield from _in_file(path, path.name, terms)


def _matching(pattern: str, terms: Terms) -> Iterator[Found]:
    """The documents that a glob matches, named by their paths below its fixed folders."""
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    matches = (Path(match) for match in glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    files = [path for path in matches if path.is_file()]
    if not files:
        raise DocumentError("matches no file", remedy="check the spelling, and put it in quotes")
    yield from _below(Path(*parts[:fixed]), files, pattern, terms)


def _below(folder: Path, paths: Iterable[Path], source: str, terms: Terms) -> Iterator[Found]:
    wanted = sorted(path for path in paths if _is_wanted(path, folder))
    if not wanted:
        raise DocumentError("holds no releases", remedy=f"give files in {' '.join(ENDINGS)}")
    for path in wanted:
        yield from _in_file(path, path.relative_to(folder).as_posix(), terms)


def _in_file(path: Path, source: str, terms: Terms) -> Iterator[Found]:
    """The documents of one file: itself, which is opened when it is read, or those it holds."""
    if is_document(path.name):
        yield Document(source, str(path), partial(_content, path, terms))
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        raise _closed(error) from error
    with stream:
        yield from unpack(Vessel(source, str(path), path.name, stream, terms, Allowance(terms)))


def _content(path: Path, terms: Terms) -> Content:
    """A file's bytes and sidecar; raises DocumentError where it is too large or cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(terms.max_bytes + 1)
    except OSError as error:
        raise _closed(error) from error
    if len(data) > terms.max_bytes:
        raise too_large(terms)
    return Content(data, path.name, load_sidecar(path))


def _closed(error: OSError) -> DocumentError:
    return DocumentError(
        f"the file cannot be opened ({error.strerror})", remedy="check the path and its permissions"
    )


def _is_wanted(path: Path, folder: Path) -> bool:
    """Whether a file in a folder holds releases: of a kind we read, not hidden, no sidecar."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and not path.name.endswith(SIDECAR) and _holds_documents(path)


def _holds_documents(path: Path) -> bool:
    """By its name; of XML, by whether it begins as a feed does."""
    if path.suffix.lower() != ".xml":
        return is_known(path.name)
    try:
        with path.open("rb") as stream:
            return is_feed(stream.read(HEAD))
    except OSError:
        return True  # opening it again tells why it cannot be
