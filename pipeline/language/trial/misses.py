"""Why frames did not fire: of each, the trigger that came nearest and what it lacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.announcing import Obstacle, narrow, with_object
from pipeline.language.clauses import Argument, Clause
from pipeline.language.extract import Found
from pipeline.language.fillers import filler
from pipeline.language.frames import Frame, Relation, Trigger
from pipeline.language.frames.loader import HERE
from pipeline.language.trace import Trace
from pipeline.language.trial.values import Miss

#: The conditions in the order in which a trigger's are tried: the later, the nearer it came.
_ORDER = ("verb", "noun", "fragment", "quotation", "unless", "needs", "finite", "where", "without",
          "strict", "requires", "statuses", "amid", "told", "found")  # fmt: skip


def misses(frames: Sequence[Frame], trace: Trace) -> Iterator[Miss]:
    """The frames that made no event of a clause with one of their words, and a user's others."""
    for frame in frames:
        if frame.setting:  # it makes no events
            continue
        near = [miss for clause in trace.clauses if (miss := _nearest(frame, clause, trace))]
        yield from dict.fromkeys(near)
        own = frame.path.parent != HERE
        fired = any(found.frame is frame for found in trace.found)
        if own and not near and not fired:
            yield Miss(frame.name, "", 0, tuple(_unmet(frame, trace)), own)


def _nearest(frame: Frame, clause: Clause, trace: Trace) -> Miss | None:
    """The trigger that came nearest in a clause; None if one fired or none has its word."""
    found = [f for f in trace.found if f.frame is frame and f.clause.unit is clause.unit]
    mine = next((f for f in found if f.clause.index == clause.index), None)
    if mine is not None:
        lacking = _lost(mine, trace)
        return _miss(frame, mine.trigger, clause, lacking) if lacking else None
    tried = [
        (t, trace.matcher.attempt(clause, frame, t, rest))
        for f, t, rest in trace.matcher.triggers(clause)
        if f is frame
    ]
    if not tried:
        return None
    trigger, result = max(tried, key=lambda pair: _progress(pair[1]))
    return _miss(frame, trigger, clause, tuple(_told(result, frame, trigger, clause, trace)))


def _progress(result: Found | Obstacle) -> int:
    return _ORDER.index(result.key if isinstance(result, Obstacle) else "told")


def _miss(frame: Frame, trigger: Trigger, clause: Clause, because: tuple[str, ...]) -> Miss:
    word = clause.unit.doc[clause.index].text
    called = f"{trigger.sort} {clause.lemma!r}" + (f" in “{word}”" if word != clause.lemma else "")
    return Miss(frame.name, called, trigger.line, because, frame.path.parent != HERE)


def _lost(found: Found, trace: Trace) -> tuple[str, ...]:
    """Why a frame that fired made no event; nothing if it made one."""
    frame = found.frame
    first, last = found.clause.unit.tokens(found.clause.first, found.clause.last)
    words = trace.cast.words.span(first, last)
    events = [e for e in trace.facts.events if e.frame == frame.name]
    if any(words == span or span.covers(words) for e in events for span in e.evidence):
        return ()
    if found.trigger.adds:
        return () if events else ("it only tells more of an event (adds), and none is told before",)
    for role, count in frame.fewest.items():
        named = len(found.roles.get(role, ()))
        if named < count:
            return (f"an event needs {count} fillers of {role} (fewest); here are {named}",)
    if found.trigger.adopts:
        roles = ", ".join(found.trigger.adopts)
        return (f"it takes {roles} from the event before (adopts), and there is none near",)
    return ("it fired, but these words alone tell too little for an event of this kind",)


def _told(
    result: Found | Obstacle, frame: Frame, trigger: Trigger, clause: Clause, trace: Trace
) -> Iterator[str]:
    """In words what a trigger lacks in a clause."""
    if isinstance(result, Found):
        yield "the verb beside it tells of the same event"
        return
    key, subject = result
    there = _quoted(clause.get(subject), clause, trace) or "nothing"
    if key in ("verb", "noun", "fragment"):
        yield f"it needs the words “{subject}” with it"
    elif key == "unless":
        yield f"nothing may stand in {subject!r} (unless), and {there} does"
    elif key == "needs":
        yield f"something must stand in {subject!r} (needs), and nothing does"
    elif key == "finite":
        yield "the verb has no subject of its own here (finite)"
    elif key == "where":
        wanted = ", ".join(sorted(trigger.where[subject]))
        yield f"in {subject!r} must stand one of {wanted} (where); {there} does"
    elif key == "without":
        barred = ", ".join(sorted(trigger.without[subject]))
        yield f"in {subject!r} may stand none of {barred} (without); {there} does"
    elif key == "amid":
        yield f"it is no plan, and tells of an event only as one, amid {subject} (amid)"
    elif key == "strict":
        yield f"{there} stands in {subject!r} and can fill no role (strict)"
    elif key == "statuses":
        counted = ", ".join(sorted(status.value.lower() for status in frame.statuses))
        yield f"it is {subject}, and only {counted} counts (statuses)"
    elif key == "requires":
        yield f"the role {subject} has no filler (requires)"
        for role in subject.split(" or "):
            yield from _unfilled(role, frame, trigger, clause, trace)


def _unfilled(
    role: str, frame: Frame, trigger: Trigger, clause: Clause, trace: Trace
) -> Iterator[str]:
    """Why none of what stands in the relations of a role can fill it."""
    clause = with_object(clause) if trigger.transitive else clause
    relations = frame.roles(trigger).get(role, ())
    for relation in relations:
        for argument in clause.get(relation.name):
            yield f"{role}: {_rejected(argument, relation, role, frame, trigger, clause, trace)}"
    if not any(clause.get(relation.name) for relation in relations):
        names = " or ".join(repr(relation.name) for relation in relations)
        yield f"{role}: nothing stands in {names}" if names else f"{role}: it has no relation here"


def _rejected(
    argument: Argument, relation: Relation, role: str, frame: Frame, trigger: Trigger,
    clause: Clause, trace: Trace,
) -> str:  # fmt: skip
    allowed = frame.fillers.get(role)
    words = f"{_quoted([argument], clause, trace)} stands in {relation.name!r}, but "
    filled = filler(trace.cast, clause, argument, allowed, relation.kinds)
    limit = trigger.narrow.get(role)
    if filled and limit and not narrow(trace.cast.words, clause, filled, limit):
        return f"{words}is no agreement that is {limit} (narrow)"
    kinds = allowed if allowed is not None else frozenset()
    kinds = relation.kinds & kinds if relation.kinds and kinds else relation.kinds or kinds
    wanted = f"takes {', '.join(sorted(kinds))}" if kinds else "takes what is known by name"
    what = (
        f"is of kind {argument.kind.value}" if argument.kind else "names nobody and nothing known"
    )
    return f"{words}{what}; {role} {wanted}"


def _quoted(arguments: Sequence[Argument], clause: Clause, trace: Trace) -> str:
    spans = (clause.unit.tokens(a.first, a.last) for a in arguments)
    return ", ".join(f"“{trace.cast.words.span_text(*span)}”" for span in spans)


def _unmet(frame: Frame, trace: Trace) -> Iterator[str]:
    """That no word of a frame was met, or in another sort than its triggers have."""
    met = False
    for unit in {id(c.unit): c.unit for c in trace.clauses}.values():
        for token in unit.doc:
            for trigger in frame.triggers:
                if {token.lemma_.lower(), token.lower_} & {w.split()[0] for w in trigger.words}:
                    met = True
                    as_ = token.pos_.lower()
                    yield f"“{token.text}” is read as {as_} here, not as {trigger.sort}"
    if not met:
        words = (f"{' '.join(sorted(t.words))} ({t.sort})" for t in frame.triggers)
        yield f"none of its words stands here: {', '.join(words)}"
