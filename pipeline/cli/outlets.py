"""The commands that hand a graph to people and programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import fail


class NetworkFormat(StrEnum):
    """The forms a network is written in."""

    graphml = "graphml"
    gexf = "gexf"
    cytoscape = "cytoscape"
    node_link = "node-link"


def network(
    graphs: options.Graphs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write the network.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        NetworkFormat | None,
        typer.Option(
            help="Form of the network.  [default: by the file's ending]", show_default=False
        ),
    ] = None,
    signed_with: Annotated[
        bool, typer.Option("--signed-with", help="Only who signed with whom, agents alone.")
    ] = False,
    identity: options.Links = None,
    connect: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="NAME NAME", help="Show how two names are connected, hop by hop."),
    ] = None,
) -> None:
    """Write a graph as a network; connect two names."""
    from pipeline.outlets import network as networks
    from pipeline.outlets.network_files import form_of, write
    from pipeline.outlets.paths import connection, find, told

    form = (format.value if format else form_of(output)) if output else ""
    whole = networks.network(graphs, options.known_as_in(identity))
    if connect:
        start, end = (find(whole, name) for name in connect)
        hops = connection(whole, start, end)
        if not hops:
            fail(f"nothing that is stated as done connects {connect[0]!r} with {connect[1]!r}")
        sys.stdout.write(told(whole, hops))
    shown = networks.signed_with(whole) if signed_with else whole
    if output:
        write(shown, output, form)
    if not connect:
        nodes, edges = shown.number_of_nodes(), shown.number_of_edges()
        where = f" in {output}" if output else "; write them with --output"
        print(f"{nodes:,} nodes and {edges:,} edges{where}")


def explore(
    graphs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="GRAPH", help="Graph files, or folders of them."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Where to write the page.", dir_okay=False)
    ] = Path("explore.html"),
    title: Annotated[str, typer.Option(help="What the page is called.")] = "",
    identity: options.Links = None,
    endpoint: Annotated[
        str | None,
        typer.Option(metavar="URL", help="SPARQL endpoint to ask instead of holding graphs."),
    ] = None,
) -> None:
    """Write graphs as one page, in which facts lead to their words."""
    from pipeline.errors import GraphError
    from pipeline.outlets.explore import endpoint_page, page

    if bool(graphs) == bool(endpoint):
        raise typer.BadParameter("name graphs, or an endpoint with --endpoint, and not both")
    if endpoint and identity:
        raise typer.BadParameter(
            "an endpoint has its own; serve the graphs with --identity, or apply it to them",
            param_hint="--identity",
        )
    known_as = options.known_as_in(identity)
    shown = endpoint_page(endpoint, title) if endpoint else page(graphs or (), title, known_as)
    written = shown.encode()
    try:
        output.write_bytes(written)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise GraphError(
            reason, where=str(output), remedy="choose another place with --output"
        ) from error
    print(f"{len(written) / 1_000_000:,.1f} MB in {output}; open it in a browser")
