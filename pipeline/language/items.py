"""What stands in a list is read with the words that lead to it: "The United States will:".

An item that begins with a bare verb (*Provide $5 million …*) states nothing as done by itself, nor
does what a schedule of the day tells in the present tense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.clauses import Clause
from pipeline.models import Block, BlockKind, Status

#: Words of a lead that tell what was signed.
_SIGNING = lexicon.words("instruments", "signing") | {"concluded", "exchanged"}
#: The most words of a heading, which leads to a list without a colon.
_HEADING = 10
#: A lead that ends so tells of what was done: "Since 2021, the Department has:".
_DONE = frozenset(("has", "have", "had", "did", "also"))


#: Headlines of schedules: "Public Schedule: May 3", "Week Ahead".
_SCHEDULE = re.compile(r"\b(?:schedule|diary|week ahead|forward plan)\b", re.IGNORECASE)
SCHEDULED = ("in a schedule",)


def as_listed(clauses: Iterable[Clause], blocks: Sequence[Block], text: str) -> Iterator[Clause]:
    """The clauses, each with the status that the lead of its list gives it, or the headline.

    An agreement that is only named is one signed where the lead says so: "They signed:".
    """
    for clause in clauses:
        if clause.voice == "fragment" and clause.lemma == "agreement":
            if _tells_sides(clause) or _is_signed(clause, blocks, text):
                yield clause
        elif clause.status is not Status.OCCURRED:
            yield clause
        elif _in_present(clause) and _is_schedule(blocks, text):
            yield replace(clause, status=Status.PLANNED, cues=SCHEDULED)
        elif _is_bare(clause):
            yield _to_be_done(clause, blocks, text)
        else:
            yield clause


def _tells_sides(clause: Clause) -> bool:
    return any(a.relation in ("between", "among", "with") for a in clause.arguments)


def _is_signed(clause: Clause, blocks: Sequence[Block], text: str) -> bool:
    """Whether an item stands in a list of what was signed."""
    above = _above(clause.unit.block, blocks, text).lower()
    leads = above.endswith(":") or len(above.split()) <= _HEADING
    return leads and not _SIGNING.isdisjoint(above.split())


def _to_be_done(clause: Clause, blocks: Sequence[Block], text: str) -> Clause:
    """An item that begins with a bare verb, as its lead tells it: done or still to be done."""
    lead = _lead(clause.unit.block, blocks, text)
    if lead is None or _DONE & set(lead.lower().rstrip(":").split()[-4:]):
        return clause
    return replace(clause, status=Status.PLANNED, cues=("in a list of what is to be done",))


def _is_schedule(blocks: Sequence[Block], text: str) -> bool:
    return any(b.kind is BlockKind.TITLE and _SCHEDULE.search(b.span.of(text)) for b in blocks)


def _in_present(clause: Clause) -> bool:
    """Whether the verb a clause turns on, or hangs on, stands in the present tense."""
    token = clause.unit.doc[clause.index]
    verb = token if token.tag_.startswith("VB") else token.head
    return verb.tag_ in ("VBZ", "VBP", "VB", "VBG")


def _is_bare(clause: Clause) -> bool:
    """Whether the clause turns on a verb without tense and subject that opens its unit."""
    token = clause.unit.doc[clause.index]
    head = token if token.dep_ == "ROOT" else token.head
    bare = head.tag_ in ("VB", "VBP") and head.i <= 1
    return bare and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in head.children)


def _lead(block: int, blocks: Sequence[Block], text: str) -> str | None:
    """The words of the line above a list, if they lead to it with a colon."""
    words = _above(block, blocks, text)
    return words if words.endswith(":") else None


def _above(block: int, blocks: Sequence[Block], text: str) -> str:
    """The words of the line above a list."""
    if blocks[block].kind is not BlockKind.ITEM:
        return ""
    above = next((b for b in reversed(blocks[:block]) if b.kind is not BlockKind.ITEM), None)
    return above.span.of(text).rstrip() if above else ""
