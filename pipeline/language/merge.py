"""Mentions of one event become one: headline, lead and later mentions, on explicit evidence.

The evidence is the identity of the instrument (its name, its kind, *a* new one or *the* known one),
the parties and the date; never nearness alone. Different parties or dates are different events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.language.collective import told_apart
from pipeline.language.drafts import Draft
from pipeline.language.same_event import same_event
from pipeline.language.same_signing import same_signing
from pipeline.language.standing import one_each
from pipeline.language.tellings import different_dates, people, sides, stood_for
from pipeline.models import Status


def merge(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Groups of drafts, each about one event, in reading order."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        if draft.adds:
            for group in _told(groups, draft):
                group.append(draft)
            continue
        one = _listed(draft, groups) if draft.fragment and not draft.headline else draft
        if one is None:
            continue
        scores = [_score(group, one) for group in groups]
        if any(score > 0 for score in scores):
            last = max(range(len(groups)), key=lambda i: (scores[i], i))
            groups[last].append(one)
        else:
            groups.append([one])
    return [group for group in told_apart(groups) if _is_event(group)]


def _score(group: Sequence[Draft], draft: Draft) -> float:
    """How much speaks for the draft being the group's event; 0 if anything speaks against it."""
    if group[0].frame.name != draft.frame.name:
        return 0
    signing = "agreement" in draft.frame.requires
    return same_signing(group, draft) if signing else same_event(group, draft)


def _is_event(group: Sequence[Draft]) -> bool:
    """Whether the mentions together tell of an event."""
    return ("agreement" not in group[0].frame.requires or _is_signing(group)) and _enough(group)


def _listed(draft: Draft, groups: Sequence[Sequence[Draft]]) -> Draft | None:
    """A fragment in a list of what was signed, with what the signing just told of says of all.

    That is the day, and where the fragment tells no sides, who signed and for whom.
    """
    for group in reversed(groups):
        last = group[-1]
        if draft.frame.name == last.frame.name and draft.sentence - last.sentence <= 2:
            dated = next((d for d in group if d.date), None)
            told = {} if draft.roles.get("party") else dict(last.roles)
            return replace(
                draft,
                status=last.status,
                date=dated.date if dated else None,
                dated=dated.dated if dated else None,
                roles={**told, **draft.roles},
            )
    return None


def _is_signing(group: Sequence[Draft]) -> bool:
    """Whether there is an instrument, and not only a memorandum that an official wrote alone."""
    if not any(d.instrument for d in group):
        return False
    if all(d.fragment and d.headline for d in group):
        return False  # a headline that only names an agreement
    vague = not (sides(group) or people(group) or any(d.date for d in group))
    if vague and all(d.status is Status.POSSIBLE for d in group):
        return False
    if vague and _general(group):
        return False
    unclear = all(d.instrument is None or d.instrument.unclear for d in group)
    return not unclear or len(sides(group) | people(group)) > 1


def _general(group: Sequence[Draft]) -> bool:
    """Agreements in general, of no one in particular: "contracts entered into", "any lease"."""
    one = group[0].instrument
    if one is None or "bilateral" in one.text.lower():
        return False
    plain = one.plural and one.new and not one.named and one.count is None
    return plain and len(group) == 1 and group[0].status is Status.OCCURRED


def _enough(group: Sequence[Draft]) -> bool:
    """Whether all mentions together name as many as the frame asks for: a meeting takes two."""
    told = {role for d in group for role, values in d.roles.items() if values}
    told |= {"date" for d in group if d.date}
    needed = (r for r in group[0].frame.requires if r != "agreement")
    if not all(any(role in told for role in one.split(" or ")) for one in needed):
        return False
    return all(
        len(one_each({v for d in group for v in d.roles.get(role, ())}, stood_for(group))) >= count
        for role, count in group[0].frame.fewest.items()
    )


def _told(groups: Sequence[list[Draft]], draft: Draft) -> list[list[Draft]]:
    """The events a mention tells more of.

    Where events have kinds it is the first, with others of its kind, date and status; else the one
    that the release is about.
    """
    same = [g for g in groups if g[0].frame.name == draft.frame.name]
    if draft.frame.fewest:
        return _main(groups, draft)
    first = same[0][0] if same else None
    return [
        g
        for g in same
        if first
        and g[0].kind == first.kind
        and g[0].status is first.status
        and not different_dates(g, first)
    ]


def _main(groups: Sequence[list[Draft]], draft: Draft) -> list[list[Draft]]:
    """The event just told, or the first one of the release, if one can be present at it."""
    events = (g for g in groups if not g[0].frame.setting and _names_someone(g))
    told = [g for g in events if any(d.lead or d.headline for d in g)]
    same = [g for g in groups if g[0].frame is draft.frame and _names_someone(g)]
    near = [g for g in same if 0 <= draft.sentence - g[-1].sentence <= 1]
    leading = [g for g in told[:1] if g in same]
    found = near[-1:] or leading
    return [g for g in found if g[0].status is draft.status]


def _names_someone(group: Sequence[Draft]) -> bool:
    return any(d.roles.get(role) for d in group for role in d.frame.identity)
