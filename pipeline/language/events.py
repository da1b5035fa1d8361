"""Groups of drafts become events: fillers united, one date and status, the agreement an entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.cast import Cast
from pipeline.language.confidence import weigh
from pipeline.language.drafts import Draft, Roles, Value, Values
from pipeline.language.signings import Signings
from pipeline.language.standing import Standing, one_each
from pipeline.language.wordings import joined
from pipeline.models import Event, Filler, PartialDate, Span, Status


class Events:
    """Makes the events of one release, and the agreements they are about."""

    def __init__(self, cast: Cast, standing: Standing) -> None:
        self.cast = cast
        self.signings = Signings(cast, standing)

    def event(self, group: Sequence[Draft]) -> Event:
        """The event that a group of drafts tells of."""
        body = [d for d in group if not d.headline] or list(group)
        roles = self._roles(group, body)
        if any(d.instrument for d in group):
            roles |= self.signings.roles(group, roles)
        date, end = _date(body, group)
        status = _status(body)
        told = not all(d.nominal for d in body)
        if date is not None and status is Status.OCCURRED and not told and self._to_come(date):
            status = Status.PLANNED
        elif date is not None and status is Status.PLANNED and not told and self._gone_by(date):
            status = Status.OCCURRED
        effective = group[0].frame.event == "Appointment"  # is made today and begins next month
        if date and status is Status.OCCURRED and self._to_come(date) and not effective:
            date = end = None  # of what is to happen then, not of what was done
        evidence = tuple(sorted({d.evidence for d in group}))
        confidence, reasons, doubts = weigh(
            group[0].frame.event,
            roles,
            dated=date is not None,
            passages=len(evidence),
            status=status,
        )
        return Event(
            type=group[0].frame.event,
            status=status,
            evidence=evidence,
            fillers=tuple(_fillers(roles)),
            kind=next((d.kind for d in (*body, *group) if d.kind), None),
            date=date,
            end_date=end,
            confidence=confidence,
            reasons=reasons,
            doubts=(*doubts, *dict.fromkeys(f"“{r}”" for d in group for r in d.reasons)),
            frame=group[0].frame.name,
            triggers=tuple(sorted({d.trigger for d in group if d.trigger})),
            dated=_dated(date, group),
        )

    def _to_come(self, date: PartialDate) -> bool:
        """Whether a day lies after the release: what it dates is yet to come."""
        published = self.cast.release.metadata.published
        return published is not None and date.iso > published.isoformat()[: len(date.iso)]

    def _gone_by(self, date: PartialDate) -> bool:
        """Whether a day lies before the release: what it dates was planned once, if at all."""
        published = self.cast.release.metadata.published
        return published is not None and date.iso < published.isoformat()[: len(date.iso)]

    def _roles(self, group: Sequence[Draft], body: Sequence[Draft]) -> Roles:
        """The fillers of all mentions, the body's before the headline's."""
        names = dict.fromkeys(role for d in group for role in d.roles)
        text = self.cast.release.text
        found = {role: _union(body if role in _BODY_ROLES else group, role, text) for role in names}
        for role in group[0].frame.identity:  # a headline describes whom the body names
            told = _union(body, role, text)
            found |= (
                {
                    role: {
                        v: s
                        for v, s in found.get(role, {}).items()
                        if v in told or not _nameless(v)
                    }
                }
                if told
                else {}
            )
        behind = {id_: bodies for d in group for id_, bodies in d.behind.items()}
        frame = group[0].frame  # at a meeting those who are counted are all there
        for role in (r for r in frame.personal if r in found and r not in frame.fewest):
            found[role] = {v: found[role][v] for v in one_each(found[role], behind)}
        return found


#: Roles that a headline does not fill: it names places and principals in passing.
_BODY_ROLES = frozenset(("place", "onBehalfOf"))


def _union(group: Sequence[Draft], role: str, text: str) -> Values:
    found: Values = {}
    for draft in sorted(group, key=lambda d: d.headline):
        for value, span in draft.roles.get(role, {}).items():
            told = next((v for v in found if v.literal is not None), None)
            if value.literal is None or told is None:
                found.setdefault(value, span)
            elif set((told.literal or "").lower().split()) < set(value.literal.lower().split()):
                del found[told]  # "30 months in federal prison" says more than "federal prison"
                found[value] = span
            elif (both := joined(found[told], span, text)) is not None:
                del found[told]
                found[Value(literal=" ".join(both.of(text).split()))] = both
    if role in group[0].frame.fewest:  # where several meet, a group meets those who are named
        return found
    return _named(found) or found


def _nameless(value: Value) -> bool:
    return (value.entity or "").startswith(("organization/", "group/"))


def _named(values: Values) -> Values:
    """The fillers that have a name: who is named is not described as well."""
    return {v: s for v, s in values.items() if not (v.entity or "").startswith("group/")}


def _fillers(roles: Roles) -> Iterator[Filler]:
    for role, values in roles.items():
        for value, span in values.items():
            literal = int(value.literal) if role == "count" and value.literal else value.literal
            yield Filler(role, value.entity, literal, span)


def _status(body: Sequence[Draft]) -> Status:
    verbal = [d for d in body if not d.nominal] or list(body)
    return verbal[0].status


def _date(
    body: Sequence[Draft], group: Sequence[Draft]
) -> tuple[PartialDate | None, PartialDate | None]:
    dated = [d for d in (*body, *group) if d.date]
    best = max(dated, key=lambda d: len(d.date.iso) if d.date else 0, default=None)
    return (best.date, best.end_date) if best else (None, None)


def _dated(date: PartialDate | None, group: Sequence[Draft]) -> tuple[Span, ...]:
    """The words that tell the date."""
    return tuple(sorted({d.dated for d in group if d.dated and d.date == date}))
