"""Archives: their members are documents, and one that is hostile costs only itself."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from pipeline.sources import Terms

from .conftest import Find


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


MEMBERS = {
    "b/two.md": b"# Talks",
    "b/photo.png": b"png",
    ".hidden/x.md": b"no",
    "__MACOSX/b/two.md": b"no",
    "a.meta.json": b'{"title": "Talks"}',
    "a.txt": b"They met.",
    "c.jsonl": b'{"text": "They met.", "id": "7"}',
}


@pytest.mark.parametrize(
    ("name", "pack"), [("x.zip", zipped), ("x.tar.gz", tarred), ("x.tgz", tarred)]
)
def test_members_are_documents(find: Find, tmp_path: Path, name: str, pack: type) -> None:
    (tmp_path / name).write_bytes(pack(MEMBERS))
    documents, refused = find(tmp_path / name)
    assert sorted(documents) == [f"{name}/a.txt", f"{name}/b/two.md", f"{name}/c.jsonl/7"]
    assert documents[f"{name}/a.txt"].data == b"They met."
    assert documents[f"{name}/a.txt"].sidecar == {"title": "Talks"}
    assert documents[f"{name}/b/two.md"].name == "two.md"
    assert refused == []


def test_a_document_alone_can_be_compressed(find: Find, tmp_path: Path) -> None:
    (tmp_path / "a.md.gz").write_bytes(gzip.compress(b"# Talks"))
    ((name, content),) = find(tmp_path)[0].items()
    assert (name, content.name, content.data) == ("a.md.gz", "a.md", b"# Talks")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../up.md", "its name leaves the folder"),
        ("a/../../up.md", "its name leaves the folder"),
        ("..\\up.md", "its name leaves the folder"),
        ("/etc/up.md", "its name is a path from the root"),
        ("C:\\up.md", "its name is a path from the root"),
        ("a\nb.md", "its name holds characters that cannot be seen"),
        ("a\u202egpj.md", "its name holds characters that cannot be seen"),
    ],
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_leaves_the_archive_is_refused(
    find: Find, tmp_path: Path, pack: type, name: str, reason: str
) -> None:
    (tmp_path / "x").mkdir()
    archive = tmp_path / "x" / ("x.zip" if pack is zipped else "x.tar.gz")
    archive.write_bytes(pack({name: b"They met.", "z.txt": b"They met."}))
    documents, refused = find(archive)
    assert [document.rpartition("/")[2] for document in documents] == ["z.txt"]
    (told,) = refused
    assert reason in told
    assert told.isprintable()


def test_links_are_refused(find: Find, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with tarfile.open(tmp_path / "x.tar", "w") as tar:
        member = tarfile.TarInfo("a.md")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    documents, refused = find(tmp_path)
    assert documents == {}
    assert refused == [
        "x.tar/a.md: is a link or no file; pack the file itself",
        "x.zip/a.md: is a link; pack the file itself",
    ]


def test_an_encrypted_member_is_refused(find: Find, tmp_path: Path) -> None:
    data = bytearray(zipped({"a.md": b"They met."}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    assert find(tmp_path)[1] == ["x.zip/a.md: is encrypted; unpack it with its password"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped({"bomb.txt": bytes(20_000_000), "z.txt": b"They met."})),
        ("x.jsonl.gz", gzip.compress(bytes(20_000_000), mtime=0)),
        ("x.tgz", tarred({"bomb.txt": bytes(20_000_000)})),
    ],
)
def test_a_bomb_is_refused(find: Find, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    documents, refused = find(tmp_path)
    assert list(documents) == (["x.zip/z.txt"] if name == "x.zip" else [])
    assert "unpacks to more than 200 times its size" in refused[0]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_what_comes_out_of_an_archive_is_limited(find: Find, tmp_path: Path, pack: type) -> None:
    name = "x.zip" if pack is zipped else "x.tgz"
    members = {f"{number}.txt": b"They met. " * 200 for number in range(100)}
    (tmp_path / name).write_bytes(pack(members))
    documents, refused = find(tmp_path, terms=Terms(max_unpacked=30_000))
    assert len(documents) < 16
    assert refused
    assert "more than 0.03 MB come out" in refused[0]


def test_a_zip_in_a_zip_is_opened_and_no_deeper(find: Find, tmp_path: Path) -> None:
    once = zipped({"a.txt": b"They met."})
    thrice = zipped({"c.zip": zipped({"b.zip": once})})
    (tmp_path / "x.zip").write_bytes(zipped({"b.zip": once}))
    (tmp_path / "y.zip").write_bytes(thrice)
    documents, refused = find(tmp_path)
    assert list(documents) == ["x.zip/b.zip/a.txt"]
    (told,) = refused
    assert told.startswith("y.zip/c.zip/b.zip")
    assert "lies too deep" in told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", b"PK\x03\x04 and no more"),
        ("x.zip", zipped(MEMBERS)[:-60]),
        ("x.jsonl.gz", gzip.compress(b'{"text": "They met."}\n' * 9, mtime=0)[:-12]),
        ("x.md.gz", b"no gzip"),
        ("x.tar", b"no tar" * 200),
        ("x.tgz", tarred(MEMBERS)[:-40]),
    ],
)
def test_a_damaged_archive_is_told(find: Find, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert f"{name}: is damaged (" in find(tmp_path)[1][-1]


def test_a_member_with_wrong_bytes_costs_only_itself(find: Find, tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"They met. " * 50, "z.txt": b"They met."}))
    data[40] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(data)
    documents, refused = find(tmp_path)
    assert list(documents) == ["x.zip/z.txt"]
    assert refused[0].startswith("x.zip/a.txt: is damaged (")
