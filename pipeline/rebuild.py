"""Make graphs again from their documents, and tell what is not the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from pipeline import __version__
from pipeline.errors import CommuniqueError, DocumentError, GraphError
from pipeline.extension import NOTHING, Extension
from pipeline.gazetteer import Gazetteer
from pipeline.graph.diff import differing
from pipeline.graph.findings import Finding
from pipeline.graph.provenance import Origin, origin
from pipeline.graph.read import read_graphs
from pipeline.graph.terms import CMQ, RDF
from pipeline.graph.views import FULL, seen
from pipeline.graph.write import serialize
from pipeline.models import Reading
from pipeline.release import Given, Reader, draw, lying_in, understand

_TOOL = f"communique {__version__}"


@dataclass(frozen=True, slots=True)
class Rebuilder:
    """What graphs are made again with.

    ``folder`` is the one their documents were read from; ``reading`` tells what ``reader`` reads
    with, ``extension`` holds the terms and ``known`` the names of a user's own.
    """

    folder: Path
    reader: Reader
    reading: Reading
    extension: Extension = NOTHING
    known: Gazetteer | None = None

    def rebuild(self, paths: Iterable[Path]) -> Iterator[Finding]:
        """What is not the same when the graphs of files and folders are made again.

        One finding for a graph that cannot be made again; otherwise one for each fact that came,
        went or changed, or one for all else that differs.
        """
        for graph in read_graphs(paths):
            name = str(graph.identifier)
            try:
                made = origin(graph)
                again = self._again(made)
            except CommuniqueError as error:
                problem = f"cannot be made again: {error.what}; {error.remedy}"
                yield Finding(name, name, problem)
            else:
                yield from _compared(graph, again)

    def _again(self, made: Origin) -> Graph:
        """The graph that the document gives today, read with what the graph says."""
        if unlike := list(self._unlike(made)):
            raise GraphError(
                f"it was made with {'; with '.join(unlike)}",
                remedy="use the same, or write the graph anew with 'communique extract'",
            )
        path = lying_in(self.folder, made.source)
        if path is None:
            raise DocumentError(
                f"its document {made.source} is not in {self.folder}",
                remedy="name the folder that the documents were read from",
            )
        given = Given(made.published, made.publisher)
        facts = understand(path, self.reader, source=made.source, given=given)
        return draw(facts, base=made.base, extension=self.extension, known=self.known)

    def _unlike(self, made: Origin) -> Iterator[str]:
        """What a graph was made with that is not what is here."""
        for tool in made.tools:
            if tool != _TOOL:
                yield f"{tool}, and this is {_TOOL}"
        if made.model != self.reading.model:
            yield f"the model {made.model}, and this is {self.reading.model}"
        for what, then, now in (
            ("frames", made.frames, self.reading.frames),
            ("terms", made.terms, self.extension.digest),
            ("names", made.names, self.reading.names),
        ):
            if then != now:
                yield f"{_named(what, then)}, and here are {_named(what, now)}"


def _named(what: str, digest: str | None) -> str:
    return f"the {what} {digest[:12]}" if digest else f"no {what} of a user's own"


def _compared(old: Graph, new: Graph) -> Iterator[Finding]:
    """What differs between a graph and the same made again, in the view it was written in."""
    new = seen(new, FULL if (None, RDF.type, CMQ["Mention"]) in old else "facts")
    before, after = (set(serialize(each, "nt").splitlines()) for each in (old, new))
    if before == after:
        return
    name, told = str(old.identifier), False
    for problem in differing(old, new):
        told = True
        yield Finding(name, name, f"made again, it differs: {problem}")
    if not told:
        gone, come = len(before - after), len(after - before)
        sample = min(before ^ after).decode()
        problem = f"made again, it differs in {gone:,} triples that went and {come:,} that came"
        yield Finding(name, name, problem, sample)
