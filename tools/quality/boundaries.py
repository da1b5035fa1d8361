"""Where releases begin in documents that hold several: bulletins put together from real releases.

Each bulletin joins two or three releases of different issuers, in one of the forms that bulletins
have: what stands between two releases, and what tells of each before its text.
"""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from digests import letters

from pipeline.models import BlockKind
from pipeline.reading import read, read_bytes

BULLETINS_PER_FORM = 8
_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM))
_SHORTEST = 400  # characters of a release that makes a part


@dataclass(frozen=True, slots=True)
class Part:
    """A real release to put into a bulletin."""

    title: str
    day: dt.date
    issuer: str
    paragraphs: tuple[str, ...]

    @property
    def written(self) -> str:
        """Its day as releases write it."""
        return f"{self.day:%B} {self.day.day}, {self.day.year}"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of bulletins: its name, its file's ending, how a part looks and what joins two."""

    name: str
    suffix: str
    part: Callable[[Part], str]
    between: str
    head: str = ""


def _body(part: Part) -> str:
    return "\n\n".join(part.paragraphs)


def _article(part: Part) -> str:
    told = "".join(f"<p>{html.escape(each)}</p>" for each in part.paragraphs)
    return f"<article><h2>{html.escape(part.title)}</h2><p>{part.written}</p>{told}</article>"


FORMS = (
    Form("a release date below each title", ".md",
         lambda p: f"# {p.title}\n\n**Release Date:** {p.written}\n\n{_body(p)}", "\n\n"),
    Form("for immediate release above each title", ".md",
         lambda p: f"FOR IMMEDIATE RELEASE\n\n# {p.title}\n\n{_body(p)}", "\n\n"),
    Form("an end mark, a title, a dateline", ".txt",
         lambda p: f"{p.title}\n\nOSLO, {p.written} – {_body(p)}", "\n\n###\n\n"),
    Form("a rule, a title, a day", ".txt",
         lambda p: f"{p.title}\n\n{p.written}\n\n{_body(p)}", "\n\n* * *\n\n"),
    Form("a letterhead, a title, a day", ".txt",
         lambda p: f"{p.issuer.upper()}\n\nPRESS RELEASE\n\n{p.title}\n\n{p.written}\n\n{_body(p)}",
         "\n\n"),
    Form("articles of a page", ".html", _article, "\n", "<h1>Bulletin of the day</h1>\n"),
    Form("a rule and a title", ".md", lambda p: f"## {p.title}\n\n{_body(p)}", "\n\n---\n\n"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """Beginnings of releases after the first: how many there are, were found, and are right."""

    documents: int
    there: int
    found: int
    right: int

    def __add__(self, other: Found) -> Found:
        return Found(
            self.documents + other.documents,
            self.there + other.there,
            self.found + other.found,
            self.right + other.right,
        )


def bulletins(folder: Path, form: Form) -> Found:
    """How well the beginnings are found in bulletins of one form."""
    there = found = right = 0
    made = list(islice(_chosen(_parts(folder), FORMS.index(form)), BULLETINS_PER_FORM))
    for parts in made:
        text = form.head + form.between.join(map(form.part, parts))
        releases = read_bytes(text.encode(), f"bulletin{form.suffix}")[1:]
        wanted = [letters(part.title) for part in parts[1:]]
        there += len(wanted)
        found += len(releases)
        right += sum(letters(release.metadata.title or "") in wanted for release in releases)
    return Found(len(made), there, found, right)


def false_splits(folder: Path, names: Sequence[str]) -> Found:
    """How often documents that hold one release, by a person's judgement, are taken for several."""
    found = sum(len(read(folder / name)) - 1 for name in names)
    return Found(len(names), 0, found, 0)


def _chosen(parts: Sequence[Part], turn: int) -> Iterator[tuple[Part, ...]]:
    """Two or three releases at a time, of issuers that differ, others for each form."""
    issuers = sorted({part.issuer for part in parts})
    by = {issuer: [part for part in parts if part.issuer == issuer] for issuer in issuers}
    for number in range(len(parts)):
        names = [issuers[(number * 5 + turn + step * 2) % len(issuers)] for step in range(3)]
        chosen = tuple(
            by[name][(number * 7 + turn * 3) % len(by[name])] for name in dict.fromkeys(names)
        )
        yield chosen[: 2 + number % 2]


@cache
def _parts(folder: Path) -> tuple[Part, ...]:
    """The releases that make parts."""
    return tuple(_read_parts(folder))


def _read_parts(folder: Path) -> Iterator[Part]:
    """The releases with a title, a day and an issuer, and of some length."""
    for sidecar in sorted(folder.rglob("*.meta.json")):
        told = json.loads(sidecar.read_text("utf-8"))
        document = next(
            iter(sorted(sidecar.parent.glob(f"{sidecar.name[:-10]}.[mth]*[dtl]"))), None
        )
        day = told.get("date") or ""
        if document is None or not told.get("title") or len(day) != 10 or not told.get("issuer"):
            continue
        (release, *others) = read(document)
        prose = tuple(b.span.of(release.text) for b in release.blocks if b.kind in _PROSE)
        title = release.metadata.title or ""
        if not others and sum(map(len, prose)) >= _SHORTEST and 3 <= len(title.split()) <= 30:
            yield Part(title, dt.date.fromisoformat(day), told["issuer"].split(";")[0], prose[:12])
