"""What the named questions are asked of, and what each is expected to answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent

#: Where the expected answers stand, for each collection of graphs; ``python tools/answers.py
#: GRAPHS`` writes both files anew.
FILES = {"samples": _HERE / "answers.json", "archive": _HERE / "archive.json"}

#: The answers by the question and its parameters; a row is its cells parted by " | ".
EXPECTED: Mapping[str, Mapping[str, list[str]]] = {
    name: json.loads(path.read_text(encoding="utf-8")) for name, path in FILES.items()
}

#: Every collection with every question that is asked of it.
CALLS = [(collection, called) for collection in EXPECTED for called in EXPECTED[collection]]


def parted(called: str) -> tuple[str, dict[str, str]]:
    """The name of a question and its parameters.

    >>> parted("signed-with --with Costa Rica --since 2019")
    ('signed-with', {'with': 'Costa Rica', 'since': '2019'})
    """
    name, *pairs = called.split(" --")
    return name, {key: value for key, _, value in (pair.partition(" ") for pair in pairs)}
