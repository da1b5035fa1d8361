"""Documents on a real cluster of this machine's: a scheduler, two workers, one of them killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.corpus import Bounds, Choices, open_run
from pipeline.errors import ClusterError
from pipeline.sources import discover
from tests.corpora import graphs_in, graphs_of, run
from tests.readers import FirstWords, Poisoned, Slow

pytest.importorskip("distributed", reason="the extra communique[dask] is not installed")
from pipeline.corpus import cluster
from pipeline.corpus.cluster import Cluster

_PATIENCE = 120.0  # seconds in which a scheduler and workers begin, on a machine that is busy
ROOT = Path(__file__).parents[2]


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)


def begin(*command: str) -> subprocess.Popen[bytes]:
    """A server of Dask's, in a session of its own so that it ends with all it has begun."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def end(server: subprocess.Popen[bytes]) -> None:
    """End a server with all that it has begun."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()


class Servers:
    """A scheduler of this machine's, and workers."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "scheduler.json"
        self.scheduler = begin(
            "distributed.cli.dask_scheduler",
            *("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"),
            *("--scheduler-file", str(self.file)),
        )
        until(self.file.exists)
        self.workers = [self.worker(), self.worker()]

    @property
    def address(self) -> str:
        until(lambda: self.file.read_text(encoding="utf-8").endswith("}"))
        return str(json.loads(self.file.read_text(encoding="utf-8"))["address"])

    def worker(self) -> subprocess.Popen[bytes]:
        return begin(
            "distributed.cli.dask_worker", self.address,
            *("--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard"),
            *("--local-directory", str(self.folder)),
        )  # fmt: skip

    def stop(self) -> None:
        for server in (*self.workers, self.scheduler):
            end(server)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    begun = Servers(tmp_path_factory.mktemp("dask"))
    yield begun
    begun.stop()


def written(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Norland {number} met Suria.", encoding="utf-8")
    return folder


def test_the_result_is_the_same_when_a_worker_is_killed_in_the_middle(
    servers: Servers, tmp_path: Path
) -> None:
    documents = written(tmp_path / "in", 120)
    choices = Choices(str(tmp_path / "out"))
    executor = Cluster(choices, servers.address, load=Slow)
    with open_run(choices) as opened:
        for count, _ in enumerate(opened.extract(discover([str(documents)]), executor)):
            if count == 20:
                end(servers.workers.pop())
                servers.workers.append(servers.worker())
        counts = opened.counts()
    assert (counts["written"], counts["documents"]) == (120, 120)
    graphs_of([documents], tmp_path / "here", FirstWords)
    assert graphs_in(tmp_path / "out") == graphs_in(tmp_path / "here")
    again = run(discover([str(documents)]), choices, Cluster(choices, servers.address, load=Slow))
    assert again.counts["unchanged"] == 120


def test_poison_costs_no_other_document(servers: Servers, tmp_path: Path) -> None:
    documents = written(tmp_path / "in", 10)
    for word in ("exit", "loop"):
        (documents / f"{word}.txt").write_text(f"{word} is what it does.", encoding="utf-8")
    choices = Choices(str(tmp_path / "out"))
    executor = Cluster(choices, servers.address, Bounds(seconds=3.0), Poisoned)
    done = run(discover([str(documents)]), choices, executor)
    assert len(done.outcomes) == 10
    assert done.counts["quarantined"] == 2
    for failure in done.failures:
        assert "brought down the workers that read it" in failure.reason


def test_without_a_scheduler_it_is_told_in_one_line_how_to_start_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_CONNECTING", 1)
    choices = Choices(str(tmp_path / "out"))
    with pytest.raises(ClusterError) as told:
        run(
            discover([str(written(tmp_path / "in", 1))]),
            choices,
            Cluster(choices, "tcp://127.0.0.1:9"),
        )
    assert str(told.value).startswith("tcp://127.0.0.1:9: no scheduler answers (")
    assert str(told.value).endswith("start one with 'dask scheduler', or check the address")
