"""The command run in this process, its reader one that needs no model."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline import cli, language
from pipeline.release import Reader

Run = Callable[..., int]


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """Leave no logs on that a test of ``-v`` turned on, nor where it wrote them."""
    loggers = [logging.getLogger(name) for name in ("", "pipeline", "httpx")]
    before = [(logger, logger.level, list(logger.handlers)) for logger in loggers]
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command and give its exit code."""

    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, arguments)])
        try:
            cli.main()
        except SystemExit as left:
            return left.code if isinstance(left.code, int) else 0
        return 0

    return run


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, command: Run, reader: Reader) -> Run:
    """Run the command with a reader that needs no model."""
    monkeypatch.setattr(language, "load", lambda *_, **__: reader, raising=False)
    return command


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "talks.txt").write_text("Norland and Suria met today.\n", encoding="utf-8")
    (folder / "visit.md").write_text("# A Visit\n\nThe minister came.\n", encoding="utf-8")
    return folder
