"""Names of a user's own, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.telling import FAILED, WRONG_USE
from pipeline.gazetteer import load

Run = Callable[..., int]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine.ttl"


@pytest.fixture
def board(mine: Path, command: Run) -> Path:
    """A file with one entry, written by the command."""
    named = ("Tea Board of Ceylon", "--class", "Agency", "--country", "lk", "--also", "TBC")
    assert command("gazetteer", "add", mine, *named) == 0
    return mine


def test_a_name_that_was_added_is_found(
    board: Path, command: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("gazetteer", "find", "TBC", "--gazetteer", board) == 0
    assert capsys.readouterr().out.startswith("id       agency/lk-tea-board-of-ceylon\n")
    assert load().find("TBC") is None


def test_what_a_file_held_stays_as_it_was(board: Path, command: Run) -> None:
    board.write_text("# ours\n" + board.read_text(encoding="utf-8"), encoding="utf-8")
    before = board.read_text(encoding="utf-8")
    assert command("gazetteer", "add", board, 'The Lamp "Trust"', "--class", "Organization") == 0
    assert board.read_text(encoding="utf-8").startswith(before)
    found = load((board,)).find('Lamp "Trust"')
    assert found
    assert found.id == "body/the-lamp-trust"


def test_an_entry_that_is_known_gains_names_and_keeps_its_own(mine: Path, command: Run) -> None:
    assert command("gazetteer", "add", mine, "Homeland Dept", "--id", "agency/us-dhs") == 0
    found = load((mine,)).find("Homeland Dept")
    assert found == load((mine,)).find("DHS")
    assert found
    assert found.label == load().entries["agency/us-dhs"].label


def test_a_name_that_several_countries_have_counts_in_its_own(mine: Path, command: Run) -> None:
    named = ("Tāhū o te Ture", "--class", "Agency", "--in-context", "Ministry of Justice")
    assert command("gazetteer", "add", mine, *named, "--country", "NZ") == 0
    known = load((mine,))
    assert known.find("Ministry of Justice") is None
    found = known.find("Ministry of Justice", "NZ")
    assert found
    assert found.id == "agency/nz-tahu-o-te-ture"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("TBC", "--class", "Place"), "is a name of <agency/lk-tea-board-of-ceylon>; add to that"),
        (("TBC", "--id", "agency/lk-tea-board-of-ceylon"), "there is nothing to add"),
        (("tea board", "--class", "Agency"), "begins with no capital; write names as releases"),
        (("Tea Desk",), "name a class with --class, one of Agency, Organization, Place"),
        (("Tea Desk", "--id", "agency/xx"), "is known nowhere; name its class with --class"),
        (("Tea Desk", "--id", "a b", "--class", "Agency"), "is no id; give one such as"),
        (("Tea Desk", "--class", "Agency", "--parent", "body/none"), "'body/none'; link to a"),
        (("Tea Desk", "--class", "Agency", "--country", "ZZ"), "'country/ZZ'; link to a concept"),
        (("Tea Desk", "--class", "Agency", "--in-context", "MoT"), "name it with --country"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_line_and_leaves_the_file(
    board: Path,
    command: Run,
    capsys: pytest.CaptureFixture[str],
    said: tuple[str, ...],
    told: str,
) -> None:
    before = board.read_bytes()
    assert command("gazetteer", "add", board, *said) == FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"communique: {board}: ")
    assert told in line
    assert board.read_bytes() == before


def test_a_name_that_may_be_several_finds_nothing(
    command: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("gazetteer", "find", "Department of Justice") == FAILED
    assert "designates nothing known" in capsys.readouterr().err
    assert command("gazetteer", "find", "Department of Justice", "--country", "us") == 0


def test_a_file_with_a_fault_is_told_before_a_document_is_read(
    run: Run, releases: Path, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine.write_text("<agency/x> a", encoding="utf-8")
    out = tmp_path / "out"
    assert run("extract", releases, "-o", out, "--gazetteer", mine, "-j0") == FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"communique: {mine}: not Turtle")
    assert not list(out.rglob("*.ttl"))
    assert run("extract", releases, "-o", out, "--gazetteer", tmp_path / "none.ttl") == WRONG_USE


def test_graphs_are_made_again_when_what_the_file_holds_has_changed(
    run: Run, releases: Path, board: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    def times() -> set[int]:
        return {path.stat().st_mtime_ns for path in out.rglob("*.ttl")}

    assert run("extract", releases, "-o", out, "--gazetteer", board, "-j0") == 0
    first = times()
    moved = board.rename(tmp_path / "moved.ttl")
    assert run("extract", releases, "-o", out, "--gazetteer", moved, "-j0") == 0
    assert times() == first
    assert run("gazetteer", "add", moved, "Tea Desk", "--class", "Agency") == 0
    assert run("extract", releases, "-o", out, "--gazetteer", moved, "-j0") == 0
    assert not times() & first
