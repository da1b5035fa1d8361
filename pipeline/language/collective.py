"""Several signings announced together and then told one by one.

*Four memoranda were signed today*, says the lead, and a list or the sentences after it tell each
with its own sides. What the lead tells of all, the day and the place, is then theirs; the lead
itself tells of no other signing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.drafts import Draft
from pipeline.language.tellings import different_dates

#: Sentences from the announcement, or from one signing told by itself, to the next.
_REACH = 3
#: Signings told one by one, at least, of those announced.
_FEWEST = 2


def told_apart(groups: Sequence[list[Draft]]) -> list[list[Draft]]:
    """The groups, an announcement of several signings given to those that follow it."""
    found: list[list[Draft]] = []
    members: dict[int, Draft] = {}
    for i, group in enumerate(groups):
        following = _following(group, groups[i + 1 :]) if _announces(group) else []
        if len(following) >= _FEWEST:
            members |= {id(one): draft for one in following if (draft := _shared(group))}
            continue
        found.append(_given(group, members[id(group)]) if id(group) in members else group)
    return found


def _announces(group: Sequence[Draft]) -> bool:
    """Whether a group tells of several instruments without naming them."""
    instruments = [d.instrument for d in group if d.instrument]
    return bool(instruments) and all(i.plural and (i.count or not i.named) for i in instruments)


def _following(group: Sequence[Draft], others: Sequence[list[Draft]]) -> list[list[Draft]]:
    """The single signings told behind an announcement, each near the one before."""
    found: list[list[Draft]] = []
    last = group[-1].sentence
    for one in (o for o in others if o[0].frame.name == group[0].frame.name):
        if not 0 <= one[0].sentence - last <= _REACH or not _is_one_of(group, one[0]):
            break
        found.append(one)
        last = one[0].sentence
    listed = any(d.fragment for one in found for d in one)
    return found if listed or _counts(group, len(found)) else []


def _counts(group: Sequence[Draft], told: int) -> bool:
    """Whether an announcement says that so many signings follow, or at least that they follow."""
    instruments = [d.instrument for d in group if d.instrument]
    return any(i.count == told or "following" in i.text.lower() for i in instruments)


def _is_one_of(group: Sequence[Draft], one: Draft) -> bool:
    """Whether a signing can be one of those announced."""
    single = one.instrument is not None and not one.instrument.plural
    return single and one.status is group[0].status and not different_dates(group, one)


def _shared(group: Sequence[Draft]) -> Draft:
    """The mention of an announcement that tells most of when and where it was."""
    return max(group, key=lambda d: (bool(d.date), bool(d.roles.get("place"))))


def _given(group: list[Draft], lead: Draft) -> list[Draft]:
    """A signing with the day and the place of the announcement, where it has none of its own."""
    first = group[0]
    place = lead.roles.get("place")
    roles = {**first.roles, "place": place} if place and "place" not in first.roles else first.roles
    if any(d.date for d in group):
        return [replace(first, roles=roles), *group[1:]]
    return [replace(first, roles=roles, date=lead.date, dated=lead.dated), *group[1:]]
