"""Which format a document is in, and its pieces as that format tells them.

The first bytes decide, then the ending of the name: a Word file that is called ``.pdf`` is a Word
file.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from pipeline.errors import DocumentError

from .decode import decode
from .draft import Draft
from .limits import Limits, beyond

_MARKDOWN = frozenset((".md", ".markdown"))
_HTML = frozenset((".html", ".htm", ".xhtml"))
_TEXT = frozenset((".txt", ".text"))
_BINARY = frozenset((".pdf", ".docx", ".rtf"))
_MAIL = frozenset((".eml",))

#: The endings of documents that can be read.
SUFFIXES = tuple(sorted(_TEXT | _MARKDOWN | _HTML | _BINARY | _MAIL))

_TAGGED = re.compile(r"\s*<(?:!doctype|\?xml|!--|[a-z][a-z0-9]{0,10}[\s>])", re.IGNORECASE)
_PDF_WITHIN = 1024  # bytes: a PDF may begin with a few that are no part of it


def read_format(data: bytes, name: str, limits: Limits) -> Draft:
    """The pieces of a document and what it says about itself.

    Raises DocumentError for a format that cannot be read, with what to do instead, and for a
    document beyond the limits.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from .pdf import read_pdf  # noqa: PLC0415  (PDFium: 30 ms, needed only for PDF)

        return read_pdf(data, name, limits)
    if data.startswith(b"PK\x03\x04"):
        from .docx import read_docx  # noqa: PLC0415  (python-docx: 100 ms, needed only for Word)

        return read_docx(data, name, limits)
    if data.lstrip()[:5] == b"{\\rtf":
        from .rtf import read_rtf  # noqa: PLC0415

        return read_rtf(data, name, limits)
    if PurePath(name).suffix.lower() in _MAIL:
        from .mail import read_mail  # noqa: PLC0415  (email: 20 ms, needed only for mail)

        return read_mail(data, name, limits)
    return _text(decode(data, name), name, limits)


def _text(text: str, name: str, limits: Limits) -> Draft:
    """The pieces of a text: by the ending of its name, else by its first tag.

    An address on the web may end in anything.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML or (suffix not in _TEXT | _MARKDOWN and _TAGGED.match(text)):
        from .html import read_html  # noqa: PLC0415  (lxml: 30 ms, needed only for HTML)

        return read_html(text, name, limits)
    if len(text) > limits.characters:
        raise beyond(name, "characters", limits.characters)
    if suffix in _MARKDOWN:
        from .markdown import read_markdown  # noqa: PLC0415  (patterns: 5 ms, only for Markdown)

        return read_markdown(text, name, limits)
    if suffix in _TEXT or not suffix or "://" in name:
        from .text import read_text  # noqa: PLC0415

        return read_text(text, name, limits)
    if suffix in _BINARY:
        what, remedy = f"this is no {suffix} file", "look what it is and name it so"
    else:
        what, remedy = f"{suffix} files cannot be read", f"give one of {', '.join(SUFFIXES)}"
    raise DocumentError(what, where=name, remedy=remedy)
