"""Whether the parts of a frame agree with each other and with the ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.frames.frame import Frame, Trigger
from pipeline.language.frames.written import Fields, Word, Written, fault, several
from pipeline.vocabulary import CIRCUMSTANCES, EVENT_KINDS, EVENT_ROLES

#: What an example can say it finds beside roles.
BESIDE_ROLES = ("kind", "status", *CIRCUMSTANCES)


def check(frame: Frame, written: Fields) -> None:
    """Raise FrameError for a term the ontology lacks and a role that nothing in the frame fills."""
    _check_terms(frame, written)
    filled = tuple(dict.fromkeys(_filled(frame)))
    for word in _spoken_of(written):
        for role in word.split(" or "):
            if role not in filled:
                raise fault(Word(role, word.where), f"no trigger has the role {role!r}", filled)
    for trigger, said in zip(frame.triggers, _triggers(written), strict=True):
        _check_fires(frame, trigger, said)


def _check_terms(frame: Frame, written: Fields) -> None:
    """The kinds and roles of an event are those that the ontology gives it."""
    kinds, roles = EVENT_KINDS.get(frame.event), EVENT_ROLES.get(frame.event)
    for said in _triggers(written):
        kind = said.get("kind")
        if kind is not None and kinds and kind not in kinds:
            raise fault(kind, f"no kind of {frame.event} {kind!r}", kinds)
    if roles is None:
        return
    for role in (role for fields in _places(written) for role in fields):
        if role not in roles and role not in CIRCUMSTANCES:
            raise fault(role, f"no role {str(role)!r} of {frame.event}", (*roles, *CIRCUMSTANCES))
    for key in (key for found in _finds(written) for key in found):
        if key not in roles and key not in BESIDE_ROLES:
            raise fault(
                key, f"{frame.event} has nothing called {str(key)!r}", (*roles, *BESIDE_ROLES)
            )


def _filled(frame: Frame) -> Iterator[str]:
    """The roles that something in the frame fills."""
    for trigger in frame.triggers:
        yield from frame.roles(trigger)
    yield from frame.within


def _check_fires(frame: Frame, trigger: Trigger, said: Fields) -> None:
    """A trigger has, adopts or takes from another each role without which it announces nothing."""
    own = {*frame.roles(trigger), *trigger.adopts, *frame.within}
    for needed in (*frame.requires, *trigger.requires):
        if own.isdisjoint(needed.split(" or ")):
            raise fault(
                said, f"this trigger has no place for the role {needed!r}, which is required",
                remedy="name one under 'roles'",
            )  # fmt: skip


# -- where they stand in the file --------------------------------------------------------------


def _triggers(written: Fields) -> Iterator[Fields]:
    return (t for t in several(written.get("triggers")) if isinstance(t, Fields))


def _places(written: Fields) -> Iterator[Mapping[Word, Written]]:
    """The keys and values that say where the fillers of roles stand."""
    told = (*(t.get("roles") for t in _triggers(written)), written.get("everywhere"))
    return (fields.values for fields in told if isinstance(fields, Fields))


def _finds(written: Fields) -> Iterator[Mapping[Word, Written]]:
    for example in several(written.get("examples")):
        found = example.get("finds") if isinstance(example, Fields) else None
        if isinstance(found, Fields):
            yield found.values


def _spoken_of(written: Fields) -> Iterator[Word]:
    """The roles that keys of the frame and of its triggers speak of."""
    for fields in (written, *_triggers(written)):
        for name in ("requires", "identity", "personal", "apart", "adopts"):
            yield from _words(several(fields.get(name)))
        for name in ("fillers", "fewest", "within", "narrow"):
            said = fields.get(name)
            yield from said.values if isinstance(said, Fields) else ()
            if name == "within" and isinstance(said, Fields):
                yield from _words(tuple(said.values.values()))


def _words(said: Sequence[Written]) -> Iterator[Word]:
    return (each for each in said if isinstance(each, Word))
