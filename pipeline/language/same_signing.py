"""How much speaks for two mentions being one signing: the instrument, the sides, the date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import lexicon
from pipeline.language.drafts import Draft, Instrument
from pipeline.language.tellings import (
    different_dates,
    different_status,
    people,
    sides,
    told_in_headline,
    with_headline,
)

#: Nouns that can point back at an instrument of any kind.
_GENERIC = lexicon.words("instruments", "generic")
_SAME = (
    {"memorandum", "mou", "moc", "moa"},
    {"treaty", "convention", "mlat"},
    {"plan", "programme", "program", "roadmap"},
)
#: Sentences after a signing in which a clause may still tell more of it: "X signed for Ghana".
_REACH = 8
#: Sentences after a signing in which *the agreement* is the one signed, though others sign it.
_NEAR = 3
#: The least part of the shorter name that two names of one instrument share.
_ONE_NAME = 0.5
#: Words that do not tell one name from another.
_SMALL = frozenset("the of and on for between in a to".split())


def same_signing(group: Sequence[Draft], draft: Draft) -> float:
    """How much speaks for the draft being the group's signing; 0 if anything speaks against it."""
    one = draft.instrument
    if one is None:
        return _goes_on(group, draft)
    if (
        different_status(group, draft)
        or different_dates(group, draft)
        or _different_numbers(group, draft, one)
        or _other_sides(group, draft, one)
        or _other_people(group, draft, one)
        or _another_item(group, draft, one)
    ):
        return 0
    alike = _alike(group, one)
    if one.new and not told_in_headline(group, draft) and not _known(group, draft, alike):
        return 0
    shared = len(sides(group) & sides([draft])) + 2 * len(people(group) & people([draft]))
    dated = any(d.date and draft.date for d in group)
    return alike and alike + shared + dated


def _goes_on(group: Sequence[Draft], draft: Draft) -> float:
    """How near the signing is that a clause without an instrument tells more of."""
    distance = draft.sentence - group[-1].sentence
    told = any(d.instrument for d in group) and not different_status(group, draft)
    return 1 / (1 + distance) if distance <= _REACH and told else 0


def _other_sides(group: Sequence[Draft], draft: Draft, one: Instrument) -> bool:
    """Whether the sides are others; the lead names in full what a headline shortens."""
    ours, theirs = sides(group), sides([draft])
    if not ours or not theirs or ours <= theirs or theirs <= ours:
        return False
    if told_in_headline(group, draft) or (ours & theirs and with_headline(group, draft)):
        return False
    near = draft.sentence - group[-1].sentence <= _NEAR
    return not (one.definite and ((ours & theirs) or (people([draft]) and near)))


def _other_people(group: Sequence[Draft], draft: Draft, one: Instrument) -> bool:
    """Whether others sign, and not in two clauses: "X signed for A, and Y signed for B"."""
    ours, theirs = people(group), people([draft])
    joint = one.definite or draft.sentence == group[-1].sentence
    return bool(ours and theirs and not ours & theirs and not joint)


def _another_item(group: Sequence[Draft], draft: Draft, one: Instrument) -> bool:
    """Whether both are items of lists, which tell each agreement once."""
    listed = draft.fragment and all(d.fragment for d in group)
    return listed and all(d.instrument and d.instrument.core != one.core for d in group)


def _known(group: Sequence[Draft], draft: Draft, alike: float) -> bool:
    """Whether what is called new, *an agreement*, was told of before all the same."""
    ours, theirs, others = sides(group), sides([draft]), people([draft])
    bare = alike > 1 and not (theirs or others)
    told = any(d.headline for d in group) or _called_alike(group, draft) or _same_day(group, draft)
    again = alike > 1 and people(group) & others
    same = (ours and ours == theirs) or again or (bare and told)
    return bool(same) and draft.sentence != group[-1].sentence


def _called_alike(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether both are called by the same adjective and noun: *a tentative agreement*."""
    names = {d.instrument.text.lower() for d in group if d.instrument}
    name = draft.instrument.text.lower() if draft.instrument else ""
    return " " in name and name in names


def _same_day(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether *the signing of a treaty* is that on the day told before."""
    return draft.nominal and any(d.date == draft.date for d in group if d.date)


def _different_numbers(group: Sequence[Draft], draft: Draft, one: Instrument) -> bool:
    """Whether the instruments are more or fewer."""
    counts = {d.instrument.count for d in group if d.instrument and d.instrument.count}
    if one.count and counts and one.count not in counts:
        return True
    plurals = {d.instrument.plural for d in group if d.instrument}
    pointing = one.definite and sides([draft]) <= sides(group)
    return one.plural not in plurals and not pointing and not with_headline(group, draft)


def _alike(group: Sequence[Draft], one: Instrument) -> float:
    """How alike the instruments are; 0 when they cannot be one."""
    best = 0.0
    for draft in group:
        other = draft.instrument
        if other is None:
            continue
        if one.named and other.named:
            shared = _share(one.core, other.core)
            if shared < _ONE_NAME:
                return 0
            best = max(best, 3 * shared)
        best = max(best, _alike_nouns(one, other, draft))
    return best


def _alike_nouns(one: Instrument, other: Instrument, draft: Draft) -> float:
    """How much the nouns speak for one instrument: the same one, or one that points back."""
    if one.head == other.head or any({one.head, other.head} <= same for same in _SAME):
        return 2
    back = other.head in _GENERIC and (draft.headline or (one.definite and not one.named))
    return 1 if back or _points_at(one, draft) else 0


def _points_at(one: Instrument, other: Draft) -> bool:
    """Whether a noun for any instrument points back: *the agreement*, for a protocol."""
    if one.named and not other.headline:
        return False
    return one.head in _GENERIC and (one.definite or other.headline or one.head == "agreement")


def _share(one: str, other: str) -> float:
    """The part of the shorter name's words that the other has too."""
    a, b = _words(one), _words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _SMALL
