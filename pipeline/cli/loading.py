"""The command that puts graphs into stores."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import warn


class StoreKind(StrEnum):
    """The kinds of store that graphs are loaded into; a test keeps them those there are."""

    oxigraph = "oxigraph"
    fuseki = "fuseki"
    virtuoso = "virtuoso"
    graphdb = "graphdb"
    rdf4j = "rdf4j"
    blazegraph = "blazegraph"
    stardog = "stardog"
    neptune = "neptune"
    sparql = "sparql"


def load(
    graphs: options.Graphs,
    to: Annotated[str, typer.Option("--to", metavar="URL", help="Address of the store.")],
    store: Annotated[
        StoreKind | None,
        typer.Option(help="Kind of the store.  [default: recognised]", show_default=False),
    ] = None,
    delete_missing: Annotated[
        bool,
        typer.Option("--delete-missing", help="Delete the graphs of releases not among these."),
    ] = False,
    batch: Annotated[int, typer.Option(min=1, help="Most triples in one request.")] = 100_000,
    retries: Annotated[int, typer.Option(min=0, help="Times a request is tried again.")] = 5,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for an answer.")] = 300.0,
) -> None:
    """Put graphs into a triple store, checked.

    Each takes the place of its former self; what the store then holds is counted and compared.
    A name and password are taken from COMMUNIQUE_USER and COMMUNIQUE_PASSWORD or from netrc.
    """
    from pipeline.outlets import stores

    terms = stores.Terms(store.value if store else None, delete_missing, batch, retries, timeout)
    with progress("Loading") as tell:
        done = stores.load(graphs, to, terms, os.environ, tell)
    if done.overheard:
        warn("the store is not on this machine and not https://: others may read what is sent")
    counts = [(done.new, "new"), (done.replaced, "replaced"), (done.unchanged, "unchanged")]
    counts += [(done.deleted, "deleted")] if delete_missing else []
    graphs_told = ", ".join(f"{count:,} {what}" for count, what in counts)
    print(
        f"graphs: {graphs_told}; their {done.triples:,} triples are in {done.kind} at {to}, "
        "counted and compared"
    )


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that shows how much is done of how much, where someone looks on."""
    if not sys.stderr.isatty():
        yield lambda done, all_: None
        return
    with typer.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def tell(done: int, all_: int) -> None:
            bar.length = all_
            bar.update(done - bar.pos)

        yield tell
