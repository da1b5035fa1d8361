"""Documents done by the workers of a Dask cluster: the same pass on other machines."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir, contextmanager, nullcontext
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from pipeline.errors import ClusterError
from pipeline.release import Reader

from .address import signature
from .bounds import Bounds
from .choices import Choices
from .outcomes import Failure, Outcome, Report, Task
from .store import store_at
from .work import Worker

if TYPE_CHECKING:
    from distributed import Client, Future

#: Tasks handed out for each thread of the cluster, so that none waits for us over a network.
_AHEAD = 4
#: Results after which the threads are counted again: clusters grow and shrink.
_COUNTED = 100
_CONNECTING = 30  # seconds


class Cluster:
    """Does tasks on the cluster of a scheduler, one in each worker process at a time.

    A worker that dies costs nothing but the time: Dask gives its task to others, and gives up one
    that has brought down several. Memory is for Dask to limit, by the ``--memory-limit`` of
    its workers.
    """

    def __init__(
        self,
        choices: Choices,
        address: str,
        bounds: Bounds | None = None,
        load: Callable[[], Reader] | None = None,
    ) -> None:
        self.address = address
        self.bounds = bounds or Bounds()
        self.store = store_at(choices.output)
        self._errand = _Errand(choices, self.bounds, load)
        self._seen = False

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Report | Failure]]:
        """Each task with what came of it, in the order in which they are done."""
        from distributed import as_completed  # noqa: PLC0415 - an extra

        with self._client() as client:
            running: dict[str, Task] = {}
            done = as_completed(loop=client.loop)
            room = self._room(client)
            for count, task in enumerate(tasks):
                future = self._submitted(client, task)
                running[str(future.key)] = task
                done.add(future)
                if count % _COUNTED == 0:
                    room = self._room(client)
                if len(running) >= room:
                    yield self._done(next(done), running)
            while running:
                yield self._done(next(done), running)

    def alone(self, task: Task) -> Report | Failure:
        """What comes of a task while nothing else of ours is done."""
        ((_, report),) = self.results([task])
        return report

    @contextmanager
    def _client(self) -> Iterator[Client]:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise ClusterError(
                "clusters need Dask", remedy="pip install 'communique[dask]'"
            ) from error
        try:
            client = Client(self.address, timeout=_CONNECTING, set_as_default=False)
        except (OSError, ValueError) as error:
            told = " ".join(str(error).split())[:200]
            raise ClusterError(
                f"no scheduler answers ({told})",
                where=self.address,
                remedy="start one with 'dask scheduler', or check the address",
            ) from error
        with client:
            yield client

    def _room(self, client: Client) -> int:
        threads: dict[str, int] = client.nthreads()
        return _AHEAD * max(2, sum(threads.values()))

    def _submitted(self, client: Client, task: Task) -> Future[Report | Failure]:
        # A key of its own: Dask would take equal tasks of two runs for one.
        name = f"communique-{task.number}-{uuid.uuid4().hex[:8]}"
        return client.submit(_do, self._errand, task, key=name, pure=False)

    def _done(
        self, future: Future[Report | Failure], running: dict[str, Task]
    ) -> tuple[Task, Report | Failure]:
        task = running.pop(str(future.key))
        report = self._report(future)
        if not self._seen and isinstance(report, Report) and isinstance(report.result, Outcome):
            if self.store.digest(task.graph) is None:
                raise ClusterError(
                    "the workers write to another folder of that name",
                    where=self._errand.choices.output,
                    remedy="give -o a folder that all machines share, or s3:// and the like",
                )
            self._seen = True
        return task, report

    def _report(self, future: Future[Report | Failure]) -> Report | Failure:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        if future.status == "cancelled":
            raise ClusterError(
                "the scheduler is gone", where=self.address, remedy="run it again to go on"
            )
        try:
            report: Report | Failure = future.result()
        except KilledWorker:
            seconds = f"{self.bounds.seconds:g} seconds of a processor"
            return Failure(
                f"brought down the workers that read it, or takes more than {seconds}",
                self.bounds.pair(),
            )
        return report


class _Errand:
    """What workers need to know to do the tasks of a run, and where they are told to do them."""

    def __init__(self, choices: Choices, bounds: Bounds, load: Callable[[], Reader] | None) -> None:
        self.choices, self.bounds, self.load = choices, bounds, load
        self.name = uuid.uuid4().hex
        self.signature = signature(choices)
        self.folder = str(Path.cwd())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Errand) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def place(self) -> Any:  # noqa: ANN401 - either is entered and left, and gives nothing
        """The folder that paths of documents begin in, where this machine has it."""
        return chdir(self.folder) if os.path.isdir(self.folder) else nullcontext()  # noqa: PTH112 - a path as text


#: One document at a time in a process: bounds are those of a process, and so is its folder.
_one = Lock()


def _do(errand: _Errand, task: Task) -> Report | Failure:
    with _one, errand.place():
        try:
            return _worker(errand).do(task)
        except MemoryError:
            return Failure("needs more memory than a worker has", errand.bounds.pair())


@lru_cache(maxsize=1)
def _worker(errand: _Errand) -> Worker:
    worker = Worker(errand.choices, errand.load, errand.bounds)
    if worker.signature != errand.signature:
        raise ClusterError(
            "a worker has another Communiqué, Python, model or library than this machine",
            where=os.uname().nodename,
            remedy="install the same on all; frames and models by path must lie on each",
        )
    return worker
