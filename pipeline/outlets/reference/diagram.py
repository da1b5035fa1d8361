"""Draw classes as trees: a box for each with its properties, those below it to its right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.outlets.reference.terms import Term

#: In pixels: a line of text, the space around boxes, and a character of 13 pixels' text at widest.
LINE, GAP, CHARACTER = 19, 16, 7.8


@dataclass(frozen=True, slots=True)
class Box:
    """A class with its lines, and the box of the class it is under."""

    name: str
    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float
    parent: tuple[float, float] | None

    @property
    def path(self) -> str:
        """The line from the class above to this one."""
        if self.parent is None:
            return ""
        x, y = self.parent
        return f"M{x:g} {y:g}h{GAP:g}V{self.top + LINE:g}H{self.left:g}"


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes on a canvas, told in words as well."""

    id: str
    title: str
    description: str
    width: float
    height: float
    boxes: tuple[Box, ...]


def draw(
    id_: str, title: str, roots: Sequence[Term], below: Callable[[str], Iterable[Term]]
) -> Diagram:
    """A diagram of trees of classes, one under the other."""
    boxes: list[Box] = []
    top = float(GAP)
    for root in roots:
        top = _place(root, below, boxes, (GAP, top), None)
    return Diagram(
        id=id_,
        title=title,
        description=" ".join(_told(root, below) for root in roots),
        width=max(box.left + box.width for box in boxes) + GAP,
        height=top,
        boxes=tuple(boxes),
    )


def _place(
    term: Term,
    below: Callable[[str], Iterable[Term]],
    boxes: list[Box],
    at: tuple[float, float],
    parent: tuple[float, float] | None,
) -> float:
    """Put a class and those below it on the canvas; returns where the next may begin."""
    lines = tuple(_line(p.name, p.to) for p in term.properties)
    left, top = at
    width = max(len(line) for line in (term.name, *lines)) * CHARACTER + 2 * GAP
    height = LINE * (len(lines) + 1) + GAP
    boxes.append(Box(term.name, lines, left, top, width, height, parent))
    bottom, beside = top + height + GAP, top
    for child in below(term.name):
        edge = (left + width, top + LINE)
        beside = _place(child, below, boxes, (left + width + 3 * GAP, beside), edge)
    return max(bottom, beside)


def _line(name: str, to: tuple[str, ...]) -> str:
    return f"{name} → {' or '.join(to)}" if to else name


def _told(term: Term, below: Callable[[str], Iterable[Term]]) -> str:
    """The tree in words, for those who do not see it."""
    children = list(below(term.name))
    if not children:
        return ""
    names = ", ".join(child.name for child in children)
    return " ".join(
        filter(None, [f"Under {term.name}: {names}."] + [_told(c, below) for c in children])
    )
