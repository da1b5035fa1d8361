"""The command line: the only place that prints or exits.

Nothing heavy is imported before a command needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli import gazetteers, ontologies
from pipeline.cli.asking import evaluate, explain, query, validate
from pipeline.cli.comparing import diff
from pipeline.cli.converting import convert
from pipeline.cli.doctoring import doctor
from pipeline.cli.extracting import extract
from pipeline.cli.framing import check, list_, schema, try_
from pipeline.cli.identifying import identity
from pipeline.cli.loading import load
from pipeline.cli.logs import Verbose, listen, logged
from pipeline.cli.merging import merge
from pipeline.cli.misuse import told
from pipeline.cli.naming import ask
from pipeline.cli.outlets import explore, network
from pipeline.cli.serving import serve
from pipeline.cli.telling import INTERRUPTED, WRONG_USE, fail
from pipeline.errors import CommuniqueError

app = typer.Typer(
    help="Government releases in, a knowledge graph out, in which every fact shows its words.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
frames = typer.Typer(
    help="List frames, run their examples, print their schema.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


ontology = typer.Typer(
    help="Write the ontology's reference, check its terms.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


gazetteer = typer.Typer(
    help="Add names of your own, show what a name designates.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command; what the user can mend is told in one line."""
    # Documents are what is done side by side: more threads for one would only get in the way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        sys.exit(app(prog_name="communique", standalone_mode=False))
    except CommuniqueError as error:
        fail(str(error))
    except typer.TyperException as error:
        fail(told(error), WRONG_USE)
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stderr.close()
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        print(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def communique(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show it.")
    ] = False,
    verbose: Verbose = 0,
) -> None:
    """Take the options that go before the command."""
    listen(verbose)
    show_help(context)


@frames.callback()
@gazetteer.callback()
@ontology.callback()
def show_help(context: typer.Context) -> None:
    """Show what there is to those who name no command."""
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(WRONG_USE)


SENTENCE = "The navy commissioned two ships."
app.command(epilog="Example: communique extract data/raw -o data/graph")(extract)
app.command(epilog="Example: communique query data/graph 'SELECT ?s WHERE { ?s a cmq:Signing }'")(
    query
)
app.command(
    epilog="Example: communique ask data/graph signed-with --with 'Costa Rica' --since 2022",
    context_settings={"ignore_unknown_options": True},  # which are the question's parameters
)(ask)
app.command(epilog="Example: communique explain data/graph signing-84e4b7f0849a")(explain)
app.command(epilog="Example: communique convert data/graph -o all.trig --view facts")(convert)
app.command(epilog="Example: communique diff graphs-of-may data/graph")(diff)
app.command(epilog="Example: communique validate data/graph --against data/raw")(validate)
app.command(epilog="Example: communique evaluate gold data/graph --half develop --errors -")(
    evaluate
)
app.command(epilog="Example: communique network data/graph -o signings.graphml --signed-with")(
    network
)
app.command(
    epilog="Example: communique identity data/graph -o identity.ttl --undecided close.yaml"
)(identity)
app.command(epilog="Example: communique merge data/graph -o all.nq")(merge)
app.command(epilog="Example: communique load data/graph --to http://localhost:7878")(load)
app.command(epilog="Example: communique serve data/graph --port 7878")(serve)
app.command(epilog="Example: communique explore data/graph -o page.html --title 'Our releases'")(
    explore
)
app.command(epilog="Example: communique doctor --store http://127.0.0.1:7878")(doctor)
app.command("try", epilog=f"Example: communique try '{SENTENCE}' --frames my-frames")(try_)
frames.command(epilog="Example: communique frames check my-frames --ontology my.ttl")(check)
frames.command("list", epilog="Example: communique frames list")(list_)
frames.command(epilog="Example: communique frames schema > frame.schema.json")(schema)
app.add_typer(frames, name="frames")
ontology.command(epilog="Example: communique ontology docs -o reference")(ontologies.docs)
ontology.command(epilog="Example: communique ontology check data/graph")(ontologies.check)
app.add_typer(ontology, name="ontology")
gazetteer.command(
    epilog="Example: communique gazetteer add mine.ttl 'Tea Board of Ceylon' --class Agency "
    "--country LK --also TBC"
)(gazetteers.add)
gazetteer.command(epilog="Example: communique gazetteer find 'Department of Justice' --country US")(
    gazetteers.find
)
app.add_typer(gazetteer, name="gazetteer")
for group in (app, frames, ontology, gazetteer):
    for command in group.registered_commands:
        if command.callback:
            command.callback = logged(command.callback)

if __name__ == "__main__":
    main()
