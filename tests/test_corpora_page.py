"""What docs/corpora.md shows is what happens, and every option of a long run is explained there."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from pipeline import cli, language
from pipeline.cli import running
from pipeline.corpus.manifest import STATES
from tests.readers import FirstWords

PAGE = (Path(__file__).parents[1] / "docs" / "corpora.md").read_text(encoding="utf-8")
SHOWN = [
    (part.partition("\n")[0], part.partition("\n")[2].splitlines())
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.S)
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]
]


def test_its_commands_do_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("releases/talks.txt", "releases/visit.txt", "archive/talks.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Norland and Suria met today.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(language, "load", lambda *_, **__: FirstWords())
    told = []
    for command, _ in SHOWN[:2]:
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert left.value.code == 0
        told.append(capsys.readouterr().err.splitlines())
    assert told == [lines for _, lines in SHOWN[:2]]


def test_every_option_of_a_long_run_is_explained() -> None:
    for option in ("jobs", "max-seconds", "max-memory", "json"):
        assert f"`--{option}`" in PAGE, option
    assert set(vars(running)) >= {"Jobs", "MaxSeconds", "MaxMemory", "AsJson"}


def test_the_states_are_those_of_the_manifest() -> None:
    for state in STATES:
        assert f"`{state}`" in PAGE
