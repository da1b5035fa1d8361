"""The documentation: what the tutorial shows is what happens, and the menu has every page."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml

from pipeline import cli, language
from tests.sharing import sharing

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PROGRAMS = re.compile(r"```python\n(.*?)```\n+```text\n(.*?)```", re.S)
MENU = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def commands(page: str) -> list[tuple[str, str]]:
    """Each command of a page with what it is shown to print."""
    blocks = re.findall(r"```console\n(.*?)```", page, re.S)
    shown = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.M)[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in shown]


def matches(shown: str, printed: str) -> bool:
    """Whether lines are those shown: … stands for part of a line, alone for any lines."""
    lines = (
        "(?s:.*)" if line == "…" else re.escape(line).replace("…", ".*")
        for line in shown.rstrip().split("\n")
    )
    return re.fullmatch("\n".join(lines), printed.rstrip()) is not None


@pytest.mark.parametrize(("page", "count"), [("tutorial", 7), ("evidence", 3), ("gazetteer", 5)])
def test_the_commands_of_a_page_run_as_shown(
    page: str,
    count: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model = language.load()
    monkeypatch.setattr(language, "load", sharing(model.nlp))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    assert len(commands(text)) == count
    for command, shown in commands(text):
        name, *arguments = shlex.split(command)
        assert name == "communique"
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert left.value.code in {0, None}, command
        printed = capsys.readouterr().out
        assert matches(shown, printed), f"{command} printed:\n{printed}"
    for program, shown in PROGRAMS.findall(text):
        exec(compile(program, page, "exec"), {})
        assert capsys.readouterr().out == shown


def test_what_is_shown_is_compared_in_earnest() -> None:
    assert matches("a\n…\nd", "a\nb\nc\nd\n")
    assert matches("a … d", "a b c d")
    assert not matches("a … d", "a b\nc d")
    assert not matches("a\nd", "a\nb\nd")


def test_every_page_is_in_the_menu_and_every_entry_is_a_page() -> None:
    listed = set(re.findall(r": ([\w/-]+\.md)$", MENU, re.M))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert pages == {name for name in listed if not name.startswith("reference/")}


def test_the_reference_pages_of_the_menu_are_those_that_are_made() -> None:
    made = re.findall(r'^    "([\w-]+\.md)":', (ROOT / "tools/reference.py").read_text(), re.M)
    assert set(re.findall(r"reference/([\w-]+\.md)", MENU)) == set(made)


def test_workflows_are_well_formed() -> None:
    files = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert files
    for path in files:
        assert {"name", "jobs"} <= yaml.safe_load(path.read_text(encoding="utf-8")).keys()
