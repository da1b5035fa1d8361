"""The command that says who is who across releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import options
from pipeline.cli.telling import table

if TYPE_CHECKING:
    from pipeline.graph.identity import Identity, Refusal


def identity(
    graphs: options.Graphs,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Turtle file of links; with --apply, a folder.")
    ] = Path("identity.ttl"),
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What people decided.", exists=True, dir_okay=False),
    ] = None,
    undecided: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to list close pairs, for people to decide."),
    ] = None,
    apply: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the graphs anew with these links put in.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Write the graphs anew with the links taken out.")
    ] = False,
) -> None:
    """Say who is who across releases, with reasons."""
    if apply and remove:
        raise typer.BadParameter("goes without --apply", param_hint="--remove")
    if apply or remove:
        _rewrite(graphs, output, apply)
    else:
        _propose(graphs, output, decisions, undecided)


def _propose(
    graphs: Sequence[Path], output: Path, decisions: Path | None, undecided: Path | None
) -> None:
    from pipeline.graph import identity as who

    decided = who.read_decisions(decisions) if decisions else who.Decisions()
    corpus = who.read_corpus(graphs)
    found = who.resolve(corpus, decided)
    who.write_links(found, output)
    if undecided:
        who.write_undecided(found.undecided, undecided)
    kinds = {one.iri: one.kind for one in corpus.profiles}
    print(table([("kind", "linked", "close"), *_counted(found, kinds)]))
    for refusal in found.refused:
        print(_refused(refusal))
    print(f"{len(found.groups):,} groups of two or more in {output}")


def _counted(found: Identity, kinds: dict[str, str]) -> Iterable[tuple[str, str, str]]:
    same: Counter[str] = Counter()
    close: Counter[str] = Counter()
    for link in found.links:
        (same if link.same else close)[kinds.get(link.one, "Event")] += 1
    for kind in sorted({*same, *close}):
        yield kind, f"{same[kind]:,}", f"{close[kind]:,}"


def _refused(refusal: Refusal) -> str:
    one, other = refusal.apart
    return (
        f"not joined: {refusal.link.one} and {refusal.link.other}, "
        f"for {one} and {other} are decided to be different"
    )


def _rewrite(graphs: Sequence[Path], output: Path, links: Path | None) -> None:
    from pipeline.graph.identity import rewrite_files

    count = rewrite_files(graphs, output, options.known_as_in(links) if links else None)
    done = "put into" if links else "taken out of"
    print(f"identity {done} {count:,} graphs in {output}")
