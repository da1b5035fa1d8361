"""The words by which names are compared: data, in ``lexicon.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def words(of: str) -> frozenset[str]:
    """One list: ``forms``, ``generic``, ``offices``, ``small``, ``plain``, ``given``, ``family``.

    >>> "gmbh" in words("forms")
    True
    """
    text = (Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8")
    listed: dict[str, str] = yaml.safe_load(text)
    return frozenset(listed[of].split())
