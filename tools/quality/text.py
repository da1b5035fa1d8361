"""How much of the text of judged documents is kept, and how much furniture is let through."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from digests import Mark, letters, places

from pipeline.models import PROSE, Release
from pipeline.reading import read

JUDGED = Path(__file__).with_name("judged.json")


@dataclass(frozen=True, slots=True)
class Quality:
    """Sentences of the body, kept, whole in one block; letters of furniture, let through."""

    sentences: int = 0
    kept: int = 0
    whole: int = 0
    furniture: int = 0
    through: int = 0

    def __add__(self, other: Quality) -> Quality:
        return Quality(
            self.sentences + other.sentences,
            self.kept + other.kept,
            self.whole + other.whole,
            self.furniture + other.furniture,
            self.through + other.through,
        )


def quality(
    releases: Sequence[Release], body: Sequence[Mark], furniture: Sequence[Mark]
) -> Quality:
    """How well a document was read, against what a person judged its text to be.

    A sentence is kept where its letters and digits follow each other in the prose, and whole where
    they do so in one block. Furniture is let through where the prose has it outside the body,
    from the beginning of a word to the end of one: the number of a page is no part of a year.
    """
    blocks = [
        [letters(word) for word in block.span.of(release.text).split()]
        for release in releases
        for block in release.blocks
        if block.kind in PROSE
    ]
    prose = ["".join(words) for words in blocks]
    text = "".join(prose)
    found = places(text, {*body, *furniture})
    ends = _ends(prose)
    bounds = {0, *accumulate(len(word) for words in blocks for word in words)}
    covered = bytearray(len(text))
    for length, start in ((mark[0], start) for mark in body for start in found[mark]):
        covered[start : start + length] = b"\1" * length
    through = [
        mark[0]
        for mark in furniture
        if any(
            bounds.issuperset((start, start + mark[0]))
            and not any(covered[start : start + mark[0]])
            for start in found[mark]
        )
    ]
    return Quality(
        sentences=len(body),
        kept=sum(bool(found[mark]) for mark in body),
        whole=sum(any(ends[s] == ends[s + mark[0] - 1] for s in found[mark]) for mark in body),
        furniture=sum(length for length, _ in furniture),
        through=sum(through),
    )


def _ends(prose: Iterable[str]) -> list[int]:
    """For each letter the number of its block."""
    return [number for number, block in enumerate(prose) for _ in block]


def measured(folder: Path) -> dict[str, Quality]:
    """The quality of each judged document below the folder of releases."""
    told = json.loads(JUDGED.read_text("utf-8"))
    return {
        name: quality(read(folder / name), _marks(each["body"]), _marks(each["furniture"]))
        for name, each in told.items()
    }


def _marks(pairs: Iterable[Sequence[int]]) -> list[Mark]:
    return [(length, value) for length, value in pairs]
