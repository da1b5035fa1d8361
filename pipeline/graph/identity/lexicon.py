"""The words by which names are compared: data, in ``lexicon.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml


@cache
def words(of: str) -> frozenset[str]:
    """One list: ``forms``, ``generic``, ``offices``, ``small``, ``plain``, ``given``, ``family``.

    >>> "gmbh" in words("forms")
    True
    """
    return frozenset(_lists()[of].split())


@cache
def short_forms() -> Mapping[str, frozenset[str]]:
    """For each given name those that stand for the same: short forms and what they are short for.

    >>> "william" in short_forms()["bill"]
    True
    """
    found: dict[str, set[str]] = {}
    for line in _lists()["short"].splitlines():
        for name in line.split():
            found.setdefault(name, set()).update(line.split())
    return {name: frozenset(others) for name, others in found.items()}


@cache
def ranks() -> Mapping[str, int]:
    """For each noun of a rank the number of the line of those that go together.

    >>> ranks()["secretary"] == ranks()["minister"], ranks()["senator"] == ranks()["minister"]
    (True, False)
    """
    lines = _lists()["ranks"].splitlines()
    return {noun: number for number, line in enumerate(lines) for noun in line.split()}


@cache
def _lists() -> Mapping[str, str]:
    text = (Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8")
    listed: dict[str, str] = yaml.safe_load(text)
    return listed
