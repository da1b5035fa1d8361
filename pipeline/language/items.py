"""The items of a list are read with the line that leads to them: "The United States will:".

An item that begins with a bare verb (*Provide $5 million …*) states nothing as done by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.clauses import Clause
from pipeline.models import Block, BlockKind, Status

#: A lead that ends so tells of what was done: "Since 2021, the Department has:".
_DONE = frozenset(("has", "have", "had", "did", "also"))


def as_listed(clause: Clause, blocks: Sequence[Block], text: str) -> Clause:
    """The clause with the status that the lead of its list gives it."""
    if clause.status is not Status.OCCURRED or not _is_bare(clause):
        return clause
    lead = _lead(clause.unit.block, blocks, text)
    if lead is None or _DONE & set(lead.lower().rstrip(":").split()[-4:]):
        return clause
    return replace(clause, status=Status.PLANNED, cues=("in a list of what is to be done",))


def _is_bare(clause: Clause) -> bool:
    """Whether the clause turns on a verb without tense and subject that opens its unit."""
    token = clause.unit.doc[clause.index]
    head = token if token.dep_ == "ROOT" else token.head
    bare = head.tag_ in ("VB", "VBP") and head.i <= 1
    return bare and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in head.children)


def _lead(block: int, blocks: Sequence[Block], text: str) -> str | None:
    """The words of the line above a list, if they lead to it with a colon."""
    if blocks[block].kind is not BlockKind.ITEM:
        return None
    above = next((b for b in reversed(blocks[:block]) if b.kind is not BlockKind.ITEM), None)
    words = above.span.of(text).rstrip() if above else ""
    return words if words.endswith(":") else None
