"""Tables of sentences of our own, after the patterns of real releases: what each of them tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.language.reader import Reader
from pipeline.models import Block, BlockKind, Facts, Metadata, Release, Span

HERE = Path(__file__).parent
TABLES = {"Award": "awards", "Sanction": "sanctions", "LegalAction": "legal_actions"}
RELEASED = dt.date(2024, 6, 20)
_KINDS = {"* ": BlockKind.ITEM, "# ": BlockKind.TITLE}

Row = Mapping[str, Any]
Told = dict[str, set[str]]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of a table."""
    return tuple(yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")))


def as_release(row: Row) -> Release:
    """A row's lines as blocks: an item begins with an asterisk, a title with a hash."""
    text, blocks = "", []
    for line in row["text"].strip().split("\n"):
        kind = _KINDS.get(line[:2], BlockKind.PARAGRAPH)
        words = line if kind is BlockKind.PARAGRAPH else line[2:]
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    title = next((b.span.of(text) for b in blocks if b.kind is BlockKind.TITLE), None)
    publisher = (row["publisher"],) if "publisher" in row else ()
    return Release("row", 0, text, tuple(blocks), Metadata(title, RELEASED, publisher))


def told(facts: Facts, kind: str) -> list[Told]:
    """The events of one type, for each role the labels of all who fill it."""
    labels = {e.id: {e.label, *e.alt_labels} for e in facts.entities}
    found = []
    for event in (e for e in facts.events if e.type == kind):
        roles: Told = {"status": {event.status.value}, "kind": {event.kind or ""}}
        roles["date"] = {event.date.iso if event.date else ""}
        for filler in event.fillers:
            names = labels[filler.entity] if filler.entity else {str(filler.literal)}
            roles[filler.role] = roles.get(filler.role, set()) | names
        found.append(roles)
    return found


def fits(wanted: Mapping[str, Any], event: Told) -> bool:
    """Whether an event has all that is wanted of it; one without a status was done."""
    wants = {"status": "Occurred", **wanted}
    several = {role: v if isinstance(v, list) else [v] for role, v in wants.items()}
    return all(set(map(str, v)) <= event.get(role, set()) for role, v in several.items())


ROWS = [(kind, row) for kind, name in TABLES.items() for row in table(name)]


@pytest.mark.parametrize(
    ("kind", "row"), ROWS, ids=[f"{kind}: {row['text'][:50].strip()}" for kind, row in ROWS]
)
def test_a_sentence_tells_what_its_row_says(reader: Reader, kind: str, row: Row) -> None:
    """Each event wanted is found, and no other; `missed` is what we cannot read yet."""
    events = told(reader.understand(as_release(row)), kind)
    wanted = [want for want in row["finds"] if not want.get("missed")]
    assert len(events) == len(wanted), events
    for want in wanted:
        assert any(fits(want, event) for event in events), (want, events)


@pytest.mark.parametrize("kind", TABLES)
def test_most_of_a_table_is_read(kind: str) -> None:
    """What is missed is less than a tenth of what the sentences tell, and there are forty."""
    wants = [want for row in table(TABLES[kind]) for want in row["finds"]]
    assert len(table(TABLES[kind])) >= 40
    assert sum(bool(want.get("missed")) for want in wants) < len(wants) / 10


@pytest.mark.parametrize("row", table("traps"), ids=lambda row: row["text"][:60])
def test_a_trap_is_not_read_as_done(reader: Reader, row: Row) -> None:
    """What is alleged, possible, planned or denied has not happened."""
    events = told(reader.understand(as_release(row)), row["never"])
    assert not [event for event in events if event["status"] == {"Occurred"}]
