"""What is amiss in a graph, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

#: The constraint component of what is found beside the shapes.
BESIDE_SHAPES = "https://w3id.org/communique/shapes#BesideShapes"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing amiss: in which document, at which node, and what.

    ``problem`` is the same for all of a kind; ``value`` is what is wrong here. ``passage`` is the
    IRI of the node's first passage, or of the node if it is one, and ``words`` are that passage's.
    ``path`` and ``component`` are the property and the constraint component of SHACL.
    """

    document: str
    node: str
    problem: str
    value: str | None = None
    path: str | None = None
    component: str = BESIDE_SHAPES
    passage: str | None = None
    words: str | None = None

    def __str__(self) -> str:
        value = f": {shortened(self.value)}" if self.value is not None else ""
        return f"{self.node}: {self.problem}{value}"


def shortened(words: str) -> str:
    """Words in quotation marks on one line, their middle left out where they are many.

    120 characters show a passage's two ends and still fit a terminal beside nothing else.
    """
    line = " ".join(words.split())
    return repr(line if len(line) <= 120 else f"{line[:70]} … {line[-40:]}")
