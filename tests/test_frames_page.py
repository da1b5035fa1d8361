"""What docs/frames.md shows is what happens, and it explains every key of the frame language."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from pipeline import cli, language
from pipeline.extension.terms import RANGES
from pipeline.language.frames import keys
from pipeline.language.frames.relations import KINDS, LIMITS, RELATIONS
from pipeline.language.frames.schema import frame_schema
from pipeline.language.mentions import Kind
from tests.sharing import sharing

PAGE = (Path(__file__).parents[1] / "docs" / "frames.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", PAGE, re.S | re.M)
BEFORE_KEYS, KEYS = PAGE.split("## The other keys")


def _files() -> dict[str, str]:
    """The files of the worked example, by the names that stand above them."""
    found = re.findall(r"`([\w/-]+\.\w+)`:\n\n```\w+\n(.*?)```", PAGE, re.S)
    assert len(found) == 4
    return dict(found)


def _commands() -> list[tuple[str, str]]:
    """Each command with what it prints, in the order of the page."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.S)
    shown = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.M)[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in shown]


def _matches(shown: str, printed: str) -> bool:
    """Whether lines are those shown; … stands for anything within a line."""
    pattern = re.escape(shown.rstrip()).replace("…", "[^\n]*")
    return re.fullmatch(pattern, printed.rstrip()) is not None


def test_the_worked_example_runs_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = language.load()
    monkeypatch.setattr(language, "load", sharing(model.nlp))
    monkeypatch.chdir(tmp_path)
    for name, content in _files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    for command, shown in _commands():
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit):
            cli.main()
        told = capsys.readouterr()
        assert _matches(shown, told.out + told.err), f"{command}\n{told.out}{told.err}"


def test_every_key_has_its_section_with_an_example() -> None:
    triggers = [name for name, _ in re.findall(r"^### `(\w+)`\n(.*)", BEFORE_KEYS, re.M)]
    assert triggers == [*keys.SORTS, *triggers[len(keys.SORTS) :]]
    assert set(triggers) == {*keys.SORTS, *keys.TRIGGER_KEYS}
    others = re.findall(r"^### `(\w+)`$", KEYS, re.M)
    assert set(others) == {*keys.FRAME_KEYS, *keys.OTHER_KEYS} - {"event", "triggers"}
    for name, section in SECTIONS:
        (example,) = re.findall(r"```yaml\n(.*?)```", section, re.S)
        assert f"{name}:" in example


@pytest.mark.parametrize(("name", "section"), SECTIONS, ids=[f"{n}" for n, _ in SECTIONS])
def test_the_example_of_a_key_is_written_as_the_schema_says(name: str, section: str) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", section, re.S)
    said = yaml.load(example, Loader=yaml.BaseLoader)
    triggers = said if isinstance(said, list) else [{"verb": "sign"}]
    frame = {"event": "Signing", "triggers": triggers, **(said if isinstance(said, dict) else {})}
    for trigger in triggers:
        trigger |= {key: True for key in ("adds", "transitive", "finite") if key in trigger}
    frame |= {key: True for key in ("setting", "news") if key in frame}
    if "fewest" in frame:
        frame["fewest"] = {role: int(count) for role, count in frame["fewest"].items()}
    jsonschema.validate(frame, frame_schema(), jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("| key | says |", [*keys.OTHER_KEYS, *keys.FRAME_KEYS]),
        ("| relation | is |", RELATIONS),
        ("| limit | admits |", LIMITS),
        ("| kind | is |", [kind.value for kind in Kind]),
    ],
    ids=["keys", "relations", "limits", "kinds"],
)
def test_a_table_lists_all_there_is(head: str, names: list[str]) -> None:
    table = PAGE.partition(head)[2].partition("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.M))
    assert set(rows) == set(names)
    told = {**RELATIONS, **LIMITS, **{kind.value: says for kind, says in KINDS.items()}}
    assert all(told[name] == says for name, says in rows.items() if name in told)


def test_all_ranges_of_a_role_are_named() -> None:
    for name in RANGES:
        assert f"`{name}`" in PAGE
