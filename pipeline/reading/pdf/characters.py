"""The characters of a PDF's pages as PDFium tells them, gathered into runs on one line.

Coordinates are in points, from the top left corner of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import DocumentError

from ..characters import clean, fold
from ..limits import Limits, beyond

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_BREAK = "\x02"  # PDFium's sign for a hyphen at the end of a line
#: The bullets of the Symbol and Wingdings fonts, which have no character of their own.
_SYMBOLS = dict.fromkeys(range(0xF000, 0xF100), "•")
_GAP = 2.0  # of the type size: wider than any space in justified text
_UPRIGHT = 0.05  # radians: text at an angle is a stamp or a watermark
_BOLD = 600  # of font weights from 100 to 900
_FONT_NAME = 128  # bytes of a font's name that are looked at
_ENCRYPTED = 4  # PDFium's FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class Placed:
    """Text and where it stands on its page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line(Placed):
    """A run of text on one line of a page; ``column`` counts its page's columns from 0."""

    page: int
    column: int = 0

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextPage:
    """The characters of an open page, its number from 0 and its height."""

    number: int
    height: float
    text: pypdfium2.PdfTextPage


@contextmanager
def pages(data: bytes, name: str, limits: Limits) -> Iterator[Iterator[TextPage]]:
    """The pages of a PDF from the first; closed when the block is left.

    Raises DocumentError for a PDF that cannot be opened, for one that asks for a password, and for
    one of more pages or characters than allowed, before they are looked at one by one.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _ENCRYPTED:
            what, remedy = "this PDF is encrypted", "save a copy without a password"
        else:
            what, remedy = "this PDF is damaged", "open it in a viewer and print it anew"
        raise DocumentError(what, where=name, remedy=remedy) from error
    try:
        if len(document) > limits.pages:
            raise beyond(name, "pages", limits.pages)
        yield _opened(document, name, limits)
    finally:
        document.close()


def _opened(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> Iterator[TextPage]:
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            what = f"page {number + 1} of this PDF is damaged"
            remedy = "open it in a viewer and print it anew"
            raise DocumentError(what, where=name, remedy=remedy) from error
        characters += text.count_chars()
        if characters > limits.characters:
            raise beyond(name, "characters", limits.characters)
        yield TextPage(number, page.get_height(), text)
        text.close()
        page.close()


def page_lines(page: TextPage) -> tuple[Line, ...]:
    """The runs of text of a page in the order in which the file draws them."""
    lines = (line_of(run, page.number) for run in _runs(page.text.raw, page.height))
    return tuple(line for line in lines if line.text)


def _runs(text_page: object, height: float) -> Iterator[list[Placed]]:
    """Characters that stand beside each other on one line with no wide gap between them."""
    run: list[Placed] = []
    box, last = pdfium.FS_RECTF(), None
    name = ctypes.create_string_buffer(_FONT_NAME)
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        text = (
            _SYMBOLS.get(code) or chr(code).translate(_LIGATURES)
            if code not in range(0xD800, 0xE000)
            else "\ufffd"
        )
        if text in "\r\n":
            last = None
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box)):
            continue
        if abs(pdfium.FPDFText_GetCharAngle(text_page, index)) > _UPRIGHT:
            continue
        character = Placed(
            text=text,
            left=box.left,
            right=box.right,
            top=height - box.top,
            bottom=height - box.bottom,
            size=pdfium.FPDFText_GetFontSize(text_page, index),
            bold=_is_bold(text_page, index, name),
        )
        if run and (last is None or not _beside(last, character)):
            yield run
            run = []
        run.append(character)
        if not text.isspace() or last is None:
            last = character
    if run:
        yield run


def _is_bold(text_page: object, index: int, name: ctypes.Array[ctypes.c_char]) -> bool:
    """Whether a character is heavy by its weight, or by its font's name where that has none."""
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD:
        return True
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _FONT_NAME, None)
    return b"bold" in name.value.lower()


def _beside(last: Placed, following: Placed) -> bool:
    """Whether a character goes on where the last one stopped, on the same line."""
    overlap = min(last.bottom, following.bottom) - max(last.top, following.top)
    least = min(last.bottom - last.top, following.bottom - following.top)
    size = max(last.bottom - last.top, following.bottom - following.top, 1.0)
    gap = following.left - last.right
    return overlap >= least / 2 and -size < gap < _GAP * size


def line_of(run: list[Placed], page: int) -> Line:
    """A run of characters as a line of its page, without those that cannot be seen."""
    inked = [character for character in run if not character.text.isspace()] or run
    text = "".join(character.text for character in run)
    heights = sorted(character.bottom - character.top for character in inked)
    return Line(
        text=fold(clean(text.replace(_BREAK, "-"))),
        left=min(character.left for character in inked),
        right=max(character.right for character in inked),
        top=median(character.top for character in inked),
        bottom=median(character.bottom for character in inked),
        size=round(median(heights), 1),
        bold=sum(character.bold for character in inked) * 2 > len(inked),
        page=page,
    )
