"""Word documents to pieces: paragraphs, lists, tables, and what the file says about itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.errors import DocumentError
from pipeline.models import BlockKind, Metadata

from .characters import clean, fold
from .draft import Draft, Piece
from .items import itemized
from .limits import Limits, bounded

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_HEADING_WORDS = 30
_LEVEL = re.compile(r"(?:heading|titre|überschrift) ?([1-6])", re.IGNORECASE)
#: Of what a document may unpack to: a larger one is no release.
_MOST_BYTES = 200_000_000


def read_docx(data: bytes, name: str, limits: Limits) -> Draft:
    """The pieces of a Word document (.docx).

    Raises DocumentError where the file is damaged or is another kind of zip file.
    """
    import docx  # noqa: PLC0415

    _refuse_others(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        pieces = tuple(bounded(_pieces(document), limits, name))
    except DocumentError:
        raise
    except (
        Exception
    ) as error:  # python-docx lets through what zipfile, lxml and its own parts raise
        raise DocumentError(
            "this Word document is damaged", where=name, remedy="open it in Word and save it anew"
        ) from error
    title = fold(clean(document.core_properties.title or ""))
    told = {piece.text.lower() for piece in pieces[:8]}
    return Draft(pieces, Metadata(title=title if title.lower() in told else None))


def _refuse_others(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentError(
            "this zip file is damaged", where=name, remedy="fetch it anew"
        ) from error
    if "word/document.xml" not in members:
        raise DocumentError(
            "this is a zip file with no Word document in it", where=name, remedy="unpack it"
        )
    if size > _MOST_BYTES:
        raise DocumentError(
            f"this Word document unpacks to {size:,} bytes", where=name, remedy="split it"
        )


def _pieces(document: Document) -> Iterator[Piece]:
    from docx.table import Table  # noqa: PLC0415

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield from _paragraph(block)


def _rows(table: Table) -> Iterator[Piece]:
    """Each row as one line; a merged cell is told once, and a table of one cell is a frame."""
    for row in table.rows:
        cells = list(dict.fromkeys(row.cells))
        if len(cells) == 1:
            for paragraph in cells[0].paragraphs:
                yield from _paragraph(paragraph)
        elif text := fold(clean(" ".join(cell.text for cell in cells))):
            yield Piece(BlockKind.PARAGRAPH, text)


def _paragraph(paragraph: Paragraph) -> Iterator[Piece]:
    style = (paragraph.style.name if paragraph.style else None) or ""
    level = _LEVEL.match(style)
    for line in map(fold, clean(paragraph.text).split("\n")):
        if not line:
            continue
        if level or style == "Title":
            yield Piece(BlockKind.HEADING, line, int(level[1]) if level else 1)
        elif _is_bold(paragraph) and len(line.split()) <= _HEADING_WORDS:
            yield Piece(BlockKind.HEADING, line)
        elif style.startswith("List") or _is_numbered(paragraph):
            yield _item(line)
        elif style == "Caption":
            yield Piece(BlockKind.CAPTION, line)
        else:
            yield itemized(line)


def _item(line: str) -> Piece:
    """A line of a list; a numbered sentence is a paragraph, as in the other formats."""
    sentence = line[-1] in ".?!" and len(line.split()) > _HEADING_WORDS
    return Piece(BlockKind.PARAGRAPH if sentence else BlockKind.ITEM, line)


def _is_bold(paragraph: Paragraph) -> bool:
    inked = [run for run in paragraph.runs if run.text.strip()]
    return bool(inked) and all(run.bold for run in inked)


def _is_numbered(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr  # python-docx has no public word for it
    return properties is not None and properties.numPr is not None
