"""What is amiss in a graph, in plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing amiss: in which document, at which node, what, and the words concerned."""

    document: str
    node: str
    problem: str
    words: str | None = None

    def __str__(self) -> str:
        words = f": {_shortened(self.words)}" if self.words is not None else ""
        return f"{self.node}: {self.problem}{words}"


def _shortened(words: str) -> str:
    """Words in quotation marks on one line, their middle left out where they are many.

    120 characters show a passage's two ends and still fit a terminal beside nothing else.
    """
    line = " ".join(words.split())
    return repr(line if len(line) <= 120 else f"{line[:70]} … {line[-40:]}")
