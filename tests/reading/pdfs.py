"""Small PDFs for the tests: lines of text put on pages by hand."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]


@dataclass(frozen=True)
class Line:
    """A line of text; ``x`` and ``y`` are points from the page's left and upper edge."""

    text: str
    y: float
    x: float = 72
    size: float = 11
    font: str = "Helvetica"
    angle: float = 0


def lines(text: str, y: float = 120, x: float = 72, leading: float = 14) -> list[Line]:
    """The lines of a block of text, one below the other; an empty one leaves a space."""
    rows = enumerate(text.strip().splitlines())
    return [Line(row.strip(), y + number * leading, x) for number, row in rows if row.strip()]


def pdf(*pages: Sequence[Line], password: str | None = None, script: str | None = None) -> bytes:
    """A PDF of these pages."""
    out = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=A4, encrypt=lock)
    for page in pages:
        for line in page:
            canvas.saveState()
            canvas.translate(line.x, HEIGHT - line.y)
            canvas.rotate(line.angle)
            canvas.setFont(line.font, line.size)
            canvas.drawString(0, 0, line.text)
            canvas.restoreState()
        canvas.showPage()
    if script:
        canvas.setCatalogEntry("OpenAction", script)
    canvas.save()
    return out.getvalue()
