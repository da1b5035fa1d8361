"""The command that answers questions until it is told to stop."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from types import FrameType
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import fail


def serve(
    graphs: options.Graphs,
    port: Annotated[int, typer.Option(min=1, max=65_534, help="Port to listen on.")] = 7878,
    timeout: Annotated[
        int, typer.Option(min=1, metavar="SECONDS", help="Time that one query may take.")
    ] = 30,
    identity: options.Links = None,
    page: Annotated[
        bool, typer.Option("--page/--no-page", help="The explorer, on the port above.")
    ] = True,
) -> None:
    """Answer SPARQL queries of graphs, on this machine alone.

    The endpoint is Oxigraph's own server and read-only; Ctrl-C stops it.
    """
    from pipeline.outlets.beside import beside
    from pipeline.outlets.explore import endpoint_page
    from pipeline.outlets.serve import endpoint

    known_as = options.known_as_in(identity)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with ExitStack() as running:
            served = running.enter_context(
                endpoint(graphs, port, timeout, is_open=page, known_as=known_as)
            )
            print(
                f"{served.graphs:,} graphs with {served.triples:,} triples answer at "
                f"{served.query}, read-only; Ctrl-C stops",
                flush=True,
            )
            if page:
                shown = running.enter_context(beside(endpoint_page(served.query), port + 1))
                print(f"the explorer is at {shown}", flush=True)
            code = served.process.wait()
    except KeyboardInterrupt:
        return  # that is how it ends
    fail(f"Oxigraph's server has stopped by itself with code {code}; start it again")


def _interrupt(number: int, frame: FrameType | None) -> None:
    """End on being told to (SIGTERM) as on Ctrl-C, so that nothing is left behind."""
    raise KeyboardInterrupt
