"""Rich text to pieces: paragraphs, items and cells; of type and size it tells nothing."""

from __future__ import annotations

import re

from pipeline.errors import DocumentError

from .characters import clean
from .draft import Draft
from .limits import Limits, beyond, bounded
from .text import pieces

#: Characters of markup to one of text, at the most: a picture is written out in digits.
_MARKUP = 50
_FIELD = re.compile(r"(?=\{\\field\b)")
#: What striprtf would repeat behind the words of a link.
_LINK = re.compile(r"(?<=HYPERLINK)(?=\s\")", re.IGNORECASE)
_BULLET = re.compile(r"^[·\uf0b7](?=\s)", re.MULTILINE)  # as the symbol font has it
_ROW = re.compile(r"^.*\|\s*$", re.MULTILINE)


def read_rtf(data: bytes, name: str, limits: Limits) -> Draft:
    """The pieces of a document in rich text.

    Raises DocumentError where it is damaged or beyond the limits.
    """
    if len(data) > _MARKUP * limits.characters:
        raise beyond(name, "characters", limits.characters)
    text = clean(_text(data, name))
    if not text.strip():
        raise DocumentError("no text was found", where=name, remedy="look whether it has any")
    if len(text) > limits.characters:
        raise beyond(name, "characters", limits.characters)
    cells = _ROW.sub(lambda row: row[0].replace("|", "\n"), _BULLET.sub("•", text))
    return Draft(tuple(bounded(pieces(cells.replace("\n", "\n\n")), limits, name)))


def _text(data: bytes, name: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - needed only for rich text

    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError:  # beyond ASCII, older programs write the characters of their system
        source = data.decode("cp1252", errors="replace")
    fields = _LINK.sub(" ", _FIELD.sub("\n", source))  # its pattern for links looks to a line's end
    try:
        text: str = rtf_to_text(fields, errors="replace")
    except Exception as error:  # of numbers that are missing, too large or no characters
        raise DocumentError(
            "this rich text is damaged", where=name, remedy="open it in Word and save it anew"
        ) from error
    # Characters beyond the first 65,536 are written as two halves.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", errors="replace")
