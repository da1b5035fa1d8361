"""Mentions of one event become one: headline, lead and later mentions, on explicit evidence.

The evidence is the identity of the instrument (its name, its kind, *a* new one or *the* known one),
the parties and the date; never nearness alone. Different parties or dates are different events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.language.collective import told_apart
from pipeline.language.drafts import Draft
from pipeline.language.headcounts import can_be, headcount, is_description
from pipeline.language.same_event import same_event
from pipeline.language.same_signing import same_signing
from pipeline.language.standing import one_each
from pipeline.language.tellings import different_dates, people, sides, stood_for
from pipeline.models import Status

#: Sentences after "two brokers pleaded guilty" within which each of them is told of.
_NEAR = 6


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
    told = _with_headlines(_by_name(_united(told_apart(groups))))
    return [group for group in told if _is_event(group)]


def _with_headlines(groups: Sequence[list[Draft]]) -> list[list[Draft]]:
    """The groups, what a headline tells of someone it only describes being what the lead tells."""
    kept: list[list[Draft]] = []
    for group in groups:
        lead = next((g for g in groups if g is not group and _leads(g, group)), None)
        if lead is None:
            kept.append(group)
        else:
            lead.extend(group)
    return kept


def _leads(lead: Sequence[Draft], headline: Sequence[Draft]) -> bool:
    """Whether the lead tells by name what a headline alone tells of one described."""
    first, role = headline[0], (*headline[0].frame.identity, "")[0]
    if not first.kind or first.frame.fewest or not _described(headline, role):
        return False
    body = [d for d in lead if not d.headline]
    alike = (body[0].frame, body[0].kind, body[0].status) if body else None
    return (
        all(d.headline or d.adds for d in headline)
        and any(d.lead for d in body)
        and alike == (first.frame, first.kind, first.status)
        and can_be(_ids(headline, role), _names(lead, role))
    )


def _united(groups: Sequence[list[Draft]]) -> list[list[Draft]]:
    """The groups, those of one step of a case against the same people made one.

    A headline that says only the sum can have drawn to itself what belongs to the lead.
    """
    kept: list[list[Draft]] = []
    for group in groups:
        first = group[0]
        if first.kind and not (first.frame.fewest or first.frame.setting):
            same = next((g for g in kept if _one_step(g, group)), None)
            if same is not None:
                same.extend(group)
                continue
        kept.append(group)
    return kept


def _one_step(one: Sequence[Draft], other: Sequence[Draft]) -> bool:
    """Whether two groups tell the same of the same people, and nothing that parts them."""
    first, second = one[0], other[0]
    if (first.frame, first.kind, first.status) != (second.frame, second.kind, second.status):
        return False
    if not any(d.headline for d in (*one, *other)) or any(d.another for d in other):
        return False
    named = [{r: frozenset(_ids(g, r)) for r in first.frame.identity} for g in (one, other)]
    return (
        named[0] == named[1]
        and all(named[0].values())
        and not any(different_dates(one, d) for d in other)
    )


def _by_name(groups: Sequence[list[Draft]]) -> list[list[Draft]]:
    """The groups without those whose people, *two brokers*, others tell of one by one.

    What is told of all of them together is told of each.
    """
    kept: list[list[Draft]] = []
    for group in groups:
        role = next((r for r in group[0].frame.identity if _described(group, r)), None)
        told = [g for g in groups if g is not group and role and _tells_of(g, group, role)]
        count = max(sum(headcount(one) or 0 for one in d.ids(role or "")) for d in group)
        if role and told and count == len({id_ for g in told for id_ in _names(g, role)}):
            for other in told:
                other.extend(group)
        else:
            kept.append(group)
    return kept


def _described(group: Sequence[Draft], role: str) -> bool:
    ids = _ids(group, role)
    return bool(ids) and all(map(is_description, ids))


def _tells_of(other: Sequence[Draft], group: Sequence[Draft], role: str) -> bool:
    """Whether another event can be that of some of those described."""
    one = group[0]
    alike = other[0].frame is one.frame and other[0].kind == one.kind
    named = bool(_names(other, role))
    fits = other[0].status is one.status and not any(different_dates(other, d) for d in group)
    return alike and named and fits and other[0].sentence - one.sentence in range(_NEAR + 1)


def _ids(group: Sequence[Draft], role: str) -> set[str]:
    return {id_ for draft in group for id_ in draft.ids(role)}


def _names(group: Sequence[Draft], role: str) -> set[str]:
    return {id_ for id_ in _ids(group, role) if not is_description(id_)}


def _score(group: Sequence[Draft], draft: Draft) -> float:
    """How much speaks for the draft being the group's event; 0 if anything speaks against it."""
    if group[0].frame.name != draft.frame.name:
        return 0
    signing = "agreement" in draft.frame.requires
    return same_signing(group, draft) if signing else same_event(group, draft)


def _is_event(group: Sequence[Draft]) -> bool:
    """Whether the mentions together tell of an event."""
    if "agreement" in group[0].frame.requires and not _is_signing(group):
        return False
    return _enough(group) and not _only_announces(group)


def _only_announces(group: Sequence[Draft]) -> bool:
    """Whether it names nobody but those in a list below, each with a mention of its own."""
    said = {id_ for role in group[0].frame.identity for id_ in _ids(group, role)}
    return bool(said) and all(id_.startswith("group/following") for id_ in said)


def _listed(draft: Draft, groups: Sequence[Sequence[Draft]]) -> Draft | None:
    """An item of a list, with what the event just told of says of all: the day, whose money.

    A signing's item that tells no sides has those of the lead: who signed and for whom.
    """
    for group in reversed(groups):
        last = group[-1]
        if draft.frame.name == last.frame.name and draft.sentence - last.sentence <= 2:
            dated = next((d for d in group if d.date), None)
            told = {
                role: values
                for d in reversed(group)
                for role, values in d.roles.items()
                if role not in draft.frame.identity and "party" not in draft.roles
            }
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
    """Agreements in general, of no one in particular: "the contracts entered into"."""
    one = group[0].instrument
    if one is None or "bilateral" in one.text.lower() or len(group) > 1:
        return False
    done = group[0].status is Status.OCCURRED
    return done and one.plural and not one.named and one.count is None


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
    if draft.frame.fewest:
        return _main(groups, draft)
    same = [
        g for g in groups if g[0].frame.name == draft.frame.name and draft.kind in (None, g[0].kind)
    ]
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
