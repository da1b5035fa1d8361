"""Many graphs in one file: each under its name, in the same bytes, and never held as a whole."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from pipeline.errors import GraphError
from pipeline.graph.merge import merge
from pipeline.graph.read import read_file

RELEASE = """<https://example.org/{name}> a <https://w3id.org/communique/ontology#Release> ;
    <http://purl.org/dc/terms/title> "Talks of {name}" , "The \\u201ctalks\\u201d" .
"""


def written(folder: Path, count: int, statements: int = 0) -> Path:
    """A folder of so many graphs."""
    folder.mkdir(parents=True)
    for number in range(count):
        more = "".join(
            f'<https://example.org/{number}> <https://example.org/p> "{number} {n} {"x" * 80}" .\n'
            for n in range(statements)
        )
        text = RELEASE.format(name=number) + more
        (folder / f"{number:04}.ttl").write_text(text, encoding="utf-8")
    return folder


def merged_elsewhere(graphs: Path, output: Path, **environment: str) -> int:
    """Merge in a process of its own; gives its peak of memory in kB."""
    program = (
        "import resource, sys\nfrom pathlib import Path\nfrom pipeline.graph.merge import merge\n"
        f"merge([Path({str(graphs)!r})], Path({str(output)!r}))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env=os.environ | environment,
    )
    return int(done.stdout)


@pytest.mark.parametrize("name", ["all.nq", "all.trig", "all.nq.gz", "all.trig.gz"])
def test_all_statements_are_there_under_the_names_of_their_documents(
    tmp_path: Path, name: str
) -> None:
    graphs = written(tmp_path / "graphs", 3)
    assert merge([graphs], tmp_path / name) == (3, 9)
    data = (tmp_path / name).read_bytes()
    data = gzip.decompress(data) if name.endswith(".gz") else data
    syntax = ox.RdfFormat.from_extension(name.split(".")[1])
    expected = {quad for path in graphs.iterdir() for quad in read_file(path)}
    assert set(ox.parse(data, format=syntax)) == expected
    assert {str(quad.graph_name) for quad in expected} == {
        f"<https://example.org/{number}>" for number in range(3)
    }


@pytest.mark.parametrize("name", ["all.nq", "all.trig", "all.trig.gz"])
def test_the_same_graphs_give_the_same_bytes_in_any_process(tmp_path: Path, name: str) -> None:
    graphs = written(tmp_path / "graphs", 4)
    merge([graphs], tmp_path / name)
    other = tmp_path / "other" / name
    for seed in ("1", "2"):
        merged_elsewhere(graphs, other, PYTHONHASHSEED=seed)
        assert other.read_bytes() == (tmp_path / name).read_bytes()


def test_the_prefixes_of_trig_are_in_order_and_used(tmp_path: Path) -> None:
    merge([written(tmp_path / "graphs", 1)], tmp_path / "all.trig")
    lines = (tmp_path / "all.trig").read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head) == lines[: len(head)]
    assert any("a cmq:Release" in line for line in lines)


def test_a_file_written_into_the_folder_does_not_take_itself_in(tmp_path: Path) -> None:
    graphs = written(tmp_path / "graphs", 2)
    assert merge([graphs], graphs / "all.nq") == merge([graphs], graphs / "all.nq") == (2, 6)


@pytest.mark.parametrize("name", ["all.ttl", "all", "all.gz"])
def test_another_ending_is_refused_with_the_choices(tmp_path: Path, name: str) -> None:
    with pytest.raises(GraphError, match=r"choose one of \.nq \.trig, with \.gz"):
        merge([written(tmp_path / "graphs", 1)], tmp_path / name)


def test_a_broken_graph_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    graphs = written(tmp_path / "graphs", 2)
    (graphs / "0001.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(GraphError, match=r"0001\.ttl"):
        merge([graphs], tmp_path / "all.nq")
    assert [path.name for path in tmp_path.iterdir()] == ["graphs"]


@pytest.mark.parametrize("name", ["all.nq", "all.trig"])
def test_memory_does_not_grow_with_the_graphs(tmp_path: Path, name: str) -> None:
    peaks = []
    for count in (20, 200):
        graphs = written(tmp_path / f"graphs-{count}", count, 2_000)
        peaks.append(merged_elsewhere(graphs, tmp_path / name))
    size = (tmp_path / name).stat().st_size / 1024
    assert size > 30_000
    assert peaks[1] - peaks[0] < size / 8
