"""Dumps of one document per row: JSON Lines and CSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import PurePath

from pipeline.errors import DocumentError
from pipeline.reading.decode import encoding_of

from .columns import columns_of, delimiter_of, no_text
from .document import Document, Found, refuse
from .rows import row_document
from .terms import too_large
from .vessel import Vessel, lines

_MARK = b"\xef\xbb\xbf"
_UNDECODED = re.compile("[\udc80-\udcff]")  # bytes that are no UTF-8
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def jsonl_rows(vessel: Vessel) -> Iterator[Found]:
    """The documents of a dump with a JSON object on each line; bad lines are refused singly."""
    _check_encoding(vessel)
    for number, line in lines(vessel.stream, vessel.terms.max_bytes):
        if line is not None and not line.strip():
            continue
        try:
            yield _object_document(line, vessel, number)
        except DocumentError as error:
            yield _refused(vessel, number, error)


def _object_document(line: bytes | None, vessel: Vessel, number: int) -> Document:
    if line is None:
        raise too_large(vessel.terms)
    try:
        row = json.loads(line.removeprefix(_MARK) if number == 1 else line)
    except (ValueError, RecursionError) as error:
        told = str(error).split(":")[0]
        raise DocumentError(f"is not JSON ({told})", remedy="mend or remove the line") from error
    if not isinstance(row, dict):
        kind = type(row).__name__
        raise DocumentError(f"holds a {kind}, not an object", remedy="mend or remove the line")
    return row_document(row, vessel, number)


def csv_rows(vessel: Vessel) -> Iterator[Found]:
    """The documents of a table whose first line names the columns; bad rows are refused singly.

    A row that is no UTF-8 is decoded as a document would be.
    """
    _check_encoding(vessel)
    table = _Table(vessel)
    columns = columns_of(table.header, vessel.terms.columns)
    absent = [key for key in columns.values() if key not in table.header]
    if absent:
        listed = ", ".join(table.header)[:300]
        raise DocumentError(f"has no column {absent[0]!r}", remedy=f"choose among {listed}")
    if "text" not in columns:
        raise no_text(table.header)
    for number, cells in table:
        try:
            row = dict(zip(table.header, _checked(cells, table), strict=False))
            yield row_document(row, vessel, number, columns)
        except DocumentError as error:
            yield _refused(vessel, number, error)


class _Table:
    """The header of a table, and its records with the number of the line each begins on."""

    def __init__(self, vessel: Vessel) -> None:
        self.limit, self.vessel = vessel.terms.max_bytes, vessel
        csv.field_size_limit(self.limit)
        self.too_long = 0  # the last line that was
        first = next(self._lines(), "")
        mark = "\t" if PurePath(vessel.name).suffix.lower() == ".tsv" else delimiter_of(first)
        self.header = [cell.strip() for cell in _cells(first, mark)]
        self.reader = csv.reader(self._lines(), delimiter=mark)

    def __iter__(self) -> Iterator[tuple[int, list[str] | DocumentError]]:
        while True:
            number = self.reader.line_num + 2  # the header has the first line
            try:
                cells = next(self.reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield (
                    number,
                    DocumentError(f"is no row ({error})", remedy="mend its quotation marks"),
                )
                continue
            if self.too_long >= number:
                yield number, too_large(self.vessel.terms)
            elif cells:
                yield number, cells

    def _lines(self) -> Iterator[str]:
        for number, line in lines(self.vessel.stream, self.limit):
            if line is None:
                self.too_long = number + (1 if hasattr(self, "header") else 0)
            text = (line or b"\n").removeprefix(_MARK if number == 1 else b"")
            yield text.decode("utf-8", errors="surrogateescape")


def _cells(header: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=mark), [])
    except csv.Error as error:
        raise DocumentError(
            f"its first line is no row ({error})", remedy="mend its quotation marks"
        ) from error


def _checked(cells: list[str] | DocumentError, table: _Table) -> list[str]:
    if isinstance(cells, DocumentError):
        raise cells
    if len(cells) > len(table.header):
        raise DocumentError(
            f"has {len(cells)} cells under {len(table.header)} columns",
            remedy="put cells with the delimiter in quotation marks",
        )
    return _decoded(cells)


def _decoded(cells: list[str]) -> list[str]:
    """The cells of a row; of one that is not UTF-8, by the encoding that all of it speaks for."""
    row = "\n".join(cells)
    if row.isascii() or not _UNDECODED.search(row):
        return cells
    encoding = encoding_of(row.encode("utf-8", "surrogateescape"))
    return [
        cell.encode("utf-8", "surrogateescape").decode(encoding, errors="replace") for cell in cells
    ]


def _check_encoding(vessel: Vessel) -> None:
    if vessel.stream.peek(2)[:2] in _UTF16:
        raise DocumentError("is UTF-16", remedy="save it as UTF-8")


def _refused(vessel: Vessel, number: int, error: DocumentError) -> Found:
    return refuse(f"{vessel.source}/{number}", f"{vessel.place}:{number}", error)
