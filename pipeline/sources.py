"""Which documents there are in the files, folders and globs that a user names."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.reading import SUFFIXES

#: Kinds of documents that are not read yet: in a folder they are passed over, with a word.
NOT_READ = (".doc", ".rtf", ".odt", ".eml")

SIDECAR = ".meta.json"  # what a user says about the document of the same name


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """A file to read and its name in the graph: its path below the folder that was given."""

    source: str
    path: Path


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document or source of which nothing came, and the reason on one line."""

    source: str
    reason: str


def discover(sources: Iterable[str]) -> tuple[tuple[Document, ...], tuple[Refusal, ...]]:
    """The documents in files, folders and globs, in order of name, and the sources refused.

    Folders are searched to any depth; files that are no documents are passed over there, but
    refused where they are named themselves. So is a second document of the same name, whose
    graph would overwrite the first one's.
    """
    documents: dict[str, Document] = {}
    refused: list[Refusal] = []
    for source in sources:
        try:
            for document in _documents(source):
                known = documents.setdefault(document.source, document)
                if known.path.resolve() != document.path.resolve():
                    refused.append(_namesake(document, known))
        except DocumentError as error:
            refused.append(Refusal(source, str(error)))
    return tuple(sorted(documents.values())), tuple(refused)


def passed_over(sources: Iterable[str]) -> int:
    """How many documents of kinds that are not read yet the folders hold."""
    folders = (Path(source) for source in sources if Path(source).is_dir())
    return sum(path.suffix.lower() in NOT_READ for folder in folders for path in folder.rglob("*"))


def _documents(source: str) -> Iterator[Document]:
    path = Path(source)
    if path.is_file():
        yield _named(path)
    elif path.is_dir():
        yield from _below(path, (p for p in path.rglob("*") if p.is_file()), source)
    elif glob.has_magic(source):
        yield from _matching(source)
    else:
        raise DocumentError(
            "there is no such file or folder", where=source, remedy="check the spelling"
        )


def _named(path: Path) -> Document:
    """The document of a file that was named itself."""
    if path.name.endswith(SIDECAR):
        document = path.name.removesuffix(SIDECAR)
        raise DocumentError(
            "is a sidecar, no document", where=str(path), remedy=f"name {document}.* instead"
        )
    if path.suffix.lower() not in SUFFIXES:
        raise DocumentError(
            f"cannot read {path.suffix or 'a file without a suffix'}",
            where=str(path),
            remedy=f"give one of {' '.join(sorted(SUFFIXES))}",
        )
    return Document(path.name, path)


def _matching(pattern: str) -> Iterator[Document]:
    """The documents that a glob matches, named by their paths below its fixed folders."""
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    matches = (Path(match) for match in glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    yield from _below(Path(*parts[:fixed]), (p for p in matches if p.is_file()), pattern)


def _below(folder: Path, paths: Iterable[Path], source: str) -> Iterator[Document]:
    wanted = sorted(path for path in paths if _is_document(path.relative_to(folder)))
    if not wanted:
        raise DocumentError(
            "holds no releases", where=source, remedy=f"give files in {' '.join(sorted(SUFFIXES))}"
        )
    for path in wanted:
        yield Document(path.relative_to(folder).as_posix(), path)


def _is_document(path: Path) -> bool:
    """Whether a file in a folder is a release: of a suffix we read, not hidden, no sidecar."""
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and not hidden and not path.name.endswith(SIDECAR)


def _namesake(document: Document, known: Document) -> Refusal:
    return Refusal(
        str(document.path),
        f"{document.path}: has the name {document.source} of {known.path};"
        " give the folder that holds both",
    )
