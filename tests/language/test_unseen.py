"""Sentences nobody wrote a rule for, written down before the program read them: how many it reads.

An event is right if its type and status agree and a core role does: the target of a sanction, the
recipient, funder or amount of an award. Fillers are matched as `communique evaluate` does it.

Measured when they were first read, on 25 November 2026:

            sentences   events: told found right   P    R    F1    roles: P    R    F1
    Award          64             52    32    30  .94  .58  .71         .82  .50  .62
    Sanction       62             48    28    25  .89  .52  .66         .85  .52  .65

No rule is written for them and no row is changed to raise these figures. A floor may be raised
when the figure has risen by rules that were written for other sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.evaluate.pairing import pair, pair_fillers
from pipeline.evaluate.record import Happening, Names
from pipeline.evaluate.tally import Tally
from pipeline.language.reader import Reader
from pipeline.models import Facts
from tests.language.test_tables import as_release, table

TABLES = {"Award": "unseen_awards", "Sanction": "unseen_sanctions"}
CORE = {"Award": ("recipient", "funder", "amount"), "Sanction": ("target",)}
ROLES = {
    "Award": ("funder", "recipient", "amount", "purpose"),
    "Sanction": ("authority", "target", "program", "date"),
}
#: Precision, recall and F1 of events and F1 of roles, a little under what is measured.
FLOORS = {"Award": (0.90, 0.55, 0.69, 0.60), "Sanction": (0.86, 0.50, 0.63, 0.62)}


def expected(kind: str, want: Mapping[str, Any]) -> Happening:
    """An event as its row tells it."""
    fills = {
        r: want[r] if isinstance(want[r], list) else [want[r]] for r in ROLES[kind] if r in want
    }
    roles: dict[str, tuple[Names, ...]] = {
        role: tuple((str(one),) for one in several) for role, several in fills.items()
    }
    return Happening(kind, want.get("status", "Occurred"), roles)


def found(facts: Facts, kind: str) -> list[Happening]:
    """The events of one type that the program tells, with the roles that are counted."""
    labels = {e.id: (e.label, *e.alt_labels) for e in facts.entities}
    happenings = []
    for event in (e for e in facts.events if e.type == kind):
        roles: dict[str, tuple[Names, ...]] = {}
        for filler in event.fillers:
            if filler.role in ROLES[kind]:
                names = labels[filler.entity] if filler.entity else (str(filler.literal),)
                roles[filler.role] = (*roles.get(filler.role, ()), names)
        if event.date and "date" in ROLES[kind]:
            roles["date"] = ((event.date.iso,),)
        happenings.append(Happening(kind, event.status.value, roles))
    return happenings


def alike(gold: Happening, event: Happening) -> float:
    """How many fillers two events share; 0 if the status differs or no core role agrees."""
    shared = {role: _shared(role, gold, event) for role in ROLES[gold.type]}
    if gold.status != event.status or not any(shared[role] for role in CORE[gold.type]):
        return 0.0
    return float(sum(shared.values()))


def _shared(role: str, gold: Happening, event: Happening) -> int:
    return len(pair_fillers(role, gold.fill(role), event.fill(role)))


def _fillers(events: list[Happening]) -> int:
    return sum(len(fills) for event in events for fills in event.roles.values())


def score(reader: Reader, kind: str) -> tuple[Tally, Tally]:
    """The tallies of events and of roles over a table."""
    events, roles = Tally(), Tally()
    for row in table(TABLES[kind]):
        gold = [expected(kind, want) for want in row["finds"]]
        told = found(reader.understand(as_release(row)), kind)
        pairs = pair(gold, told, alike)
        right = sum(_shared(role, gold[i], told[j]) for i, j in pairs for role in ROLES[kind])
        events += Tally(len(gold), len(told), len(pairs))
        roles += Tally(_fillers(gold), _fillers(told), right)
    return events, roles


@pytest.mark.parametrize("kind", TABLES)
def test_unseen_sentences_are_read_no_worse_than_when_they_were_first_read(
    reader: Reader, kind: str
) -> None:
    """Precision, recall and F1 of events and F1 of roles stay above their floors."""
    events, roles = score(reader, kind)
    measured = (events.precision, events.recall, events.f1, roles.f1)
    assert all((m or 0.0) >= floor for m, floor in zip(measured, FLOORS[kind], strict=True)), (
        measured
    )


@pytest.mark.parametrize("kind", TABLES)
def test_the_unseen_tables_keep_their_size(kind: str) -> None:
    """Nobody takes a hard sentence out: forty-five that tell an event, twelve that tell none."""
    finds = [bool(row["finds"]) for row in table(TABLES[kind])]
    assert sum(finds) >= 45
    assert len(finds) - sum(finds) >= 12
