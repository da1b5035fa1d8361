"""What became of each document, kept from run to run in a small database beside the graphs.

A row is written when its graph is; what a killed run had not yet written down is done again.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from pipeline.errors import ManifestError
from pipeline.sources import Refusal

from .outcomes import Known, Outcome, Result, Skip

FILE = "manifest.sqlite"
_VERSION = 1  # of the table; a manifest of another version is begun anew
_TABLE = Path(__file__).with_name("manifest.sql")
#: Seconds of work that a killed run may have to do again: each commit waits for the disk.
_COMMIT = 1.0

#: What can have become of a document.
STATES = ("written", "skipped", "refused", "quarantined")
_WRITTEN, _SKIPPED, _REFUSED, _QUARANTINED = STATES
_RESULT = "SELECT source, graph, state, events, posts, notes, reason, fresh FROM document"

_LOST = """SELECT rowid, graph, state FROM document AS old
WHERE given = :given AND run <> :run
AND NOT EXISTS (SELECT 1 FROM document WHERE source = old.source AND run = :run)"""


class Manifest:
    """The rows of an output folder; one run at a time has it, a second one is refused."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.run = 0

    def __enter__(self) -> Self:
        """Raises ManifestError where another run has it, or it is no database any more."""
        self._rows = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            self._begin()
        except sqlite3.Error as error:
            self._rows.close()
            raise _unusable(self.path, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._rows.in_transaction:  # it may have been stopped between two
            self._rows.execute("COMMIT")
        self._rows.close()

    def known(self, graph: str) -> Known | None:
        """What is known of the document whose graph has that name."""
        asked = "SELECT address, digest, seconds, megabytes FROM document WHERE graph = ?"
        row = self._rows.execute(asked, (graph,)).fetchone()
        if row is None or row[0] is None:
            return None
        address, digest, seconds, megabytes = row
        return Known(address, digest, None if seconds is None else (seconds, megabytes))

    def keep(self, number: int, given: str, graph: str) -> Result:
        """Note that a document was found again and has not changed; gives what became of it."""
        self._rows.execute(
            "UPDATE document SET run = ?, number = ?, given = ?, fresh = 0 WHERE graph = ?",
            (self.run, number, given, graph),
        )
        self._commit_now_and_then()
        (result,) = self._results(f"{_RESULT} WHERE graph = ?", graph)
        return result

    def record(
        self, number: int, given: str, graph: str | None, result: Result, known: Known | None
    ) -> None:
        """Write down what became of a document."""
        self._rows.execute(
            f"INSERT OR REPLACE INTO document VALUES ({', '.join('?' * 15)})",
            (
                graph, result.source, given, self.run, number,
                *_told(result, known),
                *((known.address, known.digest) if known else (None, None)),
                *((known.bounds if known else None) or (None, None)),
                True,
            ),
        )  # fmt: skip
        self._commit_now_and_then()

    def has_graph(self, graph: str) -> bool:
        """Whether a graph of that name was written in an earlier run."""
        asked = "SELECT 1 FROM document WHERE graph = ? AND state = ?"
        return self._rows.execute(asked, (graph, _WRITTEN)).fetchone() is not None

    def missing(self, given: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Forget what is no longer found in what is given: the names of graphs, if written.

        Where something was refused before it became a document, nobody knows which it was, and
        nothing is held to be gone.
        """
        for each in given:
            if self._refused_unopened(each):
                continue
            lost = self._rows.execute(_LOST, {"given": each, "run": self.run}).fetchall()
            for row, graph, state in lost:
                if graph:
                    yield graph, state == _WRITTEN
                self._rows.execute("DELETE FROM document WHERE rowid = ?", (row,))

    def outcomes(self) -> Iterator[Outcome]:
        """The documents of this run that have a graph, in their order."""
        return (each for each in self._in_state(_WRITTEN) if isinstance(each, Outcome))

    def skips(self) -> Iterator[Skip]:
        """The documents of this run that were left alone, in their order."""
        return (each for each in self._in_state(_SKIPPED) if isinstance(each, Skip))

    def failures(self) -> Iterator[Refusal]:
        """What was refused or quarantined in this run, in its order."""
        found = self._in_state(_REFUSED, _QUARANTINED)
        return (each for each in found if isinstance(each, Refusal))

    def counts(self) -> dict[str, int]:
        """How many documents of this run are in each state; those not read again are unchanged."""
        asked = "SELECT state, fresh, count(*) FROM document WHERE run = ? GROUP BY state, fresh"
        found = {(s, bool(f)): n for s, f, n in self._rows.execute(asked, (self.run,))}
        each = {s: sum(found.get((s, fresh), 0) for fresh in (True, False)) for s in STATES}
        unchanged = found.get((_WRITTEN, False), 0)
        return {
            "documents": sum(each.values()),
            **each,
            _WRITTEN: each[_WRITTEN] - unchanged,
            "unchanged": unchanged,
        }

    def _refused_unopened(self, given: str) -> bool:
        asked = "SELECT 1 FROM document WHERE given = ? AND run = ? AND graph IS NULL LIMIT 1"
        return self._rows.execute(asked, (given, self.run)).fetchone() is not None

    def _in_state(self, *states: str) -> Iterator[Result]:
        marks = ", ".join("?" * len(states))
        asked = f"{_RESULT} WHERE run = ? AND state IN ({marks}) ORDER BY number"
        return self._results(asked, self.run, *states)

    def _results(self, asked: str, *values: object) -> Iterator[Result]:
        for row in self._rows.execute(asked, values):
            source, graph, state, events, posts, notes, reason, fresh = row
            if state == _WRITTEN:
                told = tuple(json.loads(notes))
                yield Outcome(source, graph, json.loads(events), posts, told, bool(fresh))
            elif state == _SKIPPED:
                yield Skip(source, reason)
            else:
                yield Refusal(source, reason)

    def _begin(self) -> None:
        # Held to the end, also by a process that is killed: the system lets go of it then.
        self._rows.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._rows.execute("BEGIN IMMEDIATE")
        (version,) = self._rows.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            self._rows.execute("DROP TABLE IF EXISTS document")
            for statement in _TABLE.read_text(encoding="utf-8").split(";\n"):
                self._rows.execute(statement)
            self._rows.execute(f"PRAGMA user_version = {_VERSION}")
        (last,) = self._rows.execute("SELECT max(run) FROM document").fetchone()
        self.run = (last or 0) + 1
        self._commit()

    def _commit_now_and_then(self) -> None:
        if time.monotonic() - self._committed > _COMMIT:
            self._commit()

    def _commit(self) -> None:
        self._rows.execute("COMMIT")
        self._rows.execute("BEGIN")
        self._committed = time.monotonic()


def _told(result: Result, known: Known | None) -> tuple[str, str, int, str, str | None]:
    """State, events, posts, notes and reason."""
    if isinstance(result, Outcome):
        notes = json.dumps(result.notes, ensure_ascii=False)
        return _WRITTEN, json.dumps(dict(result.events)), result.posts, notes, None
    refused = _QUARANTINED if known and known.bounds else _REFUSED
    state = _SKIPPED if isinstance(result, Skip) else refused
    return state, "{}", 0, "[]", result.reason


def _unusable(path: Path, error: sqlite3.Error) -> ManifestError:
    if "locked" in str(error):
        return ManifestError(
            "another run writes there", where=str(path), remedy="wait for it or choose another -o"
        )
    return ManifestError(
        f"cannot be used ({error})", where=str(path), remedy="remove it; all is then read again"
    )
