"""Dumps of one document per row: every row becomes a document or is refused by its line."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.sources import Terms, discover, parse_columns

from .conftest import Find


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


ROW = {"id": "17", "title": "Talks", "date": "2024-03-05", "text": "Both sides met."}


@pytest.mark.parametrize(
    ("row", "name", "data", "sidecar"),
    [
        pytest.param(ROW, "17.txt", "Both sides met.", {"title": "Talks", "date": "2024-03-05"},
                     id="columns are known by their names"),
        pytest.param({"Body": "<p>They met.</p>", "Published On": "20240305"}, "1.html",
                     "<p>They met.</p>", {"date": "2024-03-05"}, id="a page, without an id"),
        pytest.param({"content": "# Talks", "id": "a/talks.md"}, "a-talks-md-112df197.md",
                     "# Talks", {}, id="an id's ending tells the format"),
        pytest.param({"text": "Met.", "date": "2024-03"}, "1.txt", "Met.", {},
                     id="a month alone is no date of publication"),
        pytest.param({"text": "Met.", "agency": ["Trade", "Ports"], "id": 5}, "5.txt", "Met.",
                     {"issuer": "Trade; Ports"}, id="several issuers, and an id that is a number"),
        pytest.param({"text": "Half \ud83d", "title": None}, "1.txt", "Half \ufffd", {},
                     id="half a character is marked as lost"),
    ],
)  # fmt: skip
def test_a_row_is_a_document(
    find: Find, tmp_path: Path, row: dict[str, object], name: str, data: str, sidecar: object
) -> None:
    documents, refused = find(written(tmp_path, "dump.jsonl", json.dumps(row)))
    (content,) = documents.values()
    assert (content.name, content.data.decode(), content.sidecar) == (name, data, sidecar)
    assert list(documents) == [f"dump.jsonl/{name.rpartition('.')[0]}"]
    assert refused == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON (Expecting property name enclosed in double quotes)"),
        ("[" * 100_000, "is not JSON (maximum recursion depth exceeded"),
        ("[1]", "holds a list, not an object"),
        ('{"title": "Talks"}', "no column holds the text; the columns are title"),
        ('{"text": " "}', "has no text in 'text'"),
        ('{"text": {"a": 1}}', "its 'text' is a dict, not a string"),
        ('{"text": "Met.", "date": "3/4/2024"}', "its 'date' is '3/4/2024', no clear date"),
        ('{"text": "Met.", "id": "17"}', "has the name dump.jsonl/17 of"),
        ('{"text": "' + "x" * 3000 + '"}', "is larger than 0.002 MB"),
        (b'{"text": "caf\xe9"}', "is not JSON"),
    ],
)
def test_a_bad_row_is_refused_by_its_line_and_the_others_go_on(
    find: Find, tmp_path: Path, line: str | bytes, reason: str
) -> None:
    bad = line if isinstance(line, bytes) else line.encode()
    good = json.dumps(ROW).encode(), json.dumps({**ROW, "id": "18"}).encode()
    dump = written(tmp_path, "dump.jsonl", b"\n".join((good[0], b"", bad, good[1])))
    limit = 2000 if "0.002" in reason else 50_000_000
    documents, refused = find(dump, terms=Terms(max_bytes=limit))
    assert list(documents) == ["dump.jsonl/17", "dump.jsonl/18"]
    (told,) = refused
    assert told.startswith(f"dump.jsonl:3: {reason}")
    assert "\n" not in told


@pytest.mark.parametrize(
    ("table", "texts"),
    [
        pytest.param("id,text\n1,Met.\n2,\"They\nmet, too.\"\n", ["Met.", "They\nmet, too."],
                     id="cells over several lines"),
        pytest.param("\ufeffid;text\n1;Met, and left.\n", ["Met, and left."],
                     id="a byte-order mark and semicolons"),
        pytest.param(b"id\ttext\n1\tThe ministers met in a caf\xe9 of Suria.\n",
                     ["The ministers met in a café of Suria."], id="tabs and no UTF-8"),
    ],
)  # fmt: skip
def test_a_table_is_read(find: Find, tmp_path: Path, table: str | bytes, texts: list[str]) -> None:
    documents, refused = find(written(tmp_path, "dump.csv", table))
    assert [content.data.decode() for content in documents.values()] == texts
    assert refused == []


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("id,name\n1,Talks\n", "dump.csv: no column holds the text; the columns are id, name"),
        ("id,text\n1,a,b\n", "dump.csv:2: has 3 cells under 2 columns"),
        ("id,text\n1,\n", "dump.csv:2: has no text in 'text'"),
        ("id,text\n1," + "x" * 3000 + "\n", "dump.csv:2: is larger than 0.002 MB"),
        (b"\xff\xfei\0d\0", "dump.csv: is UTF-16; save it as UTF-8"),
        ("id,text\n", "dump.csv: holds no releases"),
    ],
)
def test_a_bad_table_or_row_is_refused(
    find: Find, tmp_path: Path, table: str | bytes, reason: str
) -> None:
    dump = written(tmp_path, "dump.csv", table)
    documents, refused = find(dump, terms=Terms(max_bytes=2000))
    assert documents == {}
    assert refused[0].startswith(reason)


def test_rows_after_a_bad_one_keep_their_lines(find: Find, tmp_path: Path) -> None:
    rows = f'id,text\n1,"two\nlines"\n2,{"x" * 3000}\n3,Met.\n4,a,b\n'
    documents, refused = find(written(tmp_path, "d.csv", rows), terms=Terms(max_bytes=2000))
    assert list(documents) == ["d.csv/1", "d.csv/3"]
    assert [reason.split(": ")[0] for reason in refused] == ["d.csv:4", "d.csv:6"]


def test_the_user_says_which_column_holds_what(find: Find, tmp_path: Path) -> None:
    rows = "id,text,prose,date,when\n1,Summary.,Both met.,soon,2024-03-05\n"
    terms = Terms(parse_columns("text=prose,date=when"))
    documents, _ = find(written(tmp_path, "dump.csv", rows), terms=terms)
    (content,) = documents.values()
    assert (content.data, content.sidecar) == (b"Both met.", {"date": "2024-03-05"})
    _, refused = find(tmp_path / "dump.csv", terms=Terms({"text": "boddy"}))
    assert refused == ["dump.csv: has no column 'boddy'; choose among id, text, prose, date, when"]


@pytest.mark.parametrize("said", ["text", "words=body", "=x"])
def test_columns_that_say_nothing_are_an_error_with_the_choices(said: str) -> None:
    with pytest.raises(DocumentError, match="choose among text, title, date, issuer, url, id"):
        parse_columns(said)


def test_a_compressed_dump_keeps_its_name(find: Find, tmp_path: Path) -> None:
    packed = gzip.compress(json.dumps(ROW).encode())
    documents, _ = find(written(tmp_path, "dump.jsonl.gz", packed))
    assert list(documents) == ["dump.jsonl.gz/17"]


READ_A_DUMP = """
import sys, tracemalloc
from pipeline.sources import Document, discover
tracemalloc.start()
found = sum(isinstance(each, Document) for each in discover(sys.argv[1:]))
print(found, tracemalloc.get_traced_memory()[1])
"""


def test_a_dump_takes_the_memory_of_a_row(tmp_path: Path) -> None:
    with (tmp_path / "dump.jsonl").open("w") as dump:
        for number in range(20_000):
            dump.write(json.dumps({"id": str(number), "text": "They met. " * 300}) + "\n")
    # In a process of its own: threads that other tests left would be counted too.
    command = [sys.executable, "-c", READ_A_DUMP, str(tmp_path / "dump.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found, peak = map(int, done.stdout.split())
    assert found == 20_000
    assert peak < 10_000_000  # of 60 MB of text; names take 0.3 kB a row


def test_every_row_of_the_bulk_is_a_document_or_refused(shared: Path) -> None:
    dump = shared / "bulk" / "releases.jsonl.gz"
    with gzip.open(dump) as rows:
        count = sum(1 for _ in rows)
    assert sum(1 for _ in discover([str(dump)])) == count
