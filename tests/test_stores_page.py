"""docs/stores.md tells every option and every kind of store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline import cli
from pipeline.outlets.stores import KINDS

PAGE = (Path(__file__).parents[1] / "docs" / "stores.md").read_text(encoding="utf-8")


def test_every_option_is_explained() -> None:
    commands = get_command(cli.app).commands  # type: ignore[attr-defined]  # of a group
    params = (*commands["load"].params, *commands["serve"].params)
    options = {
        name.replace("--page", "--no-page")
        for each in params
        for name in each.opts
        if name.startswith("--")
    }
    every = {"--verbose"}  # of each command alike
    assert options - every == set(re.findall(r"^\| `(--[a-z-]+)", PAGE, re.MULTILINE))


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_line_with_the_address_that_errors_name(name: str) -> None:
    (address,) = re.findall(rf"^\| `{name}` \| (.+?) \|", PAGE, re.MULTILINE)
    assert address.strip("`") == KINDS[name].example or name == "sparql"
