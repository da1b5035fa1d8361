"""Readers that need no model, and one that does to its process what documents may do."""

from __future__ import annotations

import ctypes
import os
import re
import time
from pathlib import Path

from pipeline.models import Event, Facts, Release, Span, Status


class FirstWords:
    """A reader that states one meeting, at the first word of each release."""

    def understand(self, release: Release) -> Facts:
        if "unreadable" in release.text:
            raise RuntimeError("fell over\nin the middle")
        first = Span(0, len(release.text.split()[0]))
        event = Event(type="Meeting", status=Status.OCCURRED, evidence=(first,), frame="first")
        return Facts(release, events=(event,))


class Slow(FirstWords):
    """A reader that takes its time."""

    def understand(self, release: Release) -> Facts:
        time.sleep(0.02)
        return super().understand(release)


class Poisoned(FirstWords):
    """A reader that does what the first word of a release says."""

    def understand(self, release: Release) -> Facts:
        word = release.text.split()[0]
        if word == "exit":
            os._exit(3)
        elif word == "loop":
            while True:
                pass
        elif word == "wait":
            time.sleep(1_000_000)
        elif word == "backtrack":  # inside C, where no thread of Python's gets its turn
            re.match(r"(a+)+$", "a" * 64 + "b")
        elif word == "bomb":
            held = []
            while True:
                held.append(bytearray(50_000_000))
        elif word == "segfault":
            ctypes.string_at(0)
        elif word == "shy":  # of the first reading; the last word names a file that remembers it
            tried = Path(release.text.split()[-1])
            if not tried.exists():
                tried.touch()
                os._exit(3)
        return super().understand(release)
