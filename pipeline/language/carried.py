"""What a mention takes from the one before it: whose money it is, *on the same day*."""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.clauses import Clause
from pipeline.language.drafts import Draft, Roles
from pipeline.language.extract import Found

#: Sentences within which an event can be spoken of without saying whose it is.
NEAR = 3


def shared(one: Found, roles: Roles, before: Draft | None) -> Roles:
    """What a mention leaves out that the one before it tells, such as whose money it is."""
    if before is None or before.frame is not one.frame:
        return {}
    if one.clause.unit.sentence - before.sentence > NEAR:
        return {}
    missing = (role for role in one.frame.shared if not roles.get(role))
    return {role: dict(before.roles[role]) for role in missing if before.roles.get(role)}


def on_same_day(draft: Draft, clause: Clause, before: Draft | None) -> Draft:
    """The draft with the day of the one before it, where the words say *on the same day*."""
    days = (clause.unit.doc[a.index] for a in clause.get("on"))
    same = any(d.lower_ == "day" and any(c.lower_ == "same" for c in d.children) for d in days)
    if draft.date or before is None or not same or draft.sentence - before.sentence > NEAR:
        return draft
    return replace(draft, date=before.date, dated=before.dated)
