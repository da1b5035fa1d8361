"""Remote stores, with the one that fsspec keeps in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from pipeline.errors import DocumentError
from pipeline.sources import Terms

from .conftest import Find

fsspec = pytest.importorskip("fsspec")

FILES = {
    "/bucket/b.md": b"# Talks",
    "/bucket/a/one.txt": b"They met.",
    "/bucket/a/one.meta.json": b'{"title": "Talks"}',
    "/bucket/a/rows.jsonl": b'{"text": "They met.", "id": "7"}',
    "/bucket/photo.png": b"png",
    "/bucket/.hidden/c.md": b"no",
}


@pytest.fixture(autouse=True)
def store() -> Iterator[None]:
    memory = fsspec.filesystem("memory")
    memory.store.clear()  # which all tests of a process share
    for path, data in FILES.items():
        memory.pipe(path, data)
    yield
    memory.store.clear()


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("memory://bucket", ["a/one.txt", "a/rows.jsonl/7", "b.md"]),
        ("memory://bucket/a", ["one.txt", "rows.jsonl/7"]),
        ("memory://bucket/b.md", ["b.md"]),
        ("memory://bucket/*/*.txt", ["a/one.txt"]),
    ],
)
def test_a_remote_folder_is_read_as_one_here(find: Find, address: str, names: list[str]) -> None:
    documents, refused = find(address)
    assert list(documents) == names
    assert refused == []


def test_a_remote_document_has_its_sidecar(find: Find) -> None:
    content = find("memory://bucket/a")[0]["one.txt"]
    assert (content.data, content.sidecar) == (b"They met.", {"title": "Talks"})


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("memory://nowhere", "holds no releases; give files in"),
        ("ftp://host/x.md", "cannot be read from there; give https://, s3://, gs://"),
        ("s3://x/y.zip::http://127.0.0.1/", "cannot be read from there"),
    ],
)
def test_what_cannot_be_read_is_refused(find: Find, address: str, reason: str) -> None:
    assert find(address)[1][0].startswith(f"{address}: {reason}")


def test_a_remote_file_is_limited(find: Find) -> None:
    with pytest.raises(DocumentError, match=r"is larger than 4e-06 MB"):
        find("memory://bucket/b.md", terms=Terms(max_bytes=4))


def test_without_fsspec_its_extra_is_named(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    (told,) = find("memory://bucket")[1]
    assert told.endswith("remote stores need fsspec; pip install 'communique[remote]'")
