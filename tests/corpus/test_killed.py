"""Runs that are killed or stopped: what is done is kept; the next run ends with the same bytes."""

from __future__ import annotations

import multiprocessing
import os
import pty
import random
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.corpora import graphs_in, graphs_of
from tests.readers import FirstWords

KILLS = 50
_PATIENCE = 60.0  # seconds for what is done in one, on a machine that is busy


def written(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Norland {number} met Suria. " * 20
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, and fail if it never does."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)


def test_a_run_killed_at_any_moment_goes_on_and_ends_with_the_same_bytes(tmp_path: Path) -> None:
    documents = written(tmp_path / "in", 30)
    for name in ("whole", "again"):  # the first imports what is not yet here
        started = time.monotonic()
        graphs_of([documents], tmp_path / name, FirstWords)
    whole, length = graphs_in(tmp_path / "whole"), time.monotonic() - started
    moments, killed, finished = random.Random(8), 0, 0
    fork = multiprocessing.get_context("fork")  # nothing to be loaded before it works
    while killed < KILLS:
        output = tmp_path / f"out-{finished}"
        run = fork.Process(target=graphs_of, args=([documents], output, FirstWords))
        run.start()
        run.join(moments.uniform(0, length))
        run.kill()
        run.join()
        killed += run.exitcode == -signal.SIGKILL
        if run.exitcode == 0:
            assert graphs_in(output) == whole
            finished += 1
    graphs_of([documents], tmp_path / f"out-{finished}", FirstWords)
    assert graphs_in(tmp_path / f"out-{finished}") == whole


@pytest.fixture
def begun(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Begin a run of two processes, and come back when it has written something."""

    def begin(stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
        folders = (str(tmp_path / name) for name in ("in", "out"))
        command = [sys.executable, "-m", "tests.corpus.slow_run", *folders]
        run = subprocess.Popen(command, stderr=stderr, text=True, start_new_session=True)
        until(lambda: bool(list((tmp_path / "out").glob("*.ttl"))))
        return run

    return begin


def is_running(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def ends_as_a_whole_run(tmp_path: Path) -> bool:
    graphs_of([tmp_path / "in"], tmp_path / "out", FirstWords)
    graphs_of([tmp_path / "in"], tmp_path / "whole", FirstWords)
    return graphs_in(tmp_path / "out") == graphs_in(tmp_path / "whole")


def test_processes_end_when_the_run_that_began_them_is_killed(
    tmp_path: Path, begun: Callable[..., subprocess.Popen[str]]
) -> None:
    written(tmp_path / "in", 300)
    run = begun()
    run.kill()
    run.communicate()
    until(lambda: not is_running(run.pid))
    assert len(list((tmp_path / "out").glob("*.ttl"))) < 300
    assert ends_as_a_whole_run(tmp_path)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_tells_what_is_done_and_keeps_it(
    tmp_path: Path, begun: Callable[..., subprocess.Popen[str]], sent: signal.Signals, code: int
) -> None:
    written(tmp_path / "in", 300)
    run = begun()
    if sent == signal.SIGINT:
        os.killpg(run.pid, sent)  # as a terminal sends it, to all at once
    else:
        run.send_signal(sent)
    _, told = run.communicate(timeout=_PATIENCE)
    assert run.returncode == code, told
    (line,) = told.splitlines()
    assert line.startswith("communique: stopped; ")
    assert line.endswith(" done and kept, run it again to go on")
    until(lambda: not is_running(run.pid))
    assert ends_as_a_whole_run(tmp_path)


def read(terminal: int) -> bytes:
    """What is shown on a terminal next; nothing when nobody has it open any more."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_progress_bar_shows_rate_and_time_left_where_someone_looks_on(
    tmp_path: Path, begun: Callable[..., subprocess.Popen[str]]
) -> None:
    written(tmp_path / "in", 150)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    run = begun(stderr=theirs)
    os.close(theirs)
    shown = b"".join(iter(partial(read, ours), b"")).decode()
    run.wait(timeout=_PATIENCE)
    os.close(ours)
    assert re.search(
        r"Reading: +\d+%\|.*\| \d+/150 \[\d\d:\d\d<\d\d:\d\d, .*documents.*\]", shown
    ), shown
