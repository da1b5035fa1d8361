"""The word lists of the language wing, loaded once: each file says what its words are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

_FILES = files(__package__)


@cache
def document(name: str) -> dict[str, object]:
    """One YAML word list, whole."""
    loaded: dict[str, object] = yaml.load(
        _FILES.joinpath(f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
    )
    return loaded


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words under one key of a YAML word list."""
    return frozenset(str(document(name)[key]).split())


@cache
def ordinary() -> frozenset[str]:
    """Words that releases write in lower case too."""
    lines = _FILES.joinpath("ordinary.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def phrases(name: str, key: str) -> tuple[tuple[str, ...], ...]:
    """The phrases under one key of a YAML word list, word by word, the longest first."""
    listed = document(name)[key]
    assert isinstance(listed, list)
    return tuple(sorted((tuple(str(p).split()) for p in listed), key=lambda p: (-len(p), p)))


@cache
def mapping(name: str, key: str) -> dict[str, str]:
    """The pairs under one key of a YAML word list."""
    listed = document(name)[key]
    assert isinstance(listed, dict)
    return {str(k): str(v) for k, v in listed.items()}
