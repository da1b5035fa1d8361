"""Bytes to characters, or a clear refusal."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import DocumentError

from .characters import clean

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "is an old Word file, which cannot be read", "save it as .docx"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{3,20})", re.IGNORECASE)
_BINARY = bytes((*range(1, 8), *range(14, 27), 28, 29, 30, 31))


def decode(data: bytes, name: str) -> str:
    """The document's characters, cleaned of what is invisible.

    Raises DocumentError for an empty file, for a format that is not text, and for binary data.
    """
    if not data.strip():
        raise DocumentError("the file is empty", where=name, remedy="leave it out")
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(f"this {what}", where=name, remedy=remedy)
    text = clean(_characters(data, name))
    if not text.strip():
        raise DocumentError("the file holds only white space", where=name, remedy="leave it out")
    return text


def _characters(data: bytes, name: str) -> str:
    """Byte-order mark first, then UTF-8, then what the page declares, then a guess."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(encoding_of(data), errors="replace")


def _refuse_binary(data: bytes, name: str) -> None:
    """Text holds no NUL and next to no control characters (fewer than 1 in 50 here)."""
    head = data[:4096]
    controls = len(head) - len(head.translate(None, _BINARY))
    if b"\0" in data or controls * 50 > len(head):
        raise DocumentError(
            "this is binary data, not text", where=name, remedy="give .txt, .md or .html"
        )


def encoding_of(data: bytes) -> str:
    """The encoding of text that is not UTF-8: what it declares, else a guess."""
    declared = _CHARSET.search(data[:4096])
    names = [declared[1].decode("ascii")] if declared else []
    for name in (*names, _guess(data)):
        try:
            codec = codecs.lookup(name).name
        except LookupError:
            continue
        if codec != "utf-8":
            return "cp1252" if codec in {"iso8859-1", "ascii"} else codec
    return "cp1252"


def _guess(data: bytes) -> str:
    import chardet  # noqa: PLC0415  (24 ms, needed only for text that is not UTF-8)

    return str(chardet.detect(data[:65536])["encoding"] or "cp1252")
