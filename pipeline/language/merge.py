"""Mentions of one event become one event: headline, lead and later mentions, on explicit evidence.

The evidence is the identity of the instrument (its name, its kind, *a* new one or *the* known one),
the parties and the date; never nearness alone. Different parties or dates are different events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.language.drafts import Draft, Instrument, Value
from pipeline.language.money import find_money
from pipeline.language.standing import Behind, counted_in, one_each
from pipeline.models import Span, Status

#: Nouns that can point back at an instrument of any kind.
_GENERIC = frozenset(
    "agreement deal arrangement pact accord understanding instrument document text swap "
    "treaty".split()
)
#: Sentences between an event and a noun that points back at it: more, and others were told between.
_NEAR = 3
#: Words of names that do not tell one from another.
_COMMON = frozenset(
    "company corporation group department office united states national international american "
    "bank university county city".split()
)
_SAME = (
    {"memorandum", "mou", "moc", "moa"},
    {"treaty", "convention", "mlat"},
    {"plan", "programme", "program", "roadmap"},
)


#: Sentences after a signing in which a clause may still tell more of it: "X signed for Ghana".
_REACH = 8


def merge(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Groups of drafts, each about one event, in reading order."""
    groups: list[list[Draft]] = []
    for told in drafts:
        if told.adds:
            for group in _told(groups, told):
                group.append(told)
            continue
        listed = told.fragment and not told.headline
        draft = _listed(told, groups) if listed else told
        if draft is None:
            continue
        scored = [
            (score, -i, group)
            for i, group in enumerate(groups)
            if (score := _score(group, draft)) > 0
        ]
        if scored:
            max(scored, key=lambda s: (s[0], s[1]))[2].append(draft)
        else:
            groups.append([draft])
    return [
        g
        for g in groups
        if ("agreement" not in g[0].frame.requires or _is_signing(g)) and _enough(g)
    ]


def _listed(draft: Draft, groups: Sequence[Sequence[Draft]]) -> Draft | None:
    """A fragment in a list of what was signed, with the date of the signing just told of."""
    for group in reversed(groups):
        last = group[-1]
        if draft.frame.name == last.frame.name and draft.sentence - last.sentence <= 2:
            dated = next((d for d in group if d.date), None)
            return replace(draft, status=last.status, date=dated.date if dated else None)
    return None


def _is_signing(group: Sequence[Draft]) -> bool:
    """Whether there is an instrument, and not only a memorandum that an official wrote alone."""
    if not any(d.instrument for d in group):
        return False
    if all(d.fragment and d.headline for d in group):
        return False  # a headline that only names an agreement
    vague = not (_sides(group) or _people(group) or any(d.date for d in group))
    if vague and all(d.status is Status.POSSIBLE for d in group):
        return False
    if vague and _general(group):
        return False
    unclear = all(d.instrument is None or d.instrument.unclear for d in group)
    return not unclear or len(_sides(group) | _people(group)) > 1


def _general(group: Sequence[Draft]) -> bool:
    """Agreements in general, of no one in particular: "contracts entered into", "any lease"."""
    one = group[0].instrument
    return (
        one is not None
        and one.plural
        and one.new
        and not one.named
        and one.count is None
        and len(group) == 1
        and "bilateral" not in one.text.lower()
        and group[0].status is Status.OCCURRED
    )


def _enough(group: Sequence[Draft]) -> bool:
    """Whether all mentions together name as many as the frame asks for: a meeting takes two."""
    told = {role for d in group for role, values in d.roles.items() if values}
    needed = (r for r in group[0].frame.requires if r != "agreement")
    if not all(any(role in told for role in one.split(" or ")) for one in needed):
        return False
    return all(
        len(one_each({v for d in group for v in d.roles.get(role, ())}, _behind(group))) >= count
        for role, count in group[0].frame.fewest.items()
    )


def _behind(group: Sequence[Draft]) -> Behind:
    return {id_: bodies for d in group for id_, bodies in d.behind.items()}


def _score(group: Sequence[Draft], draft: Draft) -> float:
    """How much speaks for the draft being the group's event; 0 if anything speaks against it."""
    if group[0].frame.name != draft.frame.name:
        return 0
    if "agreement" not in draft.frame.requires:
        return _same_event(group, draft)
    if draft.instrument is None:  # "X signed for Ghana": the signing spoken of just before
        distance = draft.sentence - group[-1].sentence
        told = any(d.instrument for d in group) and not _different_status(group, draft)
        return 1 / (1 + distance) if distance <= _REACH and told else 0
    alike = _alike(group, draft.instrument)
    if alike == 0 or _contradicts(group, draft) or _is_another(group, draft, alike):
        return 0
    shared = _sides(group) & _sides([draft])
    score = alike + len(shared) + 2 * len(_people(group) & _people([draft]))
    return score + any(d.date and draft.date for d in group)


def _contradicts(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether status, date, number, sides or signers speak against one event."""
    if (
        _different_status(group, draft)
        or _different_dates(group, draft)
        or _different_numbers(group, draft)
    ):
        return True
    people, others = _people(group), _people([draft])
    if _apart(group, draft) and not _pointed_at(group, draft, others):
        return True
    return bool(people and others and not people & others and not _joint(group, draft))


def _apart(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether the sides are others; a lead may name in full what the headline shortens."""
    ours, theirs = _sides(group), _sides([draft])
    nested = ours <= theirs or theirs <= ours
    if not ours or not theirs or nested or _told_in_headline(group, draft):
        return False
    return not (ours & theirs and _soft(group, draft))


def _pointed_at(group: Sequence[Draft], draft: Draft, others: set[str]) -> bool:
    """Whether people sign an instrument that the draft points back at from nearby."""
    pointing = draft.instrument is not None and draft.instrument.definite
    return bool(others) and pointing and draft.sentence - group[-1].sentence <= _NEAR


def _is_another(group: Sequence[Draft], draft: Draft, alike: float) -> bool:
    """Whether *a* new instrument is another one: it shares neither its sides nor its signers."""
    if draft.instrument is None or not draft.instrument.new or _told_in_headline(group, draft):
        return False
    ours, theirs = _sides(group), _sides([draft])
    people, others = _people(group), _people([draft])
    same_sides = bool(ours & theirs) and ours == theirs
    bare = alike > 1 and not (theirs or others) and any(d.headline for d in group)
    same = same_sides or bool(people & others) or bare
    return not same or draft.sentence == group[-1].sentence


def _told(groups: Sequence[list[Draft]], draft: Draft) -> list[list[Draft]]:
    """The events that a mention tells more of: the first, and others of its kind and date."""
    same = [g for g in groups if g[0].frame.name == draft.frame.name]
    first = same[0][0] if same else None
    return [
        g
        for g in same
        if first
        and g[0].kind == first.kind
        and g[0].status is first.status
        and not _different_dates(g, first)
    ]


def _same_event(group: Sequence[Draft], draft: Draft) -> float:
    """How much speaks for one event of a kind without instruments: its identity roles must agree.

    One mention may leave out some of the fillers of the other, not bring others in their place. A
    noun that points back and names nobody is about the event told just before.
    """
    if _different_status(group, draft) or _different_dates(group, draft):
        return 0
    kinds = {d.kind for d in group if d.kind}
    if draft.kind and kinds and draft.kind not in kinds:
        return 0
    distance = draft.sentence - group[-1].sentence
    behind = _behind([*group, draft])
    nested, sums = True, len(_sums(group) & _sums([draft]))
    shared = float(sums)
    for role in draft.frame.identity:
        ours = {v for d in group for v in d.roles.get(role, ())}
        theirs = set(draft.roles.get(role, ()))
        if ours and theirs:
            told = _same_fillers(ours, theirs, behind) or _known_otherwise(
                ours, theirs, group, draft, bool(sums)
            )
            nested &= told
            common = {_key(v) for v in ours} & {_key(v) for v in theirs}
            shared += len(common) + (told and not common)
    silent = not any(draft.roles.get(role) for role in draft.frame.identity)
    if draft.pointing and (draft.joining or (silent and distance <= _NEAR)):
        return shared + 1 / (2 + distance)
    return shared if nested else 0


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
    return value.entity or (str(sums[0].value.normalize()) if sums else words.lower())


def _describes(ours: set[str], theirs: set[str], group: Sequence[Draft], draft: Draft) -> bool:
    """Whether one side only describes whom the other names: "Two men charged", then names."""
    headline = all(d.headline for d in group)
    near = draft.sentence - group[-1].sentence <= 2 or headline
    return (near and any(all(k.startswith("group/") for k in side) for side in (ours, theirs))) or (
        headline and bool(_last_words(ours) & _last_words(theirs))
    )


def _last_words(ids: set[str]) -> set[str]:
    """The words of names that a headline would keep."""
    return {
        w for id_ in ids for w in id_.split("/")[-1].split("-") if len(w) > 3 and w not in _COMMON
    }


def _soft(group: Sequence[Draft], draft: Draft) -> bool:
    return draft.headline or all(d.headline for d in group)


def _told_in_headline(group: Sequence[Draft], draft: Draft) -> bool:
    return all(d.headline for d in group) and not draft.headline


def _joint(group: Sequence[Draft], draft: Draft) -> bool:
    """Two people signing one instrument in two clauses: "X signed for A, and Y signed for B"."""
    return draft.instrument is not None and (
        draft.instrument.definite or draft.sentence == group[-1].sentence
    )


def _different_status(group: Sequence[Draft], draft: Draft) -> bool:
    ours = {d.status for d in group if not d.nominal}
    pointing = draft.instrument is not None and draft.instrument.definite
    if (draft.nominal and (draft.status is Status.OCCURRED or pointing)) or not ours:
        return False
    if _told_in_headline(group, draft) and draft.status is Status.PLANNED:
        return False  # "A and B sign a treaty", says the headline; they will tomorrow, the lead
    return draft.status not in ours


def _different_dates(group: Sequence[Draft], draft: Draft) -> bool:
    return any(d.date and draft.date and not d.date.agrees(draft.date) for d in group)


def _different_numbers(group: Sequence[Draft], draft: Draft) -> bool:
    assert draft.instrument is not None
    counts = {d.instrument.count for d in group if d.instrument and d.instrument.count}
    if draft.instrument.count and counts and draft.instrument.count not in counts:
        return True
    plurals = {d.instrument.plural for d in group if d.instrument}
    pointing = draft.instrument.definite and not _sides([draft])
    return draft.instrument.plural not in plurals and not pointing and not _soft(group, draft)


def _sides(group: Sequence[Draft]) -> set[str]:
    """The parties and signing bodies; a government counts as its country."""
    found = set()
    for draft in group:
        for role in ("party", "signatory"):
            found |= {
                id_.replace("government/", "country/")
                for id_ in draft.ids(role)
                if not id_.startswith("person/")
            }
    return found


def _people(group: Sequence[Draft]) -> set[str]:
    return {id_ for d in group for id_ in d.ids("signatory") if id_.startswith("person/")}


def _alike(group: Sequence[Draft], one: Instrument) -> float:
    """How alike the instruments are; 0 when they cannot be one."""
    best = 0.0
    for draft in group:
        other = draft.instrument
        if other is None:
            continue
        if one.named and other.named:
            shared = _share(one.core, other.core)
            if shared < 0.5:
                return 0
            best = max(best, 3 * shared)
        if one.head == other.head or any(one.head in same and other.head in same for same in _SAME):
            best = max(best, 2)
        elif _points_at(one, draft) or (
            other.head in _GENERIC and (draft.headline or one.definite)
        ):
            best = max(best, 1)
    return best


def _points_at(one: Instrument, other: Draft) -> bool:
    """Whether a noun for any instrument points back: *the agreement*, for a protocol."""
    return one.head in _GENERIC and (one.definite or other.headline or one.head == "agreement")


def _share(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0


def _words(text: str) -> set[str]:
    return {
        w
        for w in re.findall(r"\w+", text.lower())
        if w not in ("the", "of", "and", "on", "for", "between", "in", "a", "to")
    }
