"""Documents done in this process, one after the other: no bounds, and a crash costs the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import inf
from typing import Protocol

from pipeline.release import Reader

from .bounds import Bounds
from .choices import Choices
from .outcomes import Failure, Report, Task
from .work import Worker


class Executor(Protocol):
    """Whoever has tasks done, in whatever order."""

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Report | Failure]]:
        """Each task with what came of it; tasks are taken up as there is room for them."""

    def alone(self, task: Task) -> Report | Failure:
        """What comes of a task while nothing else is done."""


class Here:
    """Does tasks in this process."""

    def __init__(self, choices: Choices, load: Callable[[], Reader] | None = None) -> None:
        self.worker = Worker(choices, load)

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Report | Failure]]:
        """Each task with what came of it, in order."""
        for task in tasks:
            yield task, self.alone(task)

    def alone(self, task: Task) -> Report | Failure:
        """What comes of a task."""
        try:
            return self.worker.do(task)
        except MemoryError:
            return Failure("needs more memory than there is", (inf, inf))


def executor_for(
    choices: Choices, bounds: Bounds, jobs: int | None = None, scheduler: str | None = None
) -> Executor:
    """Who has tasks done: a cluster, so many processes, or this one for 0; one for each core."""
    if scheduler:
        from .cluster import Cluster  # noqa: PLC0415 - as below

        return Cluster(choices, scheduler, bounds)
    from .processes import Processes, cores  # noqa: PLC0415 - each can do without the others

    jobs = cores() if jobs is None else jobs
    return Processes(choices, jobs, bounds) if jobs else Here(choices)
