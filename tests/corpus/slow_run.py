"""A run of two processes that takes some seconds: ``python -m tests.corpus.slow_run IN OUT``."""

from __future__ import annotations

import sys
from functools import partial

from pipeline.cli.running import go_through, watched
from pipeline.corpus import Choices, open_run
from pipeline.corpus.processes import Processes
from pipeline.sources import discover
from tests.readers import Slow


def main(documents: str, output: str) -> None:
    choices = Choices(output)
    find = partial(discover, [documents])
    with open_run(choices) as run, watched(find, [documents]) as bar:
        go_through(run, find(), Processes(choices, 2, load=Slow), bar)


if __name__ == "__main__":
    main(*sys.argv[1:])
