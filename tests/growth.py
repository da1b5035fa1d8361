"""How long work takes, so that a test can say how it grows and never how long it may take."""

from __future__ import annotations

import time
from collections.abc import Callable


def spent(work: Callable[[], object]) -> float:
    """The least of three runs, in seconds of this thread: other threads and pauses are no part."""
    return min(_once(work) for _ in range(3))


def _once(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return time.thread_time() - begun
