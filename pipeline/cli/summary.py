"""What is said when documents are done: the table or the figures, and what went wrong."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.cli.telling import columns, warn

if TYPE_CHECKING:
    from pipeline.corpus import Run
    from pipeline.sources.document import Found


def tell(run: Run, kinds: Sequence[str]) -> None:
    """Print how many facts of each sort each document gave."""
    totals: Counter[str] = _facts(run)
    count = sum(1 for _ in run.outcomes())
    if not count:
        return

    def rows() -> Iterator[Sequence[object]]:
        yield ("document", *kinds, "posts")
        for outcome in run.outcomes():
            yield (outcome.source, *(outcome.events.get(k, 0) for k in kinds), outcome.posts)
        last = f"{count} in {run.choices.output}"
        yield (last, *(totals[kind] for kind in kinds), totals["posts"])

    for line in columns(rows):
        print(line)


def print_json(run: Run, seconds: float) -> None:
    """Print the figures of a run, and what was refused or skipped and why, as one object."""
    facts = _facts(run)
    posts = facts.pop("posts", 0)
    told = {
        "output": run.choices.output,
        **run.counts(),
        "events": dict(sorted(facts.items())),
        "posts": posts,
        "seconds": round(seconds, 3),
        "failures": [{"document": each.source, "reason": each.reason} for each in run.failures()],
        "skips": [{"document": each.source, "reason": each.reason} for each in run.skips()],
    }
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    print()


def warn_of(run: Run) -> None:
    """Say on standard error what is amiss, what failed and what was left alone or taken away."""
    for outcome in run.outcomes():
        for note in outcome.notes:
            warn(f"{outcome.source}: {note}")
    tell_refused(run.failures())
    for skip in run.skips():
        warn(skip.reason)
    counts = run.counts()
    if skipped := counts["skipped"]:
        warn(f"{skipped} skipped, not in English; read them with --language any")
    if counts["unchanged"] or counts["removed"]:
        warn(_changes(counts))


def tell_refused(found: Iterable[Found]) -> None:
    """Say on standard error which documents failed, one line each with its reason."""
    from pipeline.sources import Refusal

    for each in found:
        if isinstance(each, Refusal):
            warn(each.reason)


def _changes(counts: dict[str, int]) -> str:
    removed = counts["removed"]
    gone = f", {removed:,} gone and their graphs removed" if removed else ""
    return f"{counts['written']:,} written, {counts['unchanged']:,} unchanged{gone}"


def _facts(run: Run) -> Counter[str]:
    """How many events of each class and posts all documents give."""
    total: Counter[str] = Counter()
    for outcome in run.outcomes():
        total.update(outcome.events)
        total["posts"] += outcome.posts
    return total
