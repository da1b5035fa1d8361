"""What docs/sources.md shows is what happens, and every option it should explain is there."""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import cli, language
from pipeline.cli.extracting import extract
from pipeline.release import Reader
from pipeline.sources import Terms, web
from pipeline.sources.vessel import Allowance, Vessel, opened

from .sources.test_archives import zipped

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
FILES = re.findall(r"`([\w.]+)`:\n\n```\w+\n(.*?)```", PAGE, re.S)
SHOWN = [
    (part.partition("\n")[0], part.partition("\n")[2].splitlines())
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.S)
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]
]

GERMAN = """Die Ministerin hat heute ihren Amtskollegen aus dem Nachbarland empfangen und mit ihm
über die Lage an der gemeinsamen Grenze, den Handel und die Ausbildung junger Menschen gesprochen.
Beide Seiten wollen die Gespräche im kommenden Jahr fortsetzen und einen Vertrag schließen."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that the page speaks of."""
    for name, content in FILES:
        (tmp_path / name).write_text(content, encoding="utf-8")
    for name in ("releases/talks.txt", "archive/2024/visit.md", "talks.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Norland and Suria met today.", encoding="utf-8")
    (tmp_path / "mitteilung.txt").write_text(GERMAN, encoding="utf-8")
    archive = zipped({"../up.md": b"They met.", "talks.md": b"Norland and Suria met today."})
    (tmp_path / "releases.zip").write_bytes(archive)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _page(url: str, terms: Terms) -> Vessel:
    stream = opened(io.BytesIO(b"<p>Norland and Suria met today.</p>"))
    return Vessel(url, url, "talks.html", stream, terms, Allowance(terms))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> Callable[[str], int]:
    """Run a command of the page, with the network and the store of this machine."""
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe("/bucket/releases/talks.txt", b"Norland and Suria met today.")
    monkeypatch.setattr(language, "load", lambda *_, **__: reader, raising=False)
    monkeypatch.setattr(web, "page", _page)

    def run(command: str) -> int:
        before, bar, after = command.replace("s3://", "memory://").rpartition(" | ")
        if bar:
            data = Path(shlex.split(before)[1]).read_bytes()
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        monkeypatch.setattr(sys, "argv", shlex.split(after))
        try:
            cli.main()
        except SystemExit as left:
            return left.code if isinstance(left.code, int) else 0
        return 0

    return run


@pytest.mark.parametrize(("command", "lines"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_does_what_is_shown(
    desk: Path,
    run: Callable[[str], int],
    capsys: pytest.CaptureFixture[str],
    command: str,
    lines: list[str],
) -> None:
    failures = [line for line in lines if "skipped" not in line]
    assert run(command) == (1 if failures else 0)
    assert capsys.readouterr().err.splitlines() == lines
    assert list((desk / "graphs").rglob("*.ttl")) or "skipped" in lines[-1]


def test_graphs_lie_where_the_page_says(desk: Path, run: Callable[[str], int]) -> None:
    promised = set(re.findall(r"`(graphs/\S+\.ttl)`", PAGE))
    assert len(promised) == 2
    written = set()
    for command, _ in SHOWN:  # where a later one refuses a document, its graph leaves
        run(command)
        written |= {graph for graph in promised if (desk / graph).is_file()}
    assert written == promised


def test_every_option_about_sources_is_explained_by_an_example() -> None:
    options = "columns name language allow_private max_bytes max_unpacked max_ratio timeout".split()
    arguments = extract.__annotations__
    assert [name for name in options if name in arguments or name == "language"] == options
    for name in options:
        assert any(f"--{name.replace('_', '-')}" in command for command, _ in SHOWN), name
