"""Read graphs from files into one store, each document under its own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.write import FORMATS
from pipeline.vocabulary import CMQ

_RELEASE = ox.NamedNode(CMQ + "Release")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PART = ox.NamedNode("http://purl.org/dc/terms/isPartOf")
_SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


def read(paths: Iterable[Path]) -> ox.Store:
    """A store of all graphs in files and folders, one named graph for each document.

    The default graph holds their union, in which a triple of two documents counts once, as SPARQL
    has it; Oxigraph's own union would count it twice. Triples that a file leaves unnamed are named
    after the release they tell of. Raises :class:`GraphError` for a file that is missing or broken
    and a folder without graphs.
    """
    store = ox.Store()
    for path in graph_files(paths):
        quads = read_file(path)
        store.extend(quads)
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store


def graph_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files given and those in the folders given, each once, in order of their paths."""
    return tuple(sorted({file for path in paths for file in _files(path)}))


def _files(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return [path]
    files = [file for file in path.rglob("*") if file.suffix in _SYNTAXES and file.is_file()]
    if not files:
        raise GraphError(
            "no graph lies in this folder",
            where=str(path),
            remedy=f"name files that end in {' '.join(FORMATS.values())}",
        )
    return files


def read_file(path: Path) -> tuple[ox.Quad, ...]:
    """The statements of one file, each under the name of a document."""
    quads = _parsed(path)
    unnamed = [quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    if not unnamed:
        return quads
    name = _document(unnamed) or ox.NamedNode(path.resolve().as_uri())
    return tuple(
        ox.Quad(q.subject, q.predicate, q.object, name)
        if isinstance(q.graph_name, ox.DefaultGraph)
        else q
        for q in quads
    )


def _parsed(path: Path) -> tuple[ox.Quad, ...]:
    syntax = _SYNTAXES.get(path.suffix)
    if syntax is None:
        raise GraphError(
            f"a file that ends in {path.suffix!r} is no graph",
            where=str(path),
            remedy=f"name one that ends in {' '.join(FORMATS.values())}",
        )
    try:
        return tuple(ox.parse(path.read_bytes(), format=syntax))
    except OSError as error:
        raise GraphError(error.strerror or str(error), where=str(path)) from error
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise GraphError(
            f"is not written as {path.suffix} files are: {reason}",
            where=str(path),
            remedy="write it anew with 'communique extract'",
        ) from error


def _document(quads: Iterable[ox.Quad]) -> ox.NamedNode | None:
    """The main release among those described, which names the document's graph."""
    releases, parts = set(), set()
    for quad in quads:
        if quad.predicate == _TYPE and quad.object == _RELEASE:
            releases.add(quad.subject)
        elif quad.predicate == _PART:
            parts.add(quad.subject)
    whole = sorted(_iris(releases - parts), key=str)
    return whole[0] if whole else None


def _iris(terms: Iterable[object]) -> Iterator[ox.NamedNode]:
    return (term for term in terms if isinstance(term, ox.NamedNode))
