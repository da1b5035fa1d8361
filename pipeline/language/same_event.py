"""How much speaks for two mentions being one event of a kind without instruments."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import lexicon
from pipeline.language.drafts import Draft, Value
from pipeline.language.headcounts import can_be, headcount, is_description, shortens
from pipeline.language.money import find_money
from pipeline.language.standing import Behind, counted_in
from pipeline.language.tellings import different_dates, different_status, stood_for
from pipeline.models import Span

#: Sentences between an event and a noun that points back at it: more, and others were told between.
_NEAR = 3
_COMMON = lexicon.words("organizations", "common")


def same_event(group: Sequence[Draft], draft: Draft) -> float:
    """How much speaks for the draft being the group's event: its identity roles must agree.

    One mention may leave out some of the fillers of the other, not bring others in their place. A
    noun that points back and names nobody is about the event told just before.
    """
    kinds = {d.kind for d in group if d.kind}
    other_kind = draft.kind and kinds and draft.kind not in kinds
    if other_kind or different_status(group, draft) or different_dates(group, draft):
        return 0
    if (draft.another or _told_apart(group, draft)) and not _same_cast(group, draft):
        return 0
    sums = len(_sums(group) & _sums([draft]))
    compared = [_compared(role, group, draft, sums=bool(sums)) for role in draft.frame.identity]
    shared = float(sums + sum(score for _, score in compared))
    if _points_here(group, draft):
        return shared + 1 / (2 + draft.sentence - group[-1].sentence)
    return shared if all(told for told, _ in compared) else 0


def _told_apart(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether a noun that dates an event of its own, *their summit in May*, is not known as this.

    It is not if it names one alone of those who meet, and this one has no date.
    """
    fewest = draft.frame.fewest
    alone = any(0 < len(draft.roles.get(role, ())) < count for role, count in fewest.items())
    dated = draft.date is not None and not any(d.date for d in group)
    return alone and dated and draft.nominal and not (draft.pointing or draft.headline)


def _same_cast(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether a mention that could be of one more event names just those of another."""
    return all(
        {v for d in group for v in d.roles.get(role, ())} == set(draft.roles.get(role, ()))
        for role in draft.frame.identity
    )


def _points_here(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether a noun points back at the event, and joins someone to it or names nobody."""
    silent = not any(draft.roles.get(role) for role in draft.frame.identity)
    near = draft.sentence - group[-1].sentence <= _NEAR
    return draft.pointing and (draft.joining or (silent and near))


def _compared(role: str, group: Sequence[Draft], draft: Draft, *, sums: bool) -> tuple[bool, int]:
    """Whether the fillers of a role can be the same, and how much they speak for one event."""
    ours = {v for d in group for v in d.roles.get(role, ())}
    theirs = set(draft.roles.get(role, ()))
    if not ours or not theirs:
        return True, 0
    told = _same_fillers(ours, theirs, stood_for([*group, draft]))
    told = told or _known_otherwise(ours, theirs, group, draft, sums)
    common = {_key(v) for v in ours} & {_key(v) for v in theirs}
    return told, len(common) or int(told)


def _same_fillers(ours: set[Value], theirs: set[Value], behind: Behind) -> bool:
    """Whether one mention names no one whom the other does not."""
    one, other = {_key(v) for v in ours}, {_key(v) for v in theirs}
    return (
        one <= other
        or other <= one
        or counted_in(ours, theirs, behind)
        or counted_in(theirs, ours, behind)
    )


def _known_otherwise(
    ours: set[Value], theirs: set[Value], group: Sequence[Draft], draft: Draft, sums: bool
) -> bool:
    """Whether one mention describes, or the sum of money tells, whom the other names."""
    one, other = {_key(v) for v in ours}, {_key(v) for v in theirs}
    headline = draft.headline or all(d.headline for d in group)
    return _describes(one, other, group, draft) or (
        sums and (headline or bool(_last_words(one) & _last_words(other)))
    )


def _sums(group: Sequence[Draft]) -> set[str]:
    """The sums of money in some mentions, by which two of them are known as one."""
    said = (v.literal for d in group for values in d.roles.values() for v in values if v.literal)
    return {
        _key(Value(literal=words)) for words in said if find_money(words, [Span(0, len(words))])
    }


def _key(value: Value) -> str:
    """What a filler is known by: an entity by its id, a sum without its hedge."""
    words = value.literal or ""
    sums = find_money(words, [Span(0, len(words))]) if words else ()
    return value.entity or (str(sums[0].amount.value.normalize()) if sums else words.lower())


def _describes(ours: set[str], theirs: set[str], group: Sequence[Draft], draft: Draft) -> bool:
    """Whether one side only describes or shortens whom the other names: "Two men charged"."""
    headline = all(d.headline for d in group)
    near = draft.sentence - group[-1].sentence <= 2 or headline or _counted(theirs, draft)
    if _described_apart(ours | theirs, group, draft):
        return False
    if near and any(all(map(is_description, side)) for side in (ours, theirs)):
        return _same_people(ours, theirs) or (headline and draft.lead and _as_many(ours, theirs))
    return headline and bool(_last_words(ours) & _last_words(theirs))


def _described_apart(ids: set[str], group: Sequence[Draft], draft: Draft) -> bool:
    """Whether one sentence describes two groups: *three men arrested; … three key accused*."""
    together = any(d.sentence == draft.sentence for d in group)
    return together and all(map(is_description, ids))


def _same_people(ours: set[str], theirs: set[str]) -> bool:
    """Whether those whom one side describes can be those of the other: never any two groups."""
    if not all(map(is_description, ours)):
        return can_be(theirs, ours)
    if not all(map(is_description, theirs)):
        return can_be(ours, theirs)
    return all(any(shortens(one, other) for other in theirs) for one in ours)


def _counted(described: set[str], draft: Draft) -> bool:
    """Whether several are counted, no day told: *this charges two traders*, those named above."""
    undated = draft.date is None and bool(draft.kind)
    return undated and all(is_description(d) and (headcount(d) or 0) > 1 for d in described)


def _as_many(ours: set[str], theirs: set[str]) -> bool:
    """Whether headline and lead describe as many each: *Pilot Sentenced*, *a smuggler was*."""
    if len(ours) != 1 or len(theirs) != 1 or not all(map(is_description, ours | theirs)):
        return False
    one, other = (headcount(next(iter(side))) for side in (ours, theirs))
    if one is None or other is None:
        return (one or other or 1) > 1
    return one == other


def _last_words(ids: set[str]) -> set[str]:
    """The words of names that a headline would keep."""
    return {
        w for id_ in ids for w in id_.split("/")[-1].split("-") if len(w) > 3 and w not in _COMMON
    }
