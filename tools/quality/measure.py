"""Measure reading on the real releases and write the figures into docs/accuracy.md.

Run by `make reading`, with the folder of releases and the page to write.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from boundaries import FORMS, Found, bulletins, false_splits
from fields import FIELDS, fields, share
from text import Quality, measured

_KINDS = {".html": "HTML", ".pdf": "PDF"}


_TEXT = """\
The text of {judged} documents against what a person judged it to be, sentence by sentence. A
sentence is whole where it lies in one paragraph; furniture is let through where it stands in the
prose. `tools/quality` keeps digests of the judged sentences and none of their words."""
_FIELDS = """\
Header fields without the sidecar, where the document states them: a title at the head of a line
or behind a label, a day on a line that is a field or in a tag, a publisher on a line of its own.
A title is also right where it goes on beyond the collector's; names of bodies are compared
without *the*, *U.S.* and *, Singapore*."""
_BOUNDARIES = """\
Where releases begin in bulletins put together from real releases, by the form of the bulletin.
The {judged} judged documents hold one release each and were divided {divided} times."""


def section(folder: Path, day: dt.date) -> str:
    """All figures as the page's section on reading."""
    quality = measured(folder)
    single = false_splits(folder, sorted(quality))
    told = (
        f"## Reading, {day.isoformat()}",
        _TEXT.format(judged=len(quality)),
        "\n".join(_text(quality)),
        _FIELDS,
        "\n".join(_fields(folder)),
        _BOUNDARIES.format(judged=single.documents, divided=single.found),
        "\n".join(_boundaries(folder)),
    )
    return "\n\n".join(told) + "\n"


def _text(quality: dict[str, Quality]) -> Iterator[str]:
    yield "| | documents | sentences | kept | whole | furniture let through, of its letters |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, suffixes in (
        *((kind, (end,)) for end, kind in _KINDS.items()),
        ("all", tuple(_KINDS)),
    ):
        mine = [each for path, each in quality.items() if path.endswith(suffixes)]
        total = sum(mine, Quality())
        yield (
            f"| {name} | {len(mine)} | {total.sentences} | {total.kept / total.sentences:.4f} "
            f"| {total.whole / total.sentences:.4f} | {total.through / total.furniture:.4f} |"
        )


def _fields(folder: Path) -> Iterator[str]:
    found = list(fields(folder))
    yield "| | in sidecars | stated | right | of those stated |"
    yield "|---|--:|--:|--:|--:|"
    for name in FIELDS:
        there, stated, right = share(found, name)
        yield f"| {name} | {there} | {stated} | {right} | {right / stated:.4f} |"


def _boundaries(folder: Path) -> Iterator[str]:
    yield "| | documents | beginnings | found | right | P | R |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    total = Found(0, 0, 0, 0)
    for form in FORMS:
        found = bulletins(folder, form)
        total += found
        yield _row(form.name, found)
    yield _row("all", total)


def _row(name: str, found: Found) -> str:
    precision = f"{found.right / found.found:.2f}" if found.found else "–"
    recall = f"{found.right / found.there:.2f}"
    counts = f"{found.documents} | {found.there} | {found.found} | {found.right}"
    return f"| {name} | {counts} | {precision} | {recall} |"


def write(page: Path, told: str) -> None:
    """Put the section on the page in the place of the one before, else last."""
    sections = re.split(r"(?m)^(?=## )", page.read_text("utf-8"))
    place = next((n for n, s in enumerate(sections) if s.startswith("## Reading")), len(sections))
    sections[place : place + 1] = [told]
    page.write_text("\n".join(each.rstrip() + "\n" for each in sections), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[2]), section(Path(sys.argv[1]), dt.date.today()))
