"""Graphs to hold: from releases, or from files that were written before."""

from __future__ import annotations

import datetime as dt
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import language
from pipeline.corpus import Choices, Here, Outcome, open_run
from pipeline.errors import DocumentError
from pipeline.graph.identity import read_links
from pipeline.graph.read import read as read_all
from pipeline.release import Given, Reader
from pipeline.sources import discover
from pipeline.vocabulary import BASE

from .graph import Graph

MODEL = "en_core_web_sm"


def extract(
    *sources: str | Path,
    published: dt.date | None = None,
    publisher: str | None = None,
    model: str = MODEL,
    base: str = BASE,
) -> Graph:
    """Read releases and give their facts.

    ``sources`` are files, folders, globs, dumps, archives or addresses, as those of
    ``communique extract``; ``published`` and ``publisher`` win over what the documents say.
    Documents that cannot be read, or are not English, are in :attr:`Graph.refused`; raises
    :class:`~pipeline.errors.DocumentError` where none can.
    """
    documents = discover(map(str, sources))
    with TemporaryDirectory(prefix="communique-") as folder:
        # The way of the command, so that both give the same.
        choices = Choices(f"{folder}/graphs", "nq", base, Given(published, publisher))
        with open_run(choices, Path(folder, "state")) as run:
            done = list(run.extract(documents, Here(choices, partial(_reader, model))))
        refused = tuple(each.reason for each in done if not isinstance(each, Outcome))
        if len(refused) == len(done):
            raise DocumentError(refused[0] if refused else "there is no document to read")
        return Graph(read_all([Path(folder, "graphs")]), refused)


def read(*graphs: str | Path, identity: str | Path | None = None) -> Graph:
    """Take up graphs from files and folders that were written before.

    ``identity`` is a file of ``communique identity``: what it says is the same is then one. Raises
    :class:`~pipeline.errors.GraphError` for graphs and links that cannot be read.
    """
    known_as = read_links(Path(identity)) if identity else None
    return Graph(read_all(map(Path, graphs), known_as))


@cache
def _reader(model: str) -> Reader:
    """The reader with a model, which takes seconds to load: once."""
    return language.load(model)
