"""The options that say how documents are done, and what is shown while they are."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline.cli.logs import listening
from pipeline.cli.telling import INTERRUPTED, fail

if TYPE_CHECKING:
    from tqdm import tqdm

    from pipeline.corpus import Executor, Run
    from pipeline.sources.document import Found

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help="Documents read at the same time; 0: in this process, unlimited.  [default: cores]",
        show_default=False,
    ),
]
MaxSeconds = Annotated[float, typer.Option(min=1, help="Most processor seconds of one document.")]
MaxMemory = Annotated[int, typer.Option(min=500, help="Most MB of memory of a process.")]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Dask scheduler whose workers read: tcp://host:8786."),
]
State = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        file_okay=False,
        help="Folder for the record of what is done.  [default: .communique in the output]",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Summary as JSON, without the table.")]

#: Seconds of work from which a progress bar is worth its line.
_LONG_WORK = 1.0


def check_state(state: Path | None, output: str) -> Path | None:
    """Refuse an output that cannot hold the record of what is done, unless another place does."""
    if state is None and "://" in output:
        raise typer.BadParameter(
            f"{output} is no folder of this machine; name one with --state", param_hint="--output"
        )
    return state


def go_through(run: Run, found: Iterator[Found], executor: Executor, bar: tqdm[NoReturn]) -> None:
    """Have everything done that is found; what is done when the user stops it is kept."""
    done = 0
    try:
        with _terminable(), closing(run.extract(found, executor)) as results:
            for _ in results:
                done += 1
                bar.update()
    except KeyboardInterrupt as stop:
        bar.close()
        code = stop.args[0] if stop.args else INTERRUPTED
        several = "document is" if done == 1 else "documents are"
        fail(f"stopped; {done:,} {several} done and kept, run it again to go on", code)


@contextmanager
def watched(again: Callable[[], Iterable[Found]], named: Iterable[str]) -> Iterator[tqdm[NoReturn]]:
    """A progress bar with rate and time left, where the work is long and someone looks on.

    How much is to come is counted meanwhile, by looking a second time where that costs nobody
    but us.
    """
    from tqdm import tqdm

    with tqdm(
        desc="Reading",
        unit=" documents",
        delay=_LONG_WORK,
        file=sys.stderr,
        disable=listening() or None,  # logs tell of each document, and would be written into it
    ) as bar:
        if not bar.disable and not any("://" in name or name == "-" for name in named):
            Thread(target=_count, args=(bar, again), daemon=True).start()
        yield bar


def _count(bar: tqdm[NoReturn], again: Callable[[], Iterable[Found]]) -> None:
    bar.total = sum(1 for _ in again())


@contextmanager
def _terminable() -> Iterator[None]:
    """Be stopped by SIGTERM, as schedulers of clusters send it, as by Ctrl-C."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, _: object) -> NoReturn:
    raise KeyboardInterrupt(128 + number)  # the exit code that shells give it
