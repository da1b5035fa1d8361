"""Whether the parts of a frame agree with each other and with the ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extension import Extension
from pipeline.language.frames.frame import Frame, Trigger
from pipeline.language.frames.ranges import kinds_in
from pipeline.language.frames.written import Fields, Word, Written, fault, several

#: What an example can say it finds beside roles.
BESIDE_ROLES = ("kind", "status")


def check(frame: Frame, written: Fields, extension: Extension) -> None:
    """Raise FrameError for a term the ontology lacks and a role that nothing in the frame fills."""
    if not frame.setting:  # what tells of no event comes into no graph
        _check_event(frame, written, extension)
        _check_terms(frame, written, extension)
        _check_fillers(frame, written, extension)
    filled = tuple(dict.fromkeys(_filled(frame)))
    for word in _spoken_of(written):
        for role in word.split(" or "):
            if role not in filled:
                raise fault(Word(role, word.where), f"no trigger has the role {role!r}", filled)
    for trigger, said in zip(frame.triggers, _triggers(written), strict=True):
        _check_fires(frame, trigger, said)


def _check_event(frame: Frame, written: Fields, extension: Extension) -> None:
    event = written.get("event")
    if event is not None and frame.event not in extension.events():
        raise fault(
            event,
            f"the ontology has no class of events {frame.event!r}",
            extension.events(),
            "declare it in a file given with --ontology, by the line"
            f" 'my:{frame.event} rdfs:subClassOf cmq:Event .'",
        )


def _check_terms(frame: Frame, written: Fields, extension: Extension) -> None:
    """The kinds and roles of an event are those that the ontology gives it."""
    event, roles, kinds = (
        frame.event,
        extension.roles_of(frame.event),
        extension.kinds_of(frame.event),
    )
    for kind in (said.get("kind") for said in _triggers(written)):
        if kind is not None and kind not in kinds:
            raise fault(
                kind, f"the ontology has no kind of {event} {kind!r}", kinds,
                f"declare it in the file given with --ontology: 'my:{kind} a skos:Concept .'",
            )  # fmt: skip
    for role in (role for fields in _places(written) for role in fields):
        if role not in roles:
            raise fault(
                role,
                f"the ontology has no role {str(role)!r} of {event}",
                roles,
                "declare it in a file given with --ontology, by a line such as"
                f" 'my:{role} rdfs:domain my:{event} ; rdfs:range xsd:string .'",
            )
    for key in (key for found in _finds(written) for key in found):
        if key not in roles and key not in BESIDE_ROLES:
            raise fault(key, f"{event} has nothing called {str(key)!r}", (*roles, *BESIDE_ROLES))


def _check_fillers(frame: Frame, written: Fields, extension: Extension) -> None:
    """What fills a role of a user's own is what its line in the ontology says can."""
    fillers = written.get("fillers")
    for name, said in fillers.values.items() if isinstance(fillers, Fields) else ():
        role = extension.role(frame.event, name)
        allowed = kinds_in(role.range) if role and role.range else None
        for kind in several(said) if allowed else ():
            if allowed and kind not in [each.value for each in allowed]:
                raise fault(
                    kind, f"the ontology says that no {kind} fills {str(name)!r}", sorted(allowed)
                )


def _filled(frame: Frame) -> Iterator[str]:
    """The roles that something in the frame fills."""
    for trigger in frame.triggers:
        yield from frame.roles(trigger)
    yield from frame.within


def _check_fires(frame: Frame, trigger: Trigger, said: Fields) -> None:
    """A trigger has, adopts or takes from another each role without which it announces nothing."""
    own = {*frame.roles(trigger), *trigger.adopts, *frame.within}
    for needed in trigger.requires if trigger.adds else (*frame.requires, *trigger.requires):
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
        for name in ("requires", "identity", "personal", "apart", "shared", "adopts"):
            yield from _words(several(fields.get(name)))
        for name in ("fillers", "fewest", "within", "narrow"):
            said = fields.get(name)
            yield from said.values if isinstance(said, Fields) else ()
            if name == "within" and isinstance(said, Fields):
                yield from _words(tuple(said.values.values()))


def _words(said: Sequence[Written]) -> Iterator[Word]:
    return (each for each in said if isinstance(each, Word))
