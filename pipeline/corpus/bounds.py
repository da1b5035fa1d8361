"""What one document may take, and how a process that takes more is brought down.

The kernel does it, so that neither a regular expression that never ends nor a library in C can
put it off.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

#: With what a process leaves that has no memory left: none that Python or a shell gives.
OUT_OF_MEMORY = 77
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds of a processor that one document may take, megabytes that its process may hold.

    They are seconds of work, not of the clock, so that a busy machine refuses no document that
    an idle one reads.
    """

    seconds: float = 300.0
    megabytes: int = 2_000

    def pair(self) -> tuple[float, float]:
        """Both, as they are written down."""
        return (self.seconds, self.megabytes)


def hold_memory(megabytes: int) -> None:
    """Let this process have so much data and no more, where the system can hold it to that."""
    if sys.platform == "linux":  # others have the call, and ignore it
        import resource  # noqa: PLC0415 - it is not everywhere

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * _MEGABYTE, hard))


def leave_without_memory() -> None:
    """End this process at once, in a way that tells why."""
    os._exit(OUT_OF_MEMORY)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End this process if what is done takes more of a processor, where the system can tell."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def cause_of_death(code: int | None, bounds: Bounds) -> str:
    """What is said of a document whose process left with that code, negative for a signal."""
    if code == OUT_OF_MEMORY:
        return f"needs more than {bounds.megabytes:,} MB of memory; give more with --max-memory"
    if code == -getattr(signal, "SIGPROF", 0):
        return too_slow(bounds)
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"brought down the process that read it ({name}); leave it out, or report it"
    told = "" if code is None else f" (exit code {code})"
    return f"brought down the process that read it{told}; leave it out, or report it"


def too_slow(bounds: Bounds) -> str:
    """What is said of a document that takes too much of a processor."""
    return (
        f"takes more than {bounds.seconds:g} seconds of a processor; give more with --max-seconds"
    )


def hangs(seconds: float) -> str:
    """What is said of a document that waits for something that does not come."""
    return f"is not done in {seconds:g} seconds; give more with --max-seconds"
