"""When and where an event took place, where only the visit it was part of has a date and a place.

*The Minister will visit Peru from May 4 to 6. She will meet …*: the meeting is in Peru in those
days. A frame says which kinds of setting its events may have; a setting is no event itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.language.drafts import Draft, Value
from pipeline.models import PartialDate, Span, Status

Group = Sequence[Draft]

#: Roles that an event can have in common with all others of its release.
_COMMON = ("appointedBy", "organization", "post")


def with_settings(groups: Iterable[Group], published: dt.date | None) -> list[Group]:
    """The events, each with the date and the place of its setting where it has none of its own."""
    settings, events = list[Group](), list[Group]()
    for group in groups:
        (settings if group[0].frame.setting else events).append(group)
    current = [s for s in settings if _is_current(s, published)]
    bound = (told for group in events if (told := _bound(group, settings)))
    return [
        _set(group, current, settings) if "place" in group[0].open else _shared(group, settings)
        for group in bound
    ]


def _bound(group: Group, settings: Sequence[Group]) -> Group | None:
    """An event of which only words that need a setting tell, with its kind; None without one."""
    if any(d.bound is None for d in group):
        return group
    told = [s for s in settings if s[0].frame.name == group[0].bound and s[0].kind]
    before = [s for s in told if s[0].sentence < group[0].sentence]
    if not before:
        return None
    leading = before[-1][0]
    return [replace(d, kind=leading.kind, status=leading.status) for d in group]


def _shared(group: Group, settings: Sequence[Group]) -> Group:
    """An event with what it has in common with the others of its release."""
    kinds = group[0].frame.settings
    told = [s for s in settings if s[0].frame.name in kinds and _is_common(s, group)]
    common = [d for s in told for d in s if not d.headline]
    for role in _COMMON:
        fillers = [d.roles[role] for d in common if d.roles.get(role)]
        fits = role in group[0].open or group[0].bound
        if fillers and fits and all(f.keys() == fillers[0].keys() for f in fillers):
            group = _filled(group, role, fillers[0])
    return _dated(group, told) if common else group


def _is_common(setting: Group, group: Group) -> bool:
    """Whether what a setting tells holds for an event: it leads the release, or is told with it."""
    beside = {d.sentence for d in setting} & {d.sentence for d in group}
    return bool(beside) or (
        any(d.lead for d in setting)
        and min(d.sentence for d in setting) <= min(d.sentence for d in group)
    )


def _set(group: Group, current: Sequence[Group], settings: Sequence[Group]) -> Group:
    """An event in its setting, if there is only one it can have."""
    kinds = group[0].frame.settings
    if not kinds or all(d.headline for d in group):
        return group
    if any(d.amid for d in group):
        near = [s for s in settings if s[0].sentence <= group[0].sentence] or list(settings)
        fitting = [s for s in near if _fits(s, group, named=False)]
    else:
        fitting = [s for s in current if _fits(s, group, named=True)]
    fitting = [s for s in fitting if s[0].frame.name in kinds and _places(s)]
    where = _widest(fitting)
    if where is None and any(d.amid and d.roles.get("place") for d in group):
        return _dated(group, fitting)
    return group if where is None else _placed(_dated(group, fitting), where)


def _fits(setting: Group, group: Group, *, named: bool) -> bool:
    """Whether an event can be part of a visit: told after it, of a visitor, in its time."""
    visitors = {v for d in setting for v in d.roles.get("visitor", ())}
    there = {v for d in group for values in d.roles.values() for v in values}
    if visitors.isdisjoint(there) if visitors else (named and not _is_led_by(setting)):
        return False
    if min(d.sentence for d in setting) > min(d.sentence for d in group):
        return False
    if named and _done(setting) != _done(group) and _done(group):
        return False
    start, end = _time(setting)
    own = next((d.date for d in group if d.date), None)
    return own is None or start is None or _within(own, start, end or start)


def _done(group: Group) -> bool:
    """Whether an event is told as done, a visit as made."""
    told = [d for d in group if not d.nominal] or group
    return all(d.status is Status.OCCURRED for d in told)


def _within(day: PartialDate, start: PartialDate, end: PartialDate) -> bool:
    return day.agrees(start) or day.agrees(end) or start.iso <= day.iso <= end.iso


def _is_current(setting: Group, published: dt.date | None) -> bool:
    """Whether a visit is the one the release is about: to come, under way, or told in its lead."""
    if any(d.status in (Status.NEGATED, Status.POSSIBLE) for d in setting):
        return False
    start, end = _time(setting)
    if start is not None and published is not None:
        last = (end or start).iso
        return last >= published.isoformat()[: len(last)] or _is_led_by(setting)
    return _is_led_by(setting) or any(d.status is Status.PLANNED for d in setting)


def _is_led_by(setting: Group) -> bool:
    return any(d.headline or d.lead for d in setting)


def _places(setting: Group) -> frozenset[str]:
    return frozenset(v for d in setting for v in d.ids("place"))


def _time(setting: Group) -> tuple[PartialDate | None, PartialDate | None]:
    """When a visit is."""
    best = _timed(setting)
    return (best.date, best.end_date) if best else (None, None)


def _timed(setting: Group) -> Draft | None:
    """The mention of a visit that tells best when it is: one with its end, the fullest date."""
    dated = [d for d in setting if d.date]
    return max(
        dated,
        key=lambda d: (d.end_date is not None, len(d.date.iso if d.date else "")),
        default=None,
    )


def _dated(group: Group, fitting: Sequence[Group]) -> Group:
    """The event on the days of its setting, if it has none of its own."""
    times = {(t.date, t.end_date): t for s in fitting if (t := _timed(s))}
    if any(d.date for d in group) or len(times) != 1:
        return group
    ((date, end), told) = times.popitem()
    return _with_body(group, lambda d: replace(d, date=date, end_date=end, dated=told.dated))


def _widest(settings: Sequence[Group]) -> Group | None:
    """The setting whose place holds those of the others: the visit to Peru before one to Lima."""
    places = {v for s in settings for v in _places(s)}
    lands = {_country(place) for place in places}
    if len(lands) != 1 or (len(places) > 1 and not any(p.startswith("country/") for p in places)):
        return None
    return min(settings, key=lambda s: not any(p.startswith("country/") for p in _places(s)))


def _country(place: str) -> str:
    """The country that a place of the gazetteer lies in; of others the place itself."""
    folder, _, name = place.partition("/")
    return name[:2].upper() if folder in ("country", "place") and name[2:3] in ("", "-") else place


def _placed(group: Group, setting: Group) -> Group:
    """The event at the place of its setting, if it has none of its own."""
    return _filled(group, "place", next(d.roles["place"] for d in setting if d.roles.get("place")))


def _filled(group: Group, role: str, values: Mapping[Value, Span]) -> Group:
    """The event with a role filled that none of its mentions in the body fills."""
    if any(d.roles.get(role) for d in group if not d.headline):
        return group
    return _with_body(group, lambda d: replace(d, roles={**d.roles, role: dict(values)}))


def _with_body(group: Group, change: Callable[[Draft], Draft]) -> Group:
    """The group with its first mention in the body changed."""
    first = next(i for i, d in enumerate(group) if not d.headline)
    return [change(d) if i == first else d for i, d in enumerate(group)]
