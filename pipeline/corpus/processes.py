"""Documents done in processes of this machine: what one does to its process costs no other."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait  # noqa: A004 - pebble's
from itertools import chain, islice
from multiprocessing.connection import wait as until
from threading import Thread
from typing import Any

from pebble import ProcessExpired, ProcessPool

from pipeline.release import Reader

from . import bounds as held
from .bounds import Bounds
from .choices import Choices
from .outcomes import Failure, Report, Task
from .work import Worker

#: Tasks handed out for each process: one to do, one at hand, so that none waits for us.
_AHEAD = 2
#: Seconds of the clock for each that a document may take of a processor, which it shares.
_SHARED = 4
#: Seconds of the clock beside, for loading the model on a machine that is busy.
_LOADING = 120.0


def cores() -> int:
    """How many processes this process may run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """Does tasks in processes, each with a reader of its own and within bounds."""

    def __init__(
        self,
        choices: Choices,
        jobs: int,
        bounds: Bounds | None = None,
        load: Callable[[], Reader] | None = None,
    ) -> None:
        self.jobs = jobs
        self.bounds = bounds or Bounds()
        self._start = (choices, self.bounds, load)

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Report | Failure]]:
        """Each task with what came of it, in the order in which they are done."""
        waiting = iter(tasks)
        first = list(islice(waiting, self.jobs))
        if not first:
            return
        running: dict[Future[Report], Task] = {}
        pool = self._pool(len(first))  # a process is not begun for nothing
        try:
            for task in chain(first, waiting):
                running[self._scheduled(pool, task)] = task
                if len(running) >= _AHEAD * self.jobs:
                    yield from self._done(running)
            while running:
                yield from self._done(running)
        finally:
            pool.stop()  # type: ignore[no-untyped-call]  # it takes and gives nothing
            pool.join()

    def alone(self, task: Task) -> Report | Failure:
        """What comes of a task in a process of its own while nothing else is done."""
        ((_, report),) = Processes(self._start[0], 1, self.bounds, self._start[2]).results([task])
        return report

    def _pool(self, jobs: int) -> ProcessPool:
        # Forked processes would share locks that threads of ours hold; and this is everywhere.
        context = multiprocessing.get_context("spawn")
        return ProcessPool(jobs, initializer=_begin, initargs=self._start, context=context)

    def _scheduled(self, pool: ProcessPool, task: Task) -> Future[Report]:
        return pool.schedule(_do, args=(task,), timeout=self._patience())

    def _done(self, running: dict[Future[Report], Task]) -> Iterator[tuple[Task, Report | Failure]]:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield running.pop(future), self._report(future)

    def _report(self, future: Future[Report]) -> Report | Failure:
        try:
            return future.result()
        except ProcessExpired as death:
            return self._failure(held.cause_of_death(death.exitcode, self.bounds))
        except TimeoutError:
            return self._failure(held.hangs(self._patience()))

    def _patience(self) -> float:
        """After how many seconds of the clock a document is given up that does nothing."""
        return self.bounds.seconds * _SHARED + _LOADING

    def _failure(self, reason: str) -> Failure:
        return Failure(reason, self.bounds.pair())


#: What a process was begun with, and its worker once it has done something.
_begun: dict[str, Any] = {}


def _begin(choices: Choices, bounds: Bounds, load: Callable[[], Reader] | None) -> None:
    """Begin in a new process; what can fail is left to the first task, which can tell of it."""
    _begun.update(bounds=bounds, worker=lambda: Worker(choices, load, bounds))
    Thread(target=_end_with_parent, daemon=True).start()
    held.hold_memory(bounds.megabytes)


def _end_with_parent() -> None:
    """Wait for the end of the process that began this one, however it came, and end too."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # it has begun this one
    until([parent.sentinel])
    os._exit(1)


def _do(task: Task) -> Report:
    if not isinstance(_begun["worker"], Worker):
        _begun["worker"] = _begun["worker"]()
    worker: Worker = _begun["worker"]
    try:
        return worker.do(task)
    except MemoryError:
        held.leave_without_memory()
        raise
