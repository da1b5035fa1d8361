"""Standard input: what it is shows in its first bytes."""

from __future__ import annotations

import gzip
import io
import sys

import pytest

from pipeline.sources import Terms

from .conftest import Find
from .test_archives import zipped

ROW = b'{"id": "7", "text": "They met."}\n'


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"They met.", {"stdin": "stdin"}),
        (b"%PDF-1.7", {"stdin": "stdin"}),
        (ROW * 1, {"stdin/7": "7.txt"}),
        (gzip.compress(ROW, mtime=0), {"stdin/7": "7.txt"}),
        (b"id,text\n7,They met.\n", {"stdin/7": "7.txt"}),
        (zipped({"a.md": b"# Talks"}), {"stdin/a.md": "a.md"}),
        (b"<rss><item><description>They met.</description></item></rss>", {"stdin/1": "1.txt"}),
        (b'{"id": "7", "text": "' + b"They met. " * 2000 + b'"}', {"stdin/7": "7.txt"}),
        (b"Title, body, text and all that were discussed.", {"stdin": "stdin"}),
    ],
)
def test_what_is_piped_is_known_by_its_bytes(
    find: Find, monkeypatch: pytest.MonkeyPatch, data: bytes, names: dict[str, str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    documents, refused = find("-")
    assert {source: content.name for source, content in documents.items()} == names
    assert refused == []


def test_its_name_can_be_given(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Talks")))
    assert list(find("-", terms=Terms(name="talks.md"))[0]) == ["talks.md"]
    assert find("-", terms=Terms(name="../talks.md"))[1] == [
        "-: its name leaves the folder; give another --name"
    ]
