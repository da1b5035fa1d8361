"""Turn a document that a person has judged into counts and digests, which hold none of its words.

    python tools/quality/judge.py SHEETS tools/quality/judged.json

A sheet is a text file per document: its path below the folder of releases, then its lines as
another program prints them (poppler's pdftotext, the standard library's HTML parser), each behind
a mark:

    b  body: the release itself, its headline, captions and notes; lines are joined to sentences
    l  body, and the line stands for itself: an item, a cell, the row of a table
    f  furniture: navigation, teasers, page numbers, running titles, end marks, contacts
    h  a field or signature, which may be read as either

Of every sentence and line is kept how many letters and digits it has and a digest of them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from digests import Mark, digest, letters

#: A full stop that ends a sentence: not behind an initial or a short title.
_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|No|Rs|St))(?<!\bMrs)[.?!][”\"’']?\s+(?=[A-Z“\"(])"
)


def judged(sheet: Path) -> tuple[str, dict[str, list[Mark]]]:
    """A document's path, and its body and furniture as marks."""
    name, *rows = sheet.read_text("utf-8").splitlines()
    told: dict[str, list[Mark]] = {"body": [], "furniture": []}
    running: list[str] = []
    for row in [*rows, "h"]:
        mark, text = row[:1], row[2:]
        if mark == "b":
            running.append(text)
        elif mark == "f":  # such as a page number within a sentence
            told["furniture"] += _marks([text])
        else:
            told["body"] += _marks(_sentences(running))
            running = []
            told["body"] += _marks([text] if mark == "l" else [])
    return name, told


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    text = re.sub(r"(?<=[a-z])- (?=[a-z])", "-", " ".join(lines))
    start = 0
    for end in _END.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]


def _marks(texts: Iterable[str]) -> list[Mark]:
    found = (letters(text) for text in texts)
    return [(len(each), digest(each)) for each in found if each]


def main(arguments: list[str]) -> None:
    """Judge all sheets."""
    sheets, out = map(Path, arguments)
    told = dict(judged(sheet) for sheet in sorted(sheets.glob("*.txt")))
    lines = (f" {json.dumps(name)}: {json.dumps(marks)}" for name, marks in sorted(told.items()))
    out.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
