"""When and where an event was, where only the setting it was part of has a date and a place.

*The Minister will visit Peru from May 4 to 6. She will meet …*: the meeting is in Peru in May. An
event is part of the setting it points at, *during the visit*, or of the one visit of its release
that its people make. Of several days only what they have in common is its date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.language.drafts import Draft, Value
from pipeline.models import PartialDate, Span, Status

Group = Sequence[Draft]

#: Sentences within which one of several settings of a sort is the one pointed at.
_NEAR = 2
#: The role that only journeys have.
_VISITOR = "visitor"


def placed(group: Group, settings: Sequence[Group], published: dt.date | None) -> Group:
    """An event with the date and the place of its setting, if there is only one it can have."""
    if all(d.headline for d in group):
        return group
    pointed = _pointed_at(group, settings)
    part = pointed or [
        s for s in settings if _places(s) and _is_current(s, published) and _includes(s, group)
    ]
    near = [s for s in pointed if _distance(s, group)[1] <= _NEAR]
    where = _widest(part) or next((s for s in near if _places(s)), None)
    if where is None and not pointed:
        return group
    return _at(dated(group, part, near), where)


def _pointed_at(group: Group, settings: Sequence[Group]) -> list[Group]:
    """The settings that an event is told to be part of, the nearest one before it first."""
    sorts = {(sort.frame, sort.kind) for d in group for sort in d.amid}
    fitting = (
        s
        for s in settings
        if (s[0].frame.name, s[0].kind) in sorts and _is_theirs(s, group) and _is_then(s, group)
    )
    return sorted(fitting, key=lambda s: _distance(s, group))


def _distance(setting: Group, group: Group) -> tuple[bool, int]:
    """Whether a setting is told after what points at it, and how many sentences away."""
    here = [d.sentence for d in group if d.amid]
    return min((d.sentence > at, abs(d.sentence - at)) for d in setting for at in here)


def _is_theirs(setting: Group, group: Group) -> bool:
    """Whether those who meet on a journey are on it; who signs may have stayed at home."""
    visitors, there = _visitors(setting), _present(group)
    return not visitors or not there or not visitors.isdisjoint(there)


def _visitors(setting: Group) -> set[Value]:
    return {v for d in setting for v in d.roles.get(_VISITOR, ())}


def _present(group: Group) -> set[Value]:
    """Those who take part in person."""
    return {v for d in group for role in d.frame.personal for v in d.roles.get(role, ())}


def _is_then(setting: Group, group: Group) -> bool:
    """Whether an event has no day outside the time of a setting."""
    start, end = _time(setting)
    own = next((d.date for d in group if d.date), None)
    return own is None or start is None or _within(own, start, end or start)


def _includes(journey: Group, group: Group) -> bool:
    """Whether an event is part of a journey: told after it, of a traveller, in its time."""
    visitors, there = _visitors(journey), _present(group)
    if _VISITOR not in journey[0].frame.fillers or not there:
        return False
    if visitors.isdisjoint(there) if visitors else not _is_led_by(journey):
        return False
    if min(d.sentence for d in journey) > min(d.sentence for d in group):
        return False
    return (_done(journey) or not _done(group)) and _is_then(journey, group)


def _done(group: Group) -> bool:
    """Whether an event is told as done, a visit as made."""
    told = [d for d in group if not d.nominal] or group
    return all(d.status is Status.OCCURRED for d in told)


def _within(day: PartialDate, start: PartialDate, end: PartialDate) -> bool:
    return day.agrees(start) or day.agrees(end) or start.iso <= day.iso <= end.iso


def _is_current(journey: Group, published: dt.date | None) -> bool:
    """Whether a visit is the one the release is about: to come, under way, or told in its lead."""
    if any(d.status in (Status.NEGATED, Status.POSSIBLE) for d in journey):
        return False
    start, end = _time(journey)
    if start is not None and published is not None:
        last = (end or start).iso
        return last >= published.isoformat()[: len(last)] or _is_led_by(journey)
    return _is_led_by(journey) or any(d.status is Status.PLANNED for d in journey)


def _is_led_by(setting: Group) -> bool:
    return any(d.headline or d.lead for d in setting)


def _places(setting: Group) -> frozenset[str]:
    return frozenset(v for d in setting for v in d.ids("place"))


def _time(setting: Group) -> tuple[PartialDate | None, PartialDate | None]:
    """When a setting is."""
    best = _timed(setting)
    return (best.date, best.end_date) if best else (None, None)


def _timed(setting: Group) -> Draft | None:
    """The mention of a setting that tells best when it is: one with its end, the fullest date."""
    dated = [d for d in setting if d.date]
    return max(
        dated,
        key=lambda d: (d.end_date is not None, len(d.date.iso if d.date else "")),
        default=None,
    )


def dated(group: Group, part: Sequence[Group], near: Sequence[Group] = ()) -> Group:
    """The event on the days of its setting, if it has none of its own."""
    times = [t for s in part if (t := _timed(s))]
    days = {_day(t) for t in times}
    if len(days) > 1:
        times = [t for s in near if (t := _timed(s))]
    if any(d.date for d in group) or not times:
        return group
    told, day = times[0], _day(times[0])
    return _with_body(group, lambda d: replace(d, date=day, dated=told.dated)) if day else group


def _day(told: Draft) -> PartialDate | None:
    """As much of the date of a setting as all its days have."""
    if told.date is None or told.end_date is None:
        return told.date
    widths = (w for w in (10, 7, 4) if told.date.iso[:w] == told.end_date.iso[:w])
    width = next(widths, 0)
    return PartialDate(told.date.iso[:width]) if width else None


def _widest(settings: Sequence[Group]) -> Group | None:
    """The setting whose place holds those of the others: the visit to Peru before one to Lima."""
    there = [s for s in settings if _places(s)]
    places = {v for s in there for v in _places(s)}
    lands = {_country(place) for place in places}
    if len(lands) != 1 or (len(places) > 1 and not any(p.startswith("country/") for p in places)):
        return None
    return min(there, key=lambda s: not any(p.startswith("country/") for p in _places(s)))


def _country(place: str) -> str:
    """The country that a place of the gazetteer lies in; of others the place itself."""
    folder, _, name = place.partition("/")
    return name[:2].upper() if folder in ("country", "place") and name[2:3] in ("", "-") else place


def _at(group: Group, setting: Group | None) -> Group:
    """The event at the place of its setting, if it has none of its own."""
    if setting is None:
        return group
    place = next(d.roles["place"] for d in setting if d.roles.get("place"))
    if any(d.amid for d in group) and _VISITOR in setting[0].frame.fillers:
        abroad = next((v.entity for v in place if (v.entity or "").startswith("country/")), None)
        group = _with_body(group, lambda d: replace(d, visited=abroad))
    return filled(group, "place", place)


def filled(group: Group, role: str, values: Mapping[Value, Span]) -> Group:
    """The event with a role filled that none of its mentions in the body fills."""
    if any(d.roles.get(role) for d in group if not d.headline):
        return group
    return _with_body(group, lambda d: replace(d, roles={**d.roles, role: dict(values)}))


def _with_body(group: Group, change: Callable[[Draft], Draft]) -> Group:
    """The group with its first mention in the body changed."""
    first = next(i for i, d in enumerate(group) if not d.headline)
    return [change(d) if i == first else d for i, d in enumerate(group)]
