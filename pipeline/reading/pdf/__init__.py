"""PDF to pieces: what the page shows by place, size and weight, as paragraphs and headings.

A PDF knows characters and where they stand, and no words, lines or paragraphs. PDFium tells the
characters (``characters``); ``columns`` puts their lines in reading order, ``running`` takes off
what every page repeats, ``footnotes`` takes the notes out of the way of the text that runs on
overleaf, and ``paragraphs`` joins the lines that belong together, with ``hyphens`` where a line
ends in the middle of a word.
"""

from __future__ import annotations

from pipeline.errors import DocumentError

from ..draft import Draft
from ..limits import Limits, bounded
from .characters import page_lines, pages
from .columns import in_reading_order
from .footnotes import without_footnotes
from .paragraphs import paragraphs
from .running import without_running_lines

__all__ = ["read_pdf"]

#: A page of prose has some 3,000 characters; a scan with a stamp of text has next to none.
_LEAST = 40


def read_pdf(data: bytes, name: str, limits: Limits) -> Draft:
    """The pieces of a PDF.

    Raises DocumentError where it is encrypted or damaged, where it holds pictures of text but no
    text, and where it is beyond the limits.
    """
    with pages(data, name, limits) as opened:
        read = tuple(in_reading_order(page_lines(page)) for page in opened)
    told, running = without_running_lines(read)
    if sum(len(line.text) for line in told) < min(_LEAST, _LEAST * len(read)):
        raise DocumentError(
            "this PDF holds no text, only pictures of it",
            where=name,
            remedy="run OCR over it first",
        )
    body, notes = without_footnotes(told)
    told_pieces = (*paragraphs(body), *paragraphs(notes), *running)
    return Draft(tuple(bounded(told_pieces, limits, name)))
