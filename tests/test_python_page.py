"""docs/python.md shows what happens."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def said() -> tuple[str, dict[str, Any]]:
    """What the first example prints, and what it leaves in hand, read with the real model."""
    names: dict[str, Any] = {}
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(EXAMPLES[0], "docs/python.md", "exec"), names)
    return out.getvalue(), names


def test_the_first_example_prints_what_is_shown(said: tuple[str, dict[str, Any]]) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert said[0] == shown


@pytest.mark.parametrize(
    "line", [line for text in EXAMPLES[1:] for line in text.splitlines() if line]
)
def test_every_line_gives_something(line: str, said: tuple[str, dict[str, Any]]) -> None:
    found = eval(line, said[1])
    assert found is not None and (not hasattr(found, "__len__") or len(found))
