"""Read graphs from files into one store, each document under its own name."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph import oxigraph
from pipeline.graph.claims import unfold
from pipeline.graph.renaming import KnownAs, Renamer
from pipeline.graph.write import FORMATS
from pipeline.vocabulary import CMQ, SKOS

_LOG = logging.getLogger(__name__)
_RELEASE = ox.NamedNode(CMQ + "Release")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_ALSO = ox.NamedNode(SKOS + "altLabel")
_HERE = ox.NamedNode(CMQ + "knownHereAs")
_PART = ox.NamedNode("http://purl.org/dc/terms/isPartOf")
_SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


def read(paths: Iterable[Path], known_as: KnownAs | None = None) -> ox.Store:
    """A store of all graphs in files and folders, one named graph for each document.

    ``known_as`` tells what some IRIs are to be called: all that is said of several is then said of
    one, which keeps its own label, or the fullest, and has the others beside it; each document
    says by which IRI it knew it (``cmq:knownHereAs``).

    The default graph holds their union, in which a triple of two documents counts once, as SPARQL
    has it; Oxigraph's own union would count it twice. Triples that a file leaves unnamed are named
    after the release they tell of. Raises :class:`GraphError` for a file that is missing or broken
    and a folder without graphs.
    """
    store = ox.Store()
    read_into(store, paths, known_as)
    return store


def read_releases(paths: Iterable[Path], known_as: KnownAs | None = None) -> ox.Store:
    """As :func:`read`, of graphs that tell of releases.

    Raises :class:`GraphError` for graphs that do not, such as those of other programs: that nothing
    is found in them would say nothing.
    """
    named = list(paths)
    store = read(named, known_as)
    if next(store.quads_for_pattern(None, _TYPE, _RELEASE, None), None) is None:
        raise GraphError(
            "no release is told of in these graphs",
            where=", ".join(map(str, named)),
            remedy="name graphs that 'communique extract' wrote",
        )
    return store


def read_into(store: ox.Store, paths: Iterable[Path], known_as: KnownAs | None = None) -> None:
    """Put into an empty store what :func:`read` puts into one in memory."""
    known_as = known_as or KnownAs()
    renamer = Renamer(known_as)
    for path in graph_files(paths):
        quads = tuple(_named_anew(read_file(path), renamer))
        _LOG.info("%s: %d statements", path, len(quads))
        store.bulk_extend(quads)
        store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    for iri in sorted(known_as.all()):
        _keep_one_label(store, ox.NamedNode(iri), known_as.labels.get(iri))


def _named_anew(quads: Sequence[ox.Quad], renamer: Renamer) -> Iterator[ox.Quad]:
    """Statements under their new names, and what went by another name in which document."""
    for before, after in zip(quads, renamer.renamed(quads), strict=True):
        yield after
        if after.predicate == _TYPE and after.subject != before.subject:
            yield ox.Quad(after.subject, _HERE, before.subject, after.graph_name)


def _keep_one_label(store: ox.Store, entity: ox.NamedNode, named: str | None) -> None:
    """Leave an entity its name, or its fullest label, in the union of all documents.

    The others are beside it.
    """
    union = ox.DefaultGraph()
    labels = list(store.quads_for_pattern(entity, _LABEL, None, union))
    own = [quad for quad in labels if named and quad.object == ox.Literal(named)]
    best = max(own or labels, key=lambda q: _fullness(q.object), default=None)
    for quad in labels:
        if quad != best:
            store.remove(quad)
            store.add(ox.Quad(entity, _ALSO, quad.object, union))


def _fullness(label: object) -> tuple[bool, int, str]:
    text = label.value if isinstance(label, ox.Literal) else ""
    return not text.isupper(), len(text), text


def read_graphs(paths: Iterable[Path]) -> tuple[Graph, ...]:
    """The graphs of documents in files and folders, one for each, in order of their names.

    Raises :class:`GraphError` as :func:`read` does.
    """
    named: dict[str, list[ox.Quad]] = defaultdict(list)
    for path in graph_files(paths):
        for quad in read_file(path):
            named[str(quad.graph_name)[1:-1]].append(quad)
    return tuple(oxigraph.graph(name, named[name]) for name in sorted(named))


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
    """The statements of one file, each under the name of a document, and claims as plain facts."""
    quads = unfold(parse_file(path))
    unnamed = [quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    if not unnamed:
        return quads
    name = document_name(unnamed) or ox.NamedNode(path.resolve().as_uri())
    return tuple(
        ox.Quad(q.subject, q.predicate, q.object, name)
        if isinstance(q.graph_name, ox.DefaultGraph)
        else q
        for q in quads
    )


def parse_file(path: Path) -> tuple[ox.Quad, ...]:
    """The statements of one file as it has them, under a graph's name or none.

    Raises :class:`GraphError` for a file that is missing, broken or no graph.
    """
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
        raise GraphError(
            error.strerror or str(error),
            where=str(path),
            remedy="name a graph that 'communique extract' wrote, or a folder of them",
        ) from error
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise GraphError(
            f"is not written as {path.suffix} files are: {reason}",
            where=str(path),
            remedy="write it anew with 'communique extract'",
        ) from error


def document_name(quads: Iterable[ox.Quad]) -> ox.NamedNode | None:
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
