"""What must hold of any bytes that a user names, whatever they are."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.models import Release
from pipeline.reading import SUFFIXES, Limits, read_bytes
from pipeline.sources import Document, Refusal, Terms, discover

#: What is tried: every ending of documents and of what holds documents, and a name without one.
HOLDING = (".csv", ".tsv", ".jsonl", ".atom", ".zip", ".tar", ".tgz", ".gz")
NAMES = ("a", *(f"a{suffix}" for suffix in (*SUFFIXES, *HOLDING)))

#: Small, so that what goes beyond them is soon found.
LIMITS = Limits(characters=100_000, blocks=5_000, paragraph=50_000, pages=20)
TERMS = Terms(max_bytes=1_000_000, max_unpacked=4_000_000)

#: A refusal is one line that a person reads.
_LONGEST_REASON = 600


def check(name: str, data: bytes) -> None:
    """Raise AssertionError where bytes of that name break what reading promises."""
    if name.endswith(".docx") and not data.startswith(b"PK"):
        data = word_file(data)  # a zip's sums keep all that is changed in it from being read
    for found in _found(name, data):
        if isinstance(found, Refusal):
            _check_reason(found.reason)
            continue
        content = found.open()
        try:
            releases = read_bytes(content.data, content.name, content.sidecar, LIMITS)
        except DocumentError as error:
            _check_reason(str(error))
            continue
        assert releases, "a document without releases"
        for number, release in enumerate(releases):
            assert release.part == number
            _check_release(release)


def word_file(document: bytes) -> bytes:
    """A Word file with that for its main part."""
    with tempfile.SpooledTemporaryFile() as packed:
        with zipfile.ZipFile(packed, "w") as archive:
            for part, text in _WORD_PARTS.items():
                archive.writestr(part, text)
            archive.writestr("word/document.xml", document)
        packed.seek(0)
        return packed.read()


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}


def _found(name: str, data: bytes) -> Iterator[Document | Refusal]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield from discover([str(path if path.suffix else folder)], TERMS)


def _check_reason(reason: str) -> None:
    assert reason.isprintable(), f"a reason that is no plain line: {reason!r}"
    assert len(reason) <= _LONGEST_REASON, f"a reason of {len(reason)} characters"


def _check_release(release: Release) -> None:
    """Blocks follow each other in the text and hold all of it; nothing in it is invisible."""
    assert release.blocks, "a release without blocks"
    release.text.encode("utf-8")  # half a surrogate pair is no character
    end = 0
    for block in release.blocks:
        assert not release.text[end : block.span.start].strip()
        words = block.span.of(release.text)
        assert words == " ".join(words.split()), f"a block that is not folded: {words!r}"
        end = block.span.end
    assert end == len(release.text)
    if release.dateline:
        assert release.dateline.of(release.text).strip()
