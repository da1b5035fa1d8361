"""Settings lend what they tell to events: a visit its time and place, an appointing who appoints.

A frame says which kinds of setting its events may have; a setting is no event itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.language.drafts import Draft
from pipeline.language.when_and_where import dated, filled, placed

Group = Sequence[Draft]

#: Roles that an event can have in common with all others of its release.
_COMMON = ("appointedBy", "organization", "post")


def with_settings(groups: Iterable[Group], published: dt.date | None) -> list[Group]:
    """The events, each with what its setting tells and it does not tell itself."""
    told = list(groups)
    events = (group for group in told if not group[0].frame.setting)
    bound = (event for group in events if (event := _bound(group, told)))
    return [_set(group, told, published) for group in bound]


def _set(group: Group, settings: Sequence[Group], published: dt.date | None) -> Group:
    """An event with what its settings lend it."""
    kinds = group[0].frame.settings
    own = [s for s in settings if s[0].frame.name in kinds and s is not group]
    if not own:
        return group
    return placed(group, own, published) if "place" in group[0].open else _shared(group, own)


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
    told = [s for s in settings if _is_common(s, group)]
    common = [d for s in told for d in s if not d.headline]
    for role in _COMMON:
        fillers = [d.roles[role] for d in common if d.roles.get(role)]
        fits = role in group[0].open or group[0].bound
        if fillers and fits and all(f.keys() == fillers[0].keys() for f in fillers):
            group = filled(group, role, fillers[0])
    return dated(group, told) if common else group


def _is_common(setting: Group, group: Group) -> bool:
    """Whether what a setting tells holds for an event: it leads the release, or is told with it."""
    beside = {d.sentence for d in setting} & {d.sentence for d in group}
    return bool(beside) or (
        any(d.lead for d in setting)
        and min(d.sentence for d in setting) <= min(d.sentence for d in group)
    )
